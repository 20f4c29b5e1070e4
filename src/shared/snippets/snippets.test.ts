import { describe, expect, it } from 'vitest';
import { copyFormats, holdsToken, type BuiltInFormat } from '../copy-format';
import { deliveries } from '../delivery';
import { fits, hasRequest } from '../offered-formats';
import { inputFor, sampleRequest } from '../test-support/snippet-inputs';
import type { Shell } from './shell';
import type { SnippetInput } from './snippet-input';
import { snippet } from './snippets';

const request = sampleRequest({
  url: 'https://a.example/items/{id}',
  headers: [
    { name: 'authorization', value: 'Basic old' },
    { name: 'X', value: '1' },
  ],
});
const posted = sampleRequest({
  method: 'POST',
  url: 'https://a.example/items',
  headers: [{ name: 'Content-Type', value: 'application/json' }],
  body: '{"name":"it\'s"}',
});

const of = (format: BuiltInFormat, change: Partial<SnippetInput> = {}): string =>
  snippet(format, inputFor(request, 'TOKEN', change));

const lines = (...texts: readonly string[]): string => texts.join('\n');

describe('a snippet', () => {
  it.each<[BuiltInFormat, string]>([
    ['token', 'TOKEN'],
    ['curl', 'curl --globoff "https://a.example/items/{id}" -H "Authorization: Bearer TOKEN" -H "X: 1"'],
    ['curl-bash', 'curl --globoff "https://a.example/items/{id}" -H "Authorization: Bearer TOKEN" -H "X: 1"'],
    [
      'curl-cmd',
      'curl.exe --globoff "https://a.example/items/{id}" -H "Authorization: Bearer TOKEN" -H "X: 1"',
    ],
    [
      'curl-powershell',
      "curl.exe --globoff 'https://a.example/items/{id}' -H 'Authorization: Bearer TOKEN' -H 'X: 1'",
    ],
    ['authorization-header', 'Authorization: Bearer TOKEN'],
    [
      'powershell',
      "Invoke-RestMethod -Method Get -Uri 'https://a.example/items/{id}' -Headers @{ 'Authorization' = 'Bearer TOKEN'; 'X' = '1' }",
    ],
    [
      'httpie',
      lines("http GET 'https://a.example/items/{id}' \\", "  'Authorization: Bearer TOKEN' \\", "  'X: 1'"),
    ],
    [
      'wget',
      lines(
        'wget --quiet --max-redirect=0 --content-on-error --output-document=- \\',
        "  --header='Authorization: Bearer TOKEN' \\",
        "  --header='X: 1' \\",
        "  'https://a.example/items/{id}'",
      ),
    ],
    [
      'javascript-fetch',
      lines(
        'const response = await fetch("https://a.example/items/{id}", {',
        '  headers: {',
        '    "Authorization": "Bearer TOKEN",',
        '    "X": "1",',
        '  },',
        '});',
        'console.log(response.status, await response.text());',
      ),
    ],
    [
      'python-requests',
      lines(
        'import requests',
        '',
        'response = requests.get(',
        '    "https://a.example/items/{id}",',
        '    headers={',
        '        "Authorization": "Bearer TOKEN",',
        '        "X": "1",',
        '    },',
        ')',
        'print(response.status_code)',
        'print(response.text)',
      ),
    ],
    [
      'http-file',
      lines('### Items', 'GET https://a.example/items/{id}', 'Authorization: Bearer TOKEN', 'X: 1', ''),
    ],
    ['environment', "export TOKEN='TOKEN'"],
    ['environment-posix', "export TOKEN='TOKEN'"],
    ['environment-powershell', "$env:TOKEN = 'TOKEN'"],
    ['environment-cmd', 'set TOKEN=TOKEN'],
  ])('reads as people would write it: %s', (format, text) => {
    expect(of(format)).toBe(text);
  });

  it('has what Azure CLI answers with, to the letter', () => {
    const json = of('az-json', {
      token: { accessToken: 'TOKEN', expiresOn: 1_800_000_000_999, tenantId: 't', subscriptionId: 's' },
    });
    const { expiresOn, ...rest } = JSON.parse(json) as Record<string, unknown>;
    expect(Object.keys(JSON.parse(json) as object)).toEqual([
      'accessToken',
      'expiresOn',
      'expires_on',
      'subscription',
      'tenant',
      'tokenType',
    ]);
    expect(rest).toEqual({
      accessToken: 'TOKEN',
      expires_on: 1_800_000_000,
      subscription: 's',
      tenant: 't',
      tokenType: 'Bearer',
    });
    expect(expiresOn).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.000000$/);
    // Local time without a zone, as Python writes it.
    expect(new Date(String(expiresOn).replace(' ', 'T')).getTime()).toBe(1_800_000_000_000);
    expect(of('az-json')).not.toContain('subscription');
  });

  it('is an environment as Postman exports it, with the token as a secret', () => {
    expect(JSON.parse(of('postman-environment'))).toEqual({
      name: 'Items',
      values: [
        { key: 'token', value: 'TOKEN', type: 'secret', enabled: true },
        { key: 'baseUrl', value: 'https://a.example', type: 'default', enabled: true },
        { key: 'scope', value: 'https://a.example/.default', type: 'default', enabled: true },
        { key: 'tenantId', value: 'tenant', type: 'default', enabled: true },
        { key: 'expiresOn', value: '2027-01-15T08:00:00.000Z', type: 'default', enabled: true },
      ],
      _postman_variable_scope: 'environment',
    });
  });

  it('is for the shell of the system where that matters', () => {
    const windows = (format: BuiltInFormat) => of(format, { shell: 'windows' });
    expect(windows('curl')).toBe(of('curl-cmd'));
    expect(windows('environment')).toBe(of('environment-powershell'));
    const follows = ['curl', 'environment', 'acr-exchange', 'pgpassword', 'mysql', 'sqlcmd', 'redis-cli'];
    for (const format of copyFormats)
      if (!follows.includes(format)) expect(windows(format), format).toBe(of(format));
  });

  it.each(copyFormats)('of the format %s has the request’s placeholders, or no request at all', (format) => {
    expect(of(format).includes('{id}')).toBe(hasRequest(format) || format === 'acr-exchange');
  });

  it.each(copyFormats)('is the same for the same, and has the token unless it gets its own: %s', (format) => {
    const make = (): string => snippet(format, inputFor(posted, 'TOKEN'));
    expect(make()).toBe(make());
    expect(make().includes('TOKEN')).toBe(holdsToken(format));
  });

  it('is made of nothing where there is no request that can be sent', () => {
    for (const url of ['-o/etc/passwd', 'file:///etc/passwd', '@/etc/passwd', 'https://', 'a b'])
      for (const format of copyFormats.filter(hasRequest))
        expect(() => snippet(format, inputFor(sampleRequest({ url })))).toThrow();
  });
});

describe('what a service wants', () => {
  const cosmos = { delivery: 'cosmos' } as const;

  it('is Cosmos DB’s own form of the token, with date and version, in every format', () => {
    expect(of('authorization-header', cosmos)).toBe('Authorization: type%3Daad%26ver%3D1.0%26sig%3DTOKEN');
    expect(of('cosmos-header', cosmos)).toBe(
      lines(
        'Authorization: type%3Daad%26ver%3D1.0%26sig%3DTOKEN',
        'x-ms-date: Tue, 14 Nov 2023 22:13:20 GMT',
        'x-ms-version: 2018-12-31',
      ),
    );
    for (const format of copyFormats.filter(hasRequest)) {
      const token = holdsToken(format) ? 'TOKEN' : '$token';
      expect(of(format, cosmos)).toContain(`type%3Daad%26ver%3D1.0%26sig%3D${token}`);
      expect(of(format, cosmos)).toContain('14 Nov 2023 22:13:20 GMT');
      expect(of(format, cosmos)).not.toContain('Bearer');
    }
  });

  it('leaves the version of Cosmos DB’s API to the preset', () => {
    const headers = [{ name: 'X-MS-Version', value: '2020-07-15' }];
    const text = snippet('cosmos-header', inputFor(sampleRequest({ headers }), 'TOKEN', cosmos));
    expect(text).toContain('x-ms-version: 2020-07-15');
  });

  it('is a password for a database, with what cannot be known in braces', () => {
    const token = { accessToken: 'TOKEN', expiresOn: 0, tenantId: 't', username: "zoë o'neil@a.example" };
    const texts = (shell: Shell) =>
      (['pgpassword', 'mysql', 'sqlcmd', 'redis-cli'] as const).map((format) => of(format, { token, shell }));
    expect(texts('posix')).toEqual([
      `PGPASSWORD='TOKEN' psql 'host={server}.postgres.database.azure.com dbname=postgres user='\\''zoë o\\'\\''neil@a.example'\\'' sslmode=require'`,
      `MYSQL_PWD='TOKEN' mysql --host='{server}.mysql.database.azure.com' --user='zoë o'\\''neil@a.example' --ssl-mode=REQUIRED --enable-cleartext-plugin`,
      lines(
        'token_file=$(mktemp)',
        `printf %s 'TOKEN' | iconv -f ASCII -t UTF-16LE > "$token_file"`,
        `sqlcmd -S '{server}.database.windows.net' -d '{database}' -G -P "$token_file"`,
        'rm "$token_file"',
      ),
      `REDISCLI_AUTH='TOKEN' redis-cli -h '{cache}.redis.cache.windows.net' -p 6380 --tls --user '{objectId}'`,
    ]);
    expect(texts('windows')[0]).toBe(
      lines(
        "$env:PGPASSWORD = 'TOKEN'",
        "psql 'host={server}.postgres.database.azure.com dbname=postgres user=''zoë o\\''neil@a.example'' sslmode=require'",
      ),
    );
  });
});

it('fits where the service takes it, and where there is a request if it needs one', () => {
  expect(fits('curl', { delivery: 'bearer', hasRequests: true })).toBe(true);
  expect(fits('curl', { delivery: 'bearer', hasRequests: false })).toBe(false);
  for (const delivery of deliveries) {
    const fitting = copyFormats.filter((format) => fits(format, { delivery, hasRequests: true }));
    expect(fitting).toContain('token');
    const isDatabase = ['sql', 'postgresql', 'mysql', 'redis'].includes(delivery);
    expect(fitting.some(hasRequest), delivery).toBe(!isDatabase && delivery !== 'container-registry');
    const own = ['pgpassword', 'mysql', 'sqlcmd', 'redis-cli', 'cosmos-header', 'acr-exchange'];
    expect(fitting.filter((format) => own.includes(format))).toHaveLength(delivery === 'bearer' ? 0 : 1);
  }
});
