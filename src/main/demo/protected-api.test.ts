import { generateKeyPair, decodeJwt, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { demoResources } from './index';
import { containing, homeTenant, TestDemo, zoe } from './test-demo';

let demo: TestDemo;
beforeEach(async () => {
  demo = await new TestDemo().start();
});
afterEach(() => demo.stop());

test('lists subscriptions as Azure Resource Manager does', async () => {
  const { accessToken } = await demo.tokens('https://management.azure.com/');
  const response = await demo.api('/subscriptions?api-version=2022-12-01', accessToken);
  expect(await response.json()).toMatchObject({
    value: [
      { displayName: 'Demo production', state: 'Enabled', tenantId: homeTenant.id },
      { displayName: 'Demo playground', state: 'Enabled', tenantId: homeTenant.id },
      { displayName: 'Prøvemiljø for kundeportalen i Ålesund' },
      { displayName: containing('Weather and tide data') },
      { displayName: '東京データ分析' },
      { displayName: 'Demo of last year', state: 'Disabled' },
    ],
    count: { type: 'Total', value: 6 },
  });
  const without = await demo.api('/subscriptions', accessToken);
  expect(without.status).toBe(400);
  expect(await without.json()).toMatchObject({ error: { code: 'MissingApiVersionParameter' } });
});

test('says who is calling as Graph does, accents and all', async () => {
  const { accessToken } = await demo.tokens('https://graph.microsoft.com');
  expect(await (await demo.api('/me', accessToken)).json()).toMatchObject({
    displayName: zoe,
    givenName: 'Zoë',
    userPrincipalName: 'zoe.nunez@fjord-demo.example',
  });
});

test('echoes a request without its token', async () => {
  const { accessToken } = await demo.tokens();
  const response = await demo.api('/echo?a=1&b=å', accessToken, {
    method: 'PUT',
    headers: { 'x-note': 'hello' },
    body: 'gjør det',
  });
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({
    method: 'PUT',
    query: { a: '1', b: 'å' },
    headers: { 'x-note': 'hello' },
    body: 'gjør det',
    calledBy: { name: zoe, tenant: 'Fjord Demo', scp: 'access_as_user' },
  });
  expect(text).not.toContain(accessToken);
});

test.each(
  Object.entries(demoResources).filter(([name]) =>
    ['api', 'expired', 'revoked', 'shortLived'].includes(name),
  ),
)('takes tokens for the demo audience %s', async (_name, resource) => {
  const { accessToken } = await demo.tokens(resource);
  for (const path of ['/echo', '/me', '/subscriptions?api-version=1']) {
    expect((await demo.api(path, accessToken)).status).toBe(200);
  }
});

test('takes tokens of Cosmos DB in its own form, and in no other', async () => {
  const { accessToken } = await demo.tokens('https://cosmos.azure.com');
  const own = `type%3Daad%26ver%3D1.0%26sig%3D${accessToken}`;
  const answer = await fetch(`${demo.tenant.origin}/api/echo/dbs`, { headers: { authorization: own } });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ path: '/api/echo/dbs' });
  expect((await demo.api('/echo', accessToken)).status).toBe(401);
});

describe('refuses with 401 and says why', () => {
  const refusal = async (path: string, token: string) => {
    const response = await demo.api(path, token);
    const body = (await response.json()) as { error: { code: string; message: string } };
    return { status: response.status, challenge: response.headers.get('www-authenticate'), ...body.error };
  };

  test('no token', async () => {
    const response = await fetch(`${demo.tenant.origin}/api/me`);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="Token Tray demo API"');
  });

  test.each([
    ['/echo', 'https://management.azure.com/'],
    ['/me', 'https://management.azure.com/'],
    ['/subscriptions?api-version=1', 'https://graph.microsoft.com'],
    ['/echo', 'https://bücher.example'],
  ])('%s with a token for %s', async (path, resource) => {
    const { accessToken } = await demo.tokens(resource);
    const answer = await refusal(path, accessToken);
    expect(answer).toMatchObject({ status: 401, code: 'InvalidAuthenticationTokenAudience' });
    expect(answer.message).toContain(resource);
    expect(answer.challenge).toMatch(/error="invalid_token", error_description="The token is for /);
  });

  test('expired, to the second', async () => {
    const { accessToken, body } = await demo.tokens();
    demo.ahead += (body.expires_in ?? 0) * 1000 - 30_000;
    expect((await demo.api('/me', accessToken)).status).toBe(200);
    demo.ahead += 30_000;
    expect(await refusal('/me', accessToken)).toMatchObject({
      status: 401,
      code: 'ExpiredAuthenticationToken',
      message: containing('expired at'),
    });
  });

  test('a token that somebody else signed', async () => {
    const { accessToken } = await demo.tokens();
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT(decodeJwt(accessToken))
      .setProtectedHeader({ alg: 'RS256' })
      .sign(privateKey);
    expect(await refusal('/me', forged)).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
  });

  test('a token that nobody signed', async () => {
    const { accessToken } = await demo.tokens();
    const header = Buffer.from('{"alg":"none"}').toString('base64url');
    const unsigned = `${header}.${accessToken.split('.')[1] ?? ''}.`;
    expect(await refusal('/me', unsigned)).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
  });

  test('an id token', async () => {
    const { body } = await demo.tokens();
    expect(await refusal('/me', body.id_token ?? '')).toMatchObject({ status: 401 });
  });

  test('no token at all, only letters', async () => {
    expect(await refusal('/me', 'abc')).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
  });
});

test('other routes and methods are 404 and 405', async () => {
  const { accessToken } = await demo.tokens();
  expect((await demo.api('/nothing', accessToken)).status).toBe(404);
  expect((await demo.api('/me', accessToken, { method: 'POST' })).status).toBe(405);
});
