import {
  InteractionRequiredAuthError,
  PublicClientApplication,
  ServerError,
  type AccountInfo,
  type AuthenticationResult,
  type INetworkModule,
} from '@azure/msal-node';
import { decodeJwt } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoAuthorityOrigin, demoClientId, demoResources } from './index';
import { TestPage } from './test-browser';
import { alex, containing, guestTenant, homeTenant, TestDemo, zoe } from './test-demo';

const scopesOf = (resource: string) => [`${resource}/.default`];

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

/** The real MSAL, told the https authority and brought to loopback. */
function msal(): PublicClientApplication {
  const send = async (
    method: string,
    url: string,
    options?: { headers?: Record<string, string>; body?: string },
  ) => {
    const response = await fetch(demo.tenant.toLoopback(url), {
      method,
      headers: options?.headers ?? {},
      ...(options?.body !== undefined && { body: options.body }),
    });
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      // `never` fits whatever type MSAL expects of the answer.
      body: JSON.parse(await response.text()) as never,
    };
  };
  const networkClient: INetworkModule = {
    sendGetRequestAsync: (url, options) => send('GET', url, options),
    sendPostRequestAsync: (url, options) => send('POST', url, options),
  };
  return new PublicClientApplication({
    auth: {
      clientId: demoClientId,
      authority: `${demoAuthorityOrigin}/organizations`,
      knownAuthorities: [new URL(demoAuthorityOrigin).host],
    },
    system: { networkClient },
  });
}

/** Signs in through MSAL, pressing these buttons one after the other. */
function signIn(
  app: PublicClientApplication,
  scopes: string[],
  buttons: readonly string[],
  more: { authority?: string; claims?: string; account?: AccountInfo; prompt?: string } = {},
) {
  return app.acquireTokenInteractive({
    scopes,
    openBrowser: (url) => {
      void press(url, buttons);
      return Promise.resolve();
    },
    ...more,
  });
}

async function press(url: string, buttons: readonly string[]): Promise<void> {
  let page = await TestPage.open(demo.tenant.toLoopback(url));
  for (const button of [...buttons, 'Continue']) page = await page.press(button);
}

const accountOf = ({ account }: AuthenticationResult) => {
  if (!account) throw new Error('no account');
  return account;
};

test('signs in, is served from the cache, refreshes, and the API takes each token', async () => {
  const app = msal();
  const first = await signIn(app, scopesOf(demoResources.api), [zoe]);
  const account = accountOf(first);
  expect(account).toMatchObject({
    name: zoe,
    username: 'zoe.nunez@fjord-demo.example',
    tenantId: homeTenant.id,
  });
  const minutes = ((first.expiresOn?.getTime() ?? 0) - Date.now()) / 60_000;
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

test('a blocked resource is refused in the browser as well', async () => {
  await expect(signIn(msal(), scopesOf(demoResources.blocked), [zoe])).rejects.toMatchObject({
    errorCode: 'access_denied',
    errorMessage: containing('AADSTS53003'),
  });
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
