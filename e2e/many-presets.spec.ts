import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { z } from 'zod';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { lookAt, pictures } from './look';
import { numberedPresets, withPresets } from './own-presets';
import { enterDemo, row } from './person';

const PRESETS = 1000;
const last = `API ${PRESETS - 1}`;

const search = (page: Page): Locator => page.getByRole('textbox', { name: 'Search presets' });
const rows = (page: Page): Locator => page.getByRole('row');
const said = (page: Page, text: string): Locator => page.getByText(text, { exact: true }).first();

const many = (desktop: DesktopSession) =>
  withPresets(desktop, numberedPresets(PRESETS, { tags: ['numbered'] }));

/** The ids in the file, in its order. */
async function savedOrder(program: Program): Promise<string[]> {
  const file = path.join(await program.userDataDir(), 'presets.json');
  const { presets } = z
    .object({ presets: z.array(z.object({ id: z.string() })) })
    .parse(JSON.parse(readFileSync(file, 'utf8')));
  return presets.map(({ id }) => id);
}

/** The name of the row that has the focus, and its place in its section. */
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const name = document.getElementById(element?.getAttribute('aria-labelledby') ?? '')?.textContent;
    return `${String(name)} at ${String(element?.getAttribute('aria-rowindex'))}`;
  });

test('a thousand presets: the keys reach each of them, and only those that are seen are drawn', async ({
  launch,
  desktop,
}) => {
  const page = await enterDemo(await launch(many(desktop)), desktop);
  await search(page).press('ArrowDown');
  await expect(row(page, 'API 0')).toBeFocused();
  await page.keyboard.press('End');
  await expect(row(page, last)).toBeFocused();
  await expect(row(page, last)).toBeInViewport({ ratio: 1 });
  await expect.poll(() => focused(page)).toBe(`${last} at ${PRESETS - 5}`);
  await page.keyboard.press('PageUp');
  await expect(row(page, last)).not.toBeFocused();
  await page.keyboard.press('PageDown');
  await expect(row(page, last)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(row(page, 'API 0')).toBeFocused();
  await expect(page.getByRole('heading', { name: 'Pinned' })).toBeInViewport({ ratio: 1 });
  for (let n = 1; n <= 40; n += 1) await page.keyboard.press('ArrowDown');
  await expect(row(page, 'API 40')).toBeFocused();
  await expect(row(page, 'API 40')).toBeInViewport({ ratio: 1 });
  expect(await rows(page).count()).toBeLessThan(40);
  const grid = page.getByRole('grid', { name: 'All APIs' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(PRESETS - 5));
});

test('search finds one of a thousand by name, host and tag, and marks what it has found', async ({
  launch,
  desktop,
}) => {
  const page = await enterDemo(await launch(many(desktop)), desktop);
  await search(page).fill('api 777');
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'API 777').locator('mark')).toHaveText(['API', '777']);
  await search(page).fill('api-778.example');
  await expect(row(page, 'API 778')).toBeVisible();
  await search(page).fill('numbered');
  await expect(page.getByText('1,000 presets found', { exact: true })).toBeAttached();
  await search(page).press('Escape');
  await expect(row(page, 'API 0')).toBeVisible();
});

test('Alt and an arrow move a row, each move is said, and the order is there after a restart', async ({
  launch,
  desktop,
}) => {
  const options = many(desktop);
  const program = await launch(options);
  const page = await enterDemo(program, desktop);
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { startHidden: false } }));
  await row(page, 'API 6').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(said(page, `Moved API 6 to 1 of ${PRESETS - 5}`)).toBeAttached();
  await expect(row(page, 'API 6')).toBeFocused();
  await page.keyboard.press('Alt+End');
  await expect(said(page, `Moved API 6 to ${PRESETS - 5} of ${PRESETS - 5}`)).toBeAttached();
  await expect(row(page, 'API 6')).toBeFocused();
  await expect(row(page, 'API 6')).toBeInViewport({ ratio: 1 });
  // All steps of the row are taken back together.
  await page.keyboard.press('Control+z');
  await expect.poll(() => focused(page)).toBe('API 6 at 2');
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(() => focused(page)).toBe('API 6 at 3');
  await expect.poll(async () => (await savedOrder(program)).slice(5, 8)).toEqual(['api-5', 'api-7', 'api-6']);

  await row(page, 'API 5').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(said(page, 'API 5 is the first already')).toBeAttached();
  await search(page).fill('API 6');
  await row(page, 'API 6').focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(said(page, 'Clear the search to move presets')).toBeAttached();
  await program.quit();

  const again = await (await launch(options)).mainWindow();
  await expect(row(again, 'API 6')).toHaveAttribute('aria-rowindex', '3');
});

test('what was deleted comes back to its place, although others have moved meanwhile', async ({
  launch,
  desktop,
}) => {
  const program = await launch(many(desktop));
  const page = await enterDemo(program, desktop);
  await row(page, 'API 7').focus();
  await page.keyboard.press('Delete');
  await expect(row(page, 'API 7')).toHaveCount(0);
  await expect(row(page, 'API 8')).toBeFocused();
  await page.evaluate(() => window.tokenTray.run('movePreset', { presetId: 'api-5', before: null }));
  await page.keyboard.press('Control+z');
  await expect(row(page, 'API 7')).toBeFocused();
  await expect.poll(() => focused(page)).toBe('API 7 at 2');
  await expect.poll(async () => (await savedOrder(program)).slice(5, 8)).toEqual(['api-6', 'api-7', 'api-8']);
});

/** Takes a row by its icon and holds it over the upper or lower half of another one. */
async function dragTo(page: Page, from: string, to: string, half: 'upper' | 'lower'): Promise<void> {
  const start = await row(page, from).boundingBox();
  const end = await row(page, to).boundingBox();
  if (start === null || end === null) throw new Error('A row is not there.');
  await page.mouse.move(start.x + 20, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + 40, start.y + start.height / 2 + 10, { steps: 3 });
  const y = end.y + end.height * (half === 'upper' ? 0.2 : 0.8);
  await page.mouse.move(end.x + 60, y, { steps: 5 });
  // The page hears of where the pointer is when it moves on.
  await page.mouse.move(end.x + 61, y);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('a row is dragged to another place, and among the pinned ones', async ({ launch, desktop }) => {
      const program = await launch(many(desktop));
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colorScheme);
      await look('many-presets');
      await page.getByRole('button', { name: 'More for API 5' }).click();
      await page.getByRole('menuitem', { name: 'Move' }).hover();
      await expect(page.getByRole('menuitem', { name: /^To the top/ })).toBeVisible();
      await look('many-presets-menu');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');

      await dragTo(page, 'API 6', 'API 5', 'upper');
      // Without axe: what is on its way is pale, and not to be read.
      await page.screenshot({ path: path.join(pictures, `many-presets-dragging-${colorScheme}.png`) });
      await page.mouse.up();
      await expect(said(page, `Moved API 6 to 1 of ${PRESETS - 5}`)).toBeAttached();
      await look('many-presets-moved');
      await dragTo(page, 'API 6', 'API 0', 'lower');
      await page.mouse.up();
      await expect(said(page, 'Pinned API 6 as 2 of 6')).toBeAttached();
      await expect
        .poll(async () => (await savedOrder(program)).slice(0, 4))
        .toEqual(['api-0', 'api-6', 'api-1', 'api-2']);
      await page.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(page.getByRole('region', { name: 'Pinned' }).getByRole('row')).toHaveCount(5);
      await search(page).fill('numbered 9');
      await look('many-presets-search');
    });
  });
}
