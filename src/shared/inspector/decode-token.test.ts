import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken } from './decode-token';
import { plainJson } from './json-tree';
import { tokenOf } from '../test-support/tokens';

const base64url = (text: string | Uint8Array): string => Buffer.from(text).toString('base64url');
const header = base64url('{"alg":"RS256"}');
const signature = base64url('not a signature');

describe('a signed token', () => {
  it('reads any JSON, in any letters', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'grapheme' }), fc.jsonValue()), (claims) => {
        const decoded = decodeToken(tokenOf(claims));
        if (decoded.kind !== 'signed') throw new Error(decoded.kind);
        expect(JSON.parse(plainJson(decoded.payload))).toEqual(JSON.parse(JSON.stringify(claims)));
      }),
    );
  });

  it('reads the example of RFC 7519, section 3.1', () => {
    const example =
      'eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9' +
      '.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ' +
      '.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
    const decoded = decodeToken(example);
    expect(decoded).toMatchObject({ kind: 'signed', hasSignature: true });
    if (decoded.kind !== 'signed') return;
    expect(plainJson(decoded.payload)).toBe(
      '{"iss":"joe","exp":1300819380,"http://example.com/is_root":true}',
    );
  });

  it('has no signature where the third part is empty', () => {
    expect(decodeToken(`${base64url('{"alg":"none"}')}.${base64url('{}')}.`)).toMatchObject({
      kind: 'signed',
      hasSignature: false,
    });
  });
});

describe('what is no signed token', () => {
  it('is encrypted with five parts, and its header can be read', () => {
    const jwe = [base64url('{"alg":"RSA-OAEP","enc":"A256GCM"}'), 'a', 'b', 'c', 'd'].join('.');
    expect(decodeToken(jwe)).toMatchObject({
      kind: 'encrypted',
      header: { members: [{ name: 'alg' }, { name: 'enc' }] },
    });
  });

  it.each([
    ['b45aa154-2868-4e56-9612-5fad43d4fc11', 'guid'],
    [`0.AXEAb${'x'.repeat(80)}`, 'refresh-token'],
    [`1.AXEAb${'x'.repeat(80)}.AgABAAEA`, 'refresh-token'],
    [`M.C507_BAY.0.U.${'x'.repeat(80)}`, 'refresh-token'],
    [`EwB4A8l6BAAU${'x'.repeat(80)}`, 'personal-account-token'],
    ['a'.repeat(52), 'personal-access-token'],
    [`ghp_${'a'.repeat(36)}`, 'personal-access-token'],
    [`abc8Q~${'x'.repeat(34)}`, 'client-secret'],
    ['sv=2022-11-02&sig=abc%3D&se=2024', 'shared-access-signature'],
    [`${'A'.repeat(86)}==`, 'account-key'],
    ['<saml:Assertion>', 'saml'],
    ['https://graph.microsoft.com/v1.0/me', 'address'],
    ['hello there', 'words'],
    ['abc.def.ghi', 'unknown'],
  ])('%s looks like what it is', (text, hint) => {
    expect(decodeToken(text)).toEqual({ kind: 'opaque', hint, length: text.length });
  });

  it.each([
    [`${header}.${base64url('{}')}`, { what: 'parts', count: 2 }],
    [header, { what: 'parts', count: 1 }],
    [`${header}.${base64url('{}')}.a.b`, { what: 'parts', count: 4 }],
    [
      `${header}=.${base64url('{}')}.${signature}`,
      { what: 'base64-letter', part: 'header', at: header.length },
    ],
    [`${header}.e30=.${signature}`, { what: 'base64-letter', part: 'payload', at: 3 }],
    [`${header}.e30AA.${signature}`, { what: 'base64-length', part: 'payload', at: 5 }],
    [`${header}.e31.${signature}`, { what: 'base64-ending', part: 'payload', at: 2 }],
    [`${header}.e30.a b`, { what: 'base64-letter', part: 'signature', at: 1 }],
    [
      `${header}.${base64url(new Uint8Array([0x7b, 0xff, 0x7d]))}.${signature}`,
      { what: 'utf-8', part: 'payload' },
    ],
    [`${header}.${base64url('{"a":}')}.${signature}`, { what: 'json', part: 'payload', at: 5 }],
    [`${header}.${base64url('[]')}.${signature}`, { what: 'not-an-object', part: 'payload' }],
    [
      `${header}.${base64url('['.repeat(99))}.${signature}`,
      { what: 'json-too-deep', part: 'payload', at: 65 },
    ],
  ])('%s is damaged, and it says where', (text, problem) => {
    expect(decodeToken(text)).toEqual({ kind: 'malformed', problem });
  });
});
