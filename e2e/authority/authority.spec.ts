import path from 'node:path';
import type { Program } from '../desktop/program';
import { expect, test } from './fixtures';

const appFolder = path.join(import.meta.dirname, '../desktop/probe-app');

/** Status of the answer, or why there was none. */
const fetchIn = (program: Program, url: string): Promise<number | string> =>
  program.app.evaluate(
    ({ net }, address) =>
      net.fetch(address).then(
        ({ status }) => status,
        (error: unknown) => String(error),
      ),
    url,
  );

const keysOf = (origin: string): string => `${origin}/common/discovery/v2.0/keys`;

test('an authority that the home does not know is not trusted', async ({ launch, authority }) => {
  const program = await launch({ appFolder });
  expect(await fetchIn(program, keysOf(authority.origin))).toContain('ERR_CERT_AUTHORITY_INVALID');
});

test('one that it knows is trusted, by programs and by the browser', async ({
  desktop,
  launch,
  authority,
  certificateAuthority,
}) => {
  certificateAuthority.beTrustedIn(desktop.home);
  const program = await launch({ appFolder });
  expect(await fetchIn(program, keysOf(authority.origin))).toBe(200);
  const page = await desktop.browser.openPage(`${authority.origin}/devicelogin`);
  await expect(page.getByRole('heading', { name: 'Enter the code' })).toBeVisible();
});

test('a certificate for another name is refused all the same', async ({
  desktop,
  launch,
  authority,
  certificateAuthority,
}) => {
  certificateAuthority.beTrustedIn(desktop.home);
  const program = await launch({ appFolder });
  const byNumber = keysOf(authority.origin.replace('localhost', '127.0.0.1'));
  expect(await fetchIn(program, byNumber)).toContain('ERR_CERT_COMMON_NAME_INVALID');
});
