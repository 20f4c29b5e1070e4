import { execFile, spawn } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright/test';
import { ensureElectronRuntime } from '../build/electron-runtime.mjs';
import type { Settings } from '../src/shared/settings';
import { draftFor } from '../src/shared/test-support/preset-drafts';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import type { Terminal } from './desktop/terminal';
import { lookAt } from './look';
import { lookAgain, waitUntil } from './desktop/wait-until';
import { longNames, ownPreset, withPresets } from './own-presets';
import { claimsOf, enterDemo, signInInBrowser, token, whenTenantsAreRead, zoe } from './person';
import { cutToOneLine, scrollsSideways } from './room';

test.use({ windowManager: true });

const run = promisify(execFile);
const hotkey = 'ctrl+alt+t';
const title = 'Token Tray quick copy';

const input = (palette: Page): Locator => palette.getByRole('combobox');
const options = (palette: Page): Locator => palette.getByRole('option');
/** The row of a preset or format; its name goes on with resource and time. */
const option = (palette: Page, name: string): Locator =>
  options(palette).filter({ has: palette.locator('.name', { hasText: new RegExp(`^${name}$`) }) });
const chosen = (palette: Page): Locator => palette.locator('[aria-selected="true"] .name');

const changeSettings = (page: Page, change: Partial<Settings>): Promise<unknown> =>
  page.evaluate((wanted) => window.tokenTray.run('changeSettings', { change: wanted }), change);

/** The title of the window that has the focus, as the window manager sees it. */
async function activeWindow(desktop: DesktopSession): Promise<string> {
  return run('xdotool', ['getactivewindow', 'getwindowname'], { env: desktop.env }).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
}

const waitForPalette = (desktop: DesktopSession): Promise<string> =>
  waitUntil(
    'the palette to have the focus',
    () => activeWindow(desktop),
    (active) => active === title,
    lookAgain,
  );

const waitUntilHidden = (program: Program): Promise<unknown> =>
  waitUntil(
    'the palette to be hidden',
    () =>
      program.app.evaluate(
        ({ BrowserWindow }, name) =>
          BrowserWindow.getAllWindows().some((window) => window.getTitle() === name && window.isVisible()),
        title,
      ),
    (isVisible) => !isVisible,
    lookAgain,
  );

/** Presses the hotkey, and waits until the palette has the focus and something to choose from. */
async function openPalette(program: Program, desktop: DesktopSession): Promise<Page> {
  await desktop.keyboard.press(hotkey);
  const palette = await program.window(/^app:\/\/token-tray\/palette\b/);
  await waitForPalette(desktop);
  await expect(palette.getByRole('main')).toBeVisible();
  return palette;
}

/** In the demo tenant with a terminal in front, which the palette is opened over. */
async function atWork(
  program: Program,
  desktop: DesktopSession,
): Promise<{ readonly page: Page; readonly terminal: Terminal }> {
  const page = await enterDemo(program, desktop);
  return { page, terminal: await desktop.openTerminal() };
}

test('hotkey, a few letters, Enter: the token is on the clipboard and the focus back where it was', async ({
  program,
  desktop,
}) => {
  const { page, terminal } = await atWork(program, desktop);
  await page.close();
  await desktop.keyboard.type('before ');
  const palette = await openPalette(program, desktop);
  await desktop.keyboard.type('vau');
  await expect(options(palette)).toHaveCount(1);
  await expect(option(palette, 'Key Vault').locator('mark')).toHaveText('Vau');
  await expect(chosen(palette)).toHaveText('Key Vault');
  await desktop.keyboard.press('Return');
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('https://vault.azure.net');
  await terminal.waitForFocus();
  await desktop.keyboard.type('after');
  await terminal.waitForTyped('before after');
});

test('the line of keys says what Enter copies, and Ctrl+Enter copies a curl command that runs', async ({
  program,
  desktop,
}) => {
  const { terminal } = await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  await expect(palette.getByRole('button', { name: '↵ Token', exact: true })).toBeVisible();
  await desktop.keyboard.type('demo api');
  await expect(chosen(palette)).toHaveText('Demo API');
  await desktop.keyboard.press('ctrl+Return');
  const line = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  await terminal.waitForFocus();
  const { stdout } = await run('bash', ['-c', `${line} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({ calledBy: { name: zoe } });
});

test('with curl as default format Enter copies that and Ctrl+Enter the token', async ({
  program,
  desktop,
}) => {
  const { page } = await atWork(program, desktop);
  await changeSettings(page, { defaultFormat: 'curl' });
  const palette = await openPalette(program, desktop);
  await expect(palette.getByRole('button', { name: '↵ curl', exact: true })).toBeVisible();
  await expect(palette.getByRole('button', { name: 'Ctrl+↵ Token', exact: true })).toBeVisible();
  await desktop.keyboard.press('Return');
  await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
});

test('Alt+Enter lists the other formats; Esc and Backspace go back to the list as it was', async ({
  program,
  desktop,
}) => {
  const { terminal } = await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  await desktop.keyboard.type('demo');
  await expect(input(palette)).toHaveValue('demo');
  const name = await options(palette).nth(1).locator('.name').innerText();
  await desktop.keyboard.press('Down');
  await expect(chosen(palette)).toHaveText(name);
  for (const back of ['Escape', 'BackSpace']) {
    await desktop.keyboard.press('alt+Return');
    await expect(palette.getByRole('listbox', { name: `Copy ${name} as` })).toBeVisible();
    await expect(options(palette).locator('.name')).toHaveText([
      'Token',
      'Authorization header',
      'curl',
      'PowerShell',
      'HTTPie',
      'Python requests',
      'JavaScript fetch',
      'Environment variable',
    ]);
    await desktop.keyboard.press(back);
    await expect(input(palette)).toHaveValue('demo');
    await expect(chosen(palette)).toHaveText(name);
  }
  await desktop.keyboard.press('Home');
  await desktop.keyboard.press('Home');
  await expect(chosen(palette)).toHaveText('Demo API');
  await desktop.keyboard.press('alt+Return');
  await desktop.keyboard.type('head');
  await expect(chosen(palette)).toHaveText('Authorization header');
  await desktop.keyboard.press('Return');
  await desktop.clipboard.waitFor((text) => text.startsWith('Authorization: Bearer eyJ'));
  await terminal.waitForFocus();
});

test('the account’s user name and its tenant find every preset, with nothing marked', async ({
  program,
  desktop,
}) => {
  await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  const names = await options(palette).locator('.name').allInnerTexts();
  expect(names.length).toBeGreaterThan(1);
  for (const typed of ['zoe.nunez@', 'fjord']) {
    await desktop.keyboard.press('ctrl+a');
    await desktop.keyboard.type(`${typed}x`);
    await expect(options(palette)).toHaveCount(0);
    await desktop.keyboard.press('BackSpace');
    await expect(input(palette)).toHaveValue(typed);
    await expect(options(palette).locator('.name')).toHaveText(names);
    await expect(palette.locator('mark')).toHaveCount(0);
  }
});

test('names of 10,000 characters are cut to one line and whole in the tooltip', async ({
  launch,
  desktop,
}) => {
  const presets = ['Short', ...longNames].map((name, n) => ownPreset(`api-${n}`, { name }));
  const program = await launch(withPresets(desktop, presets));
  await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  await expect(options(palette)).toHaveCount(presets.length);
  const height = async (of: Locator): Promise<number | undefined> => (await of.boundingBox())?.height;
  const usual = await height(option(palette, 'Short'));
  const expectCut = async (name: string): Promise<void> => {
    const long = palette.getByTitle(name, { exact: true });
    expect(await cutToOneLine(long)).toBe(true);
    expect(await height(options(palette).filter({ has: long }))).toBe(usual);
    expect(await scrollsSideways(palette)).toBe(false);
  };
  for (const name of longNames) await expectCut(name);
  expect(await cutToOneLine(palette.getByTitle('Short', { exact: true }))).toBe(false);

  const [words = ''] = longNames;
  await desktop.keyboard.type('orders');
  await expect(palette.locator('mark')).toHaveText(['Orders']);
  await expectCut(words);
  await desktop.keyboard.press('alt+Return');
  await expect(palette.getByRole('button', { name: /^Back from Orders/ })).toBeVisible();
  expect(await scrollsSideways(palette)).toBe(false);
  await desktop.keyboard.press('Return');
  await desktop.clipboard.waitFor((text) => token.test(text));
});

test('arrows go round, pages and ends move, and Ctrl with a number copies that row', async ({
  program,
  desktop,
}) => {
  await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  const names = await options(palette).locator('.name').allInnerTexts();
  expect(names.length).toBeGreaterThan(9);
  await expect(chosen(palette)).toHaveText(String(names[0]));
  await desktop.keyboard.press('Up');
  await expect(chosen(palette)).toHaveText(String(names.at(-1)));
  await expect(chosen(palette)).toBeInViewport({ ratio: 1 });
  await desktop.keyboard.press('Down');
  await expect(chosen(palette)).toHaveText(String(names[0]));
  await desktop.keyboard.press('Next');
  await expect(chosen(palette)).toHaveText(String(names[9]));
  await desktop.keyboard.press('Prior');
  await desktop.keyboard.press('End');
  await expect(chosen(palette)).toHaveText(String(names.at(-1)));
  await expect(input(palette)).toHaveAttribute(
    'aria-activedescendant',
    String(await palette.locator('[aria-selected="true"]').getAttribute('id')),
  );
  await expect(option(palette, String(names[1])).locator('.number')).toHaveAttribute('data-keys', 'Ctrl+2');
  await desktop.keyboard.press('ctrl+2');
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.notifications.waitFor(({ title: said }) => said === `${String(names[1])} token copied`);
});

test('Esc closes, whatever was typed; the hotkey closes what it opened; so does losing the focus', async ({
  program,
  desktop,
}) => {
  const { terminal } = await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  await desktop.keyboard.type('graph');
  await expect(options(palette)).toHaveCount(1);
  await desktop.keyboard.press('Escape');
  await terminal.waitForFocus();

  await program.startSecondInstance(['--palette']);
  await waitForPalette(desktop);
  await expect(input(palette)).toHaveValue('');
  await program.startSecondInstance(['--palette']);
  await terminal.waitForFocus();

  await program.startSecondInstance(['--palette']);
  await waitForPalette(desktop);
  await terminal.focus();
  await waitUntilHidden(program);
});

/** So long after a press the next one may be taken for a repeat of a key that is held down, in ms. */
const repeatsWithin = 750;
/** Sooner than that after a press, in ms, the next one is a repeat unless a key has closed the palette meanwhile. */
const tapsWithin = 600;

/** When more than `ms` have gone by since `start`. */
const later = (start: number, ms: number): Promise<unknown> =>
  waitUntil(
    `${ms} ms to go by`,
    () => performance.now() - start,
    (since) => since > ms,
    lookAgain,
  );

test('after Esc, and after another window has got the focus, the hotkey opens it again at once', async ({
  program,
  desktop,
}) => {
  const { terminal } = await atWork(program, desktop);
  const close = async (): Promise<void> => {
    await desktop.keyboard.press('Escape');
    await terminal.waitForFocus();
  };
  // From now on its window is kept, and opens quickly.
  await openPalette(program, desktop);
  await close();
  /** How long after one press the next has opened it again, in ms. */
  const pressTwice = async (leave: () => Promise<void>): Promise<number> => {
    await later(performance.now(), tapsWithin);
    const first = performance.now();
    await desktop.keyboard.press(hotkey);
    await waitForPalette(desktop);
    const seen = performance.now();
    await leave();
    await waitUntilHidden(program);
    await later(seen, tapsWithin);
    await desktop.keyboard.press(hotkey);
    const between = performance.now() - first;
    await waitForPalette(desktop);
    await close();
    return between;
  };
  for (const leave of [close, () => terminal.focus()]) {
    // What is pressed later than that opens it in any case. A machine that is too busy to press sooner proves nothing;
    // the units of the hotkeys do.
    for (let time = Infinity, tries = 0; time > repeatsWithin - 50 && tries < 5; tries += 1) {
      time = await pressTwice(leave);
    }
  }
});

test('its hotkey held down opens it once', async ({ program, desktop }) => {
  const { terminal } = await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  await desktop.keyboard.press('Escape');
  await terminal.waitForFocus();
  await program.app.evaluate(({ BrowserWindow }, name) => {
    const shows: number[] = [];
    const window = BrowserWindow.getAllWindows().find((each) => each.getTitle() === name);
    window?.on('show', () => shows.push(Date.now()));
    Object.assign(globalThis, { shows });
  }, title);
  await desktop.keyboard.hold(hotkey, 31);
  await waitForPalette(desktop);
  await desktop.keyboard.type('graph');
  await expect(input(palette)).toHaveValue('graph');
  // Put there above; no type knows of it.
  const shows = await program.app.evaluate(() => (globalThis as unknown as { shows: number[] }).shows);
  expect(shows).toHaveLength(1);
});

test('its hotkey pressed once more closes it, and once more opens it again', async ({ program, desktop }) => {
  const { terminal } = await atWork(program, desktop);
  await openPalette(program, desktop);
  await later(performance.now(), 2 * repeatsWithin);
  await desktop.keyboard.press(hotkey);
  await terminal.waitForFocus();
  await later(performance.now(), 2 * repeatsWithin);
  await desktop.keyboard.press(hotkey);
  await waitForPalette(desktop);
  expect(terminal.typed()).toBe('');
});

test('it lies in the upper third of the screen with the pointer, over everything, without a frame', async ({
  program,
  desktop,
}) => {
  await atWork(program, desktop);
  await openPalette(program, desktop);
  const window = await program.app.evaluate(({ BrowserWindow }, name) => {
    const palette = BrowserWindow.getAllWindows().find((each) => each.getTitle() === name);
    return {
      bounds: palette?.getBounds(),
      inside: palette?.getContentBounds(),
      isAlwaysOnTop: palette?.isAlwaysOnTop(),
      isResizable: palette?.isResizable(),
    };
  }, title);
  const { stdout } = await run('xdotool', ['getactivewindow', 'getwindowgeometry', '--shell'], {
    env: desktop.env,
  });
  expect(stdout).toContain('X=360\nY=165\nWIDTH=560\nHEIGHT=504\n');
  expect(window).toMatchObject({ bounds: { x: 360, y: 165, width: 560, height: 504 }, isAlwaysOnTop: true });
  expect(window.isResizable).toBe(false);
  expect(window.inside).toEqual(window.bounds);
  const { stdout: states } = await run('sh', ['-c', 'xprop -id "$(xdotool getactivewindow)" _NET_WM_STATE'], {
    env: desktop.env,
  });
  expect(states).toContain('_NET_WM_STATE_ABOVE');
});

test('the pointer chooses when it moves and not when the palette opens under it; a click copies', async ({
  program,
  desktop,
}) => {
  const { terminal } = await atWork(program, desktop);
  const move = (x: number, y: number): Promise<unknown> =>
    run('xdotool', ['mousemove', '--sync', String(x), String(y)], { env: desktop.env });
  // Where the third row is going to be.
  await move(600, 339);
  const palette = await openPalette(program, desktop);
  const names = await options(palette).locator('.name').allInnerTexts();
  await expect(chosen(palette)).toHaveText(String(names[0]));
  await desktop.keyboard.press('Down');
  await expect(chosen(palette)).toHaveText(String(names[1]));
  await move(602, 384);
  await move(604, 384);
  await expect(chosen(palette)).toHaveText(String(names[3]));
  await run('xdotool', ['click', '1'], { env: desktop.env });
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.notifications.waitFor(({ title: said }) => said === `${String(names[3])} token copied`);
  await terminal.waitForFocus();
});

test('a preset that is deleted while it is chosen is said to be gone, and Enter copies nothing', async ({
  program,
  desktop,
}) => {
  const { page } = await atWork(program, desktop);
  const palette = await openPalette(program, desktop);
  await desktop.keyboard.type('vault');
  await expect(chosen(palette)).toHaveText('Key Vault');
  await page.evaluate(() => window.tokenTray.run('deletePreset', { presetId: 'key-vault' }));
  await expect(palette.getByText('Key Vault is no longer there. Choose another.')).toBeVisible();
  await expect(chosen(palette)).toHaveCount(0);
  await desktop.keyboard.press('Return');
  await desktop.keyboard.press('ctrl+a');
  await desktop.keyboard.press('BackSpace');
  await expect(palette.getByText(/is no longer there/)).toHaveCount(0);
  await expect(chosen(palette)).toHaveCount(1);
  expect(await desktop.clipboard.read()).toBe('');
  // In the list of formats, too.
  await desktop.keyboard.type('storage');
  await desktop.keyboard.press('alt+Return');
  await expect(palette.getByRole('listbox', { name: 'Copy Storage as' })).toBeVisible();
  await page.evaluate(() => window.tokenTray.run('deletePreset', { presetId: 'storage' }));
  await expect(palette.getByText('Storage is no longer there. Choose another.')).toBeVisible();
  await desktop.keyboard.press('Return');
  await expect(palette.getByText('Nothing matches “storage”')).toBeVisible();
  expect(await desktop.clipboard.read()).toBe('');
});

test('each row shows how long its token is good for, or that there is none', async ({ program, desktop }) => {
  const { page } = await atWork(program, desktop);
  await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'key-vault' }));
  await desktop.clipboard.waitFor((text) => token.test(text));
  const palette = await openPalette(program, desktop);
  // They are no part of the document, so that screen readers do not read what ticks.
  const words = (name: string): Promise<string> =>
    option(palette, name)
      .locator('.words')
      .evaluate((element) => getComputedStyle(element, '::after').content);
  await expect.poll(() => words('Key Vault')).toMatch(/^"(\d+ h \d+ m|\d+:\d\d) left" \/ ""$/);
  expect(await words('Storage')).toBe('"No token yet" / ""');
});

test('a sign-in that is needed is said in the row, and Enter starts it', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const terminal = await desktop.openTerminal();
  const palette = await openPalette(program, desktop);
  await desktop.keyboard.type('demo api');
  await expect(option(palette, 'Demo API')).toHaveAccessibleName(
    'Demo API api://demo.token-tray Sign-in needed',
  );
  await expect(palette.getByText('Not signed in')).toBeVisible();
  await desktop.keyboard.press('Return');
  await signInInBrowser(desktop, zoe);
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)).toMatchObject({ aud: 'api://demo.token-tray' });
  expect(terminal.typed()).toBe('');
});

test('before anything is set up it offers to, and Enter opens the window', async ({ program, desktop }) => {
  await (await program.mainWindow()).close();
  const palette = await openPalette(program, desktop);
  await expect(palette.getByRole('button', { name: 'Set up Token Tray' })).toBeFocused();
  await desktop.keyboard.press('Return');
  const page = await program.mainWindow();
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
});

test.describe('its renderer', () => {
  const renderers = (program: Program): number =>
    program.processes().filter(({ type }) => type === 'renderer').length;
  const waitForRenderers = (program: Program, count: number): Promise<unknown> =>
    waitUntil(
      `${count} renderers`,
      () => renderers(program),
      (found) => found === count,
      lookAgain,
    );

  test('is kept after the first use, and given up at once when the settings say so', async ({
    program,
    desktop,
  }) => {
    const { page, terminal } = await atWork(program, desktop);
    await waitForRenderers(program, 1);
    await openPalette(program, desktop);
    await waitForRenderers(program, 2);
    await desktop.keyboard.press('Escape');
    await terminal.waitForFocus();
    expect(renderers(program)).toBe(2);
    await changeSettings(page, { paletteReady: 'never' });
    await waitForRenderers(program, 1);
    await program.startSecondInstance(['--palette']);
    await waitForPalette(desktop);
    await waitForRenderers(program, 2);
    await desktop.keyboard.press('Escape');
    await terminal.waitForFocus();
    await waitForRenderers(program, 1);
  });

  test('is there from the start when the settings say so', async ({ program, desktop, launch }) => {
    const { page } = await atWork(program, desktop);
    await changeSettings(page, { paletteReady: 'from-start' });
    await waitForRenderers(program, 2);
    await program.quit();
    const next = await launch();
    await waitForRenderers(next, 1);
    await desktop.openTerminal();
    const palette = await openPalette(next, desktop);
    await expect(chosen(palette)).toHaveCount(1);
  });

  const crash = (program: Program): Promise<void> =>
    program.app.evaluate(({ BrowserWindow }, name) => {
      const palette = BrowserWindow.getAllWindows().find((window) => window.getTitle() === name);
      palette?.webContents.forcefullyCrashRenderer();
    }, title);

  test('may crash: the next opening makes a new one', async ({ program, desktop }) => {
    const { terminal } = await atWork(program, desktop);
    await openPalette(program, desktop);
    await desktop.keyboard.press('Escape');
    await terminal.waitForFocus();
    await crash(program);
    await waitForRenderers(program, 1);
    await program.startSecondInstance(['--palette']);
    await waitForPalette(desktop);
    const palette = await program.window(/palette/);
    await expect(chosen(palette)).toHaveCount(1);
  });

  test('that is wanted from the start and crashes is there again at once, and once only', async ({
    program,
    desktop,
  }) => {
    const { page } = await atWork(program, desktop);
    await changeSettings(page, { paletteReady: 'from-start' });
    // By main: a page that has just crashed is still one to the debugger.
    const waitForDrawn = () =>
      expect
        .poll(() =>
          program.app.evaluate(({ webContents }) =>
            webContents
              .getAllWebContents()
              .filter((each) => each.getURL().includes('palette') && !each.isCrashed())
              .map((each) => each.getTitle()),
          ),
        )
        .toEqual([title]);
    await waitForDrawn();
    await waitForRenderers(program, 2);
    const pids = (): readonly number[] => program.processes().map(({ pid }) => pid);
    const before = pids();
    await crash(program);
    await waitUntil(
      'another renderer',
      () => program.processes().filter(({ pid, type }) => type === 'renderer' && !before.includes(pid)),
      (others) => others.length === 1,
      lookAgain,
    );
    await waitForDrawn();
    await crash(program);
    await waitForRenderers(program, 1);
    await changeSettings(page, { theme: 'dark' });
    await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
    expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    await program.startSecondInstance(['--palette']);
    await waitForPalette(desktop);
  });
});

// Whoever debugs a page makes Chromium think that it is always seen. So here nobody does: all there is to see is what a
// person sees.
test.describe('kept while it is hidden,', () => {
  /** Starts the program without a debugger, signed in, and gives a way to start it once more. */
  async function startUndebugged(
    program: Program,
    desktop: DesktopSession,
  ): Promise<(...args: readonly string[]) => void> {
    await program.quit();
    const { executable } = await ensureElectronRuntime();
    const start = (...args: readonly string[]): void => {
      const all = [
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--password-store=gnome-libsecret',
        path.resolve(import.meta.dirname, '..'),
        ...args,
      ];
      // The session ends it.
      spawn(executable, all, { env: desktop.env, cwd: desktop.home, stdio: 'ignore' });
    };
    start('--at-login');
    // Accounts are opened after there is a tray icon.
    const tray = await desktop.tray.icon();
    await tray.waitForMenu((menu) => menu.some(({ label }) => label === `${zoe} · Fjord Demo`));
    return start;
  }

  /** What the palette copies now: opens it, presses Enter, and takes the token's audience from the clipboard. */
  async function copyFromPalette(
    desktop: DesktopSession,
    open: () => unknown,
    terminal: Terminal,
  ): Promise<unknown> {
    await desktop.clipboard.write('something else');
    open();
    await waitForPalette(desktop);
    await desktop.keyboard.press('Return');
    const copied = await desktop.clipboard.waitFor((text) => token.test(text));
    await terminal.waitForFocus();
    return claimsOf(copied)['aud'];
  }

  test('hotkey and Enter copy again what was used last, from wherever', async ({ program, desktop }) => {
    const page = await enterDemo(program, desktop);
    await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'key-vault' }));
    await desktop.clipboard.waitFor((text) => token.test(text));
    await whenTenantsAreRead(page);
    const start = await startUndebugged(program, desktop);
    const terminal = await desktop.openTerminal();
    const open = (): void => start('--palette');
    const pressHotkey = (): Promise<void> => desktop.keyboard.press(hotkey);
    expect(await copyFromPalette(desktop, pressHotkey, terminal)).toBe('https://vault.azure.net');
    expect(await copyFromPalette(desktop, open, terminal)).toBe('https://vault.azure.net');

    await desktop.clipboard.write('something else');
    await (await desktop.tray.icon()).click([/^Demo API/]);
    await desktop.clipboard.waitFor((text) => token.test(text));
    expect(await copyFromPalette(desktop, open, terminal)).toBe('api://demo.token-tray');
  });

  test('it forgets what was typed and moved, however it was closed', async ({ program, desktop }) => {
    const page = await enterDemo(program, desktop);
    await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'graph' }));
    await desktop.clipboard.waitFor((text) => token.test(text));
    await whenTenantsAreRead(page);
    const start = await startUndebugged(program, desktop);
    const terminal = await desktop.openTerminal();
    const open = (): void => start('--palette');
    for (const leave of [() => terminal.focus(), () => desktop.keyboard.press('Escape')]) {
      open();
      await waitForPalette(desktop);
      await desktop.keyboard.type('vault');
      await leave();
      await terminal.waitForFocus();
      expect(await copyFromPalette(desktop, open, terminal)).toBe('https://graph.microsoft.com');
    }
    expect(terminal.typed()).toBe('');
  });
});

for (const colours of ['light', 'dark', 'forced-colours'] as const) {
  test.describe(`in ${colours}`, () => {
    test.use({ colorScheme: colours === 'dark' ? 'dark' : 'light' });
    test.setTimeout(240_000);

    test('it looks right to a person and to axe, whatever there is to see', async ({ program, desktop }) => {
      // It takes the focus when it opens, and that would close the palette.
      await waitUntil(
        'the main window to have the focus',
        () => activeWindow(desktop),
        (active) => active === 'Token Tray',
        lookAgain,
      );
      const palette = await openPalette(program, desktop);
      if (colours === 'forced-colours') await palette.emulateMedia({ forcedColors: 'active' });
      await lookAt(palette, colours)('palette-set-up');
      const page = await enterDemo(program, desktop);
      await prepareRows(page, desktop);
      await openPalette(program, desktop);
      await visitRows(palette, page, desktop, colours);
    });
  });
}

/** Rows in as many states as can be had, with names of any length. */
async function prepareRows(page: Page, desktop: DesktopSession): Promise<void> {
  for (const presetId of ['demo-blocked', 'graph', 'demo-api', 'demo-short-lived', 'key-vault'])
    await page.evaluate((id) => window.tokenTray.run('copyToken', { presetId: id }), presetId);
  for (const name of ['Bestellungen für Kundinnen und Kunden in Übersee, Testumgebung 2', 'W'.repeat(80)])
    await page.evaluate(
      (draft) => window.tokenTray.run('addPreset', draft),
      draftFor(name, 'api://orders-of-customers.example.com/test-environment-2'),
    );
  await desktop.clipboard.waitFor((text) => token.test(text));
}

async function visitRows(palette: Page, page: Page, desktop: DesktopSession, colours: string): Promise<void> {
  const look = lookAt(palette, colours);
  await expect(options(palette).first()).toBeVisible();
  await desktop.keyboard.press('Down');
  await look('palette');
  await desktop.keyboard.type('demo');
  await expect(option(palette, 'Demo API').locator('mark')).toHaveText('Demo');
  await look('palette-search');
  await desktop.keyboard.press('alt+Return');
  await expect(palette.getByRole('button', { name: 'Back from Demo API' })).toBeVisible();
  await look('palette-formats');
  await desktop.keyboard.press('Escape');
  await expect(palette.getByRole('button', { name: 'Back from Demo API' })).toHaveCount(0);
  await input(palette).fill('orders');
  await expect(options(palette)).toHaveCount(2);
  await look('palette-long-names');
  await input(palette).fill('kubernetes');
  await expect(palette.getByText('Nothing matches “kubernetes”')).toBeVisible();
  await look('palette-no-hits');
  await input(palette).fill('az');
  await expect(options(palette).first()).toBeVisible();
  const gone = await chosen(palette).innerText();
  await page.evaluate(() => window.tokenTray.run('deletePreset', { presetId: 'azure-devops' }));
  await page.evaluate(() => window.tokenTray.run('deletePreset', { presetId: 'resource-manager' }));
  await expect(palette.getByText(`${gone} is no longer there. Choose another.`)).toBeVisible();
  await look('palette-gone');
}
