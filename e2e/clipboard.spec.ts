import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { menuOutline } from './desktop/tray-menu';
import { enterDemo, row, token, whenTenantsAreRead } from './person';

const copyDemoToken = async (page: Page): Promise<void> => {
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
};

const changeSettings = (page: Page, change: Record<string, unknown>) =>
  page.evaluate((wanted) => window.tokenTray.run('changeSettings', { change: wanted }), change);

test('is cleared by itself after the time that is set', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await changeSettings(page, { clipboardClearsAfter: 10 });
  await copyDemoToken(page);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.clipboard.waitFor((text) => text === '');
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeHidden();
});

test('leaves alone what another program has copied since', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await changeSettings(page, { clipboardClearsAfter: 10 });
  await copyDemoToken(page);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.clipboard.write('a shopping list');
  // The bar goes when the time is over.
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeHidden({ timeout: 20_000 });
  expect(await desktop.clipboard.read()).toBe('a shopping list');
});

test('another time acts on what is there now', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await copyDemoToken(page);
  await expect(page.getByText(/clears in 0:\d\d$/)).toBeVisible();
  await changeSettings(page, { clipboardClearsAfter: 600 });
  await expect(page.getByText(/clears in 9:\d\d$/)).toBeVisible();
  await changeSettings(page, { clipboardClearsAfter: 0 });
  await expect(page.getByText(/^Good for (1 h \d+ min|\d+ min)$/)).toBeVisible();
  expect(await desktop.clipboard.read()).toMatch(token);
});

test('is no longer said to be there when another program has copied something', async ({
  program,
  desktop,
  tray,
}) => {
  const page = await enterDemo(program, desktop);
  await changeSettings(page, { clipboardClearsAfter: 0 });
  await copyDemoToken(page);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await tray.waitForState(({ toolTip }) => toolTip.includes('clipboard'));
  await desktop.clipboard.write('a shopping list');
  await tray.waitForState(({ toolTip }) => !toolTip.includes('clipboard'));
  expect(menuOutline(await tray.menu()).join('\n')).not.toContain('Clear clipboard');
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeHidden();
  expect(await desktop.clipboard.read()).toBe('a shopping list');
});

// Chromium drops Playwright's connection when the computer sleeps, so from then on the tray tells what is going on.
test('goes when the computer sleeps, but only what is ours', async ({ program, desktop, tray }) => {
  const page = await enterDemo(program, desktop);
  await changeSettings(page, { clipboardClearsAfter: 0 });
  // A refresh that a sleep cuts off takes its refresh token with it: the demo's are good for one use.
  await whenTenantsAreRead(page);
  await copyDemoToken(page);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.loginManager.suspend();
  await desktop.clipboard.waitFor((text) => text === '');
  desktop.loginManager.resume();

  await tray.click([/^Demo API/]);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await tray.waitForState(({ toolTip }) => toolTip.includes('clipboard'));
  await desktop.clipboard.write('a shopping list');
  await desktop.loginManager.suspend();
  await tray.waitForState(({ toolTip }) => !toolTip.includes('clipboard'));
  expect(await desktop.clipboard.read()).toBe('a shopping list');
});

test('stays when the computer sleeps, if the settings say so', async ({ program, desktop, tray }) => {
  const page = await enterDemo(program, desktop);
  await changeSettings(page, { clipboardClearsOnLock: false });
  // A refresh that a sleep cuts off takes its refresh token with it: the demo's are good for one use.
  await whenTenantsAreRead(page);
  await copyDemoToken(page);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.loginManager.suspend();
  desktop.loginManager.resume();
  // Another copy goes through everything that a sleep would have set off.
  await tray.click([/^Microsoft Graph/]);
  await tray.waitForState(({ toolTip }) => toolTip.includes('Microsoft Graph'));
  await desktop.loginManager.suspend();
  desktop.loginManager.resume();
  const before = (await tray.state()).toolTip;
  await tray.waitForState(({ toolTip }) => toolTip !== before);
  expect((await tray.state()).toolTip).toContain('Microsoft Graph');
  expect(await desktop.clipboard.read()).toMatch(token);
});

for (const clearsOnQuit of [true, false]) {
  test(`is ${clearsOnQuit ? '' : 'not '}cleared on quit, as the setting says`, async ({
    program,
    desktop,
  }) => {
    const page = await enterDemo(program, desktop);
    await changeSettings(page, { clipboardClearsOnQuit: clearsOnQuit, clipboardClearsAfter: 0 });
    // A clipboard of X11 goes with the program that owns it: what tells the two apart is what is left at the very end.
    const left = path.join(desktop.folder, 'left-on-the-clipboard');
    await program.app.evaluate(({ app, clipboard }, file) => {
      const { writeFileSync } = process.getBuiltinModule('node:fs');
      // A promise from Electron 44 on.
      const read = async (): Promise<string> => clipboard.readText();
      app.on('quit', () => void read().then((text) => writeFileSync(file, text === '' ? 'empty' : 'a text')));
    }, left);
    await copyDemoToken(page);
    await desktop.clipboard.waitFor((text) => token.test(text));
    await program.quit();
    expect(readFileSync(left, 'utf8')).toBe(clearsOnQuit ? 'empty' : 'a text');
  });
}
