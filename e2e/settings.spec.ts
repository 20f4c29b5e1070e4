import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { enterDemo, row, token } from './person';

const otherProgram = path.join(import.meta.dirname, 'desktop', 'probe-app');
const palettePage = /^app:\/\/token-tray\/palette\b/;

const title = (page: Page): Locator => page.getByRole('heading', { name: 'Settings', level: 1 });
const choice = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });
const onOff = (page: Page, name: string): Locator => page.getByRole('switch', { name, exact: true });
const hotkey = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name} `) });
const reset = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: `Reset “${name}” to ` });

async function openSettings(page: Page): Promise<void> {
  await page.keyboard.press('Control+,');
  await expect(title(page)).toBeFocused();
}

async function choose(page: Page, name: string, option: string): Promise<void> {
  await choice(page, name).click();
  await page.getByRole('option', { name: option, exact: true }).click();
  await expect(choice(page, name)).toHaveText(option);
}

/** Starts the program again and opens its settings. */
async function restart(program: Program, launch: () => Promise<Program>): Promise<[Program, Page]> {
  await program.quit();
  const next = await launch();
  await next.startSecondInstance();
  const page = await next.mainWindow();
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeVisible();
  await openSettings(page);
  return [next, page];
}

/** While one is recorded the system's hotkeys are let go of, so that they reach the page; that takes a moment. */
const whenLetGo = (program: Program, accelerator: string): Promise<void> =>
  expect
    .poll(() =>
      program.app.evaluate(({ globalShortcut }, keys) => globalShortcut.isRegistered(keys), accelerator),
    )
    .toBe(false);

const ground = (page: Page): Promise<string> =>
  page.getByRole('main').evaluate((main) => {
    const element = main.parentElement;
    return element === null ? '' : getComputedStyle(element).backgroundColor;
  });

/** Each with a value that is not its default; the default is what comes back. */
const choices = [
  ['Theme', 'Dark', 'Like the system'],
  ['Language', 'English', 'System (English)'],
  ['Default format', 'PowerShell', 'Token'],
  ['Clear the clipboard after', '5 minutes', '1 minute'],
  ['Before a pinned token ends', '15 minutes before', '5 minutes before'],
  ['Keep it ready', 'Never', 'After first use'],
] as const;
const switches = [
  ['Start without a window', true],
  ['Clear it when Token Tray quits', true],
  ['Clear it when the computer sleeps', true],
  ['When a token can no longer be renewed', true],
  ['When a copy is done', true],
  ['Keep new presets fresh', false],
  ['Keep a list of what was copied', true],
] as const;

test('every setting is kept over a restart and goes back to its default', async ({ launch }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await openSettings(page);
  await expect(page.getByRole('button', { name: /^Reset/ })).toHaveCount(0);
  for (const [name, other] of choices) await choose(page, name, other);
  for (const [name, usual] of switches) {
    await expect(onOff(page, name)).toBeChecked({ checked: usual });
    await onOff(page, name).click();
    await expect(onOff(page, name)).toBeChecked({ checked: !usual });
  }

  const [second, again] = await restart(first, launch);
  for (const [name, other] of choices) await expect(choice(again, name)).toHaveText(other);
  for (const [name, usual] of switches) await expect(onOff(again, name)).toBeChecked({ checked: !usual });
  for (const [name, , usual] of choices) {
    await reset(again, name).click();
    await expect(choice(again, name)).toHaveText(usual);
    await expect(choice(again, name)).toBeFocused();
  }
  for (const [name, usual] of switches) {
    await reset(again, name).press('Enter');
    await expect(onOff(again, name)).toBeChecked({ checked: usual });
    await expect(onOff(again, name)).toBeFocused();
  }
  await expect(again.getByRole('button', { name: /^Reset/ })).toHaveCount(0);

  const [, last] = await restart(second, launch);
  for (const [name, , usual] of choices) await expect(choice(last, name)).toHaveText(usual);
  await expect(last.getByRole('button', { name: /^Reset/ })).toHaveCount(0);
});

test.describe('on a light desktop', () => {
  test.use({ colorScheme: 'light' });

  test('the theme changes the window at once', async ({ program }) => {
    const page = await program.mainWindow();
    await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
    await openSettings(page);
    const light = await ground(page);
    await choose(page, 'Theme', 'Dark');
    await expect.poll(() => ground(page)).not.toBe(light);
    await reset(page, 'Theme').click();
    await expect.poll(() => ground(page)).toBe(light);
  });
});

test('the clipboard’s time and the default format hold for the next copy', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openSettings(page);
  await choose(page, 'Clear the clipboard after', '10 minutes');
  await choose(page, 'Default format', 'Authorization header');
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: 'Search presets' }).fill('vault');
  await page.keyboard.press('Enter');
  await desktop.clipboard.waitFor((text) => text.startsWith('Authorization: Bearer eyJ'));
  await expect(page.getByText(/clears in (9:\d\d|10:00)$/)).toBeVisible();

  await openSettings(page);
  await choose(page, 'Clear the clipboard after', 'Never');
  await page.keyboard.press('Escape');
  await row(page, 'Key Vault').getByRole('button', { name: 'Copy token for Key Vault' }).click();
  await desktop.clipboard.waitFor((text) => token.test(text));
  await expect(page.getByText(/clears in/)).toHaveCount(0);
  await expect(page.getByText(/^Good for \d/)).toBeVisible();
});

test('start at login is the system’s, and is set there at once', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await openSettings(page);
  const entry = path.join(
    String(desktop.env['XDG_CONFIG_HOME']),
    'autostart',
    'io.github.tokentray.TokenTray.desktop',
  );
  await expect(onOff(page, 'Start at login')).toBeEnabled();
  await expect(onOff(page, 'Start at login')).not.toBeChecked();
  await onOff(page, 'Start at login').click();
  await expect(onOff(page, 'Start at login')).toBeChecked();
  expect(existsSync(entry)).toBe(true);
  await reset(page, 'Start at login').click();
  await expect(onOff(page, 'Start at login')).not.toBeChecked();
  expect(existsSync(entry)).toBe(false);
});

test.describe('hotkeys', () => {
  test.use({ windowManager: true });

  test('are set by pressing them, work at once and are kept', async ({ launch, desktop }) => {
    const first = await launch();
    const page = await enterDemo(first, desktop);
    await openSettings(page);
    await hotkey(page, 'Open the palette').click();
    await expect(hotkey(page, 'Open the palette')).toHaveText('Press the keys…');
    await desktop.keyboard.press('ctrl+alt+k');
    await expect(hotkey(page, 'Open the palette')).toHaveText('Ctrl+Alt+K');
    await desktop.openTerminal();
    await desktop.keyboard.press('ctrl+alt+k');
    await first.window(palettePage);

    const [, again] = await restart(first, launch);
    await expect(hotkey(again, 'Open the palette')).toHaveText('Ctrl+Alt+K');
    await reset(again, 'Open the palette').click();
    await expect(hotkey(again, 'Open the palette')).toHaveText('Ctrl+Alt+T');
    await expect(reset(again, 'Open the palette')).toHaveCount(0);
  });

  test('that the program has already are heard while one is recorded, and said to be in use', async ({
    program,
    desktop,
  }) => {
    const page = await enterDemo(program, desktop);
    await openSettings(page);
    await hotkey(page, 'Copy last again').click();
    await whenLetGo(program, 'CommandOrControl+Alt+T');
    await desktop.keyboard.press('ctrl+alt+t');
    await expect(page.getByText('Token Tray has this hotkey for something else already.')).toBeVisible();
    await expect(hotkey(page, 'Copy last again')).toHaveText('Off');
    expect(program.app.windows().filter((each) => palettePage.test(each.url()))).toEqual([]);
    // Recording is over, so that it is the palette's again.
    await desktop.openTerminal();
    await desktop.keyboard.press('ctrl+alt+t');
    await program.window(palettePage);
  });

  test('that cannot be had are refused in place, and the old one stays', async ({
    program,
    launch,
    desktop,
  }) => {
    const page = await enterDemo(program, desktop);
    await launch({ appFolder: otherProgram, args: ['--hotkey=CommandOrControl+Alt+J'] });
    await desktop.clipboard.waitFor((text) => text === 'hotkey taken');
    await page.bringToFront();
    await openSettings(page);
    const field = hotkey(page, 'Open the palette');
    // What another program has does not even reach the page.
    await field.click();
    await page.keyboard.press('Control+Alt+J');
    await expect(page.getByText(/^The system did not give this hotkey\./)).toBeVisible();
    await expect(field).toHaveText('Ctrl+Alt+T');

    await field.click();
    await desktop.keyboard.press('ctrl+c');
    await expect(page.getByText(/^Every program has a use of its own/)).toBeVisible();
    await expect(field).toHaveText('Ctrl+Alt+T');
    await field.press('Enter');
    await expect(page.getByText(/^Every program has a use of its own/)).toHaveCount(0);
    await desktop.keyboard.press('k');
    await expect(page.getByText(/^Add a key to hold/)).toBeVisible();
    await expect(field).toHaveText('Ctrl+Alt+T');
  });

  test('show what is held; Esc leaves all as it was, Backspace turns one off', async ({
    program,
    desktop,
  }) => {
    const page = await enterDemo(program, desktop);
    await openSettings(page);
    const field = hotkey(page, 'Open the palette');
    await field.click();
    await page.keyboard.down('Control');
    await page.keyboard.down('Shift');
    await expect(field).toHaveText('Ctrl+Shift…');
    await page.keyboard.up('Shift');
    await expect(field).toHaveText('Ctrl…');
    await page.keyboard.up('Control');
    await expect(field).toHaveText('Press the keys…');
    await page.keyboard.press('Escape');
    await expect(field).toHaveText('Ctrl+Alt+T');
    await expect(title(page)).toBeVisible();

    await field.click();
    await page.keyboard.press('Backspace');
    await expect(field).toHaveText('Off');
    await field.click();
    await page.keyboard.press('Tab');
    await expect(field).toHaveText('Off');
    await expect(hotkey(page, 'Copy last again')).toBeFocused();
  });

  test('of presets are set from the row or the settings, and taken away there', async ({
    program,
    desktop,
  }) => {
    const page = await enterDemo(program, desktop);
    await page.getByRole('button', { name: 'More for Demo API' }).click();
    await page.getByRole('menuitem', { name: 'Hotkey…' }).click();
    const sheet = page.getByRole('dialog', { name: 'Hotkey for Demo API' });
    await expect(hotkey(page, 'Hotkey')).toHaveText('Press the keys…');
    await desktop.keyboard.press('ctrl+alt+g');
    await expect(hotkey(page, 'Hotkey')).toHaveText('Ctrl+Alt+G');
    await sheet.getByRole('button', { name: 'Done' }).click();
    await expect(row(page, 'Demo API').getByRole('button', { name: 'More for Demo API' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('menuitem', { name: /^Hotkey… Ctrl\+Alt\+G/ })).toBeVisible();
    await page.keyboard.press('Escape');

    await openSettings(page);
    await expect(hotkey(page, 'Demo API')).toHaveText('Ctrl+Alt+G');
    await page.getByRole('button', { name: 'Add…' }).click();
    await page.getByRole('menuitem', { name: 'Key Vault' }).click();
    await expect(page.getByRole('dialog', { name: 'Hotkey for Key Vault' })).toBeVisible();
    await whenLetGo(program, 'CommandOrControl+Alt+G');
    await desktop.keyboard.press('ctrl+alt+g');
    await expect(page.getByText('Token Tray has this hotkey for something else already.')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(hotkey(page, 'Key Vault')).toHaveCount(0);

    await desktop.openTerminal();
    await desktop.keyboard.press('ctrl+alt+g');
    await desktop.clipboard.waitFor((text) => token.test(text));
    await reset(page, 'Demo API').click();
    await expect(hotkey(page, 'Demo API')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Add…' })).toBeFocused();
  });
});
