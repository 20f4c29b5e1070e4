import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { expect, test } from './fixtures';
import { menuOutline } from './tray-menu';

/** The harness, proven with a program that holds nothing but what is to be seen. */
const appFolder = path.join(import.meta.dirname, 'probe-app');

test('the tray menu is read, clicked and followed; the icon too', async ({ desktop, launch }) => {
  await launch({ appFolder });
  const tray = await desktop.tray.icon();
  const menu = await tray.waitForMenu((items) => items.length > 0);
  expect(menuOutline(menu)).toEqual([
    'Copied 0 times',
    '-',
    'Copy',
    'More_and more',
    '  Encrypt',
    '  Theme',
    'Open page',
    'Open window',
    'Notify',
    'Switch',
    'Quit',
  ]);
  expect(menu[0]).toMatchObject({ enabled: false, type: 'standard' });
  expect(menu.find(({ label }) => label === 'Switch')).toMatchObject({
    toggleType: 'checkmark',
    toggleState: 1,
  });

  await tray.click(['Copy']);
  await tray.waitForMenu(([first]) => first?.label === 'Copied 1 times');
  expect(await desktop.clipboard.read()).toBe('copy 1');
  expect(await desktop.clipboard.targets()).toContain('UTF8_STRING');
  await tray.waitForState(({ toolTip }) => toolTip === 'Copied 1 times');

  await tray.activate();
  await desktop.clipboard.waitFor((text) => text === 'icon clicked');
});

test('the clipboard is written by another program, and overwritten', async ({ desktop, launch }) => {
  expect(await desktop.clipboard.read()).toBe('');
  await desktop.clipboard.write('one\nzwei ü');
  await desktop.clipboard.write('two');
  await launch({ appFolder });
  await (await desktop.tray.icon()).click([/^Cop.$/]);
  await desktop.clipboard.waitFor((text) => text === 'copy 1');
  await desktop.clipboard.write('three');
  expect(await desktop.clipboard.read()).toBe('three');
});

test('a page opened by the program loads in the Chromium of the desktop', async ({ desktop, launch }) => {
  const server = createServer((request, response) => response.end(`<title>at ${request.url ?? ''}</title>`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/sign-in?a=1&b=%20`;
  await launch({ appFolder, args: [`--open=${url}`] });
  await (await desktop.tray.icon()).click(['Open page']);
  const page = await desktop.browser.openNextPage();
  expect(page.url()).toBe(url);
  await expect(page).toHaveTitle('at /sign-in?a=1&b=%20');
  server.close();
});

test('with a keyring secrets are protected by it', async ({ desktop, launch }) => {
  await launch({ appFolder });
  await (await desktop.tray.icon()).click(['More_and more', 'Encrypt']);
  expect(await desktop.clipboard.waitFor((text) => text !== '')).toBe('gnome_libsecret v11');
});

test.describe('without a keyring', () => {
  test.use({ keyring: false });

  test('secrets are not protected', async ({ desktop, launch }) => {
    await launch({ appFolder });
    await (await desktop.tray.icon()).click((item) => item.label === 'Encrypt');
    expect(await desktop.clipboard.waitFor((text) => text !== '')).toMatch(/^basic_text /);
  });
});

test.describe('on a dark desktop with a window manager', () => {
  test.use({ colorScheme: 'dark', windowManager: true });

  test('the program sees the colours, also when they change', async ({ desktop, launch }) => {
    await launch({ appFolder });
    const tray = await desktop.tray.icon();
    const expectTheme = (theme: string) =>
      expect(async () => {
        await desktop.clipboard.write('nothing yet');
        await tray.click(['More_and more', 'Theme']);
        expect(await desktop.clipboard.waitFor((text) => text !== 'nothing yet')).toBe(theme);
      }).toPass();
    await expectTheme('dark');
    desktop.settings.setColorScheme('light');
    await expectTheme('light');
  });
});

test.describe('with a window manager', () => {
  test.use({ windowManager: true });

  test('what is typed reaches the window that has the focus', async ({ desktop }) => {
    const first = await desktop.openTerminal();
    await desktop.keyboard.type('one Two');
    await first.waitForTyped('one Two');
    const second = await desktop.openTerminal();
    expect(await first.hasFocus()).toBe(false);
    await desktop.keyboard.type('3');
    await desktop.keyboard.press('ctrl+c');
    await second.waitForTyped('3\u0003');
    await first.focus();
    await desktop.keyboard.press('Return');
    await first.waitForTyped('one Two\r');
    expect(second.typed()).toBe('3\u0003');
  });
});

test.describe('a window that complains', () => {
  test.use({ windowsMayComplain: true });

  test('is found, its problems collected, its processes counted', async ({ desktop, launch }) => {
    const program = await launch({ appFolder });
    const tray = await desktop.tray.icon();
    await tray.waitForMenu((items) => items.length > 0);
    expect(program.processes().map(({ type }) => type)).toContain('main');
    expect(program.processes().map(({ type }) => type)).not.toContain('renderer');

    await tray.click(['Open window']);
    const page = await program.window(/^data:/);
    await expect(page.getByRole('heading')).toHaveText('Probe');
    await program.waitForProcesses((all) => all.some(({ type }) => type === 'renderer'));
    await expect.poll(() => program.windowProblems).toMatchObject([{ kind: 'content security policy' }]);
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: light)').matches)).toBe(true);

    await page.close();
    await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  });
});

test('notifications are shown by the desktop and clicked', async ({ desktop, launch }) => {
  await launch({ appFolder });
  await (await desktop.tray.icon()).click(['Notify']);
  desktop.notifications.click(await desktop.notifications.waitFor(({ title }) => title === 'Probe'));
  await desktop.clipboard.waitFor((text) => text === 'notification clicked');
});

test('a second instance reaches the first and ends; quit and kill leave no process', async ({
  desktop,
  launch,
}) => {
  const first = await launch({ appFolder });
  await desktop.tray.icon();
  expect(await first.userDataDir()).toBe(path.join(desktop.home, '.config', 'Probe App'));
  const second = await first.startSecondInstance(['--say=hello']);
  expect(second.code).toBe(0);
  await desktop.clipboard.waitFor((text) => text === 'second says hello');

  await first.quit();
  expect(first.processes()).toEqual([]);
  expect(await desktop.tray.icons()).toEqual([]);

  const again = await launch({ appFolder });
  await (await desktop.tray.icon()).click(['Quit']);
  await again.waitForExit();

  const last = await launch({ appFolder });
  await desktop.tray.icon();
  await last.kill();
  expect(last.processes()).toEqual([]);
});
