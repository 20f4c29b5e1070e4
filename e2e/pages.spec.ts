import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { holdClipboard } from './held-clipboard';
import { lookAt, type Look } from './look';
import { enterDemo, openPresetForm, row, signInInBrowser, token, waitingSheet, zoe } from './person';

/** Forced colours are those of a person's contrast theme. */
const allColours = ['light', 'dark', 'forced'] as const;
type Colours = (typeof allColours)[number];

const schemeOf = (colours: Colours) => (colours === 'dark' ? 'dark' : 'light');
const forced = (colours: Colours) => (colours === 'forced' ? 'active' : 'none');

async function lookIn(page: Page, colours: Colours): Promise<Look> {
  await page.emulateMedia({ forcedColors: forced(colours) });
  return lookAt(page, colours);
}

async function visitWelcome(page: Page, look: Look): Promise<void> {
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await look('welcome');
  await page.getByRole('button', { name: 'My organisation’s app' }).click();
  await look('welcome-organisation');
  await page.getByRole('textbox', { name: 'Application (client) ID' }).fill('my app');
  await page.getByRole('button', { name: 'Continue to sign in' }).click();
  await page.getByText('How do I get these?').click();
  await look('welcome-organisation-problems');
  await page.getByRole('button', { name: 'Back' }).click();
}

async function visitSignIn(page: Page, desktop: DesktopSession, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await expect(waitingSheet(page)).toBeVisible();
  await look('signing-in');
  await desktop.browser.nextUrl();
  await waitingSheet(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(waitingSheet(page)).toBeHidden();
  await look('signed-out');
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInInBrowser(desktop, zoe);
  await expect(page.getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
}

async function visitPresets(page: Page, desktop: DesktopSession, look: Look): Promise<void> {
  await row(page, 'Microsoft Graph')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  await desktop.clipboard.waitFor((text) => token.test(text));
  await row(page, 'Demo API')
    .getByRole('button', { name: /^Copy curl/ })
    .click();
  await expect(page.getByText('Demo API curl command copied', { exact: true })).toBeVisible();
  await look('presets');
  await page.getByRole('button', { name: 'Clear now' }).click();
  await page.getByLabel('Search presets').fill('vault');
  await look('search');
  await page.getByLabel('Search presets').fill('nothing like this');
  await look('search-no-hits');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await page.getByRole('button', { name: /^Account:/ }).click();
  await look('account-menu');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'More for Key Vault' }).click();
  await look('preset-menu');
  await page.keyboard.press('Escape');
}

async function visitForm(page: Page, look: Look): Promise<void> {
  await openPresetForm(page);
  await look('add-preset');
  await page
    .getByRole('textbox', { name: 'Name' })
    .fill('Bestellungen für Kundinnen und Kunden in Übersee, Testumgebung 2');
  await page.getByRole('textbox', { name: 'Resource' }).fill('https://a.example https://b.example');
  await page.getByRole('textbox', { name: 'Address' }).fill('http://orders.example/items');
  await page.getByRole('button', { name: 'Add preset', exact: true }).click();
  await look('add-preset-problems');
  await page
    .getByRole('textbox', { name: 'Resource' })
    .fill('api://orders-of-customers.example.com/test-environment-2');
  await page.getByRole('textbox', { name: 'Address' }).fill('https://orders.example/items/{id}');
  await page.getByRole('button', { name: 'Add preset', exact: true }).click();
  await expect(row(page, 'Bestellungen für Kundinnen und Kunden in Übersee, Testumgebung 2')).toBeVisible();
  await row(page, 'Bestellungen für Kundinnen und Kunden in Übersee, Testumgebung 2')
    .getByRole('button', { name: /^Copy curl/ })
    .click();
  await look('placeholders');
  await page.getByRole('button', { name: 'Copy with placeholders' }).click();
  await expect(page.getByText('First fill in {id}', { exact: true })).toBeVisible();
  await look('long-name-and-placeholder');
}

async function visitRows(page: Page, look: Look): Promise<void> {
  for (const preset of ['Demo API', 'Microsoft Graph']) {
    await page.getByRole('button', { name: `Copy token for ${preset}` }).click();
    await expect(page.getByText(`${preset} token copied`, { exact: true })).toBeVisible();
  }
  await page.getByRole('button', { name: 'More for Microsoft Graph' }).click();
  await page.getByRole('menuitem', { name: 'Copy as' }).press('ArrowRight');
  await expect(page.getByRole('menuitem', { name: 'PowerShell' })).toBeVisible();
  await look('copy-as-menu');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  for (const preset of ['Microsoft Graph', 'Demo: expired session']) {
    await page.getByRole('button', { name: `More for ${preset}` }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Keep fresh' }).click();
  }
  await expect(page.getByRole('button', { name: /^Sign in again to keep/ })).toBeVisible();
  await look('kept-fresh');
}

async function visitHotkeys(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: /^Copy last again / }).click();
  await look('settings-hotkey-recording');
  await page.keyboard.press('Control+c');
  await expect(page.getByText(/^Every program has a use of its own/)).toBeVisible();
  await look('settings-hotkey-refused');
  await page.getByRole('button', { name: 'Add…' }).click();
  await look('settings-hotkey-presets');
  await page.getByRole('menuitem', { name: 'Key Vault' }).click();
  await look('hotkey-sheet');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function visitSettings(page: Page, look: Look): Promise<void> {
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await look('settings');
  await page.getByRole('combobox', { name: 'Clear the clipboard after' }).click();
  await look('settings-choices');
  await page.getByRole('option', { name: '5 minutes' }).click();
  await expect(
    page.getByRole('button', { name: 'Reset “Clear the clipboard after” to “1 minute”' }),
  ).toBeVisible();
  await look('settings-changed');
  await visitHotkeys(page, look);
  await page.getByRole('button', { name: 'Show activity' }).scrollIntoViewIfNeeded();
  await look('settings-end');
}

async function visitActivity(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'Show activity' }).click();
  await expect(page.getByRole('heading', { name: /^(Today|Yesterday)$/ }).first()).toBeVisible();
  await look('activity');
  await page.getByRole('button', { name: 'Clear', exact: true }).click();
  await look('activity-clear');
  await page.getByRole('main').getByRole('button', { name: 'Clear', exact: true }).last().click();
  await expect(page.getByRole('heading', { name: 'Nothing yet' })).toBeVisible();
  await look('activity-empty');
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { activityList: false } }));
  await expect(page.getByRole('heading', { name: 'The list is off' })).toBeVisible();
  await look('activity-off');
  await page.keyboard.press('Escape');
}

async function visitSmall(program: Program, page: Page, look: Look): Promise<void> {
  await program.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setSize(360, 480);
  });
  await page.waitForFunction(() => window.innerWidth <= 360);
  await look('small-presets');
  await page.keyboard.press('Control+,');
  await look('small-settings');
  await page.getByRole('button', { name: /^Open the palette / }).click();
  await look('small-settings-hotkey');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function visitFailure(page: Page, look: Look): Promise<void> {
  await row(page, 'Demo: blocked by policy')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  await page.getByText('Details', { exact: true }).click();
  await look('failure');
  await page.getByRole('button', { name: 'Close' }).click();
}

async function visitAll(program: Program, desktop: DesktopSession, colours: Colours): Promise<void> {
  const page = await program.mainWindow();
  const look = await lookIn(page, colours);
  await visitWelcome(page, look);
  await visitSignIn(page, desktop, look);
  await visitPresets(page, desktop, look);
  await visitForm(page, look);
  await visitFailure(page, look);
}

async function visitNotice(page: Page, look: Look): Promise<void> {
  await expect(page.getByText(/The presets file was damaged and had no good copy/)).toBeVisible();
  await look('notice-damaged-file');
  await page.getByRole('button', { name: /^Dismiss: The presets file/ }).click();
  await expect(page.getByText(/The presets file was damaged/)).toHaveCount(0);
}

async function visitMenusAndSheets(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: 'Quit Token Tray' })).toBeVisible();
  await look('more-menu');
  await page.keyboard.press('Escape');
  await row(page, 'Storage').click();
  await row(page, 'Storage').press('e');
  await expect(page.getByRole('form', { name: 'Edit preset' })).toBeVisible();
  await look('edit-preset');
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Storage of last year');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Discard what you typed?', { exact: true })).toBeVisible();
  await look('edit-preset-discard');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
}

async function visitUndo(page: Page, look: Look): Promise<void> {
  await page.getByRole('button', { name: 'More for Storage' }).click();
  await page.getByRole('menuitem', { name: /^Delete/ }).click();
  // The message waits as long as the pointer rests on it.
  await page.getByRole('button', { name: 'Undo', exact: true }).hover();
  await look('undo');
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(page, 'Storage')).toBeVisible();
}

async function visitCopyFailed(program: Program, page: Page, look: Look): Promise<void> {
  const letGo = await holdClipboard(program);
  await row(page, 'Demo API')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  await expect(page.getByRole('button', { name: 'Copy again' })).toBeVisible();
  await look('copy-failed');
  await page.getByRole('button', { name: 'Dismiss' }).click();
  await letGo();
}

/** Copies a token that needs a page of its own in the browser, and goes there. */
async function openStep(page: Page, desktop: DesktopSession, preset: string): Promise<Page> {
  await row(page, preset)
    .getByRole('button', { name: /^Copy token/ })
    .click();
  const browserPage = await desktop.browser.openNextPage();
  await browserPage.getByRole('button', { name: zoe }).click();
  return browserPage;
}

async function visitDeclined(page: Page, desktop: DesktopSession, look: Look): Promise<void> {
  const consent = await openStep(page, desktop, 'Demo: consent');
  await consent.getByRole('button', { name: 'Cancel' }).click();
  await expect(consent.getByRole('heading', { name: 'The sign-in did not finish' })).toBeVisible();
  await expect(page.getByText('The permission to use Demo: consent was declined.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await look('failure-with-action');
  await page.getByRole('button', { name: 'Close' }).click();
}

async function visitBrowser(window: Page, desktop: DesktopSession, colours: Colours): Promise<void> {
  const lookOf = async (page: Page, name: string): Promise<void> => {
    await page.emulateMedia({ colorScheme: schemeOf(colours), forcedColors: forced(colours) });
    await lookAt(page, colours)(name);
  };
  await window.getByRole('button', { name: 'Demo tenant' }).click();
  const page = await desktop.browser.openNextPage();
  await lookOf(page, 'browser-choose-account');
  await page.getByRole('button', { name: zoe }).click();
  await expect(page.getByRole('heading', { name: 'You can return to Token Tray' })).toBeVisible();
  await lookOf(page, 'browser-done');

  const factor = await openStep(window, desktop, 'Demo: second factor');
  await expect(factor.getByRole('heading', { name: 'Approve this sign-in' })).toBeVisible();
  await lookOf(factor, 'browser-second-factor');
  await factor.getByRole('button', { name: 'Approve' }).click();
  await expect(waitingSheet(window)).toBeHidden();

  const consent = await openStep(window, desktop, 'Demo: consent');
  await expect(consent.getByRole('button', { name: 'Accept' })).toBeVisible();
  await lookOf(consent, 'browser-consent');
  await consent.getByRole('button', { name: 'Cancel' }).click();
  await expect(consent.getByRole('heading', { name: 'The sign-in did not finish' })).toBeVisible();
  await lookOf(consent, 'browser-failed');
}

for (const colours of allColours) {
  test.describe(`in ${colours} colours`, () => {
    test.use({ colorScheme: schemeOf(colours) });
    test.setTimeout(240_000);

    test('every page looks right to a person and to axe', async ({ program, desktop }) => {
      await visitAll(program, desktop, colours);
    });

    test('settings, activity and what rows have do, too', async ({ program, desktop }) => {
      const page = await enterDemo(program, desktop);
      const look = await lookIn(page, colours);
      await visitRows(page, look);
      await visitSettings(page, look);
      await visitActivity(page, look);
      await visitSmall(program, page, look);
    });

    test('menus, questions and messages do, too', async ({ launch, desktop }) => {
      const folder = path.join(String(desktop.env['XDG_CONFIG_HOME']), 'Token Tray');
      mkdirSync(folder, { recursive: true });
      writeFileSync(path.join(folder, 'presets.json'), '{"version":1,"presets":[');
      const program = await launch();
      const page = await enterDemo(program, desktop);
      const look = await lookIn(page, colours);
      await visitNotice(page, look);
      await visitMenusAndSheets(page, look);
      await visitUndo(page, look);
      await visitCopyFailed(program, page, look);
      await visitDeclined(page, desktop, look);
    });

    test('the demo’s pages in the browser do, too', async ({ program, desktop }) => {
      await visitBrowser(await program.mainWindow(), desktop, colours);
    });
  });
}

test.describe('without a keyring', () => {
  test.use({ keyring: false });

  test('the notice looks right', async ({ program, desktop }) => {
    const page = await enterDemo(program, desktop);
    await expect(page.getByText(/tokens are kept in memory only/)).toBeVisible();
    await lookAt(page, 'light')('notice-memory-only');
  });
});
