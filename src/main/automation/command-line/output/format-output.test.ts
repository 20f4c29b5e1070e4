import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Json, OutputFormat } from './answer';
import { formatOutput } from './format-output';

/** What az itself writes with: knack, tabulate and PyYAML, of Debian's azure-cli. */
const reference = `
import sys, json, collections
from types import SimpleNamespace
from knack import output
import jmespath
for line in sys.stdin:
    value, format, query = json.loads(line)
    if query is not None:
        value = jmespath.compile(query).search(value, jmespath.Options(collections.OrderedDict))
    if value is None:
        print(json.dumps(''))
        continue
    result = SimpleNamespace(result=value, table_transformer=None, is_query_active=query is not None)
    try:
        print(json.dumps(output.OutputProducer._FORMAT_DICT[format](result)))
    except Exception as error:
        print(json.dumps({'error': str(error)}))
`;

type Case = readonly [Json, OutputFormat, string | null];

const python = '/usr/bin/python3';
let hasKnack = true;
beforeAll(() => {
  try {
    execFileSync(python, ['-c', 'import knack, jmespath, tabulate, yaml'], { stdio: 'ignore' });
  } catch {
    hasKnack = false;
  }
});

const asAz = (cases: readonly Case[]): readonly unknown[] =>
  execFileSync(python, ['-c', reference], {
    input: cases.map((each) => `${JSON.stringify(each)}\n`).join(''),
  })
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

const ours = ([value, format, query]: Case): string =>
  formatOutput({ value }, { format, query: query ?? undefined, isTerminal: false });

const token: Json = {
  tokenType: 'Bearer',
  accessToken: `ey${'x'.repeat(1500)}.y-_z`,
  expires_on: 1_764_300_000,
  expiresOn: '2026-11-28 09:05:00.000000',
  tenant: '12345678-90ab-cdef-1234-567890abcdef',
  subscription: '00000000-0000-0000-0000-000000000001',
};

const accounts: Json = [
  {
    id: '1',
    name: 'Pay as you go',
    isDefault: true,
    user: { name: 'zoe@contoso.com', type: 'user' },
    tenantId: 'a',
  },
  {
    id: '2',
    name: 'Ünïcödé – yes',
    isDefault: false,
    user: { name: 'x', type: 'user' },
    tenantId: 'b',
    state: null,
  },
];

const formats = ['json', 'yaml', 'table', 'tsv', 'none'] as const;
const queries = [
  null,
  'accessToken',
  '[accessToken, tenant]',
  '{token: accessToken, when: expiresOn}',
  'expires_on',
  'missing',
  '@',
  'keys(@)',
  'length(tenant)',
  '[?isDefault].name',
  '[].{Name: name, Id: id}',
  '[].user.name',
  '[0]',
  '[0].isDefault',
  'sort_by([], &name)[].id',
  "[?contains(name, 'Pay')] | [0].user",
];

describe('an answer', () => {
  const cases: readonly Case[] = [token, accounts].flatMap((value) =>
    formats.flatMap((format) => queries.map((query): Case => [value, format, query])),
  );

  it('is written as az writes it, in every format, with every query', ({ skip }) => {
    if (!hasKnack) skip('azure-cli not found');
    const working = cases.filter((each) => {
      try {
        ours(each);
        return true;
      } catch {
        return false;
      }
    });
    expect(working.length).toBeGreaterThan(80);
    expect(working.map(ours)).toEqual(asAz(working));
  });

  it('is written as az writes it, whatever texts are in it', ({ skip }) => {
    if (!hasKnack) skip('azure-cli not found');
    const text = fc
      .oneof(
        fc.string({ unit: fc.constantFrom(...Array.from('aZ09-_:.# \'"{}[],&*!|>%@`?=~+/\\')) }),
        fc.constantFrom(
          'yes',
          'no',
          'on',
          'null',
          '~',
          '1',
          '1.5',
          '0x1f',
          '1_000',
          '2026-01-01',
          '12:30',
          '-',
          '=',
          ' a',
          'a ',
          'é',
          '',
        ),
      )
      // Quoted here and not there; it is a text both times. To Python `09` is no octal number, `0:30` no time and `+.9` no
      // fraction; to many others they are.
      .filter((each) => !/^[+-]?(?:\.[\d_]*|0[\d_]*[89][\d_]*|0[\d_]*(?::[\d_]+)+)$/.test(each));
    const item = fc.record({ a: text, b: fc.integer(), c: fc.boolean(), d: text });
    const values = fc.sample(fc.array(item, { minLength: 1, maxLength: 4 }), 200);
    const random = values.flatMap((value) =>
      (['json', 'yaml', 'tsv'] as const).map((format): Case => [value, format, null]),
    );
    expect(random.map(ours)).toEqual(asAz(random));
  });

  it('has no colours in a pipe', () => {
    const wish = { query: undefined, isTerminal: false };
    expect(formatOutput({ value: token }, { ...wish, format: 'jsonc' })).toBe(
      formatOutput({ value: token }, { ...wish, format: 'json' }),
    );
    expect(formatOutput({ value: token }, { ...wish, format: 'jsonc', isTerminal: true })).toContain(
      '\u001b[',
    );
  });
});
