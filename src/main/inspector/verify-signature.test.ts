import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reservedAddresses } from '../demo';
import { homeTenant, TestDemo } from '../demo/test-demo';
import { allClouds } from '../identity/clouds';
import type { Fetch } from '../identity/network-client';
import { verifySignature, type Signed } from './verify-signature';

const clouds = allClouds([
  { id: 'fjord-adfs', name: 'Fjord', authority: reservedAddresses.adfs, resources: {} },
]);

const payloadOf = (token: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

function signed(token: string, change: Partial<Signed> = {}): Signed {
  const { iss, aud } = payloadOf(token);
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  return {
    token,
    hasSignature: !token.endsWith('.'),
    issuer: text(iss),
    audience: text(aud),
    cloudId: undefined,
    ...change,
  };
}

describe('a token of the demo’s authority', () => {
  const demo = new TestDemo();
  let token = '';
  let asked: string[] = [];
  const network: Fetch = (url, init) => {
    asked.push(url);
    return fetch(demo.tenant.toLoopback(url), init);
  };
  const verify = (which: string, fetchIt: Fetch = network, change: Partial<Signed> = {}) => {
    asked = [];
    return verifySignature(signed(which, change), { clouds, fetch: fetchIt });
  };

  beforeAll(async () => {
    await demo.start();
    token = (await demo.tokens()).accessToken;
  });
  afterAll(() => demo.stop());

  it('has a good signature, and the tenant’s own keys say so', async () => {
    expect(await verify(token)).toEqual({
      state: 'good',
      keyId: expect.stringMatching(/^[\w-]{43}$/) as unknown,
      by: 'login.demo.token-tray.invalid',
    });
    const base = `${reservedAddresses.authority}/${homeTenant.id}`;
    expect(asked).toEqual([`${base}/v2.0/.well-known/openid-configuration`, `${base}/discovery/v2.0/keys`]);
  });

  it('has one still when it has ended', async () => {
    demo.ahead = -7 * 86_400_000;
    const { accessToken } = await demo.tokens();
    demo.ahead = 0;
    expect(payloadOf(accessToken)['exp']).toBeLessThan(Date.now() / 1000);
    expect(await verify(accessToken)).toMatchObject({ state: 'good' });
  });

  it('has one from an AD FS', async () => {
    const { accessToken } = await demo.tokens(undefined, undefined, 'adfs');
    expect(await verify(accessToken)).toMatchObject({ state: 'good', by: 'adfs.demo.token-tray.invalid' });
  });

  it('that was changed has none', async () => {
    const [header = '', , signature = ''] = token.split('.');
    const changed = { ...payloadOf(token), scp: 'Everything.ReadWrite' };
    const payload = Buffer.from(JSON.stringify(changed)).toString('base64url');
    expect(await verify(`${header}.${payload}.${signature}`)).toEqual({
      state: 'not-good',
      reason: 'signature',
    });
    const other = `${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    expect(await verify(`${token.slice(0, -signature.length)}${other}`)).toEqual({
      state: 'not-good',
      reason: 'signature',
    });
  });

  it('that nobody has signed is told at once', async () => {
    const [, payload = ''] = token.split('.');
    const none = Buffer.from('{"alg":"none"}').toString('base64url');
    expect(await verify(`${none}.${payload}.`)).toEqual({ state: 'not-good', reason: 'unsigned' });
    expect(await verify(`${token.split('.')[0] ?? ''}.${payload}.`)).toEqual({
      state: 'not-good',
      reason: 'unsigned',
    });
    expect(asked).toEqual([]);
  });

  it('cannot be checked any more when the key was replaced', async () => {
    const rotated: Fetch = async (url, init) => {
      const answer = await network(url, init);
      if (!url.endsWith('/keys')) return answer;
      const text = await answer.text();
      return new Response(text.replace(/"kid":\s*"[^"]*"/, '"kid":"the-next-one"'), { status: 200 });
    };
    expect(await verify(token, rotated)).toEqual({ state: 'unknown', reason: 'key-not-found' });
  });

  it('asks nobody when its issuer is not known, whatever it calls itself', async () => {
    for (const iss of ['https://evil.example/v2.0', `https://evil.example/${homeTenant.id}/v2.0`, 'x'])
      expect(await verify(token, network, { issuer: iss })).toEqual({
        state: 'unknown',
        reason: 'issuer-unknown',
      });
    expect(await verify(token, network, { issuer: undefined })).toEqual({
      state: 'unknown',
      reason: 'issuer-missing',
    });
    expect(asked).toEqual([]);
  });

  it('cannot be checked when there is no such tenant, no network or no sense in the answer', async () => {
    const issuer = `${reservedAddresses.authority}/00000000-0000-4000-8000-000000000000/v2.0`;
    expect(await verify(token, network, { issuer })).toEqual({
      state: 'unknown',
      reason: 'tenant-not-found',
    });
    const offline: Fetch = () => Promise.reject(new TypeError('net::ERR_INTERNET_DISCONNECTED'));
    expect(await verify(token, offline)).toEqual({ state: 'unknown', reason: 'offline' });
    for (const body of [
      '<html>',
      '{}',
      '{"issuer":1}',
      JSON.stringify({ issuer: 'x', jwks_uri: 'http://a.example' }),
    ])
      expect(await verify(token, () => Promise.resolve(new Response(body)))).toEqual({
        state: 'unknown',
        reason: 'unexpected-answer',
      });
  });
});

describe('a token of an authority in Entra’s shape', () => {
  const tenant = 'b45aa154-2868-4e56-9612-5fad43d4fc11';
  const app = '7d3f1a52-0c14-4a3e-9f51-8d2c6b1e0a47';
  const authority = `https://login.microsoftonline.com/${tenant}`;
  const oldIssuer = `https://sts.windows.net/${tenant}/`;
  let privateKey: CryptoKey;
  let publicKey: JWK;
  let asked: string[] = [];

  beforeAll(async () => {
    const pair = await generateKeyPair('RS256', { extractable: true });
    privateKey = pair.privateKey;
    publicKey = { ...(await exportJWK(pair.publicKey)), kid: 'key-1', x5t: 'key-1', use: 'sig' };
  });

  const make = (
    claims: Record<string, unknown> = {},
    header: Record<string, unknown> = {},
  ): Promise<string> =>
    new SignJWT({ iss: oldIssuer, aud: `api://${app}`, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1', ...header })
      .sign(privateKey);
  /** Says of itself what `issuer` says; keys of the tenant, and those of one application. */
  const world =
    (issuer: string, keys: readonly object[], appKeys: readonly object[] = []): Fetch =>
    (url) => {
      asked.push(url);
      const { origin, searchParams, pathname } = new URL(url);
      const isOfApp = searchParams.get('appid') === app;
      if (origin !== 'https://login.microsoftonline.com')
        return Promise.resolve(new Response('{"error":"invalid_tenant"}', { status: 400 }));
      const body = pathname.endsWith('openid-configuration')
        ? { issuer, jwks_uri: `${authority}/discovery/keys${isOfApp ? `?appid=${app}` : ''}` }
        : { keys: isOfApp ? appKeys : keys };
      return Promise.resolve(Response.json(body));
    };
  const verify = async (token: string, fetchIt: Fetch) => {
    asked = [];
    return verifySignature(signed(token), { clouds, fetch: fetchIt });
  };

  it('of version 1.0 is checked at the cloud’s authority, not at its issuer', async () => {
    expect(await verify(await make(), world(oldIssuer, [publicKey]))).toMatchObject({
      state: 'good',
      by: 'login.microsoftonline.com',
    });
    expect(asked).toEqual([`${authority}/.well-known/openid-configuration`, `${authority}/discovery/keys`]);
  });

  it('is checked by its certificate’s name where it has no key’s', async () => {
    const token = await make({}, { kid: undefined, x5t: 'key-1' });
    expect(await verify(token, world(oldIssuer, [publicKey]))).toMatchObject({ state: 'good' });
  });

  it('may be signed with keys of the application alone', async () => {
    expect(await verify(await make(), world(oldIssuer, [], [publicKey]))).toMatchObject({ state: 'good' });
    expect(asked).toContain(`${authority}/.well-known/openid-configuration?appid=${app}`);
  });

  it('is not good when its key signs for another tenant only', async () => {
    const other = 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0';
    const any = 'https://login.microsoftonline.com/{tenantid}/v2.0';
    const token = await make();
    expect(await verify(token, world(oldIssuer, [{ ...publicKey, issuer: other }]))).toEqual({
      state: 'not-good',
      reason: 'other-issuer',
    });
    expect(await verify(token, world(oldIssuer, [{ ...publicKey, issuer: any }]))).toMatchObject({
      state: 'good',
    });
  });

  it('is not taken for another issuer’s', async () => {
    expect(await verify(await make(), world('https://somebody.else/', [publicKey]))).toEqual({
      state: 'unknown',
      reason: 'tenant-not-found',
    });
  });

  it('for Microsoft Graph cannot be checked by anybody else, and nobody is asked', async () => {
    const token = await make({}, { nonce: 'abc' });
    expect(await verify(token, world(oldIssuer, [publicKey]))).toEqual({
      state: 'unknown',
      reason: 'graph-only',
    });
    expect(asked).toEqual([]);
  });

  it('that needs a shared secret cannot be checked, and is not with a public key', async () => {
    const token = await new SignJWT({ iss: oldIssuer })
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(new TextEncoder().encode(publicKey.n ?? ''));
    expect(await verify(token, world(oldIssuer, [publicKey]))).toEqual({
      state: 'unknown',
      reason: 'algorithm',
    });
    expect(asked).toEqual([]);
  });
});
