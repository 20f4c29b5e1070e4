import type { Page } from 'playwright/test';
import { expect } from './desktop/fixtures';
import type { DesktopSession } from './desktop/desktop-session';
import type { Program } from './desktop/program';

/** The demo tenant's people. */
export const zoe = 'Zoë Nuñez-Ødegård';
export const alex = 'Alex Moreau';

export const token = /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/;

/** The row of a preset. */
export const row = (page: Page, preset: string) => page.getByRole('row', { name: preset, exact: true });

/** The sheet that is up while the browser is being waited for. */
export const waitingSheet = (page: Page) => page.getByRole('dialog', { name: /waiting for your browser/i });

/** Chooses somebody on the page that the program has just opened in the browser, and presses the buttons after it. */
export async function signInInBrowser(desktop: DesktopSession, ...buttons: readonly string[]): Promise<void> {
  const page = await desktop.browser.openNextPage();
  for (const name of buttons) await page.getByRole('button', { name, exact: true }).click();
  await expect(page.getByRole('heading', { name: 'You can return to Token Tray' })).toBeVisible();
}

/** From the welcome page into the demo tenant, signed in. */
export async function enterDemo(program: Program, desktop: DesktopSession, person = zoe): Promise<Page> {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await signInInBrowser(desktop, person);
  await expect(page.getByRole('button', { name: `Account: ${person}` })).toBeVisible();
  return page;
}

/** Tenants and subscriptions come a while after the sign-in; until then a refresh is under way. */
export async function whenTenantsAreRead(page: Page): Promise<void> {
  await page.waitForFunction(async () => {
    const { tenants } = await window.tokenTray.getSnapshot();
    return tenants.length > 2 && tenants.some(({ subscriptions }) => subscriptions.length > 0);
  });
}

/** The form for a new preset, from the list, past the catalogue. */
export async function openPresetForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add an API', exact: true }).click();
  await page.getByRole('button', { name: 'Your own API', exact: true }).click();
}

/** The claims of a token. */
export function claimsOf(accessToken: string): Record<string, unknown> {
  const payload = Buffer.from(accessToken.split('.')[1] ?? '', 'base64url').toString('utf8');
  return JSON.parse(payload) as Record<string, unknown>;
}
