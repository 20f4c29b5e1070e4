import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { lookAt } from './look';
import { claimsOf, enterDemo, row, token } from './person';

const field = (page: Page) =>
  page.getByRole('textbox', { name: 'Search APIs, or paste an address or a command' });
const pasted = (page: Page) => page.getByRole('region', { name: 'What you pasted' });

/** A short message at the foot; it is there a second time for readers. */
const message = (page: Page, text: string) => page.getByText(text, { exact: true }).last();

async function openCatalogue(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add an API', exact: true }).click();
  await expect(field(page)).toBeFocused();
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`in ${scheme} colours`, () => {
    test.use({ colorScheme: scheme });

    test('the catalogue and what is said of a paste look right', async ({ program, desktop }) => {
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, scheme);
      await openCatalogue(page);
      await expect(page.getByRole('heading', { name: 'Azure Resource Manager' })).toBeVisible();
      await look('catalogue');
      await page.getByRole('button', { name: 'Details of Key Vault' }).click();
      await page.getByRole('button', { name: 'Add Managed HSM' }).click();
      await expect(message(page, 'Managed HSM added')).toBeVisible();
      // The message waits as long as the pointer rests on it.
      await page.getByRole('button', { name: 'Dismiss' }).hover();
      await look('catalogue-details');
      await page.getByRole('button', { name: 'Dismiss' }).click();
      await field(page).fill('grafana');
      await look('catalogue-own-client');
      await field(page).fill('there is no such thing');
      await look('catalogue-no-hits');
      await field(page).fill('https://contoso.vault.azure.net/secrets/x?api-version=7.4&sig=x');
      await look('catalogue-pasted');
      await field(page).fill('https://graph.windows.net/contoso.com/users');
      await look('catalogue-retired');
      await field(page).fill(
        "curl 'https://orders.contoso.com/v1/items' \\\n  -X POST \\\n  -H 'Authorization: Bearer old' \\\n  -d '{\"a\":1}'",
      );
      await look('catalogue-curl');
      await field(page).fill('https://contoso.vault.azure.cn/secrets');
      await look('catalogue-other-cloud');
      await field(page).fill('scopes:\n  api://a/x: X\n  api://b/y: Y\n');
      await look('catalogue-problem');
    });
  });
}

test('an API is found, added with one click, and its token copied', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openCatalogue(page);
  await field(page).fill('kql workspace');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Log Analytics']);
  await expect(page.getByText('Added', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Add Log Analytics' }).click();
  await expect(message(page, 'Log Analytics added')).toBeVisible();
  await expect(page.getByText('Added', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await row(page, 'Log Analytics')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('https://api.loganalytics.io');
});

test('what was added is taken back, or edited', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openCatalogue(page);
  await field(page).fill('power bi');
  await page.getByRole('button', { name: 'Add Power BI', exact: true }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Added', { exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Add Power BI', exact: true }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Power BI');
});

test('the whole catalogue works by keyboard', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.keyboard.press('Control+n');
  await expect(field(page)).toBeFocused();
  // Faster than hits are shown: the key means the hit to come, not the one that is first until then.
  await page.keyboard.type('kql workspace');
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: 'Add Log Analytics', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Catalogue ID', { exact: true })).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await page.keyboard.press('Escape');
  await expect(row(page, 'Key Vault')).toBeVisible();
});

test('the address of a vault becomes a preset with that request', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openCatalogue(page);
  await field(page).fill('<https://contoso.vault.azure.net/secrets/x?api-version=7.4>');
  await expect(pasted(page).getByRole('heading')).toHaveText('Key Vault · contoso.vault.azure.net');
  await expect(pasted(page)).toContainText('GET https://contoso.vault.azure.net/secrets/x?api-version=7.4');
  await field(page).press('Enter');
  await expect(message(page, 'Key Vault (contoso) added')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await row(page, 'Key Vault (contoso)')
    .getByRole('button', { name: /^Copy curl/ })
    .click();
  const copied = await desktop.clipboard.waitFor((text) => text.startsWith('curl'));
  expect(copied).toContain('https://contoso.vault.azure.net/secrets/x?api-version=7.4');
});

test('an address pasted into the search opens the catalogue at it', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await desktop.clipboard.write('https://contoso.vault.azure.net/secrets/x?api-version=7.4');
  await page.getByRole('textbox', { name: 'Search' }).focus();
  await page.keyboard.press('Control+v');
  await expect(pasted(page)).toContainText('Key Vault');
});

test('a curl command becomes one without its old token', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openCatalogue(page);
  await field(page).fill(
    "curl 'https://graph.microsoft.com/v1.0/me/messages' \\\n  -X POST \\\n  -H 'Authorization: Bearer OLD' \\\n  -H 'Content-Type: application/json' \\\n  --data-raw '{\"subject\":\"it'\\''s\"}'",
  );
  await expect(pasted(page)).toContainText('Left out: the old token.');
  await pasted(page).getByRole('button', { name: 'Add Microsoft Graph' }).click();
  await expect(message(page, 'Microsoft Graph added')).toBeVisible();
  await page.getByRole('button', { name: 'Back' }).click();
  await row(page, 'Microsoft Graph')
    .last()
    .getByRole('button', { name: /^Copy curl/ })
    .click();
  const copied = await desktop.clipboard.waitFor((text) => text.startsWith('curl'));
  expect(copied).toContain('https://graph.microsoft.com/v1.0/me/messages');
  expect(copied).toContain('subject');
  expect(copied).not.toContain('OLD');
});

test('an address in no catalogue asks for the resource', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openCatalogue(page);
  await field(page).fill('https://orders.contoso.com/v1/items?page=2');
  await expect(pasted(page)).toContainText('This API is not in the catalogue.');
  await pasted(page).getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('orders.contoso.com');
  await expect(page.getByRole('textbox', { name: 'Resource' })).toHaveValue('');
});

test('an API that needs an app of one’s own says so', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openCatalogue(page);
  await field(page).fill('trusted signing');
  await expect(page.getByRole('heading', { level: 3 })).toHaveText(['Trusted Signing']);
  await expect(page.getByText('Needs your own app', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Details of Trusted Signing' }).click();
  await expect(page.getByText(/Azure CLI’s public client gets no token for this API/)).toBeVisible();
  await page.getByRole('button', { name: 'Open the documentation of Trusted Signing' }).click();
  await expect
    .poll(() => desktop.browser.openedUrls().at(-1))
    .toBe('https://learn.microsoft.com/azure/trusted-signing/overview');
});

test('what nobody’s preset has is looked for among all APIs', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.getByLabel('Search presets').fill('databricks');
  await page.getByRole('button', { name: 'Look for “databricks” among all APIs' }).click();
  await expect(field(page)).toHaveValue('databricks');
  await expect(page.getByRole('button', { name: 'Add Azure Databricks' })).toBeVisible();
});
