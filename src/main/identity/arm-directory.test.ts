import { describe, expect, it } from 'vitest';
import { startServer } from '../test-support/http-server';
import { parseAccountRecord, type Directory, type DirectoryTenant } from './account-record';
import { readDirectory } from './arm-directory';
import { TokenFailure } from './failures';

const audience = 'https://management.azure.com/';

interface Arm {
  readonly tenants?: readonly object[];
  readonly subscriptions?: (tenantId: string) => readonly object[];
  readonly token?: (tenantId: string) => Promise<string>;
  readonly byHand?: readonly DirectoryTenant[];
  readonly nextLink?: (origin: string) => string;
}

/** Reads from a real server whose tokens are the tenants' ids. */
async function read(arm: Arm) {
  const server = await startServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://arm');
    const tenantId = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const value = url.pathname === '/tenants' ? (arm.tenants ?? []) : (arm.subscriptions?.(tenantId) ?? []);
    const nextLink = arm.nextLink?.(server.origin);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ value, nextLink }));
  });
  const asked: (readonly [string, readonly string[]])[] = [];
  const directory = await readDirectory({
    arm: { endpoint: server.origin, audience },
    fetch: (url, init) => fetch(url, init),
    token: (tenantId, scopes) => {
      asked.push([tenantId, scopes]);
      return arm.token?.(tenantId) ?? Promise.resolve(tenantId);
    },
    homeTenantId: 'home',
    byHand: arm.byHand ?? [],
    now: () => 42,
  });
  return { directory, requests: server.requests, asked };
}

const kept = (directory: Directory): Directory | undefined =>
  parseAccountRecord(JSON.stringify({ version: 1, accountId: 'me', cache: '', directory })).directory;

const failure = (kind: 'second-factor' | 'blocked' | 'consent' | 'offline', needed: boolean) =>
  new TokenFailure({ kind, details: { text: '', errorClass: '', happenedOn: 0 } }, { needed });

describe('reading tenants and subscriptions', () => {
  it('asks as az does: tenants at home, then the subscriptions of each with a token of it', async () => {
    const { directory, requests, asked } = await read({
      tenants: [
        { tenantId: 'home', displayName: 'Fjord', defaultDomain: 'fjord.example' },
        { tenantId: 'guest', displayName: null },
      ],
      subscriptions: (tenantId) => [
        { subscriptionId: `s-${tenantId}`, displayName: 'One', state: 'Enabled' },
      ],
    });
    expect(requests.map(({ url }) => url)).toEqual([
      '/tenants?api-version=2022-12-01',
      '/subscriptions?api-version=2022-12-01',
      '/subscriptions?api-version=2022-12-01',
    ]);
    const scopes = [`${audience}/.default`];
    expect(asked).toEqual([
      ['home', scopes],
      ['home', scopes],
      ['guest', scopes],
    ]);
    expect(directory).toEqual({
      readOn: 42,
      tenants: [
        {
          id: 'home',
          name: 'Fjord',
          domain: 'fjord.example',
          subscriptions: [{ id: 's-home', name: 'One', state: 'Enabled' }],
        },
        { id: 'guest', subscriptions: [{ id: 's-guest', name: 'One', state: 'Enabled' }] },
      ],
    });
    expect(kept(directory)).toEqual(directory);
  });

  it.each([
    ['second-factor', failure('second-factor', true)],
    ['blocked', failure('blocked', false)],
    ['sign-in-needed', failure('consent', true)],
    ['failed', failure('offline', false)],
    ['failed', new Error('anything')],
  ])('says of a tenant that it is %s, and reads the others', async (problem, error) => {
    const { directory } = await read({
      tenants: [{ tenantId: 'first' }, { tenantId: 'difficult' }, { tenantId: 'last' }],
      subscriptions: () => [{ subscriptionId: 's' }],
      token: (tenantId) => (tenantId === 'difficult' ? Promise.reject(error) : Promise.resolve(tenantId)),
    });
    expect(
      directory.tenants.map((tenant) => [tenant.id, tenant.problem, tenant.subscriptions.length]),
    ).toEqual([
      ['first', undefined, 1],
      ['difficult', problem, 0],
      ['last', undefined, 1],
    ]);
  });

  it('keeps tenants that were added by hand, once, and forgets what was wrong with them', async () => {
    const byHand: readonly DirectoryTenant[] = [
      { id: 'guest', subscriptions: [], addedByHand: true, problem: 'second-factor' },
      { id: 'home', subscriptions: [], addedByHand: true },
    ];
    const { directory } = await read({ tenants: [{ tenantId: 'home' }], byHand });
    expect(directory.tenants).toEqual([
      { id: 'home', subscriptions: [] },
      { id: 'guest', subscriptions: [], addedByHand: true },
    ]);
  });

  it('ends where an answer leads in circles', async () => {
    const { requests } = await read({ nextLink: (origin) => `${origin}/tenants?page=again` });
    expect(requests).toHaveLength(100);
  });

  it('takes no token to another host', async () => {
    const other = await startServer((_request, response) => void response.end('{"value":[]}'));
    await expect(read({ nextLink: () => `${other.origin}/tenants` })).rejects.toThrow('another host');
    expect(other.requests).toEqual([]);
  });

  it('throws when there is no token for the home tenant', async () => {
    const error = failure('blocked', false);
    await expect(read({ token: () => Promise.reject(error) })).rejects.toBe(error);
  });

  it('keeps as much of a directory without end as the account’s file takes', async () => {
    const tenants = Array.from({ length: 1200 }, (_, index) => ({ tenantId: `t-${index}` }));
    const subscriptions = Array.from({ length: 12_000 }, (_, index) => ({ subscriptionId: `s-${index}` }));
    const { directory } = await read({
      tenants,
      subscriptions: (tenantId) => (tenantId === 't-0' ? subscriptions : []),
      byHand: [{ id: 'by-hand', subscriptions: [], addedByHand: true }],
    });
    expect(directory.tenants).toHaveLength(1000);
    expect(directory.tenants.at(-1)?.id).toBe('by-hand');
    expect(directory.tenants[0]?.subscriptions).toHaveLength(10_000);
    expect(kept(directory)).toEqual(directory);
  });

  it('costs only itself when what is kept of it makes no sense', () => {
    const record = { version: 1, accountId: 'me', cache: '{}', directory: { readOn: 1, tenants: [{}] } };
    expect(parseAccountRecord(JSON.stringify(record))).toEqual({ version: 1, accountId: 'me', cache: '{}' });
  });
});
