import type { Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { lookAt, type Look } from './look';
import { scrollsSideways } from './room';
import { alex, enterDemo, signInInBrowser, waitingSheet, zoe } from './person';

/** Forced colours are those of a person's contrast theme. */
const allColours = ['light', 'dark', 'forced'] as const;

const openAccounts = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Accounts and clients…' }).click();
  await expect(page.getByRole('heading', { name: 'Accounts and clients', level: 1 })).toBeVisible();
};

/** Adds an app registration, whose sign-in nobody finishes. */
async function addOrganisation(page: Page, desktop: DesktopSession): Promise<void> {
  await page.getByRole('button', { name: 'Add a client application' }).click();
  await page.getByRole('button', { name: 'My organisation’s app' }).click();
  await page
    .getByRole('textbox', { name: 'Application (client) ID' })
    .fill('11111111-2222-3333-4444-555555555555');
  await page.getByRole('textbox', { name: 'Directory (tenant) ID or domain' }).fill('contoso.com');
  await page.getByRole('button', { name: 'Continue to sign in' }).click();
  await desktop.browser.nextUrl();
  await waitingSheet(page).getByRole('button', { name: 'Cancel' }).click();
}

for (const colours of allColours) {
  test.describe(`in ${colours} colours`, () => {
    test.use({ colorScheme: colours === 'dark' ? 'dark' : 'light' });
    test.setTimeout(240_000);

    test('accounts, clients and clouds look right to a person and to axe', async ({ program, desktop }) => {
      const page = await enterDemo(program, desktop);
      await page.emulateMedia({ forcedColors: colours === 'forced' ? 'active' : 'none' });
      const look = lookAt(page, colours);
      await openAccounts(page);
      await look('accounts');
      await page.getByRole('button', { name: 'Sign in to Demo' }).click();
      await signInInBrowser(desktop, alex);
      await expect(page.getByRole('button', { name: `More for ${alex}` })).toBeVisible();
      await page.getByRole('button', { name: 'Add a client application' }).click();
      await look('add-client');
      await page.getByRole('button', { name: 'Service principal' }).click();
      await page.getByRole('button', { name: 'Add service principal' }).click();
      await page.getByRole('button', { name: 'Another cloud…' }).click();
      await look('add-service-principal');
      await page.getByRole('button', { name: 'Back' }).click();
      await page.getByRole('button', { name: 'Back' }).click();
      await addOrganisation(page, desktop);
      await page.getByRole('button', { name: /^Account:/ }).click();
      await look('account-menu-many');
      await page.keyboard.press('Escape');
      await openAccounts(page);
      await look('accounts-many');
      await visitSheets(page, look);
      await page.getByRole('button', { name: `More for ${zoe}` }).click();
      await look('account-row-menu');
      await page.getByRole('menuitem', { name: 'Details…' }).click();
      await expect(page.getByRole('heading', { name: 'Account', level: 1 })).toBeVisible();
      await expect(page.getByText(/^Read (just now|\d+ min ago)$/)).toBeVisible();
      await look('account');
      await page.getByRole('button', { name: 'Add a tenant…' }).click();
      await page.getByRole('textbox', { name: 'Tenant ID or domain' }).fill('my company');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await look('account-add-tenant');
      await program.app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.setSize(360, 480);
      });
      await look('account-small');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('heading', { name: 'Accounts and clients', level: 1 })).toBeVisible();
      await expect(page.getByRole('listitem', { name: 'Demo' })).toBeFocused();
      await look('accounts-small');
      expect(await scrollsSideways(page)).toBe(false);
    });
  });
}

async function visitSheets(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'More for App of contoso.com' }).click();
  await look('client-menu');
  await page.getByRole('menuitem', { name: 'Rename and colour…' }).click();
  await look('client-rename');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for Demo', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await look('client-remove');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Forget everything…' }).click();
  await look('forget-everything');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add a custom cloud…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Contoso Stack');
  await page.getByRole('textbox', { name: 'Sign-in address' }).fill('https://sts.contoso.com/adfs');
  await page.getByText('Subscriptions and resources').click();
  await look('cloud');
  await page.getByRole('button', { name: 'Add cloud' }).click();
  await expect(page.getByText('https://sts.contoso.com/adfs · AD FS')).toBeVisible();
}

test('another account of the menu is in use after one click, and says of which client it is', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await openAccounts(page);
  await page.getByRole('button', { name: 'Sign in to Demo' }).click();
  await signInInBrowser(desktop, alex);
  const inUse = page.getByRole('listitem').filter({ hasText: 'In use' });
  await expect(inUse.filter({ hasText: alex })).toHaveCount(2);
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: `Account: ${alex}` }).click();
  await expect(page.getByRole('menuitemradio', { name: new RegExp(`^${alex}`) })).toBeChecked();
  await page.getByRole('menuitemradio', { name: new RegExp(`^${zoe}`) }).click();
  await expect(page.getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
});

test('a client application gets a name and a colour, and the focus goes back', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await openAccounts(page);
  await page.getByRole('button', { name: 'More for Demo', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Rename and colour…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Try-out');
  await page.getByRole('radio', { name: 'Amber' }).check({ force: true });
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Try-out' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'More for Try-out' })).toBeFocused();
});

test('an ID is copied as it is', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openAccounts(page);
  await page.getByRole('button', { name: `More for ${zoe}` }).click();
  await page.getByRole('menuitem', { name: 'Details…' }).click();
  await page.getByRole('button', { name: 'Copy Home tenant ID' }).click();
  await desktop.clipboard.waitFor((text) => text === 'b45aa154-2868-4e56-9612-5fad43d4fc11');
  await page.getByRole('button', { name: 'Copy Object ID' }).click();
  await desktop.clipboard.waitFor((text) => text === 'de31a776-f3e0-4dfc-95de-357163e746e8');
  await page.getByRole('button', { name: 'Copy details' }).click();
  const report = await desktop.clipboard.waitFor((text) => text.startsWith('Name: '));
  expect(report).toContain('zoe.nunez@fjord-demo.example');
});

test('an AD FS of one’s own has no tenants, and stays as long as it is used', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await openAccounts(page);
  await page.getByRole('button', { name: 'Add a custom cloud…' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Contoso sign-in');
  await page.getByRole('textbox', { name: 'Sign-in address' }).fill('https://sts.contoso.com/adfs/oauth2');
  await page.getByRole('button', { name: 'Add cloud' }).click();
  await expect(page.getByText(/^Leave the tenant out/)).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('textbox', { name: 'Sign-in address' }).fill('https://sts.contoso.com/adfs');
  await expect(page.getByText('This is an AD FS: one directory')).toBeVisible();
  await page.getByRole('button', { name: 'Add cloud' }).click();
  await expect(page.getByText('https://sts.contoso.com/adfs · AD FS')).toBeVisible();

  await page.getByRole('button', { name: 'Add a client application' }).click();
  await page.getByRole('button', { name: 'My organisation’s app' }).click();
  await page.getByRole('combobox', { name: 'Cloud' }).click();
  await page.getByRole('option', { name: 'Contoso sign-in' }).click();
  await expect(page.getByRole('textbox', { name: 'Directory (tenant) ID or domain' })).toHaveCount(0);
  await page.getByRole('textbox', { name: 'Application (client) ID' }).fill('native-tool');
  // What was typed is there after a look at the other ways.
  await page.getByRole('button', { name: 'Back' }).click();
  await page.getByRole('button', { name: 'My organisation’s app' }).click();
  await page.getByRole('button', { name: 'Continue to sign in' }).click();
  // Nothing answers there, and the browser is opened only once something does.
  await page.getByRole('button', { name: 'Close' }).click({ timeout: 60_000 });
  expect(desktop.browser.openedUrls()).toHaveLength(1);

  await openAccounts(page);
  await expect(page.getByText('Used by 1 client application')).toBeVisible();
  await page.getByRole('button', { name: 'More for Contoso sign-in' }).click();
  await expect(page.getByRole('menuitem', { name: 'Remove…' })).toBeDisabled();
});

test('removing a client application signs out its accounts, and the other one is used', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await openAccounts(page);
  await addOrganisation(page, desktop);
  await openAccounts(page);
  await page.getByRole('button', { name: 'More for Demo', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Remove Demo?' });
  await expect(sheet.getByText(`${zoe} (zoe.nunez@fjord-demo.example)`)).toBeVisible();
  await expect(sheet.getByRole('button', { name: 'Keep it' })).toBeFocused();
  await sheet.getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByRole('heading', { name: 'Demo', exact: true })).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Accounts and clients', level: 1 })).toBeFocused();
  await expect(page.getByRole('heading', { name: 'App of contoso.com' })).toBeVisible();
});

test('after forgetting everything the welcome page is back', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openAccounts(page);
  await page.getByRole('button', { name: 'Forget everything…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Forget everything?' });
  await expect(sheet.getByText('1 account and its tokens')).toBeVisible();
  await sheet.getByRole('button', { name: 'Forget everything' }).click();
  await expect(page.getByRole('heading', { name: 'Tokens, one click away' })).toBeVisible();
});

test('tenants and subscriptions are read and chosen, and a tenant that wants a second factor gets it', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Account details…' }).click();
  await expect(page.getByText('Read just now')).toBeVisible();
  const quay = page.getByRole('listitem').filter({ hasText: 'Quay Demo' });
  await expect(quay.getByText('This tenant wants a second factor.')).toBeVisible();
  await quay.getByRole('button', { name: 'Sign in for Quay Demo' }).click();
  await signInInBrowser(desktop, zoe, 'Approve');
  await expect(page.getByRole('radio', { name: /^Quay Demo/ })).toBeChecked();
  await expect(quay.getByText('This tenant wants a second factor.')).toHaveCount(0);
  const harbour = page.getByRole('radio', { name: /^Harbour Demo/ });
  // What it shows comes back from main, a moment later.
  await harbour.click();
  await expect(harbour).toBeChecked();
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(page.getByRole('button', { name: /^Account:.*Harbour Demo/ })).toBeVisible();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Tenant' }).press('ArrowRight');
  await expect(page.getByRole('menuitemradio', { name: /^Harbour Demo/ })).toBeChecked();
  await page.getByRole('menuitemradio', { name: /^Fjord Demo/ }).click();
  await expect(page.getByRole('button', { name: /^Account:.*Fjord Demo/ })).toBeVisible();
});

test('a service principal is added with a secret, which is never shown again', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('menuitem', { name: 'Add a client application…' }).click();
  await page.getByRole('button', { name: 'Service principal' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Nightly export');
  await page
    .getByRole('textbox', { name: 'Application (client) ID' })
    .fill('22222222-3333-4444-5555-666666666666');
  await page.getByRole('textbox', { name: 'Directory (tenant) ID or domain' }).fill('contoso.com');
  const secret = page.getByLabel('Client secret');
  await secret.fill('22222222-3333-4444-5555-666666666666');
  await page.getByRole('button', { name: 'Add service principal' }).click();
  await expect(page.getByText(/^This looks like the secret’s ID/)).toBeVisible();
  await secret.fill('a~value.that-is_no-ID');
  await page.getByRole('button', { name: 'Add service principal' }).click();
  await expect(page.getByRole('button', { name: 'Account: Nightly export' })).toBeVisible();

  await openAccounts(page);
  await expect(page.getByText(/^Secret saved /)).toBeVisible();
  await page.getByRole('button', { name: 'More for Nightly export' }).first().click();
  await page.getByRole('menuitem', { name: 'Change the credential…' }).click();
  await expect(secret).toHaveValue('');
  await secret.fill('another~value');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Keep editing' }).click();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});
