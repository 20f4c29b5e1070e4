import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sampleRequestSchema } from '../preset';
import { parseSampleUrl } from '../sample-url';
import { processorTime } from '../test-support/processor-time';
import { catalogue } from './catalogue';
import { azureClouds } from './catalogue-row';
import { longestPaste, recognise } from './recognise';
import type { Recognised } from './recognised';
import { retiredApis } from './retired';

const id = '11111111-2222-3333-4444-555555555555';

/** A recognised row in short: `key-vault in public`, and the request if there is one. */
function short(recognised: Recognised): unknown {
  if (recognised.kind !== 'catalogue') return recognised;
  const { row, cloud, resource, request, dropped } = recognised;
  return {
    what: `${row.id} in ${cloud}`,
    resource,
    ...(request === undefined ? {} : { request: `${request.method} ${request.url}` }),
    ...(dropped.length === 0 ? {} : { dropped }),
  };
}
const urlOf = (text: string, cloud = 'public'): string | undefined => {
  const recognised = recognise(text, cloud);
  return 'request' in recognised ? recognised.request.url : undefined;
};

describe('a pasted address', () => {
  it.each([
    [
      'https://contoso.vault.azure.net/secrets/x?api-version=7.4',
      'key-vault in public',
      'https://vault.azure.net',
    ],
    [
      'https://contoso.vault.azure.cn/secrets/x?api-version=7.4',
      'key-vault in china',
      'https://vault.azure.cn',
    ],
    ['https://graph.microsoft.com/v1.0/users?$top=3', 'graph in public', 'https://graph.microsoft.com'],
    ['https://graph.microsoft.us/v1.0/me', 'graph in us-government', 'https://graph.microsoft.us'],
    [
      `https://management.azure.com/subscriptions/${id}/providers/Microsoft.Web/sites?api-version=2023-12-01`,
      'resource-manager in public',
      'https://management.azure.com/',
    ],
    [
      'https://dev.azure.com/contoso/_apis/projects?api-version=7.1',
      'devops in public',
      '499b84ac-1321-427f-aa17-267ca6975798',
    ],
    [
      'https://contoso.visualstudio.com/_apis/projects',
      'devops in public',
      '499b84ac-1321-427f-aa17-267ca6975798',
    ],
    [
      'https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI',
      'dataverse in public',
      'https://contoso.crm4.dynamics.com',
    ],
    [
      'https://contoso.api.crm4.dynamics.com/api/data/v9.2/WhoAmI',
      'dataverse in public',
      'https://contoso.crm4.dynamics.com',
    ],
    [
      'https://contoso.blob.core.windows.net/photos?restype=container&comp=list',
      'storage in public',
      'https://storage.azure.com/',
    ],
    [
      'https://contoso.queue.core.chinacloudapi.cn/orders/messages',
      'storage in china',
      'https://storage.azure.com/',
    ],
    [
      'https://contoso.cognitiveservices.azure.com/language/:analyze-text',
      'ai-services in public',
      'https://cognitiveservices.azure.com',
    ],
    [
      'https://contoso.openai.azure.com/openai/models?api-version=2024-10-21',
      'ai-services in public',
      'https://cognitiveservices.azure.com',
    ],
    [
      'https://contoso.services.ai.azure.com/api/projects/p/deployments?api-version=v1',
      'ai-foundry in public',
      'https://ai.azure.com',
    ],
    [
      'https://contoso.services.ai.azure.com/openai/models',
      'ai-services in public',
      'https://cognitiveservices.azure.com',
    ],
    [
      'https://contoso.servicebus.windows.net/$Resources/Queues',
      'service-bus in public',
      'https://servicebus.azure.net',
    ],
    [
      'https://contoso.servicebus.windows.net/hub/consumergroups',
      'event-hubs in public',
      'https://eventhubs.azure.net',
    ],
    [
      'https://help.kusto.windows.net/v1/rest/query',
      'data-explorer in public',
      'https://kusto.kusto.windows.net',
    ],
    [
      'https://c.chinaeast2.kusto.chinacloudapi.cn/v1/rest/query',
      'data-explorer in china',
      'https://c.chinaeast2.kusto.chinacloudapi.cn',
    ],
    [
      'https://contoso.documents.azure.us/dbs',
      'cosmos-db in us-government',
      'https://contoso.documents.azure.us',
    ],
    [
      'https://w-f.fhir.azurehealthcareapis.com/Patient',
      'health-data in public',
      'https://w-f.fhir.azurehealthcareapis.com',
    ],
    [
      'https://api.powerbi.com/v1.0/myorg/groups',
      'power-bi in public',
      'https://analysis.windows.net/powerbi/api',
    ],
  ])('%s is %s', (url, what, resource) => {
    const recognised = recognise(url, 'public');
    expect(short(recognised)).toEqual({ what, resource, request: `GET ${url}` });
  });

  it('is recognised for every request of the catalogue, in every cloud', () => {
    for (const row of catalogue) {
      for (const cloud of azureClouds) {
        for (const request of row.targets[cloud]?.requests ?? []) {
          if (request.url.startsWith('https://{apiServer}')) continue;
          const recognised = recognise(request.url, cloud);
          if (recognised.kind !== 'catalogue') throw new Error(`${request.url}: ${recognised.kind}`);
          const all = [recognised.row, ...recognised.others].map((each) => each.id);
          expect(all, request.url).toContain(row.id);
          expect(recognised.cloud, request.url).toBe(cloud);
          expect(recognised.request?.url).toBe(request.url);
        }
      }
    }
  });

  it.each([
    ['<https://graph.microsoft.com/v1.0/me>', 'https://graph.microsoft.com/v1.0/me'],
    ['"https://graph.microsoft.com/v1.0/me",', 'https://graph.microsoft.com/v1.0/me'],
    [
      'Request URL: https://graph.microsoft.com/v1.0/me\nRequest Method: GET',
      'https://graph.microsoft.com/v1.0/me',
    ],
    ['(see https://graph.microsoft.com/v1.0/me).', 'https://graph.microsoft.com/v1.0/me'],
    [
      "https://graph.microsoft.com/v1.0/reports/getTeams(period='D7')",
      "https://graph.microsoft.com/v1.0/reports/getTeams(period='D7')",
    ],
    [
      "https://graph.microsoft.com/v1.0/users?$filter=displayName eq 'A'",
      "https://graph.microsoft.com/v1.0/users?$filter=displayName%20eq%20'A'",
    ],
    ['graph.microsoft.com/v1.0/me', 'https://graph.microsoft.com/v1.0/me'],
    ['http://graph.microsoft.com/v1.0/me', 'https://graph.microsoft.com/v1.0/me'],
    ['contoso.vault.azure.net', 'https://contoso.vault.azure.net'],
    [
      'GET https://graph.microsoft.com/v1.0/users/{id | userPrincipalName}',
      'https://graph.microsoft.com/v1.0/users/{id}',
    ],
    ['https://<vault-name>.vault.azure.net/keys', 'https://{vault-name}.vault.azure.net/keys'],
    ['https://{{vault}}.vault.azure.net/keys', 'https://{vault}.vault.azure.net/keys'],
    ['https:\\/\\/graph.microsoft.com\\/v1.0\\/me', undefined],
    [
      `https://management.azure.com/subscriptions/${id}/resourceGroups?api-version=2021-04-01`,
      'https://management.azure.com/subscriptions/{subscriptionId}/resourceGroups?api-version=2021-04-01',
    ],
    [
      `https://management.azure.com/subscriptions/${id}/resourceGroups/rg?api-version=2021-04-01`,
      `https://management.azure.com/subscriptions/${id}/resourceGroups/rg?api-version=2021-04-01`,
    ],
    [
      `https://portal.azure.com/#@contoso.com/resource/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v/overview`,
      `https://management.azure.com/subscriptions/${id}/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/v?api-version={api-version}`,
    ],
    [
      `https://portal.azure.cn/#resource/subscriptions/${id}/overview`,
      `https://management.chinacloudapi.cn/subscriptions/${id}?api-version=2021-04-01`,
    ],
  ])('%s is taken out of what is around it', (text, url) => expect(urlOf(text)).toBe(url));

  it('loses the secrets in it, and that is said', () => {
    const cases = [
      [
        'https://contoso.blob.core.windows.net/a?comp=list&sv=2022-11-02&se=2030&sp=r&sig=SECRET%3D',
        'https://contoso.blob.core.windows.net/a?comp=list',
        ['sas'],
      ],
      [
        'https://graph.microsoft.com/v1.0/me?access_token=SECRET',
        'https://graph.microsoft.com/v1.0/me',
        ['query-token'],
      ],
      [
        'https://contoso.azurewebsites.net/api/f?code=SECRET&x=1',
        'https://contoso.azurewebsites.net/api/f?x=1',
        ['query-token'],
      ],
      [
        'https://contoso.openai.azure.com/openai/models?api-key=SECRET',
        'https://contoso.openai.azure.com/openai/models',
        ['query-token'],
      ],
      [
        'https://zoe:SECRET@contoso.vault.azure.net/keys',
        'https://contoso.vault.azure.net/keys',
        ['credentials'],
      ],
      ['https://graph.microsoft.com/v1.0/me#access_token=SECRET', 'https://graph.microsoft.com/v1.0/me', []],
    ] as const;
    for (const [text, url, dropped] of cases) {
      const recognised = recognise(text, 'public');
      expect(recognised).toMatchObject({ request: { url }, dropped });
      expect(JSON.stringify(recognised)).not.toContain('SECRET');
    }
  });

  it('gets the header without which Storage refuses every token', () => {
    expect(recognise('https://contoso.blob.core.windows.net/?comp=list', 'public')).toMatchObject({
      request: { headers: [{ name: 'x-ms-version', value: '2021-12-02' }] },
    });
  });

  it('of nobody’s API is one’s own', () => {
    expect(recognise('https://orders.contoso.com/items?page=2', 'public')).toEqual({
      kind: 'own',
      host: 'orders.contoso.com',
      request: { method: 'GET', url: 'https://orders.contoso.com/items?page=2', headers: [] },
      dropped: [],
    });
    expect(recognise('http://localhost:8080/items', 'public')).toMatchObject({
      kind: 'own',
      request: { url: 'http://localhost:8080/items' },
    });
    expect(recognise('https://graph.microsoft.com.evil.example/v1.0/me', 'public').kind).toBe('own');
  });

  it('of an API that is gone says so', () => {
    for (const api of retiredApis) {
      const host = (api.hosts[0] ?? '').replace('*', 'contoso');
      expect(recognise(`https://${host}/x`, 'public')).toEqual({ kind: 'retired', api });
      expect(recognise(`${api.audiences[0] ?? ''}/.default`, 'public')).toEqual({ kind: 'retired', api });
    }
  });

  it('of the portal or of a token endpoint is no API', () => {
    expect(recognise('https://portal.azure.com/#home', 'public')).toEqual({
      kind: 'problem',
      problem: 'is-portal',
    });
    expect(recognise('https://login.microsoftonline.com/common/oauth2/v2.0/token', 'public')).toEqual({
      kind: 'problem',
      problem: 'is-token-endpoint',
    });
  });

  it('tells that a token is one', () => {
    expect(recognise('eyJhbGciOiJub25lIn0.eyJhIjoxfQ.x', 'public')).toEqual({
      kind: 'problem',
      problem: 'is-token',
    });
  });
});

describe('a pasted resource or scope', () => {
  it.each([
    ['https://vault.azure.net', 'key-vault in public'],
    ['https://vault.azure.net/.default', 'key-vault in public'],
    ['https://management.azure.com//.default', 'resource-manager in public'],
    ['https://management.core.windows.net/', 'resource-manager in public'],
    ['00000003-0000-0000-c000-000000000000', 'graph in public'],
    ['499b84ac-1321-427f-aa17-267ca6975798/.default', undefined],
    ['az account get-access-token --resource https://vault.azure.net', 'key-vault in public'],
    ['az account get-access-token --scope "https://storage.azure.com//.default"', 'storage in public'],
    [
      'https://login.microsoftonline.com/t/oauth2/v2.0/authorize?client_id=x&scope=https%3A%2F%2Fvault.azure.net%2F.default%20openid',
      'key-vault in public',
    ],
    [
      `curl https://login.microsoftonline.com/t/oauth2/v2.0/token -d 'client_secret=SECRET&scope=https://vault.azure.net/.default'`,
      'key-vault in public',
    ],
  ])('%s is %s', (text, what) => {
    const recognised = recognise(text, 'public');
    if (what !== undefined) expect(short(recognised)).toMatchObject({ what });
    expect(JSON.stringify(recognised)).not.toContain('SECRET');
  });

  it('that is one’s own is taken as it is', () => {
    expect(recognise('api://orders/Items.Read', 'public')).toEqual({
      kind: 'scopes',
      scopes: ['api://orders/Items.Read'],
      resource: 'api://orders',
    });
    expect(recognise(id, 'public')).toMatchObject({ kind: 'scopes', scopes: [`${id}/.default`] });
    expect(recognise('https://graph.microsoft.com/User.Read', 'public')).toMatchObject({
      kind: 'scopes',
      scopes: ['https://graph.microsoft.com/User.Read'],
      row: { id: 'graph' },
    });
  });
});

describe('a pasted command', () => {
  const graph = 'https://graph.microsoft.com/v1.0/users';
  it.each([
    [`curl ${graph}`, 'GET', undefined],
    [`$ curl -sSL -H 'Authorization: Bearer SECRET' ${graph}`, 'GET', undefined],
    [`curl -XPATCH '${graph}' -d '{"a":1}' -H 'Content-Type: application/json'`, 'PATCH', '{"a":1}'],
    [
      `curl --request POST --url ${graph} --header 'content-type: application/json' --data-raw '{"a":"it'\\''s"}'`,
      'POST',
      `{"a":"it's"}`,
    ],
    [`curl ${graph} --json '{"a":1}'`, 'POST', '{"a":1}'],
    [`curl -I ${graph}`, 'HEAD', undefined],
    [`curl ${graph} -d a=1 -d b=2`, 'POST', 'a=1&b=2'],
    [`curl ${graph} --data-urlencode 'a=x y'`, 'POST', 'a=x%20y'],
    [`curl ${graph} \\\n  -X PUT \\\n  --data-binary $'a\\nb' \\\n  --compressed -k`, 'PUT', 'a\nb'],
    [
      `curl ^"${graph}^" ^\r\n  -H ^"authorization: Bearer SECRET^" ^\r\n  --data-raw ^"^{^\\^"a^\\^":1^}^"`,
      'POST',
      '{"a":1}',
    ],
    [`curl.exe "${graph}" -H "Authorization: Bearer SECRET" -d "{\\"a\\":1}"`, 'POST', '{"a":1}'],
    [
      `Invoke-RestMethod -Method Post -Uri "${graph}" -Headers @{ Authorization = "Bearer SECRET"; 'x-note' = 'a' } -Body '{"a":1}'`,
      'POST',
      '{"a":1}',
    ],
    [`irm ${graph} -Headers @{Authorization="Bearer SECRET"}`, 'GET', undefined],
    [
      `POST ${graph} HTTP/1.1\nContent-Type: application/json\nAuthorization: Bearer SECRET\n\n{"a":1}`,
      'POST',
      '{"a":1}',
    ],
  ])('%s', (text, method, body) => {
    const recognised = recognise(text, 'public');
    expect(recognised).toMatchObject({
      kind: 'catalogue',
      row: { id: 'graph' },
      request: { method, url: graph },
    });
    expect('request' in recognised && recognised.request.body).toBe(body);
    const text2 = JSON.stringify(recognised);
    expect(text2).not.toContain('SECRET');
    expect('dropped' in recognised && recognised.dropped.includes('authorization')).toBe(
      text.includes('SECRET'),
    );
  });

  it('keeps the headers that matter, and says what it leaves out', () => {
    const text = `curl '${graph}' -H 'ConsistencyLevel: eventual' -H 'Cookie: SECRET' -H 'x-api-key: SECRET' -H 'sec-ch-ua: x' -u zoe:SECRET -F file=@x https://other.example`;
    expect(recognise(text, 'public')).toMatchObject({
      request: { method: 'POST', headers: [{ name: 'ConsistencyLevel', value: 'eventual' }] },
      dropped: ['other-urls', 'credentials', 'form', 'cookies', 'api-key', 'browser-headers'],
    });
    expect(recognise(`curl ${graph} -d @body.json -H @headers.txt`, 'public')).toMatchObject({
      dropped: ['header-file', 'body-file'],
    });
  });

  it('sends data as a query where curl does', () => {
    expect(urlOf(`curl -G ${graph} -d '$top=3' --data-urlencode "\\$filter=a eq 'b'"`)).toBe(
      `${graph}?$top=3&$filter=a%20eq%20'b'`,
    );
    expect(recognise(`curl -G ${graph} -d a=1`, 'public')).toMatchObject({ request: { method: 'GET' } });
  });

  it('says what curl says of a body', () => {
    expect(recognise(`curl ${graph} -d a=1`, 'public')).toMatchObject({
      request: { headers: [{ name: 'Content-Type', value: 'application/x-www-form-urlencoded' }] },
    });
    expect(recognise(`curl ${graph} --json {}`, 'public')).toMatchObject({
      request: { headers: [{ name: 'Content-Type', value: 'application/json' }, { name: 'Accept' }] },
    });
  });

  it('fills nothing in for variables of a shell', () => {
    expect(
      urlOf(
        'curl "https://${VAULT}.vault.azure.net/secrets/$SECRET_NAME?api-version=7.4" -H "Authorization: Bearer $TOKEN"',
      ),
    ).toBe('https://{VAULT}.vault.azure.net/secrets/{SECRET_NAME}?api-version=7.4');
  });

  it('without an address is none', () => {
    expect(recognise('curl --version', 'public')).toEqual({ kind: 'problem', problem: 'no-address' });
  });
});

describe('a pasted OpenAPI description', () => {
  const json = {
    servers: [{ url: 'https://orders.contoso.com/v1' }],
    components: {
      securitySchemes: {
        entra: {
          type: 'oauth2',
          flows: {
            authorizationCode: {
              scopes: { 'api://orders/Items.Read': 'Read', 'api://orders/Items.Write': 'Write', openid: '' },
            },
          },
        },
      },
    },
  };
  const wanted = {
    kind: 'scopes',
    scopes: ['api://orders/Items.Read', 'api://orders/Items.Write'],
    resource: 'api://orders',
  };
  it.each([
    ['in JSON', JSON.stringify(json)],
    [
      'a piece in JSON',
      '"scopes": { "api://orders/Items.Read": "Read", "api://orders/Items.Write": "Write" },',
    ],
    [
      'JSON that is cut off',
      JSON.stringify(json.components.securitySchemes.entra.flows, null, 2).slice(0, -3),
    ],
    [
      'in YAML',
      'flows:\n  authorizationCode:\n    tokenUrl: https://login.microsoftonline.com/t/oauth2/v2.0/token\n    scopes:\n      api://orders/Items.Read: Read items\n      "api://orders/Items.Write": \'Write: all\'\nsecurity: []\n',
    ],
    ['as a map on one line', 'scopes: { api://orders/Items.Read: Read, api://orders/Items.Write: Write }'],
    [
      'of what is required, in YAML',
      'paths:\n  /items:\n    get:\n      security:\n        - entra:\n            - api://orders/Items.Read\n            - "api://orders/Items.Write"\n      responses: {}\n',
    ],
    [
      'of what is required, in YAML on one line',
      'security:\n  - entra: [api://orders/Items.Read, "api://orders/Items.Write"]\ninfo:\n  title: Orders\n',
    ],
    [
      'of what is required',
      '{"security": [{"entra": ["api://orders/Items.Read", "api://orders/Items.Write"]}]}',
    ],
  ])('%s', (_what, text) => expect(recognise(text, 'public')).toMatchObject(wanted));

  it('says where the API is', () => {
    expect(recognise(JSON.stringify(json), 'public')).toMatchObject({ url: 'https://orders.contoso.com/v1' });
  });

  it('of two APIs is said to be so', () => {
    expect(recognise('scopes:\n  api://a/x: X\n  api://b/y: Y\n', 'public')).toEqual({
      kind: 'problem',
      problem: 'scopes-of-two-resources',
      resources: ['api://a', 'api://b'],
    });
  });

  it('whose scopes name no API is said to be so', () => {
    expect(recognise('scopes:\n  read: Read\n', 'public')).toEqual({
      kind: 'problem',
      problem: 'scopes-without-api',
    });
  });

  it('of an API in the catalogue has its row', () => {
    expect(recognise('scopes:\n  https://graph.microsoft.com/User.Read: Read\n', 'public')).toMatchObject({
      row: { id: 'graph' },
    });
  });
});

describe('words to search for', () => {
  it.each([
    'key vault',
    'Storage',
    'vault.azure.net',
    'graph',
    '',
    '  ',
    'curl',
    'what is azure.com?',
    'a.b',
    '1.2.3',
    'contoso.com',
  ])('%j', (text) => expect(recognise(text, 'public')).toEqual({ kind: 'nothing' }));
});

describe('bad input', () => {
  it('of 50 MB is refused by its length', () => {
    const text = `curl ${'x'.repeat(50_000_000)}`;
    expect(recognise(text, 'public')).toEqual({ kind: 'problem', problem: 'too-long' });
    expect(processorTime(() => recognise(text, 'public'))).toBeLessThan(100);
  });

  /** How it went, and that what came out can be saved. */
  function tried(text: string): number {
    const recognised = recognise(text, 'public');
    if ('request' in recognised) {
      expect(sampleRequestSchema.safeParse(recognised.request).success, text).toBe(true);
      expect(parseSampleUrl(recognised.request.url).ok, text).toBe(true);
    }
    return processorTime(() => recognise(text, 'public'));
  }

  const pieces = [
    'curl ',
    '-H ',
    '-d',
    '--data-raw ',
    "'",
    '"',
    '`',
    '^',
    '^"',
    '\\',
    '\n',
    '\r\n',
    ' ',
    '$',
    "$'",
    '${',
    '}',
    '{',
    '{{',
    '<',
    '>',
    '@',
    '@{',
    '|',
    ';',
    '&',
    '#',
    '?',
    '=',
    ':',
    '/',
    '%',
    '%%',
    '.',
    ',',
    'https://',
    'http://',
    'graph.microsoft.com',
    '.vault.azure.net',
    'management.azure.com/subscriptions/',
    id,
    'sig=',
    'code=',
    'scopes:',
    '"scopes":',
    'security',
    '  - ',
    'api://a/b',
    '.default',
    'Invoke-RestMethod ',
    '-Uri ',
    '-Body ',
    'POST ',
    ' HTTP/1.1',
    'Authorization: ',
    'eyJhbGci',
    '--resource ',
    'portal.azure.com/#',
    '/resource',
    '\u202E',
    '🔑',
    '\uD800',
    '\0',
    'é',
  ];
  const mutated = fc
    .array(
      fc.oneof(
        { weight: 8, arbitrary: fc.constantFrom(...pieces) },
        { weight: 1, arbitrary: fc.string({ maxLength: 20, unit: 'binary' }) },
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join(''));

  it('of 10,000 kinds neither throws nor takes long', () => {
    let longest = 0;
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: mutated }, fc.string({ maxLength: 300, unit: 'binary' })),
        (text) => {
          longest = Math.max(longest, tried(text));
        },
      ),
      { numRuns: 10_000 },
    );
    expect(longest, 'ms').toBeLessThan(100);
  });

  it.each(pieces)('that repeats %j as often as is taken does not take long', (piece) => {
    for (const start of [
      '',
      'curl ',
      'curl "',
      "curl '",
      'https://a.b/',
      'scopes: ',
      'Invoke-RestMethod @{',
      'Invoke-RestMethod -Uri "',
      'GET https://a.b/',
      '<https://',
      '{"scopes":',
    ]) {
      const text = start + piece.repeat(Math.floor((longestPaste - start.length) / piece.length));
      expect(tried(text), `ms for ${start}`).toBeLessThan(100);
    }
  });
});
