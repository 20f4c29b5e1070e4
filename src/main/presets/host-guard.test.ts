import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseUrl } from '../../shared/parse-url';
import type { Cloud } from '../identity/clouds';
import { demoCloud } from '../identity/clouds';
import { hostDoubt, acceptedHost, typedHosts } from './host-guard';

const cloud = (id: string, change: Partial<Cloud> = {}): Cloud => ({
  id,
  name: id,
  authority: 'https://login.example',
  isAdfs: false,
  resources: {},
  ...change,
});
const doubt = (
  resource: string,
  url: string,
  more: {
    cloud?: Cloud;
    audience?: string;
    template?: string;
    accepted?: { resource: string; host: string }[];
  } = {},
) =>
  hostDoubt(
    {
      cloud: more.cloud ?? cloud('public'),
      scopes: [`${resource}/.default`],
      url,
      template: more.template ?? url,
      audience: more.audience,
    },
    more.accepted ?? [],
  );
const vault = 'https://vault.azure.net';

describe('a request’s host', () => {
  it.each([
    [vault, 'https://contoso.vault.azure.net/secrets'],
    [vault, 'https://CONTOSO.vault.azure.net:443/secrets'],
    [vault, 'https://{vault}.vault.azure.net/secrets'],
    ['https://api.contoso.example', 'https://api.contoso.example/x'],
    ['https://api.contoso.example/', 'https://eu.api.contoso.example/x'],
    // What is left in is filled in elsewhere.
    ['https://api.contoso.example/', 'https://{host}/x'],
  ])('takes tokens for %s: %s', (resource, url) => {
    expect(doubt(resource, url)).toBeUndefined();
  });

  it.each([
    [vault, 'https://evil.example/secrets', 'evil.example'],
    [vault, 'https://vault.azure.net.evil.example/secrets', 'vault.azure.net.evil.example'],
    [vault, 'https://{vault}.evil.example/secrets', '{vault}.evil.example'],
    [vault, 'http://localhost:8080/', 'localhost'],
    ['https://api.contoso.example', 'https://contoso.example/', 'contoso.example'],
    ['https://api.contoso.example', 'https://xapi.contoso.example/', 'xapi.contoso.example'],
    // Programs do not agree on where these go.
    [vault, 'https://contoso.vault.azure.net\\@evil.example/', 'contoso.vault.azure.net\\@evil.example'],
    [vault, 'https://contoso.vault.azure.net@evil.example/', 'contoso.vault.azure.net@evil.example'],
    [vault, 'https://evil.example%2f.vault.azure.net/', 'evil.example%2f.vault.azure.net'],
    [vault, 'https:evil.example', 'https:evil.example'],
  ])('is not one for %s: %s', (resource, url, host) => {
    expect(doubt(resource, url)).toEqual({ kind: 'wrong', resource, host });
  });

  it.each(['api://orders', '11111111-2222-3333-4444-555555555555'])('is not known for %s', (resource) => {
    expect(doubt(resource, 'https://orders.example/')).toMatchObject({
      kind: 'unknown',
      host: 'orders.example',
    });
  });

  it('may be this computer in the demo, and only there anything', () => {
    expect(doubt(vault, 'http://127.0.0.1:4000/api/echo', { cloud: demoCloud })).toBeUndefined();
    expect(doubt(vault, 'https://evil.example/', { cloud: demoCloud })).toMatchObject({ kind: 'wrong' });
    expect(doubt(vault, 'https://a.vault.azure.net/', { cloud: demoCloud })).toBeUndefined();
  });

  it('is what a custom cloud says of its Azure Resource Manager', () => {
    const arm = {
      endpoint: 'https://management.stack.example',
      audience: 'https://management.stack.example/abc',
    };
    const stack = cloud('cloud-1', { arm });
    expect(
      doubt(arm.audience, 'https://management.stack.example/subscriptions', { cloud: stack }),
    ).toBeUndefined();
    expect(doubt(arm.audience, 'https://evil.example/', { cloud: stack })).toMatchObject({ kind: 'wrong' });
  });
});

describe('an answer of the person', () => {
  const accepted = [acceptedHost({ resource: vault, host: 'Proxy.Example' })];

  it('counts for its resource and host, and for nothing else', () => {
    expect(doubt(vault, 'https://proxy.example:8443/', { accepted })).toBeUndefined();
    expect(doubt('https://graph.microsoft.com', 'https://proxy.example/', { accepted })).toMatchObject({
      kind: 'wrong',
    });
    expect(doubt(vault, 'https://a.proxy.example/', { accepted })).toMatchObject({ kind: 'wrong' });
  });

  it('is what they have typed for a resource that nobody knows, also with placeholders in the host', () => {
    const requests = ['https://{region}.orders.example/', 'https://a.example/'].map((url) => ({
      method: 'GET' as const,
      url,
      headers: [],
    }));
    const hosts = typedHosts(cloud('public'), { scopes: ['api://orders/.default'], requests });
    expect(hosts.map(({ host }) => host)).toEqual(['{region}.orders.example', 'a.example']);
    const more = { accepted: [...hosts], template: 'https://{region}.orders.example/' };
    expect(doubt('api://orders', 'https://eu.orders.example/', more)).toBeUndefined();
    expect(doubt('api://orders', 'https://other.example/')).toMatchObject({ kind: 'unknown' });
    expect(typedHosts(cloud('public'), { scopes: [`${vault}/.default`], requests })).toEqual([]);
  });
});

describe('what a token says it is for', () => {
  it.each([
    ['https://graph.microsoft.com', 'https://graph.microsoft.com/'],
    ['https://graph.microsoft.com', '00000003-0000-0000-c000-000000000000'],
    ['https://graph.microsoft.com', '99999999-0000-0000-c000-000000000000'],
    ['https://graph.microsoft.com', 'api://anything'],
  ])('%s as %s is nothing to warn of', (resource, audience) => {
    expect(doubt(resource, 'https://graph.microsoft.com/v1.0/me', { audience })).toBeUndefined();
  });

  it('counts where it is for another API', () => {
    expect(doubt('https://graph.microsoft.com', 'https://graph.microsoft.com/', { audience: vault })).toEqual(
      {
        kind: 'wrong',
        resource: vault,
        host: 'graph.microsoft.com',
      },
    );
    const own = doubt('https://a.example', 'https://a.example/', { audience: 'https://b.example' });
    expect(own).toEqual({ kind: 'wrong', resource: 'https://b.example', host: 'a.example' });
  });
});

it('never lets a host through that the URL parser sees elsewhere', () => {
  const part = fc.constantFrom(
    'contoso',
    '.vault.azure.net',
    'evil.example',
    '@',
    '\\',
    '/',
    '?',
    '#',
    ':',
    '%2f',
    '{x}',
    ' ',
    '\t',
    '。',
    '80',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const url = `https://${parts.join('')}`;
      if (doubt(vault, url) !== undefined || parseUrl(url) === undefined) return;
      const hostname = new URL(url.replaceAll('{x}', 'x')).hostname.replace(/\.$/, '');
      expect(
        hostname === 'x' || hostname.endsWith('.vault.azure.net') || hostname === 'vault.azure.net',
      ).toBe(true);
    }),
    { numRuns: 2000 },
  );
});
