import type { Locator, Page } from 'playwright/test';
import type { CopyFormat } from '../src/shared/copy-format';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { holdClipboard } from './held-clipboard';
import { claimsOf, enterDemo, row, token, waitingSheet } from './person';

const searchField = (page: Page): Locator => page.getByRole('textbox', { name: 'Search presets' });

const settingsTitle = (page: Page): Locator => page.getByRole('heading', { name: 'Settings', level: 1 });

const setDefaultFormat = (page: Page, defaultFormat: CopyFormat) =>
  page.evaluate((change) => window.tokenTray.run('changeSettings', { change }), { defaultFormat });

async function openMenu(page: Page, button: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
}

/** Signed in, with the focus on one row, reached by keys alone. */
async function focusRow(program: Program, desktop: DesktopSession, preset: string): Promise<Page> {
  const page = await enterDemo(program, desktop);
  await page.keyboard.type(preset);
  await expect(searchField(page)).toHaveValue(preset);
  await page.keyboard.press('ArrowDown');
  await expect(row(page, preset)).toBeFocused();
  return page;
}

test('typing anywhere searches, arrows move into the list and out of it', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await expect(searchField(page)).not.toBeFocused();
  await page.keyboard.type('demo');
  await expect(searchField(page)).toBeFocused();
  await expect(searchField(page)).toHaveValue('demo');
  await expect(row(page, 'Key Vault')).toHaveCount(0);

  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Demo API')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(row(page, 'Demo: second factor')).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('button', { name: 'Pin Demo: second factor' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row(page, 'Demo: second factor')).toBeFocused();
  await page.keyboard.press('End');
  await expect(row(page, 'Demo: short-lived token')).toBeFocused();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await expect(searchField(page)).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(searchField(page)).toHaveValue('');
  await expect(row(page, 'Key Vault')).toBeVisible();
});

test('Ctrl+F goes to the search and selects what is there, to be typed over', async ({
  program,
  desktop,
}) => {
  const page = await focusRow(program, desktop, 'Storage');
  await page.keyboard.press('Control+f');
  await expect(searchField(page)).toBeFocused();
  await page.keyboard.type('vault');
  await expect(searchField(page)).toHaveValue('vault');
  await expect(row(page, 'Key Vault')).toBeVisible();
});

test('Enter copies the token, Ctrl+Enter the curl command', async ({ program, desktop }) => {
  const page = await focusRow(program, desktop, 'Key Vault');
  await page.keyboard.press('Enter');
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('https://vault.azure.net');
  await expect(row(page, 'Key Vault')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  const line = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  expect(line).toContain(`-H "Authorization: Bearer ${copied}"`);
});

test('Enter copies the format that is set, Ctrl+Enter the other one, and the menu says so', async ({
  program,
  desktop,
}) => {
  const page = await focusRow(program, desktop, 'Key Vault');
  await setDefaultFormat(page, 'curl');
  await page.keyboard.press('Enter');
  await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  await page.keyboard.press('Control+Enter');
  await desktop.clipboard.waitFor((text) => token.test(text));
  await openMenu(page, 'More for Key Vault');
  await expect(page.getByRole('menuitem', { name: 'Copy token Ctrl+↵' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: 'Copy curl ↵' })).toBeVisible();
  await page.keyboard.press('Escape');
  await setDefaultFormat(page, 'powershell');
  await row(page, 'Key Vault').focus();
  await page.keyboard.press('Enter');
  await desktop.clipboard.waitFor((text) => text.includes('Invoke-RestMethod'));
});

test('the formats that are used most are in the row’s menu and behind the arrow beside Copy curl', async ({
  program,
  desktop,
}) => {
  const page = await focusRow(program, desktop, 'Key Vault');
  await openMenu(page, 'More for Key Vault');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Copy as' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'Token ↵', exact: true })).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await desktop.clipboard.waitFor((text) => text.startsWith('export '));
  await expect(page.getByRole('menu')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'More for Key Vault' })).toBeFocused();

  await openMenu(page, 'Other formats for Key Vault');
  await expect(page.getByRole('menu', { name: 'Copy Key Vault as' }).getByRole('menuitem')).toHaveText([
    /^Token/,
    'Authorization header',
    /^curl/,
    'PowerShell',
    'HTTPie',
    'Python requests',
    'JavaScript fetch',
    'Environment variable',
    /^More formats…/,
  ]);
  await page.getByRole('menuitem', { name: 'Authorization header' }).press('Enter');
  await desktop.clipboard.waitFor((text) => text.startsWith('Authorization: Bearer '));
  await expect(page.getByRole('button', { name: 'Other formats for Key Vault' })).toBeFocused();
});

test('a preset is marked as kept fresh, and says what it takes when that has stopped', async ({
  program,
  desktop,
}) => {
  const page = await focusRow(program, desktop, 'Key Vault');
  const keepFresh = page.getByRole('menuitemcheckbox', { name: 'Keep fresh' });
  await openMenu(page, 'More for Key Vault');
  await expect(keepFresh).not.toBeChecked();
  await keepFresh.press('Enter');
  await expect(row(page, 'Key Vault').getByRole('img', { name: 'Kept fresh' })).toBeVisible();
  await openMenu(page, 'More for Key Vault');
  await expect(keepFresh).toBeChecked();
  await keepFresh.press('Enter');
  await expect(row(page, 'Key Vault').getByRole('img', { name: 'Kept fresh' })).toHaveCount(0);

  await page.getByRole('textbox', { name: 'Search presets' }).fill('expired session');
  await openMenu(page, 'More for Demo: expired session');
  await keepFresh.press('Enter');
  const signIn = page.getByRole('button', { name: 'Sign in again to keep Demo: expired session fresh' });
  await signIn.press('Enter');
  await expect(waitingSheet(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(signIn).toBeFocused();
});

test('Enter in the search copies the token of the first row that is left', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.keyboard.type('vault');
  await expect(row(page, 'Microsoft Graph')).toHaveCount(0);
  await page.keyboard.press('Enter');
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('https://vault.azure.net');
});

test('P pins and unpins, and the focus goes with the row', async ({ program, desktop }) => {
  const page = await focusRow(program, desktop, 'Storage');
  const pinned = page.getByRole('region', { name: 'Pinned' }).getByRole('row', { name: 'Storage' });
  await page.keyboard.press('p');
  await expect(pinned).toBeVisible();
  await expect(pinned).toBeFocused();
  await page.keyboard.press('p');
  await expect(pinned).toHaveCount(0);
  await expect(row(page, 'Storage')).toBeFocused();
  await expect(searchField(page)).toHaveValue('Storage');
});

test('E opens the form with the preset in it; Esc closes it and the focus is back on the row', async ({
  program,
  desktop,
}) => {
  const page = await focusRow(program, desktop, 'Storage');
  await page.keyboard.press('e');
  const form = page.getByRole('form', { name: 'Edit preset' });
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Storage');
  await expect(form.getByRole('textbox', { name: 'Resource' })).toHaveValue('https://storage.azure.com/');
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await expect(row(page, 'Storage')).toBeFocused();
});

for (const undo of ['Control+z', 'Undo'] as const) {
  test(`Delete deletes and ${undo} takes it back`, async ({ program, desktop }) => {
    const page = await focusRow(program, desktop, 'Storage');
    await page.keyboard.press('Control+f');
    await page.keyboard.press('Escape');
    await row(page, 'Storage').focus();
    await page.keyboard.press('Delete');
    await expect(row(page, 'Storage')).toHaveCount(0);
    // The row that took its place, so that the keyboard goes on from there.
    await expect(row(page, 'Azure DevOps')).toBeFocused();
    await expect(page.getByText('Storage deleted', { exact: true }).first()).toBeAttached();
    if (undo === 'Undo') await page.getByRole('button', { name: undo, exact: true }).press('Enter');
    else await page.keyboard.press(undo);
    await expect(row(page, 'Storage')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
    await expect(page.getByText('Storage deleted', { exact: true })).toHaveCount(0);
  });
}

// The command's answer may come before the snapshot with the row in it.
test('a preset that comes back has the focus', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Storage').focus();
  await page.keyboard.press('Delete');
  await expect(row(page, 'Storage')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(row(page, 'Storage')).toBeFocused();
});

test('Ctrl+comma opens the settings from a row; Esc goes back to it, with the search as it was', async ({
  program,
  desktop,
}) => {
  const page = await focusRow(program, desktop, 'Storage');
  await page.keyboard.press('Control+,');
  await expect(settingsTitle(page)).toBeFocused();
  // What is typed here is no search.
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Storage')).toBeFocused();
  await expect(searchField(page)).toHaveValue('Storage');
  await expect(row(page, 'Key Vault')).toHaveCount(0);
});

test('Esc closes an open list of choices first, and Alt+Left goes back, too', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await openMenu(page, 'More');
  await page.getByRole('menuitem', { name: /^Settings…/ }).press('Enter');
  await expect(settingsTitle(page)).toBeFocused();
  await page.keyboard.press('Tab');
  await page.getByRole('combobox', { name: 'Theme' }).press('Enter');
  await expect(page.getByRole('listbox')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(settingsTitle(page)).toBeVisible();
  await page.keyboard.press('Alt+ArrowLeft');
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});

test('settings and activity are there before anybody has signed in', async ({ program }) => {
  const page = await program.mainWindow();
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(settingsTitle(page)).toBeFocused();
  await page.getByRole('button', { name: 'Show activity' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeFocused();
  await page.getByRole('button', { name: 'Back' }).press('Enter');
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await openMenu(page, 'More');
  await page.getByRole('menuitem', { name: 'Activity' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
});

test('a window that was closed on its settings opens on the presets', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.keyboard.press('Control+,');
  await expect(settingsTitle(page)).toBeVisible();
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  await program.startSecondInstance();
  const again = await program.mainWindow();
  await expect(row(again, 'Key Vault')).toBeVisible();
  await expect(settingsTitle(again)).toHaveCount(0);
});

test('a failure is shown over the settings, too, and its form opens where the presets are', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.keyboard.press('Control+,');
  await expect(settingsTitle(page)).toBeVisible();
  await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'demo-blocked' }));
  await expect(page.getByRole('button', { name: 'Copy for my administrator' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(settingsTitle(page)).toBeVisible();
});

test('a copy that the clipboard does not take stays on show until it is done again', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const message = page.getByText('The clipboard is in use by another program. The token is not lost.');
  const copyAgain = page.getByRole('button', { name: 'Copy again' });
  const letGo = await holdClipboard(program);
  await page.getByRole('button', { name: 'Copy curl for Demo API' }).press('Enter');
  await expect(message.last()).toBeVisible();
  await page.getByRole('button', { name: 'Dismiss' }).press('Enter');
  await expect(message).toHaveCount(0);

  await page.getByRole('button', { name: 'Copy curl for Demo API' }).press('Enter');
  await expect(copyAgain).toBeVisible();
  const failedOn = (): Promise<number> =>
    page.evaluate(async () => (await window.tokenTray.getSnapshot()).copyFailed?.failedOn ?? 0);
  const before = await failedOn();
  await copyAgain.press('Enter');
  await expect.poll(failedOn).toBeGreaterThan(before);
  await expect(copyAgain).toBeVisible();
  await letGo();
  await copyAgain.press('Enter');
  await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  await expect(message).toHaveCount(0);
  await expect(page.getByRole('button', { name: /Copy curl for Demo API$/ })).toBeFocused();
});

test('readers hear of a token’s end three times, and of nothing else that changes by itself', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const preset = 'Demo: short-lived token';
  await page.getByRole('button', { name: `Pin ${preset}` }).press('Enter');
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { clipboardClearsAfter: 0 } }));
  await page.getByRole('button', { name: `Copy token for ${preset}` }).press('Enter');
  await expect(row(page, preset).getByText(/^5:\d\d left/)).toBeVisible();
  await page.clock.install();
  const time = row(page, preset).getByText(/^\d:\d\d left/);
  // From its next tick on the page goes by this clock.
  await expect(time).not.toHaveText(String(await time.textContent()));
  const heard = await page.evaluate(() => {
    const texts: string[] = [];
    const regions = [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live]')];
    const listen = new MutationObserver((changes) => {
      for (const { target } of changes) if (target.textContent !== '') texts.push(String(target.textContent));
    });
    for (const region of regions)
      listen.observe(region, { childList: true, characterData: true, subtree: true });
    Object.assign(window, { heard: texts });
    return regions.length;
  });
  expect(heard).toBeGreaterThan(0);
  await page.clock.runFor('07:00');
  await expect(row(page, preset).getByText(/^Expired/)).toBeVisible();
  // Put there above; no type knows of it.
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
    `${preset} token ends in 5 minutes`,
    `${preset} token ends in 1 minute`,
    `${preset} token has ended`,
  ]);
});
