import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import {
  demoClientId,
  demoResources,
  demoServicePrincipal,
  demoTenants,
  type DemoTenant,
} from '../../src/main/demo';
import type { Snapshot } from '../../src/shared/snapshot';
import type { DesktopSession } from '../desktop/desktop-session';
import { claimsOf, row, signInInBrowser, token, zoe } from '../person';
import { asCustomCloud } from './tls-authority';
import { expect, test } from './fixtures';

const [home, guest, strict] = demoTenants;

/** What an organisation would lay down: its own cloud, its app, and presets for its APIs. */
async function managedFor(desktop: DesktopSession, authority: DemoTenant): Promise<Record<string, string>> {
  const file = path.join(desktop.home, 'managed.json');
  const resources = { graph: 'https://graph.microsoft.com', 'key-vault': 'https://vault.azure.net' };
  const preset = (id: string, name: string, resource: string) => ({
    id,
    name,
    resource,
    url: 'https://api.example/items',
    cloud: 'harbour-cloud',
  });
  const settings = {
    version: 1,
    organisation: 'Fjord Demo',
    clouds: [asCustomCloud(authority, { id: 'harbour-cloud', name: 'Harbour Cloud', resources })],
    clientApplications: [
      { id: 'app', kind: 'organisation', clientId: demoClientId, tenant: home?.id, cloud: 'harbour-cloud' },
    ],
    presets: [
      preset('orders', 'Orders', demoResources.api),
      preset('factor', 'Second factor', demoResources.mfa),
      preset('consent', 'Consent', demoResources.consent),
      preset('blocked', 'Blocked', demoResources.blocked),
    ],
  };
  await writeFile(file, JSON.stringify(settings));
  return { TOKEN_TRAY_MANAGED_SETTINGS: file };
}

const snapshot = (page: Page): Promise<Snapshot> => page.evaluate(() => window.tokenTray.getSnapshot());

/** Copies the token of a preset. Each is another one than the text before. */
async function copyToken(
  page: Page,
  desktop: DesktopSession,
  preset: string,
): Promise<Record<string, unknown>> {
  const before = await desktop.clipboard.read();
  await row(page, preset)
    .getByRole('button', { name: /^Copy token/ })
    .click();
  return claimsOf(await desktop.clipboard.waitFor((text) => token.test(text) && text !== before));
}

test('everything goes over real TLS to a cloud of the organisation’s own, which only the system trusts', async ({
  desktop,
  launch,
  authority,
  certificateAuthority,
}) => {
  test.setTimeout(180_000);
  certificateAuthority.beTrustedIn(desktop.home);
  const program = await launch({ env: await managedFor(desktop, authority) });
  const page = await program.mainWindow();

  // The organisation's app is in use from the start, so that there is nothing to choose.
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInInBrowser(desktop, zoe);
  await expect(page.getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
  expect(await copyToken(page, desktop, 'Orders')).toMatchObject({ aud: demoResources.api, tid: home?.id });
  expect(await copyToken(page, desktop, 'Microsoft Graph')).toMatchObject({
    aud: 'https://graph.microsoft.com',
    iss: expect.stringContaining(new URL(authority.origin).host),
  });
  // Neither is this cloud's, so neither is offered.
  await expect(row(page, 'Storage')).toHaveCount(0);

  // Tenants and subscriptions, page by page.
  await expect
    .poll(async () => (await snapshot(page)).tenants.map(({ id }) => id))
    .toEqual(demoTenants.map(({ id }) => id));
  await page.evaluate(async (tenantId) => {
    const { account } = await window.tokenTray.getSnapshot();
    await window.tokenTray.run('selectTenant', { accountId: account?.id ?? '', tenantId });
  }, String(guest?.id));
  expect(await copyToken(page, desktop, 'Orders')).toMatchObject({ tid: guest?.id });

  // A second factor, consent, and a tenant that wants one for everything.
  await row(page, 'Second factor')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  await signInInBrowser(desktop, zoe, 'Approve');
  await expect(page.getByText('Second factor token copied', { exact: true })).toBeVisible();
  await row(page, 'Consent')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  await signInInBrowser(desktop, zoe, 'Accept');
  await expect(page.getByText('Consent token copied', { exact: true })).toBeVisible();
  const signedIn = page.evaluate(async (tenant) => {
    const { account } = await window.tokenTray.getSnapshot();
    await window.tokenTray.run('signInForTenant', { accountId: account?.id ?? '', tenant });
  }, String(strict?.id));
  await signInInBrowser(desktop, zoe, 'Approve');
  await signedIn;
  expect(await copyToken(page, desktop, 'Orders')).toMatchObject({ tid: strict?.id });

  // What a policy blocks is said, and nothing opens.
  const opened = desktop.browser.openedUrls().length;
  await row(page, 'Blocked')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  await expect(page.getByText(/A policy of Quay Demo does not allow a token for Blocked/)).toBeVisible();
  await page.getByRole('button', { name: 'Close' }).click();
  expect(desktop.browser.openedUrls()).toHaveLength(opened);

  // An application that signs in as itself.
  const outcome = await page.evaluate(
    ({ clientId, tenant, secret }) =>
      window.tokenTray.run('addServicePrincipal', {
        name: 'Nightly export',
        clientId,
        tenant,
        cloud: 'harbour-cloud',
        credential: { type: 'secret', secret },
      }),
    {
      clientId: demoServicePrincipal.clientId,
      tenant: demoServicePrincipal.tenantId,
      secret: demoServicePrincipal.secret,
    },
  );
  expect(outcome).toEqual({ outcome: 'done' });
  expect(await copyToken(page, desktop, 'Orders')).toMatchObject({
    idtyp: 'app',
    appid: demoServicePrincipal.clientId,
  });

  // A device code, typed by a person in the browser.
  await page.evaluate(() =>
    window.tokenTray.run('changeSettings', { change: { signInFlows: 'device-code' } }),
  );
  const byCode = page.evaluate(() => window.tokenTray.run('signIn', { clientApplicationId: 'managed-app' }));
  await expect.poll(async () => (await snapshot(page)).signIn?.deviceCode?.userCode).toBeDefined();
  const { userCode = '', verificationUri = '' } = (await snapshot(page)).signIn?.deviceCode ?? {};
  await expect(page.getByText(userCode, { exact: true })).toBeVisible();
  const browser = await desktop.browser.openPage(verificationUri);
  await browser.getByRole('textbox').fill(userCode);
  await browser.getByRole('button').first().click();
  await browser.getByRole('button', { name: zoe }).click();
  await byCode;
  expect((await snapshot(page)).account?.name).toBe(zoe);
});

test('without the certificate the window names who has issued it', async ({
  desktop,
  launch,
  authority,
  certificateAuthority,
}) => {
  const program = await launch({ env: await managedFor(desktop, authority) });
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByText(/does not trust the connection to localhost/)).toBeVisible();
  await expect(page.getByText(new RegExp(certificateAuthority.name)).first()).toBeVisible();
  expect(desktop.browser.openedUrls()).toEqual([]);
});
