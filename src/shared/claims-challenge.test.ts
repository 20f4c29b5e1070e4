import { describe, expect, it } from 'vitest';
import {
  longestChallenge,
  parseClaimsChallenge,
  type ClaimsAsk,
  type ClaimsChallenge,
} from './claims-challenge';

const wanted = { access_token: { acrs: { essential: true, value: 'c1' } } };
const json = JSON.stringify(wanted);
const base64 = Buffer.from(json).toString('base64');
const base64url = Buffer.from(json).toString('base64url');
const parameters = `realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${base64}"`;

const token = `eyJhbGciOiJub25lIn0.${base64url}.c2ln`;

const right: readonly (readonly [string, string, string])[] = [
  ['a header', `WWW-Authenticate: Bearer ${parameters}`, 'header'],
  [
    'a header of lower case',
    `www-authenticate: bearer ${parameters.replace('claims=', 'CLAIMS = ')}`,
    'header',
  ],
  [
    'what curl shows, its request with the token too',
    `> GET /v1.0/me HTTP/2\n> authorization: Bearer ${token}\n< HTTP/2 401\n< www-authenticate: Bearer ${parameters}\n<\n{"error":1}`,
    'header',
  ],
  [
    'a whole response',
    `HTTP/1.1 401 Unauthorized\r\nDate: now\r\nWWW-Authenticate: Bearer ${parameters}\r\n\r\n<html>`,
    'header',
  ],
  [
    'the example of the documentation',
    `HTTP 401; Unauthorized\n\nwww-authenticate =Bearer ${parameters}`,
    'header',
  ],
  ['PowerShell', `WWW-Authenticate  : {Bearer ${parameters}}`, 'header'],
  [
    'a line of JSON',
    `  "www-authenticate": ${JSON.stringify(`Bearer ${parameters}`)},\n  "date": "now"`,
    'header',
  ],
  ['the scheme and its parameters', `Bearer ${parameters}`, 'header'],
  ['its parameters', parameters, 'header'],
  [
    'parameters broken into lines',
    `Bearer ${parameters.replace(/, /g, ',\r\n  ').replace(/.{50}/g, '$&\n')}`,
    'header',
  ],
  [
    'several challenges',
    `WWW-Authenticate: Negotiate, Basic realm="a, claims=x", Bearer ${parameters}`,
    'header',
  ],
  ['a token68 before it', `WWW-Authenticate: Negotiate YII=, Bearer ${parameters}`, 'header'],
  ['several headers', `WWW-Authenticate: Negotiate\r\nWWW-Authenticate: PoP ${parameters}`, 'header'],
  [
    'the second of two Bearer challenges',
    `WWW-Authenticate: Bearer realm="a", Bearer ${parameters}`,
    'header',
  ],
  ['another address with claims before it', `Bearer a="https://x?claims=y", ${parameters}`, 'header'],
  [
    'escaped JSON',
    `Bearer error="insufficient_claims", claims="${json.replace(/["\\]/g, '\\$&')}"`,
    'header',
  ],
  ['JSON that nobody escaped', `Bearer error="insufficient_claims", claims="${json}"`, 'header'],
  ['a query', `https://login.example/authorize?a=b&claims=${encodeURIComponent(json)}&c=d`, 'query'],
  ['a query with base64', `https://login.example/?claims=${encodeURIComponent(base64)}`, 'query'],
  ['a parameter of a query', `claims=${encodeURIComponent(json).replace('%3A', '%3A+')}`, 'query'],
  ['several parameters of a query', `a=b&claims=${encodeURIComponent(json)}`, 'query'],
  ['JSON', json, 'json'],
  ['JSON over several lines', JSON.stringify(wanted, undefined, 2), 'json'],
  ['a refusal of Entra', JSON.stringify({ error: 'interaction_required', claims: json }), 'json'],
  ['base64', base64, 'base64'],
  ['base64 in quotes', `"${base64}"`, 'base64'],
  ['base64url', base64url, 'base64'],
  [
    'base64 without padding, broken into lines',
    base64.replace(/=+$/, '').replace(/.{20}/g, '$&\r\n  '),
    'base64',
  ],
];

const wrong: readonly (readonly [string, string, string])[] = [
  ['nothing', ' \n ', 'claims-missing'],
  ['quotes', '""', 'claims-missing'],
  ['far too much', 'a'.repeat(longestChallenge + 1), 'claims-too-long'],
  ['a refused token', 'WWW-Authenticate: Bearer error="invalid_token"', 'claims-token-refused'],
  [
    'a missing scope',
    'WWW-Authenticate: Bearer error="insufficient_scope", scope="a"',
    'claims-scope-missing',
  ],
  ['a header without claims', 'WWW-Authenticate: Bearer realm=""', 'claims-not-in-header'],
  ['empty claims', 'WWW-Authenticate: Bearer error="insufficient_claims", claims=""', 'claims-not-in-header'],
  ['a response without the header', 'HTTP/1.1 200 OK\nDate: now', 'claims-not-in-header'],
  ['another scheme', 'WWW-Authenticate: Basic realm="x"', 'claims-other-scheme'],
  ['the name of another scheme', 'Negotiate', 'claims-other-scheme'],
  [
    'claims of another scheme',
    `WWW-Authenticate: Basic realm="x", claims="${base64}"`,
    'claims-other-scheme',
  ],
  [
    'claims in the quotes of something else',
    `WWW-Authenticate: Bearer realm="x, claims=${base64}"`,
    'claims-not-in-header',
  ],
  ['a word', 'insufficient', 'claims-not-json'],
  ['a setting', 'colour=blue', 'claims-not-json'],
  ['broken JSON', '{"access_token":', 'claims-not-json'],
  ['a broken query', 'claims=%E0%A4%A', 'claims-not-json'],
  ['broken claims', 'WWW-Authenticate: Bearer claims="????"', 'claims-not-json'],
  ['JSON that asks for nothing', '{"access_token":{}}', 'claims-not-claims'],
  ['other JSON', '{"error":"insufficient_claims"}', 'claims-not-claims'],
  ['a list for an object', '{"access_token":["acrs"]}', 'claims-not-claims'],
  ['a list', '[]', 'claims-not-json'],
  ['base64 of something else', Buffer.from('hello').toString('base64'), 'claims-not-json'],
  ['base64 with padding in its middle', `${base64url}==${base64url}`, 'claims-not-json'],
  ['a token', token, 'claims-is-a-token'],
  ['a token in quotes', `"${token}"`, 'claims-is-a-token'],
  ['a token broken into lines', token.replace(/.{16}/g, '$&\n'), 'claims-is-a-token'],
  ['an encrypted token', 'eyJhbGciOiJkaXIifQ..aXY.dGV4dA.dGFn', 'claims-is-a-token'],
  ['a header with a token', `Authorization: Bearer ${token}`, 'claims-is-a-token'],
  ['a request', `> GET / HTTP/2\n> authorization: Bearer ${token}`, 'claims-is-a-token'],
  [
    'the answer with a token',
    JSON.stringify({ token_type: 'Bearer', access_token: token }),
    'claims-is-a-token',
  ],
];

const nested = (depth: number): string =>
  `{"access_token":{"a":${'['.repeat(depth - 2)}${']'.repeat(depth - 2)}}}`;

const asked = (claims: unknown): readonly ClaimsAsk[] => {
  const read = parseClaimsChallenge(JSON.stringify(claims));
  return read.ok ? read.asks : [];
};

/** The same sequence each time: xorshift. */
function sequence(start: number): (below: number) => number {
  let seed = start;
  return (below) => {
    seed ^= seed << 13;
    seed ^= seed >>> 17;
    seed ^= seed << 5;
    return (seed >>> 0) % below;
  };
}

function expectGood(read: ClaimsChallenge): void {
  if (!read.ok) return;
  const names = Object.keys(JSON.parse(read.claims) as object);
  expect(names.length).toBeGreaterThan(0);
  expect(['access_token', 'id_token', 'userinfo']).toEqual(expect.arrayContaining(names));
  expect(read.asks.length).toBeGreaterThan(0);
  // What main reads of what the page sends is what the page has shown.
  const again = parseClaimsChallenge(read.claims);
  expect(again.ok && [again.claims, again.asks]).toEqual([read.claims, read.asks]);
}

describe('a claims challenge', () => {
  it.each(right)('is read from %s', (_name, text, source) => {
    expect(parseClaimsChallenge(text)).toMatchObject({
      ok: true,
      claims: json,
      asks: [{ kind: 'context', values: ['c1'] }],
      source,
    });
  });

  it.each(wrong)('is not found in %s', (_name, text, problem) => {
    expect(parseClaimsChallenge(text)).toEqual({ ok: false, problem });
  });

  it('keeps the error of its header', () => {
    expect(parseClaimsChallenge(`Bearer ${parameters}`)).toHaveProperty('error', 'insufficient_claims');
    expect(parseClaimsChallenge(json)).not.toHaveProperty('error');
  });

  it('is told by what it asks for, each thing once', () => {
    const claims = {
      id_token: { amr: { essential: true, values: ['mfa'] }, deviceid: { essential: true }, polids: null },
      access_token: {
        nbf: { essential: true, value: '1700000000' },
        xms_rp_ipaddr: { value: '203.0.113.7' },
        capolids: { values: ['p1'] },
        xms_cc: { values: ['cp1'] },
        something: null,
      },
    };
    expect(asked(claims)).toEqual([
      { kind: 'newer-than', time: 1_700_000_000_000 },
      { kind: 'address', values: ['203.0.113.7'] },
      { kind: 'policy' },
      { kind: 'capability' },
      { kind: 'other', name: 'something' },
      { kind: 'second-factor' },
      { kind: 'device' },
    ]);
  });

  it.each(['1e300', '', '-1', '99999999999999', 'soon'])('has no date of the time %j', (value) => {
    expect(asked({ access_token: { nbf: { value } } })).toEqual([{ kind: 'other', name: 'nbf' }]);
  });

  it.each(['acrs', 'xms_rp_ipaddr', 'nbf'])('names %s that says no value', (name) => {
    expect(asked({ access_token: { [name]: { essential: true } } })).toEqual([{ kind: 'other', name }]);
  });

  it('shows a stranger’s text short and in one direction', () => {
    expect(asked({ access_token: { [`a\u202Eb\n${'x'.repeat(1000)}`]: null } })).toEqual([
      { kind: 'other', name: `a b ${'x'.repeat(60)}` },
    ]);
  });

  it('hands on nothing but a claims request', () => {
    const read = parseClaimsChallenge(JSON.stringify({ ...wanted, client_secret: 'x', access_token2: {} }));
    expect(read.ok && read.claims).toBe(json);
  });

  it('may be twenty deep and ask for fifty things', () => {
    expect(parseClaimsChallenge(nested(20))).toHaveProperty('ok', true);
    expect(parseClaimsChallenge(nested(21))).toEqual({ ok: false, problem: 'claims-not-json' });
    expect(parseClaimsChallenge(nested(30_000))).toEqual({ ok: false, problem: 'claims-not-json' });
    const many = (count: number): string =>
      JSON.stringify({
        access_token: Object.fromEntries(Array.from({ length: count }, (_, n) => [`a${n}`, null])),
      });
    expect(parseClaimsChallenge(many(50))).toHaveProperty('ok', true);
    expect(parseClaimsChallenge(many(51))).toEqual({ ok: false, problem: 'claims-too-long' });
  });

  // Each character is looked at a fixed number of times. An expression that tries again takes many seconds for these.
  it.each([
    '=',
    '\n',
    ' ',
    '"',
    '\\',
    ',',
    '{',
    '%',
    'a=',
    'a ',
    '-eyJ',
    'eyJa.',
    'claims=',
    'Bearer ',
    '< ',
    '\n\t',
    "'",
  ])('is not found in a text full of %j, however it begins', (piece) => {
    const full = piece.repeat(Math.floor((longestChallenge - 40) / piece.length));
    for (const start of ['', 'a', 'Bearer a="', 'WWW-Authenticate: Bearer ', '{"access_token":', 'claims=']) {
      expect(parseClaimsChallenge(`${start}${full}b`)).toHaveProperty('ok', false);
    }
  });

  it('can be anything without an error, and what is good is a claims request', () => {
    const next = sequence(20261127);
    const pieces = [
      ...[
        'claims=',
        'error=',
        'WWW-Authenticate: ',
        '< ',
        'Bearer ',
        'Basic ',
        'eyJ',
        '{"access_token":',
        '?claims=',
      ],
      ...[
        '"',
        "'",
        '\\',
        ',',
        ' ',
        '{',
        '}',
        '[',
        ':',
        '%',
        '=',
        '&',
        'é',
        '\u{1F511}',
        '\uD800',
        '\n',
        '\0',
        '.',
      ],
      ...[base64, base64url, json, encodeURIComponent(json), parameters],
    ];
    let good = 0;
    for (let round = 0; round < 5000; round += 1) {
      const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)] ?? '').join('');
      const read = parseClaimsChallenge(text);
      if (read.ok) good += 1;
      expectGood(read);
    }
    expect(good).toBeGreaterThan(100);
  });

  it('is found again however it is written', () => {
    const next = sequence(404);
    const names = ['acrs', 'nbf', 'capolids', 'xms_rp_ipaddr', 'own"claim', 'ü,=\\'];
    for (let round = 0; round < 500; round += 1) {
      const claim = [names[next(names.length)] ?? '', { value: `v${next(1000)} "é",\\` }] as const;
      const claims = JSON.stringify({ access_token: Object.fromEntries([claim]) });
      const encoded = Buffer.from(claims).toString(next(2) === 0 ? 'base64' : 'base64url');
      const forms = [
        `WWW-Authenticate: Basic realm="a, \\"b", Bearer error="e", claims="${encoded}"`,
        `Bearer error="e",claims=${encoded}`,
        `Bearer error="e", claims="${claims.replace(/["\\]/g, '\\$&')}"`,
        `?claims=${encodeURIComponent(claims)}`,
        encoded,
        claims,
      ];
      for (const form of forms) expect(parseClaimsChallenge(form)).toHaveProperty('claims', claims);
    }
  });

  it('stays without error when characters are lost, changed or doubled', () => {
    const next = sequence(77);
    for (const [, text] of right) {
      for (let round = 0; round < 60; round += 1) {
        const at = next(text.length);
        const changed = ['', '"', '\\', text.slice(at, at + 9).repeat(2)][next(4)] ?? '';
        expectGood(parseClaimsChallenge(text.slice(0, at) + changed + text.slice(at + next(3))));
      }
    }
  });
});
