import { spawn } from 'node:child_process';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { commandOf } from '../src/main/test-support/desktop-entry';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { processTree, waitForEnd } from './desktop/processes';
import type { Program } from './desktop/program';
import { enterDemo, zoe } from './person';

const autostart = (desktop: DesktopSession): string =>
  path.join(String(desktop.env['XDG_CONFIG_HOME']), 'autostart');
const entryFile = 'io.github.tokentray.TokenTray.desktop';

const bridge = (page: Page) => ({
  startAtLogin: (startAtLogin: boolean) =>
    page.evaluate((on) => window.tokenTray.run('setStartAtLogin', { startAtLogin: on }), startAtLogin),
  startHidden: (startHidden: boolean) =>
    page.evaluate(
      (on) => window.tokenTray.run('changeSettings', { change: { startHidden: on } }),
      startHidden,
    ),
  settings: async () => (await page.evaluate(() => window.tokenTray.getSnapshot())).settings,
});

/** No window, not even one that is still being made, and no page. */
async function expectNoWindow(program: Program): Promise<void> {
  expect(await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(0);
  expect(program.processes().map(({ type }) => type)).not.toContain('renderer');
}

/** The tray shows who is signed in: everything that a start does by itself has been done. */
async function waitUntilStarted(desktop: DesktopSession): Promise<void> {
  const tray = await desktop.tray.icon();
  await tray.waitForMenu((menu) => menu.some(({ label }) => label === `${zoe} · Fjord Demo`));
}

test('start at login writes an entry, and what the entry says starts the program in the tray', async ({
  launch,
  desktop,
}) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await expect.poll(async () => (await bridge(page).settings()).startAtLogin).toBe(false);
  expect(await bridge(page).startAtLogin(true)).toEqual({ outcome: 'done' });
  expect((await bridge(page).settings()).startAtLogin).toBe(true);
  // The person wants windows, but not from a start at login.
  await bridge(page).startHidden(false);
  await first.quit();

  expect(await readdir(autostart(desktop))).toEqual([entryFile]);
  const [executable = '', ...args] = commandOf(
    await readFile(path.join(autostart(desktop), entryFile), 'utf8'),
  );
  const started = spawn(executable, args, { env: desktop.env, cwd: desktop.home, stdio: 'ignore' });
  const pid = started.pid ?? 0;
  await waitUntilStarted(desktop);
  const types = processTree(pid).map(({ type }) => type);
  expect(types).toContain('main');
  expect(types).not.toContain('renderer');

  const tray = await desktop.tray.icon();
  const processes = processTree(pid);
  await tray.click(['Quit']);
  await waitForEnd(processes);
});

test('start at login can be switched off again, here and by the desktop', async ({ launch, desktop }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await bridge(page).startAtLogin(true);
  await bridge(page).startAtLogin(false);
  expect(await readdir(autostart(desktop))).toEqual([]);
  expect((await bridge(page).settings()).startAtLogin).toBe(false);

  await bridge(page).startAtLogin(true);
  await first.quit();
  const file = path.join(autostart(desktop), entryFile);
  const switchedOff = `${await readFile(file, 'utf8')}Hidden=true\n`;
  await writeFile(file, switchedOff);
  const second = await launch();
  await expect
    .poll(async () => (await bridge(await second.mainWindow()).settings()).startAtLogin)
    .toBe(false);
  expect(await readFile(file, 'utf8')).toBe(switchedOff);
});

test('start at login that cannot be changed stays as it is, and the window says so', async ({
  program,
  desktop,
}) => {
  await writeFile(autostart(desktop), 'no folder');
  const page = await program.mainWindow();
  await bridge(page).startAtLogin(true);
  await expect(page.getByText(/Start at login could not be changed/)).toBeVisible();
  expect((await bridge(page).settings()).startAtLogin ?? false).toBe(false);
});

test('the first start of all shows no window when it is at login', async ({ launch, desktop }) => {
  const program = await launch({ args: ['--at-login'] });
  await (await desktop.tray.icon()).waitForMenu((menu) => menu.some(({ label }) => label === 'Quit'));
  await expectNoWindow(program);
  // Once more at login, as with two entries for it.
  expect((await program.startSecondInstance()).code).toBe(0);
  await expectNoWindow(program);
});

for (const startHidden of [true, false]) {
  test(`a start by hand ${startHidden ? 'stays in the tray' : 'opens the window when that is set'}, one at login never does`, async ({
    launch,
    desktop,
  }) => {
    const first = await launch();
    const page = await enterDemo(first, desktop);
    if (!startHidden) await bridge(page).startHidden(false);
    await first.quit();

    const second = await launch();
    await waitUntilStarted(desktop);
    if (startHidden) await expectNoWindow(second);
    else
      await expect(
        (await second.mainWindow()).getByRole('button', { name: `Account: ${zoe}` }),
      ).toBeVisible();
    await second.quit();

    const atLogin = await launch({ args: ['--at-login'] });
    await waitUntilStarted(desktop);
    await expectNoWindow(atLogin);
  });
}
