import path from 'node:path';
import type { Page } from 'playwright/test';
import type { CommandOutcome, HotkeyOwner } from '../src/shared/ipc';
import type { Snapshot } from '../src/shared/snapshot';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { enterDemo, token, whenTenantsAreRead, zoe } from './person';

test.use({ windowManager: true });

const otherProgram = path.join(import.meta.dirname, 'desktop', 'probe-app');
const demoApi: HotkeyOwner = { presetId: 'demo-api' };
const graph: HotkeyOwner = { presetId: 'graph' };
const done = { outcome: 'done' };
const palettePage = /^app:\/\/token-tray\/palette\b/;

const setHotkey = (page: Page, hotkey: HotkeyOwner, accelerator: string | null): Promise<CommandOutcome> =>
  page.evaluate((args) => window.tokenTray.run('setHotkey', args), { hotkey, accelerator });
const snapshot = (page: Page): Promise<Snapshot> => page.evaluate(() => window.tokenTray.getSnapshot());

/** URLs of the windows that can be seen. */
const visibleWindows = (program: Program): Promise<string[]> =>
  program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()
      .filter((window) => window.isVisible())
      .map((window) => window.webContents.getURL()),
  );

test('a preset’s hotkey copies its token while another program keeps the focus', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  expect(await setHotkey(page, demoApi, 'CommandOrControl+Alt+G')).toEqual(done);
  await page.close();
  const terminal = await desktop.openTerminal();
  await desktop.keyboard.type('before ');
  await desktop.keyboard.press('ctrl+alt+g');
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  expect(await terminal.hasFocus()).toBe(true);
  expect(await visibleWindows(program)).toEqual([]);
  await desktop.keyboard.type('after');
  await terminal.waitForTyped('before after');
});

test('the second hotkey copies the last copy again, in its format, without a window, and says so', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  expect(await setHotkey(page, 'copy-last', 'F9')).toEqual(done);
  await page.evaluate(() => window.tokenTray.run('copySnippet', { presetId: 'graph', format: 'curl' }));
  const copied = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  await page.close();
  const terminal = await desktop.openTerminal();
  await desktop.clipboard.write('something else');
  const saidBefore = desktop.notifications.shown.length;
  await desktop.keyboard.press('F9');
  expect(await desktop.clipboard.waitFor((text) => text !== 'something else')).toBe(copied);
  const said = await desktop.notifications.waitForAll((all) => all.length > saidBefore);
  expect(said.slice(saidBefore).map(({ title }) => title)).toEqual(['Microsoft Graph curl command copied']);
  expect(desktop.notifications.up.map(({ title }) => title)).toContain('Microsoft Graph curl command copied');
  expect(await visibleWindows(program)).toEqual([]);
  expect(await terminal.hasFocus()).toBe(true);
  expect(terminal.typed()).toBe('');
});

test('a hotkey that another program has is refused; the old one stays, and the snapshot says which do not work', async ({
  program,
  launch,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await setHotkey(page, demoApi, 'CommandOrControl+Alt+G');
  await setHotkey(page, graph, 'CommandOrControl+Alt+H');
  const other = await launch({ appFolder: otherProgram, args: ['--hotkey=CommandOrControl+Alt+J'] });
  await desktop.clipboard.waitFor((text) => text === 'hotkey taken');

  expect(await setHotkey(page, demoApi, 'CommandOrControl+Alt+J')).toEqual({
    outcome: 'invalid',
    problems: { accelerator: 'hotkey-not-available' },
  });
  expect((await snapshot(page)).settings.hotkeyProblems).toEqual({});
  await desktop.openTerminal();
  await desktop.keyboard.press('ctrl+alt+j');
  await desktop.clipboard.waitFor((text) => text === 'hotkey pressed');
  await desktop.keyboard.press('ctrl+alt+g');
  await desktop.clipboard.waitFor((text) => token.test(text));

  // One that was set and is taken by another program while ours does not run.
  await program.quit();
  await other.quit();
  const quicker = await launch({ appFolder: otherProgram, args: ['--hotkey=CommandOrControl+Alt+H'] });
  await desktop.clipboard.waitFor((text) => text === 'hotkey taken');
  const again = await launch({ args: ['--palette'] });
  const palette = await again.window(palettePage);
  const problem = { 'CommandOrControl+Alt+H': 'hotkey-not-available' };
  await expect.poll(async () => (await snapshot(palette)).settings.hotkeyProblems).toEqual(problem);
  await desktop.keyboard.press('ctrl+alt+g');
  await desktop.clipboard.waitFor((text) => token.test(text));
  await quicker.quit();
  // Looking at the settings is enough to try again.
  await palette.evaluate(() => window.tokenTray.run('showPage', { page: 'settings' }));
  const settings = await again.mainWindow();
  await expect.poll(async () => (await snapshot(settings)).settings.hotkeyProblems).toEqual({});
  await desktop.clipboard.write('nothing yet');
  await desktop.keyboard.press('ctrl+alt+h');
  await desktop.clipboard.waitFor((text) => token.test(text));
});

test('a hotkey that another program had works after the computer has slept', async ({ launch, desktop }) => {
  const other = await launch({ appFolder: otherProgram, args: ['--hotkey=CommandOrControl+Alt+T'] });
  await desktop.clipboard.waitFor((text) => text === 'hotkey taken');
  const program = await launch();
  const page = await program.mainWindow();
  const problems = async () => (await snapshot(page)).settings.hotkeyProblems;
  await expect.poll(problems).toEqual({ 'CommandOrControl+Alt+T': 'hotkey-not-available' });
  await other.quit();
  // Only this half of it: when the computer goes to sleep, Chromium cuts the test off from its pages.
  await desktop.loginManager.waitForListener();
  desktop.loginManager.resume();
  await expect.poll(problems).toEqual({});
  await desktop.openTerminal();
  await desktop.keyboard.press('ctrl+alt+t');
  await program.window(palettePage);
});

test('a hotkey that the keyboard does not have is refused and takes no other one with it', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await setHotkey(page, demoApi, 'CommandOrControl+Alt+G');
  expect(await setHotkey(page, graph, 'CommandOrControl+Alt+F24')).toMatchObject({ outcome: 'invalid' });
  await desktop.openTerminal();
  await desktop.keyboard.press('ctrl+alt+g');
  await desktop.clipboard.waitFor((text) => token.test(text));
});

test('hotkeys are there after a restart, and gone with the program', async ({ launch, desktop }) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await setHotkey(page, demoApi, 'F9');
  await setHotkey(page, 'palette', 'CommandOrControl+Alt+P');
  await whenTenantsAreRead(page);
  await first.quit();
  const terminal = await desktop.openTerminal();
  await desktop.keyboard.press('F9');
  // What a terminal makes of it when nobody else wants it.
  await terminal.waitForTyped('\u001b[20~');

  const second = await launch();
  const tray = await desktop.tray.icon();
  await tray.waitForMenu((menu) => menu.some(({ label }) => label === `${zoe} · Fjord Demo`));
  await terminal.focus();
  await desktop.keyboard.press('F9');
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.keyboard.press('ctrl+alt+p');
  await second.window(palettePage);
  expect(terminal.typed()).toBe('\u001b[20~');
});

test('a key that is held down copies once', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await setHotkey(page, demoApi, 'CommandOrControl+Alt+G');
  await setHotkey(page, graph, 'CommandOrControl+Alt+H');
  await page.evaluate(() => window.tokenTray.run('showPage', { page: 'activity' }));
  // Nothing else is on its way to the network, which takes one after the other.
  await whenTenantsAreRead(page);
  await desktop.openTerminal();
  await desktop.keyboard.hold('ctrl+alt+g', 30);
  await desktop.keyboard.press('ctrl+alt+h');
  const copied = async () =>
    (await snapshot(page)).activity?.map((entry) => entry.kind === undefined && entry.presetName);
  await expect.poll(copied).toContain('Microsoft Graph');
  await expect.poll(copied).toContain('Demo API');
  expect(await copied()).toEqual(['Microsoft Graph', 'Demo API']);
});

test('while a page records a hotkey it hears those of Token Tray, too', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await setHotkey(page, demoApi, 'CommandOrControl+Alt+G');
  const heard = page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        document.addEventListener('keydown', ({ code }) => {
          if (code === 'KeyG') resolve(code);
        });
      }),
  );
  await page.evaluate(() => window.tokenTray.run('pauseHotkeys', { paused: true }));
  await desktop.keyboard.press('ctrl+alt+g');
  expect(await heard).toBe('KeyG');
  expect(await desktop.clipboard.read()).toBe('');
  // In another program they work, whatever the page does.
  const terminal = await desktop.openTerminal();
  await expect
    .poll(async () => {
      await desktop.keyboard.press('ctrl+alt+g');
      return desktop.clipboard.read();
    })
    .toMatch(token);
  expect(await terminal.hasFocus()).toBe(true);
});

test('Ctrl+Alt+T opens the palette from another program', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  const terminal = await desktop.openTerminal();
  await desktop.keyboard.press('ctrl+alt+t');
  await program.window(palettePage);
  await expect.poll(() => terminal.hasFocus()).toBe(false);
  expect(terminal.typed()).toBe('');
});

test.describe('for the keyboard settings of a desktop that gives no hotkeys', () => {
  test('--palette opens the palette, in the program that runs or in a new one', async ({
    launch,
    desktop,
  }) => {
    const first = await launch({ args: ['--palette'] });
    await first.window(palettePage);
    await expect.poll(() => visibleWindows(first)).toEqual([expect.stringMatching(palettePage)]);
    await first.quit();

    const program = await launch();
    const page = await enterDemo(program, desktop);
    await page.close();
    expect(await program.startSecondInstance(['--palette'])).toMatchObject({ code: 0 });
    await program.window(palettePage);
    await expect.poll(() => visibleWindows(program)).toEqual([expect.stringMatching(palettePage)]);
  });

  test('--copy-last copies the last copy again, in the program that runs or in a new one', async ({
    launch,
    desktop,
  }) => {
    const first = await launch();
    const page = await enterDemo(first, desktop);
    await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'demo-api' }));
    const copied = await desktop.clipboard.waitFor((text) => token.test(text));
    await page.close();
    await desktop.clipboard.write('something else');
    expect(await first.startSecondInstance(['--copy-last'])).toMatchObject({ code: 0 });
    expect(await desktop.clipboard.waitFor((text) => text !== 'something else')).toBe(copied);
    expect(await visibleWindows(first)).toEqual([]);
    await first.quit();

    await desktop.clipboard.write('something else');
    const second = await launch({ args: ['--copy-last'] });
    expect(await desktop.clipboard.waitFor((text) => text !== 'something else')).toBe(copied);
    expect(await visibleWindows(second)).toEqual([]);
  });

  test('--at-login shows no window, not even the first time', async ({ launch, desktop }) => {
    const program = await launch({ args: ['--at-login'] });
    const tray = await desktop.tray.icon();
    await tray.waitForMenu((menu) => menu.length > 0);
    expect(await program.startSecondInstance(['--at-login'])).toMatchObject({ code: 0 });
    expect(await program.startSecondInstance(['--palette'])).toMatchObject({ code: 0 });
    // What came before it would be there by now.
    await program.window(palettePage);
    expect(program.app.windows().map((window) => window.url())).toEqual([expect.stringMatching(palettePage)]);
  });
});
