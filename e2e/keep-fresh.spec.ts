import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { Preset } from '../src/shared/preset';
import { expect, test } from './desktop/fixtures';
import { enterDemo, row, signInInBrowser, whenTenantsAreRead, zoe } from './person';

/** Switches it on or off as a person does. */
async function toggleKeepFresh(page: Page, preset: string): Promise<void> {
  await row(page, preset)
    .getByRole('button', { name: `More for ${preset}` })
    .click();
  await page.getByRole('menuitemcheckbox', { name: 'Keep fresh' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toHaveCount(0);
}

const keptFresh = (page: Page, preset: string) =>
  row(page, preset).getByRole('img', { name: 'Kept fresh', exact: true });
const timeLeft = (page: Page, preset: string) => row(page, preset).getByText(/\d( m)? left/);

test('a preset that is kept fresh has a token at once, without being asked for one', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const shortLived = 'Demo: short-lived token';
  await expect(row(page, shortLived).getByText('No token yet')).toBeVisible();
  await toggleKeepFresh(page, shortLived);
  await expect(row(page, shortLived).getByText(/^5:\d\d left/)).toBeVisible();
  await expect(keptFresh(page, shortLived)).toBeVisible();
  expect(desktop.browser.openedUrls()).toHaveLength(1);
  expect(await desktop.clipboard.read()).toBe('');
  await toggleKeepFresh(page, shortLived);
  await expect(keptFresh(page, shortLived)).toHaveCount(0);
});

test('after a start in the tray the tokens come by themselves', async ({ launch, desktop }) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await toggleKeepFresh(page, 'Demo API');
  await expect(timeLeft(page, 'Demo API')).toBeVisible();
  const userData = await first.userDataDir();
  await whenTenantsAreRead(page);
  await first.quit();

  // As if the token of another preset had ended meanwhile.
  const file = path.join(userData, 'presets.json');
  const saved = JSON.parse(readFileSync(file, 'utf8')) as { version: number; presets: Preset[] };
  const presets = saved.presets.map((each) =>
    each.id === 'key-vault' ? { ...each, keepFresh: true } : each,
  );
  expect(presets.filter(({ keepFresh }) => keepFresh).map(({ id }) => id)).toEqual(['key-vault', 'demo-api']);
  writeFileSync(file, JSON.stringify({ ...saved, presets }));

  const second = await launch();
  const tray = await desktop.tray.icon();
  const menu = await tray.waitForMenu((items) =>
    items.some(({ label }) => /^Key Vault {4}(1 h \d+|\d+) min$/.test(label)),
  );
  expect(menu.map(({ label }) => label)).toContainEqual(expect.stringMatching(/^Storage {4}no token yet$/));
  expect(second.app.windows()).toEqual([]);
  expect(desktop.browser.openedUrls()).toHaveLength(1);
});

test('it stops and says so when it needs a person, and goes on when they have signed in', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const expired = 'Demo: expired session';
  await toggleKeepFresh(page, expired);
  const signIn = row(page, expired).getByRole('button', { name: /^Sign in .*fresh$/ });
  await expect(signIn).toBeVisible();
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
  expect(desktop.browser.openedUrls()).toHaveLength(1);
  await signIn.click();
  await signInInBrowser(desktop, zoe);
  await expect(keptFresh(page, expired)).toBeVisible();
  await expect(timeLeft(page, expired)).toBeVisible();
});

test('it stops at once where a policy blocks, without a browser and without a failure on show', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const blocked = 'Demo: blocked by policy';
  await toggleKeepFresh(page, blocked);
  await expect(row(page, blocked).getByRole('button', { name: /^Renew .*fresh$/ })).toBeVisible();
  await expect(page.getByRole('dialog').or(page.getByRole('alertdialog'))).toHaveCount(0);
  expect(desktop.browser.openedUrls()).toHaveLength(1);
});
