import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { presetSchema } from '../../shared/preset';
import { presetFileLimits } from '../../shared/preset-file-limits';
import { processorTime } from '../../shared/test-support/processor-time';
import { presetFromFile } from './preset-conversion';
import { readImportBytes, readImportText, type ReadImport } from './read-import';

const preset = (change: object = {}): object => ({
  id: 'orders',
  name: 'Orders',
  targets: {
    public: { resource: 'api://orders', requests: [{ url: 'https://orders.contoso.com/items' }] },
  },
  ...change,
});
const file = (change: object = {}): object => ({
  format: 'token-tray-presets',
  version: 1,
  presets: [preset()],
  ...change,
});
const target = (change: object): object => preset({ targets: { public: change } });
const written = (value: unknown): string => JSON.stringify(value, undefined, 2);

/** `line:column path reason` */
function wrong(text: string | Uint8Array): string {
  const result = typeof text === 'string' ? readImportText(text) : readImportBytes(text);
  if (result.kind !== 'wrong') throw new Error(`it is ${result.kind}`);
  const { place, reason } = result.problem;
  return place === undefined ? reason : `${place.line}:${place.column} ${place.path} ${reason}`;
}

describe('a file with presets', () => {
  it('is read, also with a byte order mark', () => {
    for (const text of [written(file()), `\uFEFF${written(file({ name: 'Contoso APIs' }))}`]) {
      expect(readImportText(text)).toMatchObject({ kind: 'presets', file: { presets: [{ id: 'orders' }] } });
      expect(readImportBytes(new TextEncoder().encode(text)).kind).toBe('presets');
    }
  });

  it('may have as many presets as a file can have, and no more', () => {
    const many = (count: number): string =>
      JSON.stringify(file({ presets: Array.from({ length: count }, (_, n) => preset({ id: `p-${n}` })) }));
    expect(readImportText(many(presetFileLimits.presets)).kind).toBe('presets');
    expect(wrong(many(presetFileLimits.presets + 1))).toContain('presets There are more than 1000 presets');
  });

  it.each([
    [
      'a newer version',
      file({ version: 2, more: true }),
      '3:14 version This was made by a newer Token Tray.',
    ],
    ['an unknown member', file({ more: true }), '20:3 more This version of Token Tray knows no “more” here.'],
    [
      'an unknown member of a preset',
      file({ presets: [preset({ hotkey: 'F9' })] }),
      'presets[0].hotkey This version of Token Tray knows no “hotkey” here.',
    ],
    [
      'an id that is there twice',
      file({ presets: [preset(), preset({ name: 'Others' })] }),
      'presets[1].id There is another preset with the id “orders”.',
    ],
    [
      'an address of a script',
      file({ presets: [target({ resource: 'api://x', requests: [{ url: 'javascript:alert(1)' }] })] }),
      'presets[0].targets.public.requests[0].url Enter a whole address that starts with https://.',
    ],
    [
      'an address that anybody can listen to',
      file({ presets: [target({ resource: 'api://x', requests: [{ url: 'http://x.example' }] })] }),
      'requests[0].url Plain http would send your token readable over the network.',
    ],
    [
      'an Authorization header',
      file({
        presets: [
          target({
            resource: 'api://x',
            requests: [{ url: 'https://x.example', headers: [{ name: 'authorization', value: 'Bearer x' }] }],
          }),
        ],
      }),
      'headers[0].name Token Tray adds the Authorization header itself; take it out.',
    ],
    [
      'a key in a header',
      file({
        presets: [
          target({
            resource: 'api://x',
            requests: [{ url: 'https://x.example', headers: [{ name: 'x-api-key', value: 'hunter2' }] }],
          }),
        ],
      }),
      'headers[0].name No secret may stand in a file that others read; take “x-api-key” out',
    ],
    [
      'a header of two lines',
      file({
        presets: [
          target({
            resource: 'api://x',
            requests: [{ url: 'https://x.example', headers: [{ name: 'x', value: 'a\nb' }] }],
          }),
        ],
      }),
      'headers[0].value It has to be the name of an HTTP header with a text of one line.',
    ],
    [
      'nothing that a token is for',
      file({ presets: [target({})] }),
      'targets.public.resource “resource” is missing',
    ],
    [
      'two ways to say what a token is for',
      file({ presets: [target({ resource: 'api://x', scopes: ['api://x/a'] })] }),
      'targets.public.scopes “resource” and “scopes” say the same in two ways',
    ],
    [
      'a resource whose scope would be too long',
      file({ presets: [target({ resource: `api://${'x'.repeat(1018)}` })] }),
      'targets.public.resource That is too long.',
    ],
    ['no cloud', file({ presets: [preset({ targets: {} })] }), 'targets This names no cloud'],
    [
      'a wrong cloud',
      file({ presets: [preset({ targets: { Public: {} } })] }),
      'It has to be the id of a cloud',
    ],
    [
      'a wrong tenant',
      file({ presets: [preset({ tenant: 'contoso' })] }),
      'presets[0].tenant It has to be the ID',
    ],
    [
      'a wrong id',
      file({ presets: [preset({ id: '../x' })] }),
      'presets[0].id It has to be a text of at most 64',
    ],
    ['no version', { format: 'token-tray-presets', presets: [] }, '“version” is missing; it has to be 1.'],
    ['no format', { version: 1, presets: [] }, '“format” is missing; it has to be “token-tray-presets”.'],
    ['another format', file({ format: 'x' }), '2:13 format It has to be “token-tray-presets”.'],
  ])('is refused for %s', (_what, value, reason) => {
    expect(wrong(written(value))).toContain(reason);
  });

  it('is refused for a name that reaches the prototype, wherever it is', () => {
    const text = written(file({ presets: [preset()] })).replace('"name": "Orders"', '"__proto__": {"x": 1}');
    expect(wrong(text)).toContain('This version of Token Tray knows no “__proto__” here.');
    expect(wrong(written(file()).replace('"public"', '"__proto__"'))).toContain('no “__proto__” here');
  });
});

describe('what is no import', () => {
  it.each([
    ['an empty text', ' \n', 'There is nothing in it.'],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'This is a web page, not presets.'],
    ['XML', '<?xml version="1.0"?><presets/>', 'This is XML. Presets are JSON.'],
    ['a letter', 'Dear all,\nplease find attached', 'This is neither JSON nor a .http file'],
    ['other JSON', '{"name":"package","version":"1.0.0"}', 'This is JSON, but neither presets of Token Tray'],
    ['a list', '[1, 2]', 'This is JSON, but neither presets of Token Tray'],
    ['broken JSON', '{\n  "format": "token-tray-presets",\n}', '3:1  The name of a member, in double quotes'],
    ['a name that is there twice', '{"presets": [], "presets": []}', '1:17  “presets” is here twice.'],
  ])('%s is refused', (_what, text, reason) => {
    expect(wrong(text)).toContain(reason);
  });

  it.each([
    ['a ZIP archive', [0x50, 0x4b, 3, 4, 20, 0], 'This is a ZIP file, not text.'],
    ['a compressed file', [0x1f, 0x8b, 8, 0], 'This is a gzip file, not text.'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47], 'This is a PNG file, not text.'],
    ['anything with zeros', [0x7b, 0, 0x7d, 0], 'This is not text.'],
    ['UTF-16', [0xff, 0xfe, 0x7b, 0], 'The file is saved as UTF-16; save it as UTF-8.'],
    [
      'what is no UTF-8',
      [0x7b, 0xff, 0x7d],
      '1:2  Here is something that is no UTF-8; save the file as UTF-8.',
    ],
  ])('%s is refused', (_what, bytes, reason) => {
    expect(wrong(new Uint8Array(bytes))).toBe(reason);
  });

  it('is refused by its size before anything is made of it', () => {
    for (const large of [new Uint8Array(50 * 1024 * 1024), ' '.repeat(50 * 1024 * 1024)]) {
      expect(wrong(large)).toBe('The file is larger than 5 MB.');
      expect(processorTime(() => wrong(large))).toBeLessThan(100);
    }
  });

  it.each(['[', '{"a":', '{"presets":['])('nested without end, %s, does not take the stack', (part) => {
    const text = part.repeat(200_000);
    expect(wrong(text)).toContain('This is nested too deeply.');
    expect(processorTime(() => wrong(text))).toBeLessThan(100);
  });

  it('is not a million values', () => {
    expect(wrong(`{"presets":[${'1,'.repeat(2_000_000)}1]}`)).toContain(
      'There is more in here than anybody needs',
    );
  });
});

/** What a mutation puts into a text. */
const pieces = [
  '"',
  '\\',
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '\n',
  '\0',
  '\u2028',
  '\uFEFF',
  '\uD800',
  '/*',
  '//',
  '-1e999',
  'null',
  'true',
  '"__proto__"',
  '"constructor"',
  'javascript:',
  'http://',
  '{{',
  '}}',
  '{{a}}',
  '%',
  '<',
  '###',
  '@a=',
];

const seeds: readonly string[] = [
  written(
    file({ name: 'Contoso', presets: [preset(), preset({ id: 'b', tenant: 'contoso.com', tags: ['x'] })] }),
  ),
  written({
    name: 'dev',
    values: [
      { key: 'url', value: 'https://{{host}}/x', enabled: true },
      { key: 'host', value: 'a.vault.azure.net' },
    ],
    _postman_variable_scope: 'environment',
  }),
  written({
    info: { name: 'Collection' },
    item: [
      {
        name: 'f',
        item: [
          {
            name: 'r',
            request: {
              method: 'GET',
              url: { raw: 'https://{{a}}/:id' },
              header: [{ key: 'a', value: '{{b}}' }],
            },
          },
        ],
      },
    ],
    variable: [
      { key: 'a', value: '{{b}}' },
      { key: 'b', value: '{{a}}' },
    ],
  }),
  written({
    'rest-client.environmentVariables': {
      $shared: { a: 'https://x.example' },
      dev: { b: '{{$shared a}}/b' },
    },
  }),
  '@host = https://graph.microsoft.com\n###\n# @name me\nGET {{host}}/v1.0/me HTTP/1.1\nAccept: a\n\n{"a":1}\n### two\nPOST https://x.example\n  ?a=b\n',
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.integer({ min: 0, max: 40 }),
  put: fc.oneof(
    fc.constantFrom(...pieces),
    fc.string({ maxLength: 8 }),
    fc.constantFrom(...pieces).map((piece) => piece.repeat(500)),
  ),
});

const mutated = fc
  .tuple(fc.constantFrom(...seeds), fc.array(mutation, { maxLength: 12 }))
  .map(([seed, mutations]) =>
    mutations.reduce((text, { at, cut, put }) => {
      const place = Math.floor(at * text.length);
      return text.slice(0, place) + put + text.slice(place + cut);
    }, seed),
  );

const anyImport = fc.oneof(
  { weight: 6, arbitrary: mutated },
  { weight: 2, arbitrary: fc.json({ maxDepth: 6 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3000 }) },
);

function expectSound(result: ReadImport): void {
  if (result.kind === 'wrong') {
    expect(result.problem.reason).not.toBe('');
  } else if (result.kind === 'presets') {
    for (const each of result.file.presets)
      expect(presetSchema.safeParse(presetFromFile(each.id, each)).success).toBe(true);
  } else {
    for (const { name } of [...result.found.requests, ...result.found.unused])
      expect(name.length).toBeLessThanOrEqual(200);
  }
}

describe('ten thousand imports that nobody meant', () => {
  it('none crashes, none takes longer than 100 ms', { timeout: 120_000 }, () => {
    let slowest = 0;
    fc.assert(
      fc.property(anyImport, (text) => {
        expectSound(readImportText(text));
        slowest = Math.max(
          slowest,
          processorTime(() => readImportText(text)),
        );
      }),
      { numRuns: 9000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
        expectSound(readImportBytes(bytes));
        slowest = Math.max(
          slowest,
          processorTime(() => readImportBytes(bytes)),
        );
      }),
      { numRuns: 1000 },
    );
    expect(slowest).toBeLessThan(100);
  });

  it.each([
    ['a body of one endless word', `POST https://x.example\n\n${'a'.repeat(1_000_000)}`],
    ['a body of half tokens', `POST https://x.example\n\n${'eyJaaaaaaa'.repeat(100_000)}`],
    ['a body of quotes', `POST https://x.example\n\n${'"password'.repeat(100_000)}`],
    ['an address of question marks', `GET https://x.example/${'?a'.repeat(4000)}`],
    ['a line of spaces', `GET https://x.example${' '.repeat(1_000_000)}x`],
    [
      'variables that double each other',
      Array.from({ length: 60 }, (_, n) => `@v${n} = {{v${n + 1}}}{{v${n + 1}}}`).join('\n'),
    ],
    [
      'many variables',
      Array.from({ length: 5000 }, (_, n) => `@v${n} = https://v${n}.example/{{v${(n + 1) % 5000}}}`).join(
        '\n',
      ),
    ],
  ])('%s is no trap', (_what, text) => {
    expectSound(readImportText(text));
    expect(processorTime(() => readImportText(text))).toBeLessThan(300);
  });
});
