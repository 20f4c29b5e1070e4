import {
  InteractionRequiredAuthError,
  ServerError,
  type AccountInfo,
  type PublicClientApplication,
} from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoAuthorityOrigin, demoResources } from './index';
import { TestPage } from './test-browser';
import { alex, containing, guestTenant, homeTenant, strictTenant, TestDemo, zoe } from './test-demo';
import { accountOf, publicClient, signInWith } from './test-msal';

const scopesOf = (resource: string) => [`${resource}/.default`];

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

const msal = () => publicClient(demo);

/** Signs in through MSAL, pressing these buttons one after the other. */
const signIn = (
  app: PublicClientApplication,
  scopes: string[],
  buttons: readonly string[],
  more: { authority?: string; claims?: string; account?: AccountInfo; prompt?: string } = {},
) => signInWith(demo, app, { scopes, ...more }, buttons);

test('signs in, is served from the cache, refreshes, and the API takes each token', async () => {
  const app = msal();
  const first = await signIn(app, scopesOf(demoResources.api), [zoe]);
  const account = accountOf(first);
  expect(account).toMatchObject({
    name: zoe,
    username: 'zoe.nunez@fjord-demo.example',
    tenantId: homeTenant.id,
  });
  // MSAL takes the time of now in whole seconds.
  const now = Math.round(Date.now() / 1000) * 1000;
  const minutes = ((first.expiresOn?.getTime() ?? 0) - now) / 60_000;
  expect(minutes).toBeGreaterThan(59);
  expect(minutes).toBeLessThanOrEqual(90);

  const cached = await app.acquireTokenSilent({ account, scopes: scopesOf(demoResources.api) });
  expect(cached).toMatchObject({ fromCache: true, accessToken: first.accessToken });
  const renewed = await app.acquireTokenSilent({
    account,
    scopes: scopesOf(demoResources.api),
    forceRefresh: true,
  });
  expect(renewed.fromCache).toBe(false);
  expect(renewed.accessToken).not.toBe(first.accessToken);
  for (const { accessToken } of [first, renewed]) {
    expect((await demo.api('/echo', accessToken)).status).toBe(200);
  }
});

test('one sign-in serves other resources, with the audience spelled as asked', async () => {
  const app = msal();
  const account = accountOf(await signIn(app, scopesOf(demoResources.api), [alex]));
  for (const audience of [
    'https://management.azure.com/',
    'https://management.azure.com',
    'https://vault.azure.net',
  ]) {
    const scopes = scopesOf(audience);
    const { accessToken } = await app.acquireTokenSilent({ account, scopes });
    expect(decodeJwt(accessToken).aud).toBe(audience);
    expect(await app.acquireTokenSilent({ account, scopes })).toMatchObject({ fromCache: true, accessToken });
  }
});

test('a named permission and a sign-in without a resource work, too', async () => {
  const app = msal();
  const named = await signIn(app, ['api://demo.token-tray/access_as_user'], [zoe]);
  expect(decodeJwt(named.accessToken)).toMatchObject({ aud: demoResources.api, scp: 'access_as_user' });
  const bare = await signIn(app, [], [zoe]);
  expect(decodeJwt(bare.accessToken).aud).toBe('https://graph.microsoft.com');
});

test('a guest gets the other tenant’s token with another object id and the same account', async () => {
  const app = msal();
  const account = accountOf(await signIn(app, scopesOf(demoResources.api), [zoe]));
  const guest = await app.acquireTokenSilent({
    account: { ...account, tenantId: guestTenant.id },
    authority: `${demoAuthorityOrigin}/${guestTenant.id}`,
    scopes: scopesOf(demoResources.api),
  });
  expect(guest.tenantId).toBe(guestTenant.id);
  expect(guest.account?.homeAccountId).toBe(account.homeAccountId);
  expect(guest.uniqueId).not.toBe(account.localAccountId);
  expect(decodeJwt(guest.accessToken)).toMatchObject({
    tid: guestTenant.id,
    acct: 1,
    upn: 'zoe.nunez_fjord-demo.example#EXT#@harbour-demo.example',
  });
  expect((await demo.api('/me', guest.accessToken)).status).toBe(200);
});

test('somebody who is not in the tenant is refused, in the browser and silently', async () => {
  const app = msal();
  const authority = `${demoAuthorityOrigin}/${guestTenant.domain}`;
  await expect(signIn(app, scopesOf(demoResources.api), [alex], { authority })).rejects.toMatchObject({
    errorCode: 'interaction_required',
    errorMessage: containing('AADSTS50020'),
  });
  const account = accountOf(await signIn(app, scopesOf(demoResources.api), [alex]));
  await expect(
    app.acquireTokenSilent({
      account: { ...account, tenantId: guestTenant.id },
      authority: `${demoAuthorityOrigin}/${guestTenant.id}`,
      scopes: scopesOf(demoResources.api),
    }),
  ).rejects.toMatchObject({ errorMessage: containing('AADSTS50020') });
});

test('Cancel is access_denied', async () => {
  const cancelled = signIn(msal(), scopesOf(demoResources.api), ['Cancel']);
  await expect(cancelled).rejects.toBeInstanceOf(ServerError);
  await expect(cancelled).rejects.toMatchObject({
    errorCode: 'access_denied',
    errorMessage: containing('AADSTS65004'),
  });
});

const silentFailures = [
  ['mfa', InteractionRequiredAuthError, 'interaction_required', 'basic_action', 50076],
  ['consent', InteractionRequiredAuthError, 'invalid_grant', 'consent_required', 65001],
  ['blocked', InteractionRequiredAuthError, 'invalid_grant', 'message_only', 53003],
  ['revoked', InteractionRequiredAuthError, 'invalid_grant', 'bad_token', 50173],
  ['expired', ServerError, 'invalid_grant', '', 700082],
  ['busy', ServerError, 'temporarily_unavailable', '', 90033],
  ['throttled', ServerError, 'temporarily_unavailable', '', 90055],
  ['device', InteractionRequiredAuthError, 'invalid_grant', 'message_only', 53000],
  ['adminConsent', InteractionRequiredAuthError, 'invalid_grant', 'consent_required', 65001],
  ['notPreauthorised', ServerError, 'invalid_grant', '', 65002],
] as const;

test.each(silentFailures)(
  'asked silently, %s is what MSAL makes of it',
  async (name, type, code, suberror, number) => {
    const app = msal();
    const account = accountOf(await signIn(app, scopesOf(demoResources.api), [zoe]));
    const failure: unknown = await app
      .acquireTokenSilent({ account, scopes: scopesOf(demoResources[name]) })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(type);
    expect(failure).toMatchObject({
      errorCode: code,
      errorMessage: containing(`AADSTS${String(number)}: `),
      errorNo: number,
    });
    expect((failure as ServerError).subError).toBe(suberror);
  },
);

test('the claims of a second-factor refusal lead through the browser to tokens that stay', async () => {
  const app = msal();
  const scopes = scopesOf(demoResources.mfa);
  const account = accountOf(await signIn(app, scopesOf(demoResources.api), [zoe]));
  const refusal = await app.acquireTokenSilent({ account, scopes }).catch((error: unknown) => error);
  const { claims } = refusal as InteractionRequiredAuthError;
  expect(JSON.parse(claims)).toMatchObject({ access_token: { capolids: { essential: true } } });

  const { accessToken } = await signIn(app, scopes, [zoe, 'Approve'], { account, claims });
  expect(decodeJwt(accessToken)['amr']).toEqual(['pwd', 'mfa']);
  await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
  await signIn(app, scopes, [zoe]);
  await expect(signIn(app, scopes, [alex, 'Cancel'])).rejects.toMatchObject({
    errorCode: 'access_denied',
  });
});

test('consent is asked once, and again when the application insists', async () => {
  const app = msal();
  const scopes = scopesOf(demoResources.consent);
  const account = accountOf(await signIn(app, scopes, [zoe, 'Accept']));
  await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
  await signIn(app, scopes, [zoe]);
  await signIn(app, scopes, [zoe, 'Accept'], { prompt: 'consent' });
});

test.each([
  ['blocked', 53003],
  ['device', 53000],
  ['adminConsent', 90094],
  ['notPreauthorised', 65002],
] as const)('%s is refused in the browser as well', async (name, number) => {
  await expect(signIn(msal(), scopesOf(demoResources[name]), [zoe])).rejects.toMatchObject({
    errorCode: 'access_denied',
    errorMessage: containing(`AADSTS${String(number)}: `),
  });
});

test('a strict tenant gives nothing before a second factor there, whatever was approved elsewhere', async () => {
  const app = msal();
  const scopes = scopesOf(demoResources.api);
  const account = accountOf(await signIn(app, scopesOf(demoResources.mfa), [zoe, 'Approve']));
  const authority = `${demoAuthorityOrigin}/${strictTenant.id}`;
  const request = { account: { ...account, tenantId: strictTenant.id }, authority, scopes };
  const refusal = await app.acquireTokenSilent(request).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
  expect(refusal).toMatchObject({ errorCode: 'interaction_required', subError: 'basic_action' });
  const { claims } = refusal as InteractionRequiredAuthError;
  expect(claims).toContain(strictTenant.id);

  await signIn(app, scopes, [zoe, 'Approve'], { authority, claims });
  expect(await app.acquireTokenSilent({ ...request, forceRefresh: true })).toMatchObject({
    tenantId: strictTenant.id,
  });
});

test('an API’s claims challenge is answered after a sign-in with those claims, and silently from then on', async () => {
  const app = msal();
  const scopes = scopesOf('https://management.azure.com/');
  const first = await signIn(app, scopes, [zoe]);
  const account = accountOf(first);
  const challenge = await demo.api('/challenge', first.accessToken);
  expect(challenge.status).toBe(401);
  const header = challenge.headers.get('www-authenticate') ?? '';
  expect(header).toMatch(
    /^Bearer realm="", authorization_uri="https:\/\/[^"]+", error="insufficient_claims", claims="[\w+/=]+"$/,
  );
  const claims = Buffer.from(/claims="([^"]+)"/.exec(header)?.[1] ?? '', 'base64').toString();

  const refusal = await app.acquireTokenSilent({ account, scopes, claims }).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(InteractionRequiredAuthError);
  const stepped = await signIn(app, scopes, [zoe, 'Approve'], { claims });
  expect((await demo.api('/challenge', stepped.accessToken)).status).toBe(200);
  const silent = await app.acquireTokenSilent({ account, scopes, claims });
  expect(silent.fromCache).toBe(false);
  expect((await demo.api('/challenge', silent.accessToken)).status).toBe(200);
});

test.each(['expired', 'revoked'] as const)(
  'after %s a browser sign-in gives a working token',
  async (name) => {
    const app = msal();
    const scopes = scopesOf(demoResources[name]);
    const signedIn = await signIn(app, scopes, [zoe]);
    expect((await demo.api('/echo', signedIn.accessToken)).status).toBe(200);
    await expect(
      app.acquireTokenSilent({ account: accountOf(signedIn), scopes, forceRefresh: true }),
    ).rejects.toMatchObject({ errorCode: 'invalid_grant' });
    await signIn(app, scopes, [zoe]);
  },
);

test('signs in by device code', async () => {
  const app = msal();
  let opened: Promise<TestPage> | undefined;
  const result = await app.acquireTokenByDeviceCode({
    scopes: scopesOf(demoResources.consent),
    deviceCodeCallback: ({ userCode, verificationUri }) => {
      opened = TestPage.open(verificationUri)
        .then((page) => page.press('Continue', { code: userCode.toLowerCase() }))
        .then((page) => page.press(alex))
        .then((page) => page.press('Accept'));
    },
  });
  expect((await opened)?.heading).toBe(`Signed in as ${alex}`);
  expect(result?.account?.name).toBe(alex);
  expect((await demo.api('/me', result?.accessToken ?? '')).status).toBe(200);
});

test('after a restart cached tokens still verify and MSAL can still refresh', async () => {
  const app = msal();
  const signedIn = await signIn(app, scopesOf(demoResources.api), [zoe]);
  await demo.stop();
  await demo.start();
  expect((await demo.api('/echo', signedIn.accessToken)).status).toBe(200);
  await app.acquireTokenSilent({
    account: accountOf(signedIn),
    scopes: scopesOf(demoResources.api),
    forceRefresh: true,
  });
});
