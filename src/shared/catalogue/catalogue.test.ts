import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { deliveries, isPassword } from '../delivery';
import { presetIconSchema, sampleRequestSchema } from '../preset';
import { presetLimits } from '../preset-limits';
import { parseSampleUrl } from '../sample-url';
import { parseAccess, scopeForResource } from '../scopes';
import { catalogue } from './catalogue';
import { azureClouds, catalogueCategories, type AzureCloud } from './catalogue-row';
import { hostFits } from './hosts';
import { retiredApis } from './retired';
import { sourceAddresses } from './sources';

const httpsPage = z.url({ protocol: /^https$/, hostname: /\./ });
const host = z.string().regex(/^(?:\*\.)?(?:[a-z0-9*-]+\.)+[a-z]{2,}$/);
const audience = z.string().min(8).max(presetLimits.scopeLength);
const source = z.union([
  z.enum(Object.keys(sourceAddresses) as [keyof typeof sourceAddresses]),
  z.string().regex(/^package \S+$/),
  httpsPage,
]);
const targetSchema = z.strictObject({
  resource: audience,
  sources: z.array(source).min(1),
  audiences: z.array(audience),
  hosts: z.array(host).min(1),
  requests: z.array(sampleRequestSchema.required({ name: true })).max(presetLimits.requests),
  unverified: z.array(z.enum(['resource', 'requests'])),
});
const rowSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  name: z.string().min(1).max(presetLimits.nameLength),
  category: z.enum(catalogueCategories),
  icon: presetIconSchema,
  keywords: z.array(z.string().regex(/^[a-z0-9][a-z0-9 .-]*$/)).min(1),
  delivery: z.enum(deliveries),
  needsOwnClient: z.boolean(),
  documentation: httpsPage,
  targets: z.partialRecord(z.enum(azureClouds), targetSchema),
  path: z.instanceof(RegExp).optional(),
});

const targets = catalogue.flatMap((row) =>
  azureClouds.flatMap((cloud) => {
    const target = row.targets[cloud];
    return target === undefined ? [] : [{ row, cloud, target, label: `${row.id} in ${cloud}` }];
  }),
);

const marks: Readonly<Record<AzureCloud, RegExp>> = {
  public: /(?!)/,
  'us-government':
    /usgovcloudapi\.net|(?<!microsoftazure)\.us(?=\/|:|$)|microsoft\.us|office365\.us|azmk8s\.us/,
  china: /chinacloudapi\.cn|\.cn(?=\/|:|$)/,
};

/** GCC has the commercial authority, and hosts that look like the government’s. */
const looksLikeGovernment = new Set(['power-bi-gcc']);

describe('the catalogue', () => {
  it.each(catalogue.map((row) => [row.id, row] as const))('is as its schema says: %s', (_id, row) => {
    expect(rowSchema.parse(row)).toEqual(row);
    expect(Object.keys(row.targets).length).toBeGreaterThan(0);
  });

  it('has an id and a name for each row alone', () => {
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ name }) => name)).size).toBe(catalogue.length);
  });

  it('has every category, and keeps its rows together', () => {
    const order = catalogue.map(({ category }) => category);
    expect(order.filter((category, index) => category !== order[index - 1])).toEqual(catalogueCategories);
  });

  it.each(targets.map((each) => [each.label, each] as const))(
    'asks for one resource, and sends its token safely to hosts that take it: %s',
    (_label, { target, row }) => {
      const scope = scopeForResource(target.resource.replace(/[{}]/g, 'x'));
      const access = parseAccess('scopes', scope);
      expect(access.ok && access.scopes).toEqual([scope]);
      expect(target.requests.length === 0).toBe(isPassword(row.delivery));
      for (const { url } of target.requests) {
        expect(parseSampleUrl(url)).toEqual({ ok: true, url });
        const { hostname } = new URL(url.replace(/[{}]/g, 'x'));
        // The address of a cluster's API is nobody's to know.
        if (url.startsWith('https://{apiServer}/')) continue;
        expect(
          target.hosts.some((pattern) => hostFits(pattern, hostname)),
          `${url} fits ${target.hosts.join(' ')}`,
        ).toBe(true);
      }
    },
  );

  it('never sends a token of one cloud to a host of another', () => {
    for (const { row, cloud, target, label } of targets) {
      if (looksLikeGovernment.has(row.id)) continue;
      const addresses = [
        ...target.hosts,
        ...target.requests.map(({ url }) => new URL(url.replace(/[{}]/g, 'x')).host),
      ];
      for (const other of azureClouds) {
        if (other === cloud) continue;
        for (const address of addresses) {
          if (address === 'xapiserverx') continue;
          expect(marks[other].test(address), `${label}: ${address}`).toBe(false);
        }
      }
      if (cloud === 'public') continue;
      for (const address of addresses)
        expect(address === 'xapiserverx' || marks[cloud].test(address), `${label}: ${address}`).toBe(true);
    }
  });

  it('keeps each resource to the letter of its audience', () => {
    const resources = Object.fromEntries(
      targets.filter(({ cloud }) => cloud === 'public').map(({ row, target }) => [row.id, target.resource]),
    );
    expect(resources).toMatchObject({
      'resource-manager': 'https://management.azure.com/',
      graph: 'https://graph.microsoft.com',
      'key-vault': 'https://vault.azure.net',
      storage: 'https://storage.azure.com/',
      'sql-database': 'https://database.windows.net/',
      batch: 'https://batch.core.windows.net/',
      maps: 'https://atlas.microsoft.com/',
      'communication-services': 'https://communication.azure.com/',
      devops: '499b84ac-1321-427f-aa17-267ca6975798',
    });
  });

  it('sends what services want beside the token', () => {
    const headersOf = (id: string): readonly string[] =>
      targets.flatMap(({ row, target }) =>
        row.id === id
          ? target.requests.map(({ headers }) =>
              headers.map(({ name, value }) => `${name}: ${value}`).join('\n'),
            )
          : [],
      );
    for (const headers of headersOf('storage')) expect(headers).toContain('x-ms-version: 2021-12-02');
    for (const headers of headersOf('cosmos-db')) expect(headers).toContain('x-ms-version: ');
    for (const headers of headersOf('maps')) expect(headers).toContain('x-ms-client-id: {mapsClientId}');
  });

  it('has only posts where there is nothing to read', () => {
    for (const id of ['monitor-ingestion', 'monitor-metrics', 'event-grid']) {
      const requests = targets.filter(({ row }) => row.id === id).flatMap(({ target }) => target.requests);
      expect(requests.length).toBeGreaterThan(0);
      for (const { method, body } of requests) {
        expect(method).toBe('POST');
        expect(() => JSON.parse(body ?? '') as unknown).not.toThrow();
      }
    }
  });

  it('says which rows need a client application of one’s own', () => {
    expect(catalogue.filter(({ needsOwnClient }) => needsOwnClient).map(({ id }) => id)).toEqual([
      'trusted-signing',
      'redis',
      'communication-services',
      'managed-grafana',
    ]);
  });

  it('says that what was read in one place only is not verified', () => {
    const unverified = targets
      .filter(({ target }) => target.unverified.includes('resource'))
      .map(({ label }) => label);
    expect(unverified).toEqual([
      'cosmos-db in us-government',
      'cosmos-db in china',
      'redis in public',
      'kubernetes in us-government',
      'service-bus in us-government',
      'dataverse in china',
    ]);
  });

  it('offers nothing that is retired', () => {
    const names = new Set(targets.flatMap(({ target }) => [target.resource, ...target.audiences]));
    for (const { audiences, successor } of retiredApis) {
      for (const name of audiences) expect(names).not.toContain(name);
      if (successor !== undefined) expect(catalogue.map(({ id }) => id)).toContain(successor);
    }
  });
});
