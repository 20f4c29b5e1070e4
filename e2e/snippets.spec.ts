import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { lookAt } from './look';
import { ownPreset, withPresets } from './own-presets';
import { enterDemo, row } from './person';

const presets = [
  ownPreset('orders', {
    name: 'Orders',
    targets: {
      demo: {
        scopes: ['api://demo.token-tray/.default'],
        requests: [
          { name: 'Who am I', method: 'GET', url: '{demo}/api/echo', headers: [] },
          {
            name: 'Place an order',
            method: 'POST',
            url: '{demo}/api/echo?for=it%27s',
            headers: [{ name: 'Content-Type', value: 'application/json' }],
            body: '{"name":"O\'Neil"}',
          },
        ],
      },
    },
  }),
  ownPreset('ledger', {
    name: 'Ledger database',
    delivery: 'postgresql',
    targets: { demo: { scopes: ['https://ledger.example.com/.default'], requests: [] } },
  }),
];

const sheet = (page: Page) => page.getByRole('dialog', { name: 'Copy Orders as' });
const search = (page: Page) => sheet(page).getByRole('combobox', { name: 'Find a format' });
const preview = (page: Page) => sheet(page).getByRole('region', { name: 'Preview' });

async function openSheet(page: Page): Promise<void> {
  await row(page, 'Orders').focus();
  await page.keyboard.press('c');
  await expect(search(page)).toBeFocused();
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });

    test('everything is copied from one sheet, which shows what it will be', async ({ launch, desktop }) => {
      const program = await launch(withPresets(desktop, presets));
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colorScheme);

      await openSheet(page);
      await search(page).fill('python');
      await expect(preview(page)).toContainText('requests.get(');
      await expect(preview(page)).toContainText('Bearer eyJ0eXAi…');
      await look('copy-as');
      await search(page).press('Enter');
      const python = await desktop.clipboard.waitFor((text) => text.startsWith('import requests'));
      expect(python).toMatch(/"Authorization": "Bearer eyJ[\w-]+\.[\w-]+\.[\w-]+"/);
      await expect(sheet(page)).toBeHidden();
      await expect(row(page, 'Orders')).toBeFocused();

      // The format of last time is chosen; another request of the preset is one choice away.
      await openSheet(page);
      await expect(page.getByRole('listbox').getByRole('option', { selected: true })).toHaveText(
        'Python requests',
      );
      await sheet(page).getByRole('combobox', { name: 'Request' }).selectOption('Place an order');
      await search(page).fill('wget');
      await expect(preview(page)).toContainText('--method=POST');
      await look('copy-as-request');
      await sheet(page).getByRole('button', { name: 'Copy', exact: true }).click();
      const wget = await desktop.clipboard.waitFor((text) => text.startsWith('wget '));
      expect(wget).toContain(`--body-data='{"name":"O'\\''Neil"}'`);

      await openSheet(page);
      await search(page).fill('nothing like this');
      await expect(sheet(page)).toContainText('No format is called “nothing like this”.');
      await look('copy-as-none');
      await search(page).fill('');
      await look('copy-as-all');
      await page.keyboard.press('Escape');
      await expect(sheet(page)).toBeHidden();
    });

    test('a template of one’s own stands with the other formats', async ({ launch, desktop }) => {
      const program = await launch(withPresets(desktop, presets));
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colorScheme);

      await openSheet(page);
      await sheet(page).getByRole('button', { name: 'Edit templates' }).click();
      await expect(page.getByRole('heading', { name: 'Templates', exact: true })).toBeVisible();
      await look('templates-empty');
      await page.getByRole('button', { name: 'Add template' }).click();
      const form = page.getByRole('dialog', { name: 'Add a template' });
      const text = form.getByRole('textbox', { name: 'Text' });
      await form.getByRole('textbox', { name: 'Name' }).fill('My tool');
      await text.fill('curl {{url}} {{tokn}}');
      await expect(form).toContainText('Line 1, column 14: “tokn” is not a placeholder.');
      await form.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(text).toBeFocused();
      await look('template-wrong');
      await text.fill('curl {{url}} -H "Authorization: {{authorization}}"');
      await expect(form).toContainText('Add |sh, |ps or |cmd');
      await text.fill('mytool ');
      await form.getByRole('button', { name: 'Insert url' }).click();
      await text.press('End');
      await text.pressSequentially(' --token ');
      await form.getByRole('button', { name: 'Insert token' }).click();
      await expect(text).toHaveValue('mytool {{url|sh}} --token {{token|sh}}');
      await expect(form.getByRole('region', { name: /^Preview/ })).toContainText("--token 'eyJ0eXAi…'");
      await look('template');
      await form.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(page.getByRole('button', { name: /^My tool/ })).toBeVisible();
      await look('templates');

      await page.getByRole('button', { name: 'Back' }).click();
      await page.getByRole('button', { name: 'Other formats for Orders' }).click();
      await page.getByRole('menuitem', { name: 'My tool' }).click();
      const copied = await desktop.clipboard.waitFor((each) => each.startsWith('mytool '));
      expect(copied).toMatch(/^mytool 'http:\/\/127\.0\.0\.1:\d+\/api\/echo' --token 'eyJ[\w.-]+'$/);
      await expect(page.getByText('Orders copied as My tool', { exact: true })).toBeVisible();
    });
  });
}

test('a database is offered its own command and no curl', async ({ launch, desktop }) => {
  const program = await launch(withPresets(desktop, presets));
  const page = await enterDemo(program, desktop);
  await expect(row(page, 'Ledger database').getByRole('button', { name: /curl/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Other formats for Ledger database' }).click();
  await expect(page.getByRole('menuitem')).toHaveText([
    /^psql/,
    /^Token/,
    'Environment variable',
    /^More formats…/,
  ]);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Copy psql for Ledger database' }).click();
  const copied = await desktop.clipboard.waitFor((text) => text.startsWith('PGPASSWORD='));
  expect(copied).toMatch(/^PGPASSWORD='eyJ[\w.-]+' psql 'host=\{server\}\./);
});

test('a Postman environment is saved for its owner alone', async ({ launch, desktop }) => {
  const program = await launch(withPresets(desktop, presets));
  const page = await enterDemo(program, desktop);
  const file = path.join(desktop.folder, 'orders.postman_environment.json');
  // Where the system's dialog would say.
  await program.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await openSheet(page);
  await search(page).fill('postman');
  await expect(sheet(page)).toContainText('A file keeps the token in clear.');
  await sheet(page).getByRole('button', { name: 'Save as file…' }).click();
  await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').endsWith('}')).toBe(true);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const { values } = JSON.parse(readFileSync(file, 'utf8')) as { values: { key: string; value: string }[] };
  expect(values.find(({ key }) => key === 'token')?.value).toMatch(/^eyJ/);
});
