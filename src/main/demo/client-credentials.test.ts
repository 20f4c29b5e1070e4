import { createHash, X509Certificate } from 'node:crypto';
import { ServerError } from '@azure/msal-node';
import { decodeJwt, generateKeyPair, importPKCS8, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testText } from '../identity/credentials/test-files';
import { demoAuthorityOrigin, demoClientId, demoResources, demoServicePrincipal } from './index';
import { containing, guestTenant, homeTenant, TestDemo } from './test-demo';
import { confidentialClient } from './test-msal';

const { clientId, secret, expiredSecret } = demoServicePrincipal;
const certificatePem = testText('leaf.crt');
const certificate = new X509Certificate(certificatePem);
const privateKey = testText('leaf.key');
const authority = `${demoAuthorityOrigin}/${homeTenant.id}`;
const scopes = [`${demoResources.api}/.default`];

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

const failureOf = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('with a secret, through MSAL', () => {
  test('gives a token of its own, from the cache the second time', async () => {
    const app = confidentialClient(demo, authority, { clientSecret: secret });
    const first = await app.acquireTokenByClientCredential({ scopes });
    const accessToken = first?.accessToken ?? '';
    const claims = decodeJwt(accessToken);
    expect(claims).toMatchObject({
      aud: demoResources.api,
      appid: clientId,
      appidacr: '1',
      idtyp: 'app',
      oid: claims.sub,
      roles: ['Demo.Read.All'],
      tid: homeTenant.id,
    });
    expect(claims).not.toHaveProperty('scp');
    expect(claims).not.toHaveProperty('name');
    const second = await app.acquireTokenByClientCredential({ scopes });
    expect(second).toMatchObject({ fromCache: true, accessToken });
    expect((await demo.api('/echo', accessToken)).status).toBe(200);
    expect((await demo.api('/subscriptions?api-version=1', accessToken)).status).toBe(200);
  });

  test.each([
    ['a wrong secret', { clientSecret: 'wrong' }, clientId, homeTenant, 'invalid_client', 7000215],
    [
      'a secret of last year',
      { clientSecret: expiredSecret },
      clientId,
      homeTenant,
      'invalid_client',
      7000222,
    ],
    ['another client', { clientSecret: secret }, demoClientId, homeTenant, 'unauthorized_client', 700016],
    [
      'a tenant that does not know it',
      { clientSecret: secret },
      clientId,
      guestTenant,
      'unauthorized_client',
      700016,
    ],
  ] as const)('refuses %s', async (_what, proof, id, tenant, errorCode, number) => {
    const app = confidentialClient(demo, `${demoAuthorityOrigin}/${tenant.id}`, proof, id);
    const failure = await failureOf(app.acquireTokenByClientCredential({ scopes }));
    expect(failure).toBeInstanceOf(ServerError);
    expect(failure).toMatchObject({ errorCode, errorMessage: containing(`AADSTS${String(number)}: `) });
  });

  test('has to ask for everything that it may do', async () => {
    const app = confidentialClient(demo, authority, { clientSecret: secret });
    const named = [`${demoResources.api}/access_as_user`];
    expect(await failureOf(app.acquireTokenByClientCredential({ scopes: named }))).toMatchObject({
      errorCode: 'invalid_scope',
      errorMessage: containing('AADSTS1002012: '),
    });
  });
});

describe('with a certificate, through MSAL', () => {
  const thumbprintSha256 = certificate.fingerprint256.replaceAll(':', '');
  const thumbprint = certificate.fingerprint.replaceAll(':', '');
  test.each([
    ['SHA-256 and PS256', { thumbprintSha256 }],
    ['SHA-1 and RS256', { thumbprint }],
  ])('signs with %s', async (_what, named) => {
    demo.tenant.registerCertificate(certificatePem);
    const app = confidentialClient(demo, authority, { clientCertificate: { ...named, privateKey } });
    const result = await app.acquireTokenByClientCredential({ scopes });
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ idtyp: 'app', appidacr: '2' });
  });

  test('one that is not registered is refused', async () => {
    const app = confidentialClient(demo, authority, { clientCertificate: { thumbprintSha256, privateKey } });
    expect(await failureOf(app.acquireTokenByClientCredential({ scopes }))).toMatchObject({
      errorCode: 'invalid_client',
      errorMessage: containing('AADSTS700027: '),
    });
  });
});

describe('an assertion', () => {
  const endpoint = `${authority}/oauth2/v2.0/token`;
  const now = () => Math.floor(Date.now() / 1000);
  const valid = () => ({
    aud: endpoint,
    iss: clientId,
    sub: clientId,
    jti: '1',
    nbf: now(),
    exp: now() + 600,
  });

  async function send(claims: Record<string, unknown>, key?: CryptoKey) {
    demo.tenant.registerCertificate(certificatePem);
    const x5t = createHash('sha256').update(certificate.raw).digest('base64url');
    const assertion = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': x5t })
      .sign(key ?? (await importPKCS8(privateKey, 'PS256')));
    return demo.token(
      {
        client_id: clientId,
        grant_type: 'client_credentials',
        scope: `${demoResources.api}/.default`,
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: assertion,
      },
      homeTenant.id,
    );
  }

  test('is taken as it should be, and while clocks differ by less than five minutes', async () => {
    expect((await send(valid())).status).toBe(200);
    expect((await send({ ...valid(), exp: now() - 200 })).status).toBe(200);
    expect((await send({ ...valid(), nbf: now() + 200 })).status).toBe(200);
  });

  test.each([
    ['expired', () => ({ exp: now() - 400 }), 700024],
    ['not valid yet', () => ({ nbf: now() + 400 }), 700024],
    ['made for another endpoint', () => ({ aud: 'https://login.microsoftonline.com/common' }), 700023],
    ['made by another application', () => ({ iss: demoClientId }), 50027],
    ['without an end', () => ({ exp: undefined }), 50027],
  ])('%s is refused', async (_what, changes, number) => {
    const { status, body } = await send({ ...valid(), ...changes() });
    expect({ status, error: body.error, codes: body.error_codes }).toEqual({
      status: 401,
      error: 'invalid_client',
      codes: [number],
    });
  });

  test('signed with another key is refused', async () => {
    const { body } = await send(valid(), (await generateKeyPair('PS256')).privateKey);
    expect(body.error_codes).toEqual([700027]);
  });
});

describe('without a credential or a tenant', () => {
  const form = {
    client_id: clientId,
    grant_type: 'client_credentials',
    scope: `${demoResources.api}/.default`,
  };
  test.each([
    [form, homeTenant.id, 7000216],
    [{ ...form, client_secret: secret }, 'organizations', 50059],
    [{ ...form, client_secret: secret, scope: `${demoResources.blocked}/.default` }, homeTenant.id, 53003],
    [{ ...form, client_secret: secret, scope: `${demoResources.busy}/.default` }, homeTenant.id, 90033],
  ])('%o at %s', async (request, tenant, number) => {
    expect((await demo.token(request, tenant)).body.error_codes).toEqual([number]);
  });

  test('a day-long token where access is evaluated continuously', async () => {
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['cp1'] } } });
    const scope = 'https://management.azure.com/.default';
    const { body } = await demo.token({ ...form, client_secret: secret, scope, claims }, homeTenant.id);
    expect(body.expires_in).toBeGreaterThanOrEqual(20 * 3600);
    expect(body.refresh_token).toBeUndefined();
  });
});

test('Graph’s /me is nobody', async () => {
  const app = confidentialClient(demo, authority, { clientSecret: secret });
  const result = await app.acquireTokenByClientCredential({
    scopes: ['https://graph.microsoft.com/.default'],
  });
  const response = await demo.api('/me', result?.accessToken ?? '');
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('only valid with delegated authentication flow');
});
