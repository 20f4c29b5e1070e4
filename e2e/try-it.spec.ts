import { existsSync, mkdtempSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { SampleRequest } from '../src/shared/preset';
import { expect, test } from './desktop/fixtures';
import type { DesktopSession } from './desktop/desktop-session';
import { lookAt } from './look';
import { ownPreset, withPresets } from './own-presets';
import { enterDemo, row, signInInBrowser, zoe } from './person';
import { scrollsSideways } from './room';

const get = (name: string, url: string, change: Partial<SampleRequest> = {}): SampleRequest => ({
  name,
  method: 'GET',
  url: `{demo}/api/${url}`,
  headers: [],
  ...change,
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const requests: readonly SampleRequest[] = [
  get('What was sent', 'headers?for=a%20rather%20long%20query%20that%20does%20not%20fit%20into%20one%20line'),
  get('Step up', 'challenge'),
  get('Forbidden', 'forbidden/resource-manager'),
  get('Long list', 'big'),
  get('Elsewhere', 'redirect'),
  get('Slow', 'slow?ms=30000'),
  get('Picture', 'picture'),
  get('Change', 'echo', {
    method: 'POST',
    headers: [{ name: 'Content-Type', value: 'application/json' }],
    body: '{"name":"Ålesund"}',
  }),
  get('Item', 'echo?item={item}'),
  { ...get('Unknown host', ''), url: 'https://nothing.invalid/' },
];

const harbour = ownPreset('harbour', {
  name: 'Harbour',
  targets: { demo: { scopes: ['api://demo.token-tray/.default'], requests: [...requests] } },
});

/** As an import brings one: nobody has typed where its token goes. */
const imported = ownPreset('imported', {
  name: 'Imported',
  targets: {
    demo: {
      scopes: ['https://vault.azure.net/.default'],
      requests: [{ method: 'GET', url: 'https://evil.example/secrets', headers: [] }],
    },
  },
});

const answered = (page: Page) => page.getByRole('status', { name: 'Answer' });
const send = (page: Page) => page.getByRole('button', { name: 'Send', exact: true });

async function openTryIt(page: Page): Promise<void> {
  await row(page, 'Harbour').focus();
  await page.keyboard.press('t');
  await expect(page.getByRole('heading', { name: 'Try Harbour', level: 1 })).toBeVisible();
}

async function choose(page: Page, name: string): Promise<void> {
  await page.getByRole('combobox', { name: 'Request' }).selectOption({ label: name });
}

for (const colours of ['light', 'dark', 'forced'] as const) {
  test.describe(`in ${colours} colours`, () => {
    test.use({ colorScheme: colours === 'dark' ? 'dark' : 'light' });
    test.setTimeout(240_000);

    test('requests are tried, and their answers look right to a person and to axe', async ({
      launch,
      desktop,
    }) => {
      const program = await launch(withPresets(desktop, [harbour, imported]));
      const page = await enterDemo(program, desktop);
      await page.emulateMedia({ forcedColors: colours === 'forced' ? 'active' : 'none' });
      const look = lookAt(page, colours);
      await openTryIt(page);
      await look('try-it');
      await page.keyboard.press('Control+Enter');
      await expect(answered(page)).toContainText('200 OK');
      await expect(page.getByRole('treeitem').filter({ hasText: 'Bearer [token]' })).toBeVisible();
      await look('try-it-json');

      await choose(page, 'Forbidden');
      await send(page).click();
      await expect(page.getByText('You may not do Microsoft.Compute/virtualMachines/read')).toBeVisible();
      await look('try-it-forbidden');
      await choose(page, 'Long list');
      await send(page).click();
      await expect(page.getByText(/^The first 1\.0 MB of \d\.\d MB are shown\.$/)).toBeVisible();
      await page.getByRole('searchbox', { name: 'Find in the body' }).fill('gauge 4000 ');
      await expect(page.getByText('1 of 1', { exact: true })).toBeVisible();
      await expect(page.getByRole('treeitem').filter({ hasText: 'Gauge 4000 of' })).toBeVisible();
      await look('try-it-find');
      await page.getByRole('tab', { name: /^Headers/ }).click();
      await look('try-it-headers');
      await choose(page, 'Elsewhere');
      await send(page).click();
      await expect(page.getByText('The API sends you on to elsewhere.example')).toBeVisible();
      await look('try-it-redirect');
      await choose(page, 'Picture');
      await send(page).click();
      await expect(page.getByText(/^This is no text: image\/png/)).toBeVisible();
      await look('try-it-picture');
      await choose(page, 'Slow');
      await send(page).click();
      await expect(page.getByText(/^Waiting for 127\.0\.0\.1/)).toBeVisible();
      await look('try-it-waiting');
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await expect(page.getByText('Cancelled', { exact: true })).toBeVisible();
      await choose(page, 'Change');
      await send(page).click();
      await expect(page.getByRole('dialog', { name: /^Send POST to/ })).toBeVisible();
      await look('try-it-method');
      await page.getByRole('button', { name: 'Send POST' }).click();
      await expect(answered(page)).toContainText('200 OK');
      await choose(page, 'Item');
      await send(page).click();
      await page.getByRole('textbox', { name: 'item' }).fill('a & b');
      await expect(page.getByRole('dialog').getByText('item=a%20%26%20b')).toBeVisible();
      await look('try-it-placeholders');
      await page.getByRole('dialog').getByRole('button', { name: 'Send', exact: true }).click();
      await expect(page.getByRole('treeitem').filter({ hasText: '"a & b"' })).toBeVisible();
      await choose(page, 'Unknown host');
      await send(page).click();
      await expect(page.getByRole('dialog', { name: /^This would send a token/ })).toBeVisible();
      await look('try-it-host');
      await page.getByRole('button', { name: 'Send anyway' }).click();
      await expect(page.getByText('nothing.invalid could not be reached')).toBeVisible();
      await look('try-it-problem');
      await choose(page, 'Step up');
      await send(page).click();
      await expect(page.getByText('The API wants more than this token has')).toBeVisible();
      await look('try-it-challenge');
      await program.app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.setSize(360, 480);
      });
      await look('try-it-small');
      expect(await scrollsSideways(page)).toBe(false);
    });
  });
}

test('a claims challenge is satisfied by a sign-in, and the request is sent again', async ({
  launch,
  desktop,
}) => {
  const program = await launch(withPresets(desktop, [harbour]));
  const page = await enterDemo(program, desktop);
  await openTryIt(page);
  await choose(page, 'Step up');
  await send(page).click();
  await page.getByRole('button', { name: 'Sign in and send again' }).click();
  await signInInBrowser(desktop, zoe, 'Approve');
  await expect(answered(page)).toContainText('200 OK');
});

test('all of a long answer is saved, for this person only', async ({ launch, desktop }) => {
  const program = await launch(withPresets(desktop, [harbour]));
  const file = path.join(mkdtempSync(path.join(desktop.folder, 'saved-')), 'answer.json');
  // The system's own dialog is not ours to press.
  await program.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  const page = await enterDemo(program, desktop);
  await openTryIt(page);
  await choose(page, 'Long list');
  await send(page).click();
  await page.getByRole('button', { name: 'Save all of it…' }).click();
  const text = (): string => (existsSync(file) ? readFileSync(file, 'utf8') : '');
  // A file of this size is seen while it is written, too.
  await expect.poll(() => text().trimEnd().endsWith('}') && isJson(text())).toBe(true);
  expect(statSync(file).size).toBeGreaterThan(3 * 1024 * 1024);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // What is not shown is there, too, to the last digit.
  expect(/"id": 90071992547\d{5},/.test(text())).toBe(true);
});

test('the tree of an answer is moved in by keyboard, and a value is copied as it is', async ({
  launch,
  desktop,
}) => {
  const program = await launch(withPresets(desktop, [harbour]));
  const page = await enterDemo(program, desktop);
  await openTryIt(page);
  await choose(page, 'Long list');
  await page.keyboard.press('Control+Enter');
  const tree = page.getByRole('tree', { name: 'Body of the answer' });
  await tree.focus();
  for (const key of ['Down', 'Down', 'Down']) await page.keyboard.press(`Arrow${key}`);
  await page.keyboard.press('Control+c');
  await desktop.clipboard.waitFor((text) => text === '9007199254740994');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('treeitem', { name: /^\{ 4 items \}/ })).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByRole('treeitem').last()).toBeVisible();
});

const question = (page: Page) =>
  page.getByRole('dialog', { name: 'This would send a token for vault.azure.net to evil.example' });

async function nothingCopied(desktop: DesktopSession): Promise<void> {
  expect(await desktop.clipboard.read()).toBe('');
}

test('a token does not get to a host it may not be meant for from the window, and a yes is remembered', async ({
  launch,
  desktop,
}) => {
  const options = withPresets(desktop, [harbour, imported]);
  const program = await launch(options);
  const page = await enterDemo(program, desktop);
  const copy = row(page, 'Imported').getByRole('button', { name: /^Copy curl/ });
  await copy.click();
  await expect(question(page)).toBeVisible();
  await nothingCopied(desktop);
  await page.keyboard.press('Escape');
  await expect(question(page)).toHaveCount(0);
  await nothingCopied(desktop);
  await copy.click();
  await question(page).getByRole('button', { name: 'Copy anyway' }).click();
  await desktop.clipboard.waitFor((text) => text.includes('https://evil.example/secrets'));
  await program.quit();
  await desktop.clipboard.waitFor((text) => text === '');

  // It starts without a window.
  const again = await launch(options);
  await (await desktop.tray.icon()).click(['Open Token Tray']);
  const second = await again.mainWindow();
  await row(second, 'Imported')
    .getByRole('button', { name: /^Copy curl/ })
    .click();
  await desktop.clipboard.waitFor((text) => text.includes('https://evil.example/secrets'));
  await expect(question(second)).toHaveCount(0);
});

test('nor from the tray: the window comes up with the question', async ({ launch, desktop }) => {
  const program = await launch(withPresets(desktop, [harbour, imported]));
  const page = await enterDemo(program, desktop);
  await page.close();
  const tray = await desktop.tray.icon();
  await tray.click(['Copy as curl', /^Imported/]);
  const opened = await program.mainWindow();
  await expect(question(opened)).toBeVisible();
  await nothingCopied(desktop);
  await question(opened).getByRole('button', { name: 'Edit preset' }).click();
  await expect(opened.getByRole('textbox', { name: 'Name' })).toHaveValue('Imported');
  await nothingCopied(desktop);
});
