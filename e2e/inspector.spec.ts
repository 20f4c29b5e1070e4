import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { lookAt } from './look';
import { claimsOf, enterDemo, row, token, zoe } from './person';

const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const field = (page: Page) => page.getByRole('textbox', { name: 'The token' });

/** Opens the inspector with a preset's token, by its key. */
async function inspect(page: Page, preset: string): Promise<void> {
  await row(page, preset).focus();
  await page.keyboard.press('i');
  await expect(heading(page, zoe)).toBeVisible();
}

async function openEmpty(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Inspect a token' }).click();
  await expect(heading(page, 'Inspect a token')).toBeVisible();
}

test('a preset’s token is told in words, verified, and its claims are copied', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await inspect(page, 'Demo API');
  const facts = page.getByRole('term');
  await expect(facts.filter({ hasText: /^Tenant$/ })).toBeVisible();
  await expect(page.getByRole('definition').filter({ hasText: 'Fjord Demo' })).toBeVisible();
  await expect(page.getByText('Access token', { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByText(/^(\d+:\d\d|\d+ h \d+ m) left/)).toBeVisible();

  await expect(page.getByText(/^Not checked yet/)).toBeVisible();
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText(/^Good: signed by login\.demo\.token-tray\.invalid/)).toBeVisible();

  await page.getByRole('searchbox', { name: 'Search claims' }).fill('preferred');
  await expect(page.getByText('1 claim found')).toBeAttached();
  await page.getByRole('button', { name: 'Copy preferred_username' }).press('Enter');
  expect(await desktop.clipboard.waitFor((text) => text.includes('@'))).toBe('zoe.nunez@fjord-demo.example');
  await page.getByRole('searchbox', { name: 'Search claims' }).press('Escape');
  await page.getByRole('button', { name: 'Copy name', exact: true }).click();
  expect(await desktop.clipboard.waitFor((text) => text.startsWith('Zo'))).toBe(zoe);

  await page.getByRole('tab', { name: 'Raw' }).press('Enter');
  await page.getByRole('button', { name: 'Copy payload' }).click();
  const payload = await desktop.clipboard.waitFor((text) => text.startsWith('{'));
  expect(JSON.parse(payload)).toMatchObject({ name: zoe, ver: '2.0' });
  expect(JSON.stringify(await page.evaluate(() => window.tokenTray.getSnapshot()))).not.toContain('eyJ');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Demo API')).toBeFocused();
  expect(await page.evaluate(async () => (await window.tokenTray.getSnapshot()).inspection)).toBeUndefined();
});

test('a token from elsewhere is found in what was pasted or copied, and is nowhere in the page', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  await openEmpty(page);
  await page.getByRole('button', { name: 'From clipboard' }).click();
  await expect(heading(page, zoe)).toBeVisible();
  // It is the program's own copy, and is cleared when it would have been.
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Start over' }).click();
  await desktop.clipboard.write(`curl -H "Authorization: Bearer ${copied}" https://a.example`);
  await page.getByRole('textbox', { name: 'Paste a token' }).focus();
  await page.keyboard.press('Control+v');
  await expect(heading(page, zoe)).toBeVisible();
  await expect(page.getByText('Pasted, from a header')).toBeVisible();
  expect(await page.content()).not.toContain('eyJ');

  await page.getByRole('button', { name: 'Start over' }).click();
  const [header = '', , signature = ''] = copied.split('.');
  const changed = Buffer.from(JSON.stringify({ ...claimsOf(copied), scp: 'Everything' })).toString(
    'base64url',
  );
  await desktop.clipboard.write(`${header}.${changed}.${signature}`);
  await page.getByRole('button', { name: 'From clipboard' }).click();
  await page.getByRole('button', { name: 'Verify', exact: true }).click();
  await expect(page.getByText(/^Not good: the token was changed/)).toBeVisible();

  await page.getByRole('button', { name: 'Start over' }).click();
  await page.getByRole('textbox', { name: 'Paste a token' }).fill('hello there');
  await page.getByRole('button', { name: 'Inspect', exact: true }).click();
  await expect(page.getByText('There is no token in this text.')).toBeVisible();
});

test('the token itself is shown to whoever presses for it, and is wiped', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await inspect(page, 'Demo API');
  // Nothing was pressed in the window for a while: a page that asks by itself gets nothing.
  await page.clock.install();
  await expect
    .poll(() => page.evaluate(async () => (await window.tokenTray.revealToken('first')).outcome), {
      timeout: 10_000,
    })
    .toBe('refused');

  const value = () => page.evaluate(() => document.querySelector('textarea')?.value ?? '');
  const reveal = async (): Promise<void> => {
    // What comes long after the press is refused, and a busy machine may be that slow.
    await expect(async () => {
      await page.getByRole('button', { name: 'Reveal' }).click({ timeout: 5000 });
      await expect(field(page)).toBeFocused({ timeout: 5000 });
    }).toPass();
    expect(await value()).toMatch(token);
  };
  await reveal();
  const shown = await value();
  // All of it, copied by its own keys, goes the way of every token.
  await page.keyboard.press('Control+c');
  expect(await desktop.clipboard.waitFor((text) => token.test(text))).toBe(shown);
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeVisible();

  await page.keyboard.press('Tab');
  expect(await value()).toBe('');
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeVisible();

  await reveal();
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  expect(await value()).toBe('');

  await reveal();
  await page.clock.fastForward(15_000);
  expect(await value()).toBe(shown);
  await page.clock.fastForward(15_000);
  expect(await value()).toBe('');
  await expect(page.getByRole('button', { name: 'Reveal' })).toBeFocused();
  expect(await page.content()).not.toContain('eyJ');
});

test('tokens of two tenants are compared', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await inspect(page, 'Demo API');
  await page.getByRole('tab', { name: 'Compare' }).click();
  await page.getByRole('button', { name: /^Microsoft Graph/ }).click();
  await expect(page.getByText(/^\d+ claims differ$/)).toBeVisible();
  const list = page.getByRole('list', { name: 'Compare' });
  await expect(list.getByText('aud', { exact: true })).toBeVisible();
  await expect(list.getByText('name', { exact: true })).toHaveCount(0);
  await page.getByRole('switch', { name: 'Only what differs' }).click();
  await expect(list.getByText('name', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Remove Demo API from the comparison' }).click();
  await page.getByRole('tab', { name: 'Claims' }).click();
  await expect(page.getByText('Token of Microsoft Graph')).toBeVisible();
});

for (const colours of ['light', 'dark'] as const) {
  test.describe(`in ${colours} colours`, () => {
    test.use({ colorScheme: colours });

    test('the inspector looks right to a person and to axe', async ({ program, desktop }) => {
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colours);
      await openEmpty(page);
      await look('inspector-empty');
      await page.getByRole('textbox', { name: 'Paste a token' }).fill('b45aa154-2868-4e56-9612-5fad43d4fc11');
      await page.getByRole('button', { name: 'Inspect', exact: true }).click();
      await look('inspector-opaque');
      await page.getByRole('button', { name: 'Start over' }).click();
      await page.getByRole('button', { name: /^Microsoft Graph/ }).click();
      await expect(heading(page, zoe)).toBeVisible();
      await look('inspector-claims');
      await page.getByRole('button', { name: 'Verify', exact: true }).click();
      await expect(page.getByText(/^Good: signed by/)).toBeVisible();
      await page.getByRole('button', { name: 'Reveal' }).click({ timeout: 5000 });
      await expect(field(page)).toBeFocused();
      await look('inspector-revealed');
      await page.getByRole('searchbox', { name: 'Search claims' }).fill('id');
      await look('inspector-search');
      await page.getByRole('tab', { name: 'Raw' }).click();
      await look('inspector-raw');
      await page.getByRole('tab', { name: 'Compare' }).click();
      await look('inspector-compare-empty');
      await page.getByRole('button', { name: /^Demo API/ }).click();
      await expect(page.getByRole('list', { name: 'Compare' })).toBeVisible();
      await look('inspector-compare');
      await program.app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.setSize(900, 680);
      });
      await page.waitForFunction(() => window.innerWidth >= 900);
      await look('inspector-compare-wide');
    });
  });
}
