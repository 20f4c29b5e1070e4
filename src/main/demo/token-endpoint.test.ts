import { createLocalJWKSet, decodeJwt, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoAuthorityOrigin, demoClientId, demoResources, demoServicePrincipal } from './index';
import {
  alex,
  anyText,
  byCode,
  byRefreshToken,
  guestTenant,
  homeTenant,
  matching,
  TestDemo,
  zoe,
} from './test-demo';

const minute = 60_000;

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

const freshCode = async (changes = {}) => (await (await demo.authorize(changes)).press(zoe)).answer['code'];

test('a code is good once', async () => {
  const code = await freshCode();
  expect((await demo.token(byCode(code))).status).toBe(200);
  expect(await demo.token(byCode(code))).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_codes: [54005] },
  });
});

test.each([
  ['code_verifier', 'another-verifier-that-is-long-enough-to-be-one-1234', 501481],
  ['redirect_uri', 'http://localhost:49153', 500112],
  ['code', 'unknown', 70000],
])('a code with another %s is refused', async (name, value, number) => {
  const { status, body } = await demo.token({ ...byCode(await freshCode()), [name]: value });
  expect({ status, error: body.error, codes: body.error_codes }).toEqual({
    status: 400,
    error: 'invalid_grant',
    codes: [number],
  });
});

test('a code is for the tenant it was asked from', async () => {
  const { body } = await demo.token(byCode(await freshCode()), guestTenant.id);
  expect(body.error).toBe('invalid_grant');
});

test('a code cannot be turned into a token that the browser would have refused', async () => {
  const code = await freshCode();
  const { body } = await demo.token({ ...byCode(code), scope: `${demoResources.mfa}/.default` });
  expect(body.error).toBe('interaction_required');
});

test('a code lives five minutes', async () => {
  const code = await freshCode();
  demo.ahead += 5 * minute;
  expect((await demo.token(byCode(code))).body.error_codes).toEqual([70008]);
});

test('each refresh gives a new refresh token and uses up the old one', async () => {
  const { refreshToken } = await demo.tokens();
  const next = await demo.token(byRefreshToken(refreshToken));
  expect(next.body.refresh_token).not.toBe(refreshToken);
  expect(await demo.token(byRefreshToken(refreshToken))).toMatchObject({
    status: 400,
    body: { error: 'invalid_grant', error_codes: [70000] },
  });
  expect((await demo.token(byRefreshToken(next.body.refresh_token ?? ''))).status).toBe(200);
});

test('of two uses of a refresh token at the same time, one wins', async () => {
  const { refreshToken } = await demo.tokens();
  const answers = await Promise.all([1, 2].map(() => demo.token(byRefreshToken(refreshToken))));
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

test('a refused refresh leaves the refresh token good for other resources', async () => {
  const { refreshToken } = await demo.tokens();
  for (const resource of [demoResources.mfa, demoResources.expired, demoResources.busy]) {
    expect((await demo.token(byRefreshToken(refreshToken, resource))).status).not.toBe(200);
  }
  expect((await demo.token(byRefreshToken(refreshToken))).status).toBe(200);
});

test('a revoked session is over for every resource', async () => {
  const { refreshToken } = await demo.tokens();
  await demo.token(byRefreshToken(refreshToken, demoResources.revoked));
  expect((await demo.token(byRefreshToken(refreshToken))).body.error).toBe('invalid_grant');
});

test('a refresh token ends after 90 days without use', async () => {
  const { refreshToken } = await demo.tokens();
  demo.ahead += 90 * 24 * 60 * minute;
  expect((await demo.token(byRefreshToken(refreshToken))).body.error).toBe('invalid_grant');
});

test('tokens say who, for what, from whom and until when, in UTF-8', async () => {
  const { body, accessToken } = await demo.tokens(demoResources.api, zoe);
  const response = await fetch(`${demo.tenant.origin}/common/discovery/v2.0/keys`);
  const keys = createLocalJWKSet((await response.json()) as JSONWebKeySet);
  const { payload, protectedHeader } = await jwtVerify(accessToken, keys);
  expect(protectedHeader).toMatchObject({ alg: 'RS256', typ: 'JWT' });
  expect(payload).toMatchObject({
    aud: demoResources.api,
    iss: `${demoAuthorityOrigin}/${homeTenant.id}/v2.0`,
    appid: demoClientId,
    azp: demoClientId,
    amr: ['pwd'],
    name: 'Zoë Nuñez-Ødegård',
    idtyp: 'user',
    scp: 'access_as_user',
    tid: homeTenant.id,
    upn: 'zoe.nunez@fjord-demo.example',
    ver: '2.0',
  });
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(body.expires_in);
  expect(body.refresh_in).toBeUndefined();
  expect(body.scope).toBe('api://demo.token-tray/access_as_user api://demo.token-tray/.default');
  const idToken = decodeJwt(body.id_token ?? '');
  expect(idToken).toMatchObject({ aud: demoClientId, name: 'Zoë Nuñez-Ødegård', ver: '2.0' });
  expect(idToken).not.toHaveProperty('nonce');
});

test('a nonce is returned to who asked with one', async () => {
  const { body } = await demo.token(byCode(await freshCode({ nonce: 'n-1' })));
  expect(decodeJwt(body.id_token ?? '')['nonce']).toBe('n-1');
});

test('lifetimes spread over 60 to 90 minutes', async () => {
  const { body } = await demo.tokens();
  let refreshToken = body.refresh_token ?? '';
  const lifetimes = new Set([body.expires_in]);
  for (let count = 0; count < 10; count += 1) {
    const next = await demo.token(byRefreshToken(refreshToken));
    refreshToken = next.body.refresh_token ?? '';
    lifetimes.add(next.body.expires_in);
  }
  expect(lifetimes.size).toBeGreaterThan(1);
  for (const lifetime of lifetimes)
    expect(lifetime).toSatisfy((value: number) => value >= 3600 && value <= 5400);
});

test('a short-lived token ends after 6 minutes, the renewed one too', async () => {
  const first = await demo.tokens(demoResources.shortLived);
  const again = await demo.token(byRefreshToken(first.refreshToken, demoResources.shortLived));
  for (const { expires_in: lifetime, access_token: accessToken } of [first.body, again.body]) {
    const { iat = 0, exp = 0 } = decodeJwt(accessToken ?? '');
    expect([lifetime, exp - iat]).toEqual([360, 360]);
  }
});

test.each(['https://graph.microsoft.com', 'https://management.azure.com/'])(
  'continuous access: tokens for %s and a capable client last a day and name a time to refresh',
  async (resource) => {
    const { refreshToken } = await demo.tokens();
    const claims = JSON.stringify({ access_token: { xms_cc: { values: ['CP1'] } } });
    const { body } = await demo.token({ ...byRefreshToken(refreshToken, resource), claims });
    expect(body.expires_in).toBeGreaterThanOrEqual(20 * 3600);
    expect(body.refresh_in).toBe(Math.floor((body.expires_in ?? 0) / 2));
    expect(decodeJwt(body.access_token ?? '')['xms_cc']).toEqual(['CP1']);
  },
);

test('a claims challenge for a second factor holds for any resource', async () => {
  const { refreshToken } = await demo.tokens();
  const claims = JSON.stringify({ access_token: { capolids: { essential: true, values: ['x'] } } });
  const { body } = await demo.token({ ...byRefreshToken(refreshToken), claims });
  expect(body).toMatchObject({ error: 'interaction_required', suberror: 'basic_action' });
});

test.each([
  [{ client_id: '04b07795-8ddb-461a-bbee-02f9e1bf7b46' }, 400, 'unauthorized_client', 700016],
  [{ grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  [{ client_id: demoServicePrincipal.clientId }, 401, 'invalid_client', 7000218],
  [{ scope: `${demoResources.throttled}/.default` }, 429, 'temporarily_unavailable', 90055],
  [{ grant_type: '' }, 400, 'invalid_request', 900144],
  [{ scope: 'https://one.example/.default https://two.example/.default' }, 400, 'invalid_scope', 28000],
  [{ scope: ' ' }, 400, 'invalid_scope', 70011],
  [{ refresh_token: 'unknown' }, 400, 'invalid_grant', 70000],
  [{ claims: '[]' }, 400, 'invalid_request', 900144],
  [{ scope: `${demoResources.busy}/.default` }, 503, 'temporarily_unavailable', 90033],
])('%o is refused in Entra’s shape', async (changes, expectedStatus, error, number) => {
  const { refreshToken } = await demo.tokens(demoResources.api, alex);
  const correlationId = '0995c26f-4393-4bb9-ba26-813259e385f0';
  const { status, body } = await demo.token({
    ...byRefreshToken(refreshToken),
    'client-request-id': correlationId,
    ...changes,
  });
  expect(status).toBe(expectedStatus);
  expect(body).toMatchObject({
    error,
    error_codes: [number],
    correlation_id: correlationId,
    trace_id: anyText,
    timestamp: matching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ$/),
  });
  expect(body.error_description).toContain(`Correlation ID: ${correlationId} Timestamp: `);
});

test('a tenant that does not exist has no token endpoint', async () => {
  expect((await demo.token({}, 'nowhere.example')).body).toMatchObject({ error_codes: [90002] });
});
