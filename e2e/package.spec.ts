import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from './desktop/fixtures';
import { claimsOf, enterDemo, row, token } from './person';

const run = promisify(execFile);
const repository = path.resolve(import.meta.dirname, '..');

test('the packaged program starts and copies a demo token', async ({ launch, desktop }) => {
  test.setTimeout(300_000);
  await run(process.execPath, ['build/package.mjs', '--test'], {
    cwd: repository,
    maxBuffer: 64 * 1024 * 1024,
  });
  const program = await launch({ executable: path.join(repository, 'dist/test/linux-unpacked/token-tray') });
  const page = await enterDemo(program, desktop);
  expect(await program.app.evaluate(({ app }) => app.isPackaged)).toBe(true);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('api://demo.token-tray');
  const tray = await desktop.tray.icon();
  await tray.waitForMenu((menu) => menu.some(({ label }) => /^Demo API {4}\d/.test(label)));
});
