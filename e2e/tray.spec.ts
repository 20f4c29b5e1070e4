import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './desktop/fixtures';
import { menuOutline } from './desktop/tray-menu';
import { claimsOf, enterDemo, signInInBrowser, token, zoe } from './person';

const run = promisify(execFile);

test('the menu has the account, presets with their time, Copy as curl, Open and Quit', async ({
  program,
  tray,
  desktop,
}) => {
  await enterDemo(program, desktop);
  const before = menuOutline(await tray.waitForMenu((menu) => menu[0]?.label === `${zoe} · Fjord Demo`));
  expect(before.slice(0, 3)).toEqual([`${zoe} · Fjord Demo`, '-', 'Azure Resource Manager    no token yet']);
  expect(before).toContain('Copy as curl');
  expect(before.slice(-3)).toEqual(['-', 'Open Token Tray', 'Quit']);
  await tray.click([/^Demo API/]);
  await tray.waitForMenu((menu) => menu.some(({ label }) => /^Demo API {4}(1 h \d+|\d+) min$/.test(label)));
});

test('one click copies the token, and a notification says so where no window does', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  await tray.click([/^Demo API/]);
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('api://demo.token-tray');
  const { body } = await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  expect(body).toMatch(/^Good for (1 h \d+ min|\d+ min)\. The clipboard is cleared in 60 s\.$/);
  expect(body).not.toContain('eyJ');
  expect(program.app.windows().filter((window) => !window.isClosed())).toEqual([]);
});

test('a click on the notification opens the window', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  await tray.click([/^Demo API/]);
  const notification = await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  expect(notification.actions).toContain('default');
  expect(program.app.windows().filter((window) => !window.isClosed())).toEqual([]);
  desktop.notifications.click(notification);
  const opened = await program.mainWindow();
  await expect(opened.getByText('Demo API token copied', { exact: true })).toBeVisible();
  await expect
    .poll(() =>
      program.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    )
    .toEqual([true]);
});

test('Copy as curl copies a command that runs, and Clear clipboard takes it away', async ({
  program,
  tray,
  desktop,
}) => {
  await enterDemo(program, desktop);
  await tray.click(['Copy as curl', /^Azure Resource Manager/]);
  const line = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  const { stdout } = await run('bash', ['-c', `${line} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({ value: [{ displayName: 'Demo production' }, {}] });
  await tray.click(['Clear clipboard']);
  await desktop.clipboard.waitFor((text) => text === '');
  await tray.waitForMenu((menu) => !menu.some(({ label }) => label === 'Clear clipboard'));
});

test('the icon shows when a sign-in is needed, and when a token is on the clipboard', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await program.mainWindow();
  const idle = (await tray.state()).iconPixels;
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const needed = await tray.waitForState(({ toolTip }) => toolTip.includes('sign-in needed'));
  expect(needed.iconPixels).not.toBe(idle);
  await tray.click(['Sign in…']);
  await signInInBrowser(desktop, zoe);
  await tray.waitForState(({ iconPixels }) => iconPixels === idle);
  await tray.click([/^Demo API/]);
  const onClipboard = await tray.waitForState(({ toolTip }) => toolTip.includes('clipboard'));
  expect([idle, needed.iconPixels]).not.toContain(onClipboard.iconPixels);
});

test('a sign-in that the tray starts opens the window to cancel it, and Open and Quit do as they say', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.close();
  await tray.click([/^Demo API/]);
  await desktop.browser.nextUrl();
  const waiting = await program.mainWindow();
  await expect(waiting.getByRole('dialog')).toBeVisible();
  await tray.click(['Cancel sign-in']);
  await expect(waiting.getByRole('dialog')).toBeHidden();
  await waiting.close();
  await tray.click(['Open Token Tray']);
  await expect((await program.mainWindow()).getByRole('textbox', { name: /search/i })).toBeVisible();
  const ended = program.waitForExit();
  await tray.click(['Quit']);
  await ended;
});
