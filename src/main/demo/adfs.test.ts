import { X509Certificate } from 'node:crypto';
import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testText } from '../identity/credentials/test-files';
import {
  demoAuthorityOrigin,
  demoClientId,
  demoResources,
  demoServicePrincipal,
  reservedAddresses,
} from './index';
import { TestPage } from './test-browser';
import { alex, byCode, byRefreshToken, containing, TestDemo, zoe } from './test-demo';
import { accountOf, confidentialClient, publicClient, signInWith } from './test-msal';

const { adfs } = reservedAddresses;
const scopes = [`${demoResources.api}/.default`];

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

test('announces every endpoint under its own address', async () => {
  const response = await fetch(demo.tenant.toLoopback(`${adfs}/.well-known/openid-configuration`));
  const configuration = (await response.json()) as Record<string, unknown>;
  expect(configuration['issuer']).toBe(adfs);
  for (const [name, value] of Object.entries(configuration)) {
    if (/_endpoint$|_uri$/.test(name))
      expect(value).toMatch(/^https:\/\/adfs\.demo\.token-tray\.invalid\/adfs\//);
  }
});

test('signs in through MSAL: an account by `sub`, no tenant, silent and refreshed', async () => {
  const app = publicClient(demo, adfs);
  const first = await signInWith(demo, app, { scopes }, [zoe]);
  const account = accountOf(first);
  const idToken = decodeJwt(first.idToken);
  expect(idToken).toMatchObject({ iss: adfs, aud: demoClientId, unique_name: 'FJORD\\zoe.nunez' });
  expect(idToken).not.toHaveProperty('tid');
  expect(idToken).not.toHaveProperty('oid');
  expect(account).toMatchObject({
    homeAccountId: idToken.sub,
    username: 'zoe.nunez@fjord-demo.example',
    environment: 'adfs.demo.token-tray.invalid',
    tenantId: '',
  });
  expect(await app.acquireTokenSilent({ account, scopes })).toMatchObject({
    fromCache: true,
    accessToken: first.accessToken,
  });
  for (let time = 0; time < 2; time += 1) {
    const renewed = await app.acquireTokenSilent({ account, scopes, forceRefresh: true });
    expect(renewed.fromCache).toBe(false);
    expect((await demo.api('/echo', renewed.accessToken)).status).toBe(200);
  }
});

test('a refresh token of AD FS stays good, and is good there only', async () => {
  const page = await (await demo.authorize({}, 'adfs')).press(alex);
  expect(page.answer).not.toHaveProperty('client_info');
  const { body } = await demo.token(byCode(page.answer['code']), 'adfs');
  expect(body).not.toHaveProperty('client_info');
  const refreshToken = body.refresh_token ?? '';
  expect((await demo.token(byRefreshToken(refreshToken))).body.error).toBe('invalid_grant');
  for (let time = 0; time < 2; time += 1) {
    const again = await demo.token(byRefreshToken(refreshToken), 'adfs');
    expect(again).toMatchObject({ status: 200, body: { token_type: 'bearer' } });
    expect(again.body).not.toHaveProperty('refresh_token');
  }
  const { refreshToken: ofEntra } = await demo.tokens();
  expect(await demo.token(byRefreshToken(ofEntra), 'adfs')).toEqual({
    status: 400,
    body: { error: 'invalid_grant', error_description: containing('MSIS9615: ') },
  });
});

test('Cancel in the browser is access_denied in AD FS’s words', async () => {
  const cancelled = signInWith(demo, publicClient(demo, adfs), { scopes }, ['Cancel']);
  await expect(cancelled).rejects.toMatchObject({
    errorCode: 'access_denied',
    errorMessage: containing('MSIS9604: '),
  });
});

test('signs in by device code', async () => {
  const result = await publicClient(demo, adfs).acquireTokenByDeviceCode({
    scopes,
    deviceCodeCallback: ({ userCode, verificationUri }) => {
      void TestPage.open(verificationUri)
        .then((page) => page.press('Continue', { code: userCode }))
        .then((page) => page.press(alex));
    },
  });
  expect(result?.account?.username).toBe('alex.moreau@fjord-demo.example');
});

test('an application signs in by itself, with a secret and with a certificate', async () => {
  const certificate = new X509Certificate(testText('leaf.crt'));
  demo.tenant.registerCertificate(certificate.toString());
  const clientCertificate = {
    thumbprint: certificate.fingerprint.replaceAll(':', ''),
    privateKey: testText('leaf.key'),
  };
  for (const proof of [{ clientSecret: demoServicePrincipal.secret }, { clientCertificate }]) {
    const app = confidentialClient(demo, adfs, proof);
    const result = await app.acquireTokenByClientCredential({ scopes });
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({
      iss: 'http://adfs.demo.token-tray.invalid/adfs/services/trust',
      appid: demoServicePrincipal.clientId,
    });
    expect((await demo.api('/echo', result?.accessToken ?? '')).status).toBe(200);
    expect(await app.acquireTokenByClientCredential({ scopes })).toMatchObject({ fromCache: true });
  }
  const wrong = confidentialClient(demo, adfs, { clientSecret: 'wrong' });
  await expect(wrong.acquireTokenByClientCredential({ scopes })).rejects.toMatchObject({
    errorCode: 'invalid_client',
    errorMessage: containing('MSIS9622: '),
  });
});

test('its keys check its tokens', async () => {
  const { accessToken } = await signInWith(demo, publicClient(demo, adfs), { scopes }, [zoe]);
  const response = await fetch(demo.tenant.toLoopback(`${adfs}/discovery/keys`));
  const { payload } = await jwtVerify(
    accessToken,
    createLocalJWKSet((await response.json()) as JSONWebKeySet),
  );
  expect(payload).toMatchObject({ upn: 'zoe.nunez@fjord-demo.example', scp: 'access_as_user' });
});

test('is not an authority of Entra’s shape, nor the other way round', async () => {
  for (const url of [
    `${demoAuthorityOrigin}/adfs/oauth2/v2.0/token`,
    `${demoAuthorityOrigin}/common/oauth2/token`,
  ]) {
    expect((await fetch(demo.tenant.toLoopback(url), { method: 'POST' })).status).toBe(404);
  }
});
