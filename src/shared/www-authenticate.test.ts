import { describe, expect, it } from 'vitest';
import { findHeaders, parseChallenges } from './www-authenticate';

const read = (value: string): unknown =>
  parseChallenges(value).map(({ scheme, parameters }) => [scheme, Object.fromEntries(parameters)]);

const challenges: readonly (readonly [string, string, unknown])[] = [
  ['nothing', ' , ;', []],
  ['a scheme alone', 'Negotiate', [['negotiate', {}]]],
  ['names in any case', 'BEARER Realm="A"', [['bearer', { realm: 'A' }]]],
  ['a comma and an equals sign in quotes', 'Bearer realm="a, b=c"', [['bearer', { realm: 'a, b=c' }]]],
  ['escaped quotes', String.raw`Bearer realm="a \"b\" \\c"`, [['bearer', { realm: String.raw`a "b" \c` }]]],
  [
    'a token without quotes',
    'Bearer error=invalid_token, a=b',
    [['bearer', { error: 'invalid_token', a: 'b' }]],
  ],
  ['space about the equals sign', 'Bearer realm = "a" , b= c', [['bearer', { realm: 'a', b: 'c' }]]],
  [
    'a token68',
    'Negotiate YII+/=, Bearer a="b"',
    [
      ['negotiate', {}],
      ['bearer', { a: 'b' }],
    ],
  ],
  [
    'many',
    'Basic realm="x", Bearer a="1", b="2", PoP c="3"',
    [
      ['basic', { realm: 'x' }],
      ['bearer', { a: '1', b: '2' }],
      ['pop', { c: '3' }],
    ],
  ],
  ['the first of two with one name', 'Bearer a="1", A="2"', [['bearer', { a: '1' }]]],
  ['parameters alone', 'a="1", b="2"', [['', { a: '1', b: '2' }]]],
  ['quotes that do not end', 'Bearer a="1, b', [['bearer', { a: '1, b' }]]],
  [
    'JSON that nobody escaped',
    'Bearer claims="{"a":{"b":"}"}}", c="d"',
    [['bearer', { claims: '{"a":{"b":"}"}}', c: 'd' }]],
  ],
  [
    'names of an object',
    'Bearer __proto__="a", constructor="b"',
    [
      [
        'bearer',
        Object.fromEntries([
          ['__proto__', 'a'],
          ['constructor', 'b'],
        ]),
      ],
    ],
  ],
];

const headers: readonly (readonly [string, string, readonly string[]])[] = [
  ['no header', 'Content-Type: text/html\nBearer a="b"', []],
  ['one', 'HTTP/1.1 401\r\nWWW-Authenticate: Bearer\r\nDate: now', [' Bearer']],
  ['two', 'WWW-Authenticate: Negotiate\nwww-authenticate: Bearer', [' Negotiate', ' Bearer']],
  ['what curl shows', '< www-authenticate: Bearer a="b"\n< date: now', [' Bearer a="b"']],
  ['the form of the documentation', 'www-authenticate =Bearer', ['Bearer']],
  ['a folded one', 'WWW-Authenticate: Bearer\n a="b"\nDate: now', [' Bearer\n a="b"']],
  ['one broken inside quotes', 'WWW-Authenticate: Bearer a="b\nc"\nDate: now', [' Bearer a="b\nc"']],
  [
    'one broken after a comma',
    'WWW-Authenticate: Bearer a="b",\nc="d"\nDate: now',
    [' Bearer a="b",\nc="d"'],
  ],
  ['a name in a line of its own', 'www-authenticate:\nBearer a="b"\ndate:\nnow', ['\nBearer a="b"']],
  ['a line of JSON', '  "www-authenticate": "Bearer",\n"www-authenticate": "PoP"', ['Bearer",', 'PoP"']],
];

describe('challenges', () => {
  it.each(challenges)('are read from %s', (_name, value, expected) => {
    expect(read(value)).toEqual(expected);
  });
});

describe('headers', () => {
  it.each(headers)('are found: %s', (_name, text, expected) => {
    expect(findHeaders(text)).toEqual(expected);
  });
});
