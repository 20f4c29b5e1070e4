import type { AuthenticationResult } from '@azure/msal-node';
import { createHash, createPublicKey, randomUUID, X509Certificate } from 'node:crypto';
import { jwtVerify } from 'jose';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { cloudById, customCloud, type Cloud } from './clouds';
import { ConfidentialClient, type ClientCredentialRequest } from './confidential-client';
import { readPem } from './credentials/certificate';
import type { Credential } from './credentials/credential';
import { testPem, testText } from './credentials/test-files';
import { TestTokenEndpoint } from './test-token-endpoint';

const clientId = randomUUID();
const tenant = randomUUID();
const vault = 'https://vault.azure.net/.default';
const secret: Credential = { type: 'secret', secret: 'a~secret&with=signs+' };
const leaf = new X509Certificate(testText('leaf.crt'));

const adfs = customCloud({
  id: 'adfs',
  name: 'AD FS',
  authority: 'https://adfs.contoso.example/adfs',
  resources: {},
});

function certificate(): Credential {
  const reading = readPem(testPem('leaf') + testText('ca.crt'), undefined, 0);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

function publicCloud(): Cloud {
  const cloud = cloudById('public');
  if (cloud === undefined) throw new Error('no public cloud');
  return cloud;
}

interface Changes {
  readonly credential?: Credential;
  readonly cloud?: Cloud;
  readonly serialised?: string;
  readonly tenant?: string;
}

const create = (endpoint: TestTokenEndpoint, changes: Changes = {}): Promise<ConfidentialClient> =>
  ConfidentialClient.create({
    clientId,
    tenant,
    cloud: publicCloud(),
    credential: secret,
    fetch: endpoint.fetch,
    ...changes,
  });

const acquire = (
  client: ConfidentialClient,
  changes: Partial<ClientCredentialRequest> = {},
): Promise<AuthenticationResult> =>
  client.acquire({
    tenantId: tenant,
    scopes: [vault],
    forceRefresh: false,
    correlationId: randomUUID(),
    ...changes,
  });

/** In seconds: MSAL rounds the time, up as well as down. */
const clockTolerance = 1;

/** What is asked of the access token. */
const claimsOf = ({ lastForm }: TestTokenEndpoint): unknown =>
  z.object({ access_token: z.unknown() }).parse(JSON.parse(lastForm.get('claims') ?? '')).access_token;

const headerOf = (assertion: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString('utf8')) as Record<
    string,
    unknown
  >;

afterEach(() => vi.useRealTimers());

describe('a service principal with a secret', () => {
  it('gets a token for a resource, and declares that it understands claims', async () => {
    const endpoint = new TestTokenEndpoint();
    const client = await create(endpoint);
    const correlationId = randomUUID();
    const result = await acquire(client, { correlationId });
    expect(result).toMatchObject({ tenantId: tenant, fromCache: false, correlationId });
    const [{ url } = { url: '' }] = endpoint.posted;
    expect(url.split('?')[0]).toBe(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`);
    expect(Object.fromEntries(endpoint.lastForm)).toMatchObject({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: 'a~secret&with=signs+',
      scope: vault,
    });
    expect(claimsOf(endpoint)).toEqual({ xms_cc: { values: ['CP1'] } });
  });

  it('goes to the tenant that is asked for, and nowhere that the environment says', async () => {
    vi.stubEnv('MSAL_FORCE_REGION', 'westeurope');
    const endpoint = new TestTokenEndpoint();
    const client = await create(endpoint);
    const other = randomUUID();
    expect((await acquire(client, { tenantId: other })).tenantId).toBe(other);
    expect((await acquire(client)).tenantId).toBe(tenant);
    expect(endpoint.posted.map(({ url }) => url.split('/').slice(2, 4))).toEqual([
      ['login.microsoftonline.com', other],
      ['login.microsoftonline.com', tenant],
    ]);
    vi.unstubAllEnvs();
  });

  it('says which tenant the token is really of, and takes a domain at its word', async () => {
    const endpoint = new TestTokenEndpoint();
    endpoint.tid = randomUUID();
    const client = await create(endpoint);
    expect((await acquire(client)).tenantId).toBe(endpoint.tid);
    expect((await acquire(client, { tenantId: 'contoso.com' })).tenantId).toBe('contoso.com');
    expect((await acquire(client, { tenantId: 'contoso.com' })).fromCache).toBe(true);
  });

  it('gives the cached token, also after a restart, until five minutes before its end', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const endpoint = new TestTokenEndpoint();
    const first = await create(endpoint);
    const { accessToken } = await acquire(first);
    const again = await create(endpoint, { serialised: first.serialise() });
    vi.setSystemTime(Date.now() + 3290_000);
    expect(await acquire(again)).toMatchObject({ accessToken, fromCache: true, tenantId: tenant });
    vi.setSystemTime(Date.now() + 20_000);
    expect((await acquire(again)).accessToken).not.toBe(accessToken);
    expect(again.requestCount).toBe(1);
  });

  it('asks anew when it is told to, and for claims', async () => {
    const endpoint = new TestTokenEndpoint();
    const client = await create(endpoint);
    const { accessToken } = await acquire(client);
    const forced = await acquire(client, { forceRefresh: true });
    expect(forced.accessToken).not.toBe(accessToken);
    expect((await acquire(client)).accessToken).toBe(forced.accessToken);
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    const claimed = await acquire(client, { claims });
    expect(claimsOf(endpoint)).toEqual({
      nbf: { essential: true, value: '1' },
      xms_cc: { values: ['CP1'] },
    });
    expect((await acquire(client)).accessToken).toBe(claimed.accessToken);
    expect(endpoint.posted).toHaveLength(3);
  });

  it('makes one request of identical calls, and loses none of fifty different ones', async () => {
    const endpoint = new TestTokenEndpoint();
    const client = await create(endpoint);
    const resources = Array.from({ length: 50 }, (_each, index) => `https://api${index}.example/.default`);
    const twice = [...resources, ...resources];
    const results = await Promise.all(twice.map((scope) => acquire(client, { scopes: [scope] })));
    expect(endpoint.posted).toHaveLength(50);
    expect(new Set(results.map(({ accessToken }) => accessToken)).size).toBe(50);
    const again = await create(endpoint, { serialised: client.serialise() });
    const cached = await Promise.all(resources.map((scope) => acquire(again, { scopes: [scope] })));
    expect(cached.every(({ fromCache }) => fromCache)).toBe(true);
    expect(cached.map(({ accessToken }) => accessToken)).toEqual(
      results.slice(0, 50).map(({ accessToken }) => accessToken),
    );
  });

  it('does not wait for another resource', async () => {
    const endpoint = new TestTokenEndpoint();
    let answer = (): void => undefined;
    endpoint.before = (form) =>
      form.get('scope') === vault ? new Promise((resolve) => (answer = resolve)) : Promise.resolve();
    const client = await create(endpoint);
    const hanging = acquire(client);
    await acquire(client, { scopes: ['https://other.example/.default'] });
    answer();
    expect((await hanging).fromCache).toBe(false);
  });

  describe('whose token should be refreshed soon', () => {
    const due = async () => {
      const endpoint = new TestTokenEndpoint();
      Object.assign(endpoint, { lifetime: 86_400, refreshIn: 43_200 });
      const cloud = publicCloud();
      const first = await create(endpoint, { cloud });
      const { accessToken } = await acquire(first);
      vi.useFakeTimers({ toFake: ['Date'] });
      vi.setSystemTime(Date.now() + 50_000_000);
      return { endpoint, accessToken, client: first };
    };

    it('gets the old one at once more, and the new one from then on', async () => {
      const { client, accessToken } = await due();
      expect((await acquire(client)).accessToken).toBe(accessToken);
      expect((await acquire(client)).accessToken).not.toBe(accessToken);
      expect(client.requestCount).toBe(2);
    });

    it.each([
      ['the network is away', (endpoint: TestTokenEndpoint) => (endpoint.offline = true)],
      [
        'the service is down',
        (endpoint: TestTokenEndpoint) =>
          (endpoint.refusal = { status: 503, body: { error: 'temporarily_unavailable' } }),
      ],
      [
        'the secret has expired',
        (endpoint: TestTokenEndpoint) =>
          (endpoint.refusal = { status: 401, body: { error: 'invalid_client', error_codes: [7000222] } }),
      ],
    ])('still has the old one when %s', async (_what, harm) => {
      const { endpoint, client, accessToken } = await due();
      harm(endpoint);
      const result = await acquire(client);
      expect(result).toMatchObject({ accessToken, fromCache: true, tenantId: tenant });
      expect(result.expiresOn?.getTime()).toBeGreaterThan(Date.now());
      await expect(acquire(client, { forceRefresh: true })).rejects.toThrow();
      vi.setSystemTime(Date.now() + 40_000_000);
      await expect(acquire(client)).rejects.toThrow();
    });
  });

  it('fails with what the service says, and never quotes the secret', async () => {
    const endpoint = new TestTokenEndpoint();
    const description = 'AADSTS7000215: Invalid client secret provided.';
    endpoint.refusal = {
      status: 401,
      body: { error: 'invalid_client', error_description: description, error_codes: [7000215] },
    };
    const client = await create(endpoint);
    const error: unknown = await acquire(client).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'ServerError', errorCode: 'invalid_client', errorNo: 7000215 });
    expect(error).toMatchObject({ errorMessage: expect.stringContaining(description) as string });
    expect(JSON.stringify(error) + String(error)).not.toContain('a~secret');
  });

  it('refuses a cache that is none', async () => {
    const endpoint = new TestTokenEndpoint();
    await expect(create(endpoint, { serialised: '{' })).rejects.toMatchObject({ name: 'NoCache' });
  });
});

describe('a service principal with a certificate', () => {
  const assertionOf = ({ lastForm }: TestTokenEndpoint): string => {
    expect(lastForm.get('client_secret')).toBeNull();
    expect(lastForm.get('client_assertion_type')).toBe(
      'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    );
    return lastForm.get('client_assertion') ?? '';
  };
  const thumbprint = (digest: string): string => createHash(digest).update(leaf.raw).digest('base64url');

  it('proves who it is with its key and its chain', async () => {
    const endpoint = new TestTokenEndpoint();
    await acquire(await create(endpoint, { credential: certificate() }));
    const assertion = assertionOf(endpoint);
    const audience = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`;
    const { payload } = await jwtVerify(assertion, createPublicKey(testText('leaf.crt')), {
      algorithms: ['PS256'],
      clockTolerance,
      audience,
      issuer: clientId,
      subject: clientId,
    });
    expect((payload.exp ?? 0) - (payload.nbf ?? 0)).toBe(600);
    expect(headerOf(assertion)).toEqual({
      typ: 'JWT',
      alg: 'PS256',
      'x5t#S256': thumbprint('sha256'),
      x5c: [leaf.raw.toString('base64'), new X509Certificate(testText('ca.crt')).raw.toString('base64')],
    });
  });

  it('proves it to an AD FS in the older way, which is the only one it knows', async () => {
    const endpoint = new TestTokenEndpoint();
    const client = await create(endpoint, { credential: certificate(), cloud: adfs, tenant: 'adfs' });
    await acquire(client, { tenantId: '' });
    const assertion = assertionOf(endpoint);
    await jwtVerify(assertion, createPublicKey(testText('leaf.crt')), {
      algorithms: ['RS256'],
      clockTolerance,
    });
    expect(headerOf(assertion)).toMatchObject({ alg: 'RS256', x5t: thumbprint('sha1') });
    expect(endpoint.posted.at(-1)?.url.split('?')[0]).toBe('https://adfs.contoso.example/adfs/oauth2/token');
    expect((await acquire(client, { tenantId: '' })).fromCache).toBe(true);
  });
});
