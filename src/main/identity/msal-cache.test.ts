import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { demoClientId } from '../demo';
import { demoResources } from '../demo/resources';
import { TestPage } from '../demo/test-browser';
import { alex, guestTenant, homeTenant, TestDemo, zoe } from '../demo/test-demo';
import { afterByTimer } from '../ports';
import { findToken, readCache } from './cached-tokens';
import { demoCloud } from './clouds';
import { mergeCaches, splitByAccount } from './msal-cache';
import type { Fetch } from './network-client';
import { PublicClient } from './public-client';
import { SignIn } from './sign-in';
import { pick, scopesOf, signInAt, silentLog } from './test-client';

const tokenSchema = z.looseObject({
  home_account_id: z.string(),
  realm: z.string(),
  target: z.string(),
  secret: z.string(),
});
const cacheSchema = z.looseObject({
  Account: z.record(z.string(), z.looseObject({ home_account_id: z.string() })),
  IdToken: z.record(z.string(), z.looseObject({ home_account_id: z.string() })),
  AccessToken: z.record(z.string(), tokenSchema),
  RefreshToken: z.record(z.string(), z.looseObject({ home_account_id: z.string(), secret: z.string() })),
});
const parse = (cache: string | undefined) => cacheSchema.parse(JSON.parse(cache ?? ''));

describe('merging, for caches of any shape', () => {
  // Small, so that scopes often are the same; the seed is fixed, so that a failure comes back.
  const scopes = ['api://a/read', 'api://a/write', 'api://a/.default', 'api://b/read', 'api://B/Read', 'c'];
  const realms = ['tenant-1', 'tenant-2'];
  const openId = ['openid', 'profile', 'offline_access'];
  const normal = (scope: string): string => scope.toLowerCase();

  interface Token {
    readonly realm: string;
    readonly scopes: readonly string[];
    readonly secret: string;
  }

  /** As MSAL keeps them: within one cache and tenant no scope is in two tokens. */
  function tokens(random: () => number, from: string): readonly Token[] {
    return realms.flatMap((realm) => {
      const taken = new Set<string>();
      const found: Token[] = [];
      for (let count = Math.floor(random() * 4); count > 0; count -= 1) {
        const own = scopes.filter((scope) => random() < 0.35 && !taken.has(normal(scope)));
        own.forEach((scope) => taken.add(normal(scope)));
        if (own.length === 0) continue;
        const all = random() < 0.5 ? [...own, ...openId] : own;
        found.push({ realm, scopes: all, secret: `${from}-${found.length}-${realm}` });
      }
      return found;
    });
  }

  const serialise = (all: readonly Token[]): string =>
    JSON.stringify({
      Account: { me: { home_account_id: 'me' } },
      IdToken: {},
      AccessToken: Object.fromEntries(
        all.map(({ realm, scopes: own, secret }) => [
          `me-${realm}-${own.join(' ').toLowerCase()}`,
          { home_account_id: 'me', environment: 'e', realm, target: own.join(' '), secret },
        ]),
      ),
      RefreshToken: {},
      AppMetadata: {},
    });

  const secretFor = (all: readonly Token[], realm: string, scope: string): readonly string[] =>
    all
      .filter((token) => token.realm === realm && token.scopes.map(normal).includes(normal(scope)))
      .map(({ secret }) => secret);

  it('the newest token for each scope is the only one, and every other one stays', () => {
    const random = seeded(20_261_127);
    let replaced = 0;
    let kept = 0;
    for (let round = 0; round < 500; round += 1) {
      const old = tokens(random, 'old');
      const fresh = tokens(random, 'fresh');
      const merged = Object.values(parse(mergeCaches(serialise(old), serialise(fresh))).AccessToken).map(
        ({ realm, target, ['secret']: secret }) => ({
          realm,
          scopes: target.split(' '),
          secret: secret,
        }),
      );
      for (const realm of realms) {
        for (const scope of scopes) {
          const found = secretFor(merged, realm, scope);
          const newest = secretFor(fresh, realm, scope);
          expect(found.length).toBeLessThanOrEqual(1);
          if (newest.length > 0) expect(found).toEqual(newest);
        }
      }
      for (const token of old) {
        const isReplaced = token.scopes
          .filter((scope) => !openId.includes(scope))
          .some((scope) => secretFor(fresh, token.realm, scope).length > 0);
        expect(merged.some(({ secret }) => secret === token.secret)).toBe(!isReplaced);
        if (isReplaced) replaced += 1;
        else kept += 1;
      }
    }
    // Both happened, often.
    expect(Math.min(replaced, kept)).toBeGreaterThan(100);
  });

  it('changes nothing when the same is merged again, and splitting one account gives it back', () => {
    const random = seeded(7);
    for (let round = 0; round < 200; round += 1) {
      const cache = mergeCaches(serialise(tokens(random, 'old')), serialise(tokens(random, 'fresh')));
      expect(JSON.parse(mergeCaches(cache, cache))).toEqual(JSON.parse(cache));
      expect(JSON.parse(splitByAccount(cache).get('me') ?? '')).toEqual(JSON.parse(cache));
    }
  });

  it('takes what is new where there was nothing', () => {
    const cache = serialise(tokens(seeded(3), 'fresh'));
    expect(mergeCaches(undefined, cache)).toBe(cache);
  });

  it.each(['not JSON', '[]', '"text"', '{"AccessToken":"none"}', '{"Account":{"a":1}}'])(
    'refuses what is no cache: %s',
    (text) => {
      expect(() => splitByAccount(text)).toThrow();
      expect(() => mergeCaches(serialise([]), text)).toThrow();
    },
  );
});

describe('with the caches of real sign-ins', () => {
  const demo = new TestDemo();
  beforeAll(async () => {
    await demo.start();
  });
  afterAll(() => demo.stop());

  let requests = 0;
  const fetchFromDemo: Fetch = (url, init) => {
    if (init.method === 'POST') requests += 1;
    return fetch(demo.tenant.toLoopback(url), init);
  };
  const options = { clientId: demoClientId, tenant: 'organizations', cloud: demoCloud, fetch: fetchFromDemo };

  async function signIn(name: string, resource: string, tenant = 'organizations') {
    const running = new SignIn(
      { tenant, scopes: scopesOf(resource), correlationId: randomUUID() },
      {
        client: options,
        flows: 'browser',
        // MSAL waits for the answer only after this.
        openBrowser: (url) => {
          void TestPage.open(demo.tenant.toLoopback(url)).then((page) => signInAt(page, pick(name)));
          return Promise.resolve();
        },
        after: afterByTimer,
        now: Date.now,
        log: silentLog,
        changed: () => undefined,
      },
    );
    const { result, cache } = await running.run();
    return { accountId: result.account?.homeAccountId ?? '', accessToken: result.accessToken, cache };
  }

  async function silently(cache: string, accountId: string, resource: string, tenantId = homeTenant.id) {
    const client = await PublicClient.create({ ...options, serialised: cache });
    const before = requests;
    const result = await client.acquireSilently({
      accountId,
      tenantId,
      scopes: scopesOf(resource),
      forceRefresh: false,
      correlationId: randomUUID(),
    });
    return { result, asked: requests - before, cache: client.serialise() };
  }

  it('of one person, for two APIs: MSAL finds both tokens and refreshes with the newer session', async () => {
    const first = await signIn(zoe, demoResources.api);
    const second = await signIn(zoe, 'https://vault.azure.net');
    const merged = mergeCaches(first.cache, second.cache);
    const api = await silently(merged, first.accountId, demoResources.api);
    expect(api.result.accessToken).toBe(first.accessToken);
    const vault = await silently(merged, first.accountId, 'https://vault.azure.net');
    expect(vault.result.accessToken).toBe(second.accessToken);
    expect(api.asked + vault.asked).toBe(0);
    const tokensOf = (cache: string): readonly string[] =>
      Object.values(parse(cache).RefreshToken).map(({ secret }) => secret);
    expect(tokensOf(merged)).toEqual(tokensOf(second.cache));
    expect((await silently(merged, first.accountId, 'https://storage.azure.com/')).asked).toBe(1);
  });

  it('of one person, for the same API: the newer token is given', async () => {
    const first = await signIn(zoe, demoResources.api);
    const second = await signIn(zoe, demoResources.api);
    expect(second.accessToken).not.toBe(first.accessToken);
    const merged = mergeCaches(first.cache, second.cache);
    const { result, asked } = await silently(merged, first.accountId, demoResources.api);
    expect(result.accessToken).toBe(second.accessToken);
    expect(asked).toBe(0);
  });

  it.each([
    ['home, then as a guest', homeTenant.id, guestTenant.id],
    ['as a guest, then home', guestTenant.id, homeTenant.id],
  ])(
    'of one person in two tenants, %s: each tenant’s token is found, and both can be had',
    async (...row) => {
      const [, one, other] = row;
      const first = await signIn(zoe, demoResources.api, one);
      const second = await signIn(zoe, demoResources.api, other);
      expect(first.accountId).toBe(second.accountId);
      const merged = mergeCaches(first.cache, second.cache);
      const { accounts, tokens } = readCache(merged, 'organizations');
      expect(accounts).toMatchObject([{ id: first.accountId, name: zoe, tenantId: homeTenant.id }]);
      for (const [tenantId, { accessToken }] of [
        [one, first],
        [other, second],
      ] as const) {
        const found = await silently(merged, first.accountId, demoResources.api, tenantId);
        expect(found.result.accessToken).toBe(accessToken);
        expect(found.result.tenantId).toBe(tenantId);
        expect(found.asked).toBe(0);
        expect(findToken(tokens, first.accountId, tenantId, scopesOf(demoResources.api))).toBeDefined();
      }
      // Each answer brings the refresh token that the next one needs.
      const third = await silently(merged, first.accountId, 'https://vault.azure.net', one);
      const fourth = await silently(third.cache, first.accountId, 'https://vault.azure.net', other);
      expect([third.result.tenantId, fourth.result.tenantId]).toEqual([one, other]);
    },
  );

  it('of two people: each gets all of their own and nothing of the other’s', async () => {
    const mine = await signIn(zoe, demoResources.api);
    const yours = await signIn(alex, demoResources.api);
    // As a cache of version 0.1 has them, one beside the other.
    const [one, other] = [parse(mine.cache), parse(yours.cache)];
    const both = {
      Account: { ...one.Account, ...other.Account },
      IdToken: { ...one.IdToken, ...other.IdToken },
      AccessToken: { ...one.AccessToken, ...other.AccessToken },
      RefreshToken: { ...one.RefreshToken, ...other.RefreshToken },
      AppMetadata: {},
    };
    const split = splitByAccount(JSON.stringify(both));
    expect([...split.keys()].sort()).toEqual([mine.accountId, yours.accountId].sort());
    for (const { accountId } of [mine, yours]) {
      const own = parse(split.get(accountId));
      const parts = [own.Account, own.IdToken, own.AccessToken, own.RefreshToken];
      for (const part of parts) expect(Object.keys(part).length).toBeGreaterThan(0);
      const owners = parts.flatMap((part) => Object.values(part).map(({ home_account_id: id }) => id));
      expect(new Set(owners)).toEqual(new Set([accountId]));
      // A token for another API comes by refresh: the session is whole.
      const { asked } = await silently(split.get(accountId) ?? '', accountId, 'https://vault.azure.net');
      expect(asked).toBe(1);
    }
  });
});

/** The same numbers between 0 and 1 for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
