import type { Locator, Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { claimsOf, enterDemo, row, token } from './person';

const searchField = (page: Page): Locator => page.getByRole('textbox', { name: 'Search presets' });

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
  const form = page.getByRole('dialog', { name: 'Edit preset' });
  await expect(form.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('Storage');
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
