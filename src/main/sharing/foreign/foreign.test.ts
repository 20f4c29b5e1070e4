import { describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../../shared/preset';
import { readImportText } from '../read-import';
import { recogniseRequest } from '../recognise-request';
import { presetsOfFound } from '../recognised-presets';

const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJl';

/** What becomes of a text: presets with their requests, and what was not used. */
function imported(text: string) {
  const read = readImportText(text);
  if (read.kind === 'wrong' || read.kind === 'presets') throw new Error(JSON.stringify(read));
  const { presets, unused } = presetsOfFound(read.found, recogniseRequest);
  const words = ({ name, method, url }: SampleRequest): string =>
    `${name === undefined ? '' : `${name}: `}${method} ${url}`;
  return {
    kind: read.kind,
    name: read.found.name,
    presets: presets.map(({ name, targets }) => ({
      name,
      targets: Object.fromEntries(
        Object.entries(targets).map(([cloud, { scopes, requests }]) => [
          cloud,
          { scopes, requests: requests.map(words) },
        ]),
      ),
    })),
    unused: unused.map(({ name, reason }) => `${name}: ${reason}`),
    all: JSON.stringify([presets, unused]),
  };
}

describe('a Postman environment', () => {
  const environment = {
    id: '1',
    name: 'Contoso dev',
    values: [
      { key: 'graph', value: 'https://graph.microsoft.com/v1.0/me', type: 'default', enabled: true },
      { key: 'vaultUrl', value: 'https://{{vault}}.vault.azure.net/secrets?api-version=7.4', enabled: true },
      { key: 'vault', value: 'contoso', enabled: true },
      { key: 'clientSecret', value: 'hunter2', type: 'secret', enabled: true },
      { key: 'token', value: jwt, enabled: true },
      { key: 'orders', value: 'https://orders.contoso.com', enabled: true },
      { key: 'old', value: 'https://graph.microsoft.com/beta/me', enabled: false },
      { key: 'plain', value: 'http://graph.microsoft.com', enabled: true },
      { key: 'path', value: '{{baseUrl}}/x', enabled: true },
      { key: 'count', value: 3 },
      { nonsense: true },
    ],
    _postman_variable_scope: 'environment',
  };

  it('gives presets for the addresses that the catalogue knows', () => {
    const { kind, name, presets, unused, all } = imported(JSON.stringify(environment));
    expect({ kind, name }).toEqual({ kind: 'postman-environment', name: 'Contoso dev' });
    expect(presets).toMatchObject([
      { name: 'Microsoft Graph', targets: { public: { scopes: ['https://graph.microsoft.com/.default'] } } },
      {
        name: 'Key Vault',
        targets: {
          public: { requests: ['GET https://contoso.vault.azure.net/secrets?api-version=7.4'] },
        },
      },
    ]);
    expect(unused).toEqual([
      'orders: unknown-api',
      'vault: no-address',
      'clientSecret: secret',
      'token: secret',
      'old: off',
      'plain: not-https',
      'path: no-address',
      'count: no-address',
    ]);
    expect(all).not.toMatch(/hunter2|eyJ/);
  });

  it('may be several in a list', () => {
    const { name, presets, unused } = imported(
      JSON.stringify([environment, { ...environment, name: 'prod' }]),
    );
    expect(name).toBeUndefined();
    expect(presets).toHaveLength(2);
    expect(unused).toContain('prod: clientSecret: secret');
  });
});

describe('a Postman collection', () => {
  it('gives one preset for all requests to an API, without its logins', () => {
    const request = (name: string, url: unknown, change: object = {}): object => ({
      name,
      request: { method: 'GET', url, ...change },
    });
    const { presets, unused, all } = imported(
      JSON.stringify({
        info: { name: 'Graph' },
        variable: [{ key: 'base', value: 'https://graph.microsoft.com/v1.0' }],
        item: [
          {
            name: 'Users',
            item: [
              request(
                'Me',
                { raw: '{{base}}/me' },
                { header: [{ key: 'Authorization', value: `Bearer ${jwt}` }] },
              ),
              request('One', '{{base}}/users/:id', {
                method: 'PATCH',
                header: [
                  { key: 'Prefer', value: 'x' },
                  { key: 'Off', value: 'y', disabled: true },
                ],
                body: { mode: 'raw', raw: `{"password":"hunter2"}` },
              }),
            ],
          },
          request('Options', '{{base}}/me', { method: 'OPTIONS' }),
          request('Elsewhere', 'https://{{host}}/x'),
          { name: 'Broken' },
        ],
      }),
    );
    expect(presets).toEqual([
      {
        name: 'Microsoft Graph',
        targets: {
          public: {
            scopes: ['https://graph.microsoft.com/.default'],
            requests: [
              'Me: GET https://graph.microsoft.com/v1.0/me',
              'One: PATCH https://graph.microsoft.com/v1.0/users/{id}',
            ],
          },
        },
      },
    ]);
    expect(unused).toEqual(['Elsewhere: unknown-api', 'Options: method', 'Broken: no-address']);
    expect(all).not.toMatch(/hunter2|eyJ|Authorization|"Off"/);
  });
});

describe('REST Client variables', () => {
  it('are read from settings with comments, with those that all environments share', () => {
    const { kind, presets, unused, all } = imported(`{
      // What I use at work
      "editor.fontSize": 12,
      "rest-client.environmentVariables": {
        "$shared": { "version": "v1.0", "apiKey": "hunter2" },
        "dev": { "graph": "https://graph.microsoft.com/{{$shared version}}/me", "n": 1 },
        "prod": { "vault": "https://contoso.vault.azure.net/keys?api-version=7.4", },
      },
    }`);
    expect(kind).toBe('rest-client');
    expect(presets.map(({ name }) => name)).toEqual(['Microsoft Graph', 'Key Vault']);
    expect(presets[0]?.targets['public']?.requests).toEqual(['GET https://graph.microsoft.com/v1.0/me']);
    expect(unused).toEqual(['version: no-address', 'apiKey: secret', 'dev: n: no-text']);
    expect(all).not.toContain('hunter2');
  });

  it.each([
    [
      'a workspace',
      { settings: { 'rest-client.environmentVariables': { a: { g: 'https://graph.microsoft.com' } } } },
    ],
    ['the variables alone', { $shared: { g: 'https://graph.microsoft.com' } }],
  ])('are found in %s', (_what, value) => {
    expect(imported(JSON.stringify(value)).presets).toHaveLength(1);
  });
});

describe('a .http file', () => {
  it('gives its requests, with variables filled in and bodies kept', () => {
    const { kind, presets, unused, all } = imported(`@host = https://graph.microsoft.com
@secret = hunter2
@vault = https://contoso.vault.azure.net/secrets

### Who am I
# @name me
GET {{host}}/v1.0/me HTTP/1.1
Authorization: Bearer {{$aadToken}}
Accept: application/json

### Search
POST {{host}}/v1.0/search/query
    ?a=1
    &key={{secret}}
Content-Type: application/json

{ "q": "x" }

### Mine
https://orders.contoso.com/items
`);
    expect(kind).toBe('http-file');
    expect(presets).toMatchObject([
      { name: 'Key Vault' },
      {
        name: 'Microsoft Graph',
        targets: {
          public: {
            requests: [
              'me: GET https://graph.microsoft.com/v1.0/me',
              'Search: POST https://graph.microsoft.com/v1.0/search/query?a=1&key={secret}',
            ],
          },
        },
      },
    ]);
    expect(unused).toEqual(['Mine: unknown-api', 'secret: secret']);
    expect(all).toContain('{ \\"q\\": \\"x\\" }');
    expect(all).not.toMatch(/hunter2|Authorization/);
  });
});
