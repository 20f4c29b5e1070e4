import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { filesBelow, holds } from './files';
import { enterDemo, row, signInInBrowser, token, zoe } from './person';

/** Copies tokens as people do, and returns them. */
async function copySomeTokens(program: Program, desktop: DesktopSession): Promise<string[]> {
  const page = await enterDemo(program, desktop);
  const copied: string[] = [];
  for (const preset of ['Demo API', 'Microsoft Graph']) {
    await row(page, preset)
      .getByRole('button', { name: `Copy token for ${preset}` })
      .click();
    copied.push(await desktop.clipboard.waitFor((text) => token.test(text) && !copied.includes(text)));
  }
  return copied;
}

async function expectNoneIn(folder: string, tokens: readonly string[]): Promise<void> {
  const files = await filesBelow(folder);
  expect(files.length).toBeGreaterThan(0);
  for (const { name, bytes } of files) {
    for (const each of tokens) {
      const [header, payload, signature] = each.split('.');
      for (const part of [payload, signature]) expect(holds(bytes, part ?? each), name).toBe(false);
      expect(holds(bytes, `${String(header)}.`), name).toBe(false);
    }
  }
}

test('with a keyring no token text is in any file, and the cache is encrypted', async ({
  program,
  desktop,
}) => {
  const tokens = await copySomeTokens(program, desktop);
  const folder = await program.userDataDir();
  await program.quit();
  await expectNoneIn(folder, tokens);
  await expectNoneIn(desktop.home, tokens);
  const caches = (await readdir(folder)).filter((name) => name.startsWith('account-'));
  expect(caches).toHaveLength(1);
  const { ciphertext } = JSON.parse(await readFile(path.join(folder, String(caches[0])), 'utf8')) as {
    ciphertext: string;
  };
  expect(Buffer.from(ciphertext, 'base64').subarray(0, 3).toString()).toBe('v11');
});

test('the activity list is kept, and no account or preset can be read in its file', async ({
  launch,
  desktop,
}) => {
  const first = await launch();
  await copySomeTokens(first, desktop);
  const folder = await first.userDataDir();
  await first.quit();
  const file = await readFile(path.join(folder, 'activity.json'));
  const { ciphertext } = JSON.parse(file.toString('utf8')) as { ciphertext: string };
  const inside = Buffer.from(ciphertext, 'base64');
  expect(inside.subarray(0, 3).toString()).toBe('v11');
  for (const text of ['zoe.nunez', 'fjord-demo', 'Fjord Demo', 'Demo API', 'Microsoft Graph'])
    for (const bytes of [file, inside]) expect(holds(bytes, text), text).toBe(false);

  const second = await launch();
  await second.startSecondInstance();
  const page = await second.mainWindow();
  await page.evaluate(() => window.tokenTray.run('showPage', { page: 'activity' }));
  const entries = async () => (await page.evaluate(() => window.tokenTray.getSnapshot())).activity ?? [];
  await expect.poll(entries).toMatchObject([
    { presetName: 'Microsoft Graph', format: 'token', tenantName: 'Fjord Demo' },
    { presetName: 'Demo API', format: 'token', tenantName: 'Fjord Demo' },
  ]);
  await page.evaluate(() => window.tokenTray.run('clearActivity', {}));
  // A kill takes nothing back: it was gone from the disk before the answer.
  await second.kill();
  const third = await launch();
  await third.startSecondInstance();
  const again = await third.mainWindow();
  await again.evaluate(() => window.tokenTray.run('showPage', { page: 'activity' }));
  await expect(again.getByRole('heading', { name: 'Activity' })).toBeVisible();
  // What is noted now stands above what has been kept, which is read soon after the start.
  await again.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'key-vault' }));
  const activity = async () => (await again.evaluate(() => window.tokenTray.getSnapshot())).activity ?? [];
  await expect.poll(async () => (await activity()).length).toBeGreaterThan(0);
  expect(await activity()).toMatchObject([{ presetName: 'Key Vault' }]);
});

test('a cache that cannot be decrypted is set aside, and presets are untouched', async ({
  launch,
  desktop,
}) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await row(page, 'Storage').getByRole('button', { name: 'Pin Storage' }).click();
  const folder = await first.userDataDir();
  await first.quit();
  const name = String((await readdir(folder)).find((each) => each.startsWith('account-')));
  const ciphertext = Buffer.concat([Buffer.from('v11'), Buffer.alloc(64, 7)]).toString('base64');
  await writeFile(path.join(folder, name), JSON.stringify({ version: 1, ciphertext }));

  const second = await launch();
  await second.startSecondInstance();
  const again = await second.mainWindow();
  await expect(again.getByText(/Saved tokens could not be read/)).toBeVisible();
  await expect(row(again, 'Storage').getByRole('button', { name: 'Unpin Storage' })).toBeVisible();
  expect((await readdir(folder)).filter((each) => each.includes('.damaged-'))).toHaveLength(1);
  await again.getByRole('button', { name: 'Sign in', exact: true }).click();
  // The first page was the one of the sign-in before the damage.
  await signInInBrowser(desktop, zoe);
  await expect(again.getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
});

test.describe('without a keyring', () => {
  test.use({ keyring: false });

  test('no token reaches the disk, the window says so once, and a restart signs in again', async ({
    launch,
    desktop,
  }) => {
    const first = await launch();
    const tokens = await copySomeTokens(first, desktop);
    const page = await first.mainWindow();
    await expect(page.getByText(/tokens are kept in memory only/)).toBeVisible();
    await page.getByRole('button', { name: /^Dismiss/ }).click();
    await expect(page.getByText(/tokens are kept in memory only/)).toBeHidden();
    const folder = await first.userDataDir();
    await first.quit();
    await expectNoneIn(folder, tokens);
    await expectNoneIn(desktop.home, tokens);
    expect((await readdir(folder)).some((name) => name.startsWith('token-cache-'))).toBe(false);
    expect((await readdir(folder)).some((name) => name.startsWith('demo-tenant'))).toBe(false);
    expect(await readdir(folder)).not.toContain('activity.json');

    const second = await launch();
    await second.startSecondInstance();
    const again = await second.mainWindow();
    await expect(again.getByRole('heading', { name: 'Sign in to get tokens' })).toBeVisible();
    await expect(again.getByText(/tokens are kept in memory only/)).toHaveCount(0);
  });
});
