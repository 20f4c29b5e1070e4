import { describe, expect, it } from 'vitest';
import { longestChallenge, parseClaimsChallenge } from './claims-challenge';

const wanted = { access_token: { acrs: { essential: true, value: 'c1' } } };
const json = JSON.stringify(wanted);
const base64 = Buffer.from(json).toString('base64');
const base64url = Buffer.from(json).toString('base64url');
const parameters = `realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", client_id="00000003-0000-0000-c000-000000000000", error="insufficient_claims", claims="${base64}"`;

const right: readonly (readonly [string, string])[] = [
  ['a header', `WWW-Authenticate: Bearer ${parameters}`],
  ['a header of lower case', `www-authenticate: bearer ${parameters.replace('claims=', 'CLAIMS = ')}`],
  [
    'what curl shows',
    `> GET /v1.0/me HTTP/2\n< HTTP/2 401\n< www-authenticate: Bearer ${parameters}\n<\n{"error":1}`,
  ],
  ['the scheme and its parameters', `Bearer ${parameters}`],
  ['its parameters', parameters],
  ['several challenges', `WWW-Authenticate: Negotiate, Basic realm="a, claims", Bearer ${parameters}`],
  ['several headers', `WWW-Authenticate: Negotiate\r\nWWW-Authenticate: PoP ${parameters}`],
  ['escaped JSON', `Bearer claims="${json.replace(/["\\]/g, '\\$&')}"`],
  ['a query', `https://login.example/authorize?a=b&claims=${encodeURIComponent(json)}&c=d`],
  ['JSON', json],
  ['JSON over several lines', JSON.stringify(wanted, undefined, 2)],
  ['base64', base64],
  ['base64 in quotes', `"${base64}"`],
  ['base64url', base64url],
  ['base64 without padding, broken into lines', base64.replace(/=+$/, '').replace(/.{20}/g, '$&\r\n  ')],
];

const wrong: readonly (readonly [string, string, string])[] = [
  ['nothing', ' \n ', 'claims-missing'],
  ['far too much', 'a'.repeat(longestChallenge + 1), 'claims-too-long'],
  ['a header without claims', 'WWW-Authenticate: Bearer error="invalid_token"', 'claims-not-in-header'],
  ['another scheme', 'WWW-Authenticate: Basic realm="x"', 'claims-other-scheme'],
  ['a word', 'insufficient', 'claims-not-json'],
  ['broken JSON', '{"access_token":', 'claims-not-json'],
  ['JSON that asks for nothing', '{"access_token":{}}', 'claims-not-claims'],
  ['other JSON', '{"error":"insufficient_claims"}', 'claims-not-claims'],
  ['a list', '[]', 'claims-not-json'],
  ['base64 of something else', Buffer.from('hello').toString('base64'), 'claims-not-json'],
  ['a token', `eyJhbGciOiJub25lIn0.${base64url}.sig`, 'claims-is-a-token'],
];

describe('a claims challenge', () => {
  it.each(right)('is read from %s', (_name, text) => {
    expect(parseClaimsChallenge(text)).toEqual({
      ok: true,
      claims: json,
      asks: [{ kind: 'context', values: ['c1'] }],
    });
  });

  it.each(wrong)('is not found in %s', (_name, text, problem) => {
    expect(parseClaimsChallenge(text)).toEqual({ ok: false, problem });
  });

  it('is told by what it asks for', () => {
    const claims = {
      id_token: { amr: { essential: true, values: ['mfa'] }, deviceid: { essential: true } },
      access_token: {
        nbf: { essential: true, value: '1700000000' },
        xms_rp_ipaddr: { value: '203.0.113.7' },
        capolids: { values: ['p1'] },
        xms_cc: { values: ['cp1'] },
        something: null,
      },
    };
    const read = parseClaimsChallenge(JSON.stringify(claims));
    expect(read.ok && read.asks).toEqual([
      { kind: 'newer-than', time: 1_700_000_000_000 },
      { kind: 'address', values: ['203.0.113.7'] },
      { kind: 'policy' },
      { kind: 'other', name: 'something' },
      { kind: 'second-factor' },
      { kind: 'device' },
    ]);
  });

  it('hands on nothing but a claims request', () => {
    const read = parseClaimsChallenge(JSON.stringify({ ...wanted, client_secret: 'x', access_token2: {} }));
    expect(read.ok && read.claims).toBe(json);
  });

  it('can be anything without an error, and what is good is JSON', () => {
    // The same sequence each time: xorshift.
    let seed = 20261127;
    const next = (below: number): number => {
      seed ^= seed << 13;
      seed ^= seed >>> 17;
      seed ^= seed << 5;
      return (seed >>> 0) % below;
    };
    const pieces = [
      'claims=',
      '"',
      '\\',
      ',',
      ' ',
      'Bearer ',
      '{',
      '}',
      ':',
      base64,
      json,
      '%',
      '=',
      'é',
      '\n',
      'eyJ',
    ];
    for (let round = 0; round < 5000; round += 1) {
      const text = Array.from({ length: next(12) }, () => pieces[next(pieces.length)] ?? '').join('');
      const read = parseClaimsChallenge(text);
      if (read.ok) expect(JSON.parse(read.claims)).toBeTypeOf('object');
    }
  });
});
