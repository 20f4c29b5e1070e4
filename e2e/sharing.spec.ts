import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { lookAt } from './look';
import { ownPreset, withPresets } from './own-presets';
import { enterDemo, row } from './person';

/** The system's dialogs for files answer with this path: they are the one thing that nobody can press here. */
const chooseInDialogs = (program: Program, file: string): Promise<void> =>
  program.app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen });
  }, file);

const openSharing = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Import and export…' }).click();
  await expect(page.getByRole('heading', { name: 'Import and export', level: 1 })).toBeFocused();
};

const names = (page: Page): Promise<string[]> =>
  page.evaluate(async () => (await window.tokenTray.getSnapshot()).presets.map(({ name }) => name));

const presetFile = (presets: readonly object[], change: object = {}): string =>
  JSON.stringify({ format: 'token-tray-presets', version: 1, presets, ...change }, undefined, 2);

const filePreset = (id: string, name: string, change: object = {}): object => ({
  id,
  name,
  targets: { demo: { resource: `https://${id}.example.com`, requests: [{ url: '{demo}/api/echo' }] } },
  ...change,
});

const orders = ownPreset('orders', {
  name: 'Orders',
  targets: {
    demo: {
      scopes: ['https://orders.example.com/.default'],
      requests: [
        {
          method: 'GET',
          url: 'https://orders.example.com/items?sig=hunter2',
          headers: [{ name: 'api-key', value: 'hunter2' }],
        },
      ],
    },
  },
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a ${colorScheme} desktop`, () => {
    test.use({ colorScheme });

    test('presets go out without secrets and come back, conflicts one by one', async ({
      desktop,
      launch,
    }) => {
      test.setTimeout(240_000);
      const program = await launch(
        withPresets(desktop, [
          orders,
          ownPreset('stock', { name: 'Stock' }),
          ownPreset('bills', { name: 'Bills' }),
        ]),
      );
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colorScheme);
      await openSharing(page);
      await look('sharing');

      // Out, with what was left out said by name.
      const file = path.join(desktop.folder, 'out.json');
      await chooseInDialogs(program, file);
      await page.getByRole('button', { name: 'Export all 3…' }).click();
      await look('sharing-export');
      await page.getByRole('button', { name: 'Save as a file…' }).click();
      await expect(page.getByText('3 presets saved to out.json')).toBeVisible();
      await expect(page.getByText('Orders: header api-key, value of “sig” in an address')).toBeVisible();
      await look('sharing-exported');
      const written = readFileSync(file, 'utf8');
      expect(written).not.toContain('hunter2');

      // One deleted, one changed, and somebody else's under a name that is there.
      await page.keyboard.press('Escape');
      await row(page, 'Bills').press('Delete');
      await expect(row(page, 'Bills')).toHaveCount(0);
      const parsed = JSON.parse(written) as { presets: { id: string; notes?: string }[] };
      const theirs = parsed.presets.map((each) =>
        each.id === 'stock' ? { ...each, notes: 'Theirs' } : each,
      );
      writeFileSync(file, presetFile([...theirs, filePreset('other', 'Stock'), filePreset('new', 'Quotes')]));
      await openSharing(page);
      await page.getByRole('button', { name: 'Choose a file…' }).click();
      await expect(page.getByRole('heading', { name: 'Import presets', level: 1 })).toBeVisible();
      const stock = page.getByRole('group', { name: 'Stock', exact: true }).first();
      await stock.getByText('1 difference').click();
      await expect(stock.getByText('Theirs', { exact: true }).last()).toBeVisible();
      await look('import-preview');
      await page.getByRole('button', { name: 'Keep both', exact: true }).click();
      await stock.getByRole('radio', { name: 'Take theirs' }).click();
      await page
        .getByRole('group', { name: 'Orders', exact: true })
        .getByRole('radio', { name: 'Keep mine' })
        .click();
      await page.getByRole('checkbox', { name: 'Import Quotes' }).uncheck();
      expect(await names(page)).toEqual(['Orders', 'Stock']);
      await page.getByRole('button', { name: 'Import 3 presets' }).click();
      await expect.poll(() => names(page)).toEqual(['Orders', 'Stock', 'Bills', 'Stock (2)']);
      await page.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(() => names(page)).toEqual(['Orders', 'Stock']);

      // From a row's menu, as text.
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'More for Stock' }).click();
      await page.getByRole('menuitem', { name: 'Export…' }).click();
      await expect(page.getByText('1 chosen')).toBeVisible();
      await page.getByRole('button', { name: 'Copy as text' }).click();
      await desktop.clipboard.waitFor((text) => text.includes('"id": "stock"') && !text.includes('orders'));
    });

    test('what cannot be read is refused with its place, and the list stays as it is', async ({
      desktop,
      launch,
    }) => {
      test.setTimeout(300_000);
      const program = await launch(withPresets(desktop, [orders]));
      const page = await enterDemo(program, desktop);
      await openSharing(page);
      const file = path.join(desktop.folder, 'bad.json');
      await chooseInDialogs(program, file);
      const bad: readonly (readonly [string | Buffer, RegExp])[] = [
        [
          presetFile([filePreset('a', 'A'), filePreset('a', 'B')]),
          /Line \d+, column \d+: presets\[1\]\.id\s*There is another preset with the id “a”/,
        ],
        [presetFile([filePreset('a', 'A', { hotkey: 'F9' })]), /presets\[0\]\.hotkey/],
        [presetFile([], { version: 2 }), /made by a newer Token Tray/],
        ['<!doctype html><p>Sign in', /This is a web page/],
        [Buffer.from('504b0304', 'hex'), /This is a ZIP file/],
        [Buffer.alloc(50 * 1024 * 1024), /larger than 5 MB/],
        ['['.repeat(100_000), /nested too deeply/],
      ];
      for (const [content, words] of bad) {
        writeFileSync(file, content);
        await page.getByRole('button', { name: 'Choose a file…' }).click();
        await expect(page.getByRole('status').filter({ hasText: words })).toBeVisible();
        expect(await names(page)).toEqual(['Orders']);
      }
      writeFileSync(file, presetFile([filePreset('a', 'A'), filePreset('a', 'B')]));
      await page.getByRole('button', { name: 'Choose a file…' }).click();
      await lookAt(page, colorScheme)('import-refused');

      // Postman's, dropped on the window; REST Client's, pasted.
      const environment = {
        name: 'Contoso',
        values: [
          { key: 'vault', value: 'https://contoso.vault.azure.net/keys?api-version=7.4', enabled: true },
          { key: 'secret', value: 'hunter2', type: 'secret', enabled: true },
        ],
      };
      await page.evaluate((text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'contoso.postman_environment.json'));
        document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      }, JSON.stringify(environment));
      await expect(page.getByText(/contoso\.postman_environment\.json · Postman environment/)).toBeVisible();
      await expect(page.getByRole('checkbox', { name: 'Import Key Vault' })).toBeChecked();
      await page.getByText('Not used (1)').click();
      await expect(page.getByText('A secret: never imported')).toBeVisible();
      expect(await page.locator('body').innerText()).not.toContain('hunter2');
      await lookAt(page, colorScheme)('import-postman');
      await page.getByRole('button', { name: 'Cancel' }).click();
      await page.getByRole('button', { name: 'Paste text…' }).click();
      await page
        .getByRole('textbox')
        .fill(
          '{ "rest-client.environmentVariables": { "dev": { "g": "https://graph.microsoft.com/v1.0/me", }, } }',
        );
      await page.getByRole('button', { name: 'Continue' }).click();
      await expect(page.getByRole('checkbox', { name: 'Import Microsoft Graph' })).toBeChecked();
      await page.getByRole('button', { name: 'Import 1 preset' }).click();
      await expect(page.getByText('1 preset imported', { exact: true }).last()).toBeVisible();
    });

    test('a team’s presets are there to be used, and their changes are said', async ({ desktop, launch }) => {
      test.setTimeout(300_000);
      const program = await launch(withPresets(desktop, [orders]));
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colorScheme);
      const file = path.join(desktop.folder, 'team.json');
      const team = (presets: readonly object[]): void =>
        writeFileSync(file, presetFile(presets, { name: 'Contoso APIs' }));
      team([filePreset('stock', 'Stock'), filePreset('bills', 'Bills')]);
      await openSharing(page);
      await page.getByRole('button', { name: 'Subscribe…' }).click();
      await page.getByRole('textbox').fill('http://contoso.com/apis.json');
      await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
      await expect(
        page.getByText('Plain http can be changed by everyone on the way. Use https.'),
      ).toBeVisible();
      await look('team-add');
      await page.getByRole('textbox').fill(file);
      await page.getByRole('button', { name: 'Subscribe', exact: true }).click();
      await expect(page.getByText(/^2 presets · checked/)).toBeVisible();

      // They cannot be changed, but pinned.
      await page.keyboard.press('Escape');
      await expect(row(page, 'Stock').getByRole('img', { name: 'From Contoso APIs' })).toBeVisible();
      await row(page, 'Stock').press('Delete');
      await expect(page.getByText('From Contoso APIs, so it cannot be changed here').last()).toBeVisible();
      expect(await names(page)).toEqual(['Orders', 'Stock', 'Bills']);
      await row(page, 'Bills').press('p');
      await expect.poll(() => names(page)).toEqual(['Bills', 'Orders', 'Stock']);
      await page.getByRole('button', { name: 'More for Stock' }).click();
      await expect(page.getByRole('menuitem', { name: 'Edit…' })).toHaveCount(0);
      await expect(page.getByRole('menuitem', { name: 'Hotkey…' })).toBeVisible();
      await page.keyboard.press('Escape');
      await look('team-presets');

      team([filePreset('bills', 'Bills', { notes: 'Closed in May' }), filePreset('quotes', 'Quotes')]);
      await openSharing(page);
      await page.getByRole('button', { name: 'More for Contoso APIs' }).click();
      await page.getByRole('menuitem', { name: 'Refresh now' }).click();
      await expect(page.getByText('Contoso APIs: 1 added, 1 changed, 1 removed.')).toBeVisible();
      await page.getByRole('button', { name: 'More for Contoso APIs' }).click();
      await page.getByRole('menuitem', { name: 'What changed' }).click();
      await expect(page.getByText('Closed in May')).toBeVisible();
      await look('team-changes');
      await page.getByRole('button', { name: 'Close', exact: true }).click();
      // What was pinned stays so.
      expect(await names(page)).toEqual(['Bills', 'Orders', 'Quotes']);

      writeFileSync(file, '<html>');
      await page.getByRole('button', { name: 'More for Contoso APIs' }).click();
      await page.getByRole('menuitem', { name: 'Refresh now' }).click();
      await expect(page.getByText(/web page.* The copy from before is still used\./)).toBeVisible();
      expect(await names(page)).toEqual(['Bills', 'Orders', 'Quotes']);
      await look('team-problem');

      await page.getByRole('button', { name: 'More for Contoso APIs' }).click();
      await page.getByRole('menuitem', { name: 'Unsubscribe…' }).click();
      await page.getByRole('button', { name: 'Unsubscribe', exact: true }).click();
      await expect.poll(() => names(page)).toEqual(['Orders']);
    });
  });
}
