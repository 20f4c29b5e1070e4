import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';
import { chromium } from 'playwright/test';
import type { Page } from 'playwright/test';
import { findChromium } from '../build/system-packages.mjs';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { claimsOf, enterDemo, signInInBrowser, zoe } from './person';

const run = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '..');
const vault = 'https://vault.azure.net';

/** Adds a program as the page does, and gives the variables that a person copies. */
async function addConsumer(
  page: Page,
  desktop: DesktopSession,
  change: Record<string, unknown> = {},
): Promise<Readonly<Record<string, string>>> {
  await page.evaluate(
    async ([draft]) => {
      await window.tokenTray.run('changeSettings', { change: { localEndpoint: true } });
      await window.tokenTray.run('addConsumer', {
        name: 'my notebook',
        identity: {},
        resources: 'https://vault.azure.net',
        asksForOthers: false,
        expiresOn: null,
        fromContainers: false,
        ...draft,
      });
    },
    [change] as const,
  );
  const endpoint = () => page.evaluate(async () => (await window.tokenTray.getSnapshot()).endpoint);
  await expect.poll(async () => (await endpoint()).state).toBe('running');
  const consumerId = (await endpoint()).freshSecretOf ?? '';
  await page.evaluate(
    ([id]) => window.tokenTray.run('copyConsumerLines', { consumerId: id, form: 'dotenv' }),
    [consumerId] as const,
  );
  const text = await desktop.clipboard.waitFor((each) => each.includes('IDENTITY_HEADER'));
  await page.evaluate(() => window.tokenTray.run('forgetConsumerSecret', {}));
  return Object.fromEntries(
    text
      .trim()
      .split('\n')
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]),
  );
}

const askedBy = (
  env: Readonly<Record<string, string>>,
  resource = vault,
): Promise<{ status: number; body: Record<string, string> }> =>
  run(
    'curl',
    [
      '-sS',
      '-w',
      '\n%{http_code}',
      '-H',
      `X-IDENTITY-HEADER: ${env['IDENTITY_HEADER'] ?? ''}`,
      `${env['IDENTITY_ENDPOINT'] ?? ''}?api-version=2019-08-01&resource=${encodeURIComponent(resource)}`,
    ],
    { env: { PATH: process.env['PATH'] } },
  ).then(({ stdout }) => {
    const lines = stdout.split('\n');
    return {
      status: Number(lines.at(-1)),
      body: JSON.parse(lines.slice(0, -1).join('\n')) as Record<string, string>,
    };
  });

test('curl and @azure/identity get tokens with the lines that are copied, and nothing of them is kept', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const env = await addConsumer(page, desktop);
  const { status, body } = await askedBy(env);
  expect(status).toBe(200);
  expect(claimsOf(body['access_token'] ?? '')).toMatchObject({ aud: vault });
  const script = `import { DefaultAzureCredential } from '@azure/identity';
    console.log((await new DefaultAzureCredential().getToken('${vault}/.default')).token);`;
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], {
    cwd: repository,
    env: { PATH: process.env['PATH'], HOME: desktop.home, ...env },
  });
  expect(claimsOf(stdout)).toMatchObject({ aud: vault });
  expect((await askedBy(env, 'https://graph.microsoft.com')).status).toBe(403);
  const folder = await program.userDataDir();
  await program.quit();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) =>
    each.isFile(),
  );
  expect(files.map(({ name }) => name)).toContain('consumers.json');
  for (const { parentPath, name } of files) {
    const bytes = await readFile(path.join(parentPath, name));
    for (const secret of [env['IDENTITY_HEADER'] ?? '', body['access_token']?.split('.')[2] ?? ''])
      expect(bytes.includes(secret) || bytes.includes(Buffer.from(secret, 'utf16le')), name).toBe(false);
  }
});

test('after a restart the same lines work on', async ({ launch, desktop }) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  const env = await addConsumer(page, desktop);
  expect((await askedBy(env)).status).toBe(200);
  await first.quit();
  await expect(askedBy(env)).rejects.toThrow();
  await launch();
  await expect
    .poll(
      async () =>
        askedBy(env).then(
          ({ status }) => status,
          () => 0,
        ),
      { timeout: 15_000 },
    )
    .toBe(200);
});

test('nobody who is not signed in waits: it is said at once, and a click on the notification signs in', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const env = await addConsumer(page, desktop);
  await page.evaluate(async () => {
    const { account } = await window.tokenTray.getSnapshot();
    await window.tokenTray.run('signOut', { accountId: account?.id ?? '' });
  });
  await page.close();
  const opened = desktop.browser.openedUrls().length;
  const asked = await askedBy(env);
  expect(asked).toMatchObject({ status: 403, body: { error: 'interaction_required' } });
  expect(desktop.browser.openedUrls()).toHaveLength(opened);
  const notification = await desktop.notifications.waitFor(({ title }) => title.includes('my notebook'));
  desktop.notifications.click(notification);
  await signInInBrowser(desktop, zoe);
  await expect.poll(async () => (await askedBy(env)).status).toBe(200);
});

test('a page in a browser gets nothing, whatever its host is called', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  const env = await addConsumer(page, desktop);
  const port = new URL(env['IDENTITY_ENDPOINT'] ?? '').port;
  const site = createServer((_request, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end('<!doctype html><title>site</title>');
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => site.once('listening', resolve));
  const address = site.address();
  const sitePort = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? '',
    env: desktop.env,
    args: [
      // As after DNS rebinding: a name of the page's own that is this computer.
      '--host-resolver-rules=MAP rebound.example 127.0.0.1',
      '--disable-background-networking',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });
  const query = `?api-version=2019-08-01&resource=${encodeURIComponent(vault)}`;
  const headers = { 'X-IDENTITY-HEADER': env['IDENTITY_HEADER'] ?? '' };
  try {
    const foreign = await browser.newPage();
    await foreign.goto(`http://127.0.0.1:${sitePort}/`);
    const crossSite = await foreign.evaluate(
      async ([url, sent]) => {
        const read = await fetch(url, { headers: sent }).then(
          (answer) => answer.text(),
          () => 'blocked',
        );
        const blind = await fetch(url, { mode: 'no-cors' }).then(
          (answer) => answer.type,
          () => 'blocked',
        );
        return { read, blind };
      },
      [`${env['IDENTITY_ENDPOINT'] ?? ''}${query}`, headers] as const,
    );
    expect(crossSite.read).toBe('blocked');
    expect(['opaque', 'blocked']).toContain(crossSite.blind);
    const rebound = await browser.newPage();
    // The endpoint itself is what the page's own host is now.
    await rebound.goto(`http://rebound.example:${port}/msi/token${query}`);
    const sameOrigin = await rebound.evaluate(
      async ([url, sent]) => {
        const answer = await fetch(url, { headers: sent });
        return { status: answer.status, text: await answer.text() };
      },
      [`/msi/token${query}`, headers] as const,
    );
    expect(sameOrigin.status).toBe(403);
    expect(sameOrigin.text).not.toContain('access_token');
  } finally {
    await browser.close();
    await new Promise((resolve) => site.close(resolve));
  }
  // Nothing of it has used the secret up or stopped the endpoint.
  expect((await askedBy(env)).status).toBe(200);
});
