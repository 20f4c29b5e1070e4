import type { Locator, Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { longNames, ownPreset, withPresets } from './own-presets';
import { enterDemo, row, token } from './person';
import { cutToOneLine, scrollsSideways } from './room';

const pinnedAtFirst = ['Azure Resource Manager', 'Microsoft Graph', 'Demo API'];
const shortLived = 'Demo: short-lived token';

const names = (part: Page | Locator): Promise<string[]> =>
  part
    .getByRole('row')
    .evaluateAll((rows) =>
      rows.map(
        (each) => document.getElementById(each.getAttribute('aria-labelledby') ?? '')?.innerText ?? '',
      ),
    );
const section = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Gets a token that ends in a few minutes, and returns what the row says of it. */
async function shortTime(page: Page): Promise<Locator> {
  await row(page, shortLived)
    .getByRole('button', { name: `Copy token for ${shortLived}` })
    .click();
  const time = row(page, shortLived).getByText(/^5:\d\d left/);
  await expect(time).toBeVisible();
  return time;
}

test('the presets are there at first, pinned ones before the rest, each with two buttons', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const all = await names(page);
  for (const name of ['Azure Resource Manager', 'Microsoft Graph', 'Key Vault', 'Storage', 'Azure DevOps'])
    expect(all).toContain(name);
  expect(await names(section(page, 'Pinned'))).toEqual(pinnedAtFirst);
  expect(all.slice(0, pinnedAtFirst.length)).toEqual(pinnedAtFirst);
  expect(await names(section(page, 'All APIs'))).toEqual(all.slice(pinnedAtFirst.length));
  for (const name of all) {
    const copies = row(page, name).getByRole('button', { name: /^Copy / });
    await expect(copies).toHaveText([/Copy token/, /Copy curl/]);
    // The sign-in has got one token itself, to find out which tenants and subscriptions there are.
    if (name === 'Azure Resource Manager') continue;
    await expect(row(page, name).getByText('No token yet', { exact: true })).toBeVisible();
  }
});

test('search narrows the rows by name and resource, and Esc brings all back', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const all = await names(page);
  const search = page.getByRole('textbox', { name: 'Search presets' });
  await search.fill('vault');
  await expect.poll(() => names(page)).toEqual(['Key Vault']);
  await expect(page.getByText('1 preset found', { exact: true })).toBeAttached();
  // In no name, only in the resource of one.
  await search.fill('short-lived api:');
  await expect.poll(() => names(page)).toEqual([shortLived]);
  await search.fill('nothing like this');
  await expect(page.getByText('Nothing matches “nothing like this”', { exact: true })).toBeVisible();
  expect(await names(page)).toEqual([]);
  await search.press('Escape');
  await expect(search).toHaveValue('');
  await expect.poll(() => names(page)).toEqual(all);
});

test('names of 10,000 characters are cut to one line and whole in the tooltip', async ({
  launch,
  desktop,
}) => {
  const presets = ['Short', ...longNames].map((name, n) => ownPreset(`api-${n}`, { name }));
  const page = await enterDemo(await launch(withPresets(desktop, presets)), desktop);
  expect(await names(page)).toHaveLength(presets.length);
  for (const name of longNames) {
    const long = row(page, name);
    expect(await cutToOneLine(long.getByTitle(name, { exact: true }))).toBe(true);
    const copy = long.getByRole('button', { name: `Copy token for ${name}`, exact: true });
    await expect(copy).toBeInViewport({ ratio: 1 });
    expect(await scrollsSideways(page)).toBe(false);
    await desktop.clipboard.write('something else');
    await copy.click();
    await desktop.clipboard.waitFor((text) => token.test(text));
    await expect(page.getByText(/^Good for /)).toBeVisible();
    await expect(page.getByRole('button', { name: /^Clear/ })).toBeInViewport({ ratio: 1 });
    expect(await scrollsSideways(page)).toBe(false);
  }
  await expect(row(page, 'Short')).toBeVisible();
  expect(await cutToOneLine(row(page, 'Short').getByTitle('Short', { exact: true }))).toBe(false);
});

test('names of 10,000 characters leave room for what sheets and pages say, in the smallest window too', async ({
  launch,
  desktop,
}) => {
  const begun = (start: string, name: string): string => `${start} ${name}`.slice(0, name.length);
  const of = (id: string, resource: string, name: string) =>
    ownPreset(id, {
      name,
      targets: {
        demo: {
          scopes: [`api://demo.token-tray/${resource}/.default`],
          requests: [{ method: 'GET', url: '{demo}/api/echo', headers: [] }],
        },
      },
    });
  const presets = longNames.flatMap((name, n) => [
    ownPreset(`copied-${n}`, { name: begun('Copied', name), hotkey: `CommandOrControl+Alt+F${n + 8}` }),
    of(`blocked-${n}`, 'blocked', begun('Blocked', name)),
    of(`consent-${n}`, 'consent', begun('Consent', name)),
  ]);
  const program = await launch(withPresets(desktop, presets));
  const page = await enterDemo(program, desktop);
  await program.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setSize(360, 480);
  });
  await page.waitForFunction(() => window.innerWidth <= 360);
  const sheet = page.getByRole('dialog');
  const expectSeen = async (...parts: readonly Locator[]): Promise<void> => {
    for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 });
    expect(await scrollsSideways(page)).toBe(false);
  };
  const button = (name: string): Locator => sheet.getByRole('button', { name, exact: true });
  const copy = (name: string): Promise<void> =>
    row(page, name)
      .getByRole('button', { name: `Copy token for ${name}`, exact: true })
      .click();
  for (const [n, long] of longNames.entries()) {
    const [copied, blocked, consent] = ['Copied', 'Blocked', 'Consent'].map((start) => begun(start, long));
    if (copied === undefined || blocked === undefined || consent === undefined) throw new Error('no names');
    const whole = (name: string): Locator => sheet.getByTitle(name).and(sheet.getByText(name));

    await copy(blocked);
    const failed = `A policy of Fjord Demo does not allow a token for ${blocked} here.`;
    await expectSeen(
      whole(failed),
      sheet.getByText(/^Signing in again will not change that\./),
      button('Copy for my administrator'),
    );
    await sheet.press('Escape');

    await page.getByRole('button', { name: `More for ${copied}`, exact: true }).click();
    await page.getByRole('menuitem', { name: /^Hotkey/ }).click();
    await expectSeen(
      whole(`Hotkey for ${copied}`),
      sheet.getByText(/^Copies it /),
      sheet.locator('[data-focus-first]'),
      button('Done'),
    );
    await button('Done').click();

    await copy(consent);
    await desktop.browser.nextUrl();
    await expectSeen(
      sheet.getByTitle(`Finish signing in for ${consent}`),
      sheet.getByRole('timer'),
      button('Cancel'),
    );
    await button('Cancel').click();
    await expect(sheet).toBeHidden();

    await copy(copied);
    await expect(page.getByRole('region', { name: 'What was copied' }).getByTitle(copied)).toBeVisible();
    await expectSeen(page.getByText(/^Good for /), page.getByRole('button', { name: /^Clear/ }));
    await expect(row(page, copied)).toBeInViewport();
    await page.getByRole('button', { name: /^Clear/ }).click();

    await row(page, consent).press('Delete');
    await expectSeen(page.getByRole('button', { name: 'Undo', exact: true }));
    await page.getByRole('button', { name: 'Undo', exact: true }).click();

    await page.evaluate(() => window.tokenTray.run('showPage', { page: 'activity' }));
    const entry = page.getByRole('listitem').filter({ hasText: copied });
    expect(await cutToOneLine(entry.getByTitle(copied, { exact: true }))).toBe(true);
    await expectSeen(entry.getByRole('time'));
    await page.evaluate(() => window.tokenTray.run('showPage', { page: 'settings' }));
    const setting = page.locator('label').and(page.getByTitle(copied, { exact: true }));
    await setting.scrollIntoViewIfNeeded();
    expect(await cutToOneLine(setting)).toBe(true);
    await expectSeen(setting, page.getByRole('button', { name: new RegExp(`F${n + 8}$`) }));
    await page.evaluate(() => window.tokenTray.run('showPage', { page: 'main' }));
  }
});

test('the countdown ticks second by second, and rows without a token stay as they are', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const time = await shortTime(page);
  const secondsLeft = async (): Promise<number> => {
    const [, minutes, seconds] = /^(\d+):(\d\d) left$/.exec((await time.innerText()).trim()) ?? [];
    return Number(minutes) * 60 + Number(seconds);
  };
  const before = await secondsLeft();
  expect(before).toBeLessThanOrEqual(360);
  await expect.poll(secondsLeft).toBeLessThan(before);
  const later = await secondsLeft();
  await expect.poll(secondsLeft).toBeLessThan(later);
  await expect(row(page, 'Key Vault').getByText('No token yet', { exact: true })).toBeVisible();
});

test('pointing at the time or reaching the row by keyboard gives the full local date', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const earliest = Date.now() + 4 * 60_000;
  const time = await shortTime(page);
  const tip = page.getByRole('tooltip');
  await expect(tip).toHaveCount(0);
  // A pointer that rests where the row has just been drawn anew has to move for the page to see it.
  await expect(async () => {
    await page.mouse.move(0, 0);
    await time.hover();
    await expect(tip).toHaveText(/^Valid until \S/, { timeout: 2000 });
  }).toPass();
  const [, date] = /^Valid until (.*)$/.exec(await tip.innerText()) ?? [];
  // The same words as the person's system writes for a moment soon, weekday, month and seconds included.
  const written = await page.evaluate((from) => {
    const format = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeStyle: 'medium' });
    return Array.from({ length: 300 }, (_, second) => format.format(from + second * 1000));
  }, earliest);
  expect(written).toContain(date);
  await expect(row(page, shortLived)).toHaveAccessibleDescription(new RegExp(`Valid until ${String(date)}`));

  await page.getByRole('textbox', { name: 'Search presets' }).hover();
  await expect(tip).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Search presets' }).fill(shortLived);
  await page.keyboard.press('ArrowDown');
  await expect(row(page, shortLived)).toBeFocused();
  await expect(tip).toHaveText(`Valid until ${String(date)}`);
});

test('a pin moves a row to Pinned, and taking it off moves it back', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Storage').getByRole('button', { name: 'Pin Storage', exact: true }).click();
  await expect(section(page, 'Pinned').getByRole('row', { name: 'Storage', exact: true })).toBeVisible();
  expect(await names(section(page, 'All APIs'))).not.toContain('Storage');
  await row(page, 'Storage').getByRole('button', { name: 'Unpin Storage', exact: true }).click();
  await expect(section(page, 'All APIs').getByRole('row', { name: 'Storage', exact: true })).toBeVisible();
  expect(await names(section(page, 'Pinned'))).toEqual(pinnedAtFirst);
});

test('a deleted preset is gone from window and tray, and Undo puts it back where it was', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const all = await names(page);
  await page.getByRole('button', { name: 'More for Storage' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  await expect(row(page, 'Storage')).toHaveCount(0);
  await tray.waitForMenu((menu) => !menu.some(({ label }) => label.startsWith('Storage')));
  await expect(page.getByText('Storage deleted', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect.poll(() => names(page)).toEqual(all);
  await expect(page.getByRole('button', { name: 'Undo', exact: true })).toHaveCount(0);
  await tray.waitForMenu((menu) => menu.some(({ label }) => label.startsWith('Storage')));
});
