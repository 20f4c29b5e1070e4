import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { enterDemo, row, token } from './person';

const entries = (page: Page): Locator => page.getByRole('main').getByRole('listitem');
const account = 'zoe.nunez@fjord-demo.example · Fjord Demo';

async function openActivity(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeFocused();
}

/** Copies with the first two buttons of a row. */
async function copy(page: Page, preset: string, format: 'token' | 'curl'): Promise<void> {
  await row(page, preset)
    .getByRole('button', { name: `Copy ${format} for ${preset}` })
    .click();
  await expect(page.getByText(new RegExp(`^${preset} (token|curl command) copied$`))).toBeVisible();
}

/** All that is on disk, as text. */
async function everyFile(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const texts = files
    .filter((file) => file.isFile())
    .map((file) => readFile(path.join(file.parentPath, file.name), 'latin1').catch(() => ''));
  return (await Promise.all(texts)).join('\n');
}

test('a copy is noted with preset, format and account, newest first, kept over a restart, and without its token', async ({
  launch,
  desktop,
}) => {
  const program = await launch();
  const page = await enterDemo(program, desktop);
  await openActivity(page);
  await expect(page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
  await page.keyboard.press('Escape');
  await copy(page, 'Demo API', 'token');
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  await copy(page, 'Microsoft Graph', 'curl');
  await openActivity(page);
  await expect(page.getByRole('heading', { name: /^(Today|Yesterday)$/ }).first()).toBeVisible();
  const lines = [/^Microsoft Graph\s*\d.*curl · /s, /^Demo API\s*\d.*Token · /s];
  await expect(entries(page)).toHaveText(lines);
  await expect(entries(page)).toHaveText([new RegExp(`${account}$`), new RegExp(`${account}$`)]);
  const snapshot = await page.evaluate(() => window.tokenTray.getSnapshot());
  expect(snapshot.activity).toHaveLength(2);
  const [, payload = copied] = copied.split('.');
  expect(JSON.stringify(snapshot)).not.toContain(payload.slice(0, 40));
  const folder = await program.userDataDir();
  await program.quit();
  expect(await everyFile(folder)).not.toContain(payload.slice(0, 40));
  // It says who uses what, so it is kept encrypted.
  expect(await readFile(path.join(folder, 'activity.json'), 'utf8')).not.toContain('Microsoft Graph');

  const second = await launch();
  await second.startSecondInstance();
  const again = await second.mainWindow();
  await openActivity(again);
  await expect(entries(again)).toHaveText(lines);
});

test('clearing asks first, and clears for good', async ({ launch, desktop }) => {
  const program = await launch();
  const page = await enterDemo(program, desktop);
  await copy(page, 'Demo API', 'token');
  await copy(page, 'Microsoft Graph', 'token');
  await openActivity(page);
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  await clear.click();
  await expect(page.getByText('Clear 2 entries?')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByText('Clear 2 entries?')).toHaveCount(0);
  await expect(clear).toBeFocused();
  await expect(entries(page)).toHaveCount(2);

  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeFocused();
  await expect(clear).toHaveCount(0);

  await program.quit();
  const second = await launch();
  await second.startSecondInstance();
  await openActivity(await second.mainWindow());
  await expect((await second.mainWindow()).getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
});

test('switched off, nothing is noted; the page says so and switches it on again', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.keyboard.press('Control+,');
  await page.getByRole('switch', { name: 'Keep a list of what was copied' }).click();
  await page.keyboard.press('Escape');
  await copy(page, 'Demo API', 'token');
  await openActivity(page);
  await expect(page.getByRole('heading', { name: 'The list is off' })).toBeVisible();
  await page.getByRole('button', { name: 'Switch on' }).click();
  await expect(page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
  await page.keyboard.press('Escape');
  await copy(page, 'Microsoft Graph', 'token');
  await openActivity(page);
  await expect(entries(page)).toHaveText([/^Microsoft Graph/]);
});

test('the list is walked by keys', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  for (const preset of ['Demo API', 'Microsoft Graph', 'Key Vault']) await copy(page, preset, 'token');
  await openActivity(page);
  await page.keyboard.press('ArrowDown');
  await expect(entries(page).nth(0)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(entries(page).nth(1)).toBeFocused();
  await page.keyboard.press('End');
  await expect(entries(page).nth(2)).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('button', { name: 'Clear', exact: true })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(entries(page).nth(2)).toBeFocused();
  await page.keyboard.press('PageUp');
  await expect(entries(page).nth(0)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});
