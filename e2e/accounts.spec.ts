import type { Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { lookAt, type Look } from './look';
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
    test.setTimeout(120_000);

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
      await expect(page.getByRole('heading', { name: 'Account details', level: 1 })).toBeVisible();
      await look('account');
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
