import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeToken } from './decode-token';
import { findToken } from './find-token';
import { readToken } from './read-token';
import { processorTime } from '../test-support/processor-time';
import { tokenOf } from '../test-support/tokens';

const token = tokenOf({ aud: 'api://orders', scp: 'Orders.Read', sub: 'x' });
const idToken = tokenOf({ aud: '12345678-90ab-cdef-1234-567890abcdef', sub: 'x', name: 'Zoë' });
const inLines = (text: string, ending = '\n'): string => (text.match(/.{1,40}/g) ?? []).join(ending);

describe('what people paste', () => {
  it.each([
    ['the token', token, 'alone'],
    ['blanks around it', `  ${token}\r\n`, 'alone'],
    ['quotes', `"${token}"`, 'alone'],
    ['lines, as a terminal breaks them', inLines(token), 'alone'],
    ['lines with blanks', inLines(token, ' \r\n   '), 'alone'],
    ['escaped line ends', inLines(token, '\\n'), 'alone'],
    ['Bearer', `Bearer ${token}`, 'header'],
    ['bearer in lower case and quotes', `'bearer ${token}'`, 'header'],
    ['a header', `Authorization: Bearer ${token}`, 'header'],
    ['a header in lines', `Authorization: Bearer ${inLines(token)}`, 'header'],
    ['a header as JSON', `"Authorization": "Bearer ${token}",`, 'header'],
    [
      'a curl command',
      `curl 'https://a.example' \\\n -H "Authorization: Bearer ${token}" -d '{"a":1}'`,
      'header',
    ],
    ['PowerShell', `$h = @{ Authorization = "Bearer ${token}" }`, 'header'],
    [
      'a request as it is sent',
      `GET / HTTP/1.1\nHost: a.example\nAuthorization: Bearer ${token}\n\n`,
      'header',
    ],
    ['an encoded header', `?authorization=Bearer%20${token}`, 'header'],
    ['what az answers', JSON.stringify({ accessToken: token, expiresOn: 'x', tenant: 'y' }, null, 2), 'json'],
    [
      'what a token endpoint answers',
      `{"token_type":"Bearer","access_token":"${token}","expires_in":3599}`,
      'json',
    ],
    [
      'JSON inside of JSON',
      JSON.stringify({ data: [{ headers: { authorization: `Bearer ${token}` } }] }),
      'json',
    ],
    ['a list', JSON.stringify([token]), 'json'],
    ['an address', `http://localhost:8080/#access_token=${token}&token_type=Bearer&state=1`, 'address'],
    ['a form', `grant_type=x&access_token=${encodeURIComponent(token)}`, 'address'],
    ['a variable', `export TOKEN=${token}`, 'text'],
    ['words', `Could you look at this one: ${token}, please?`, 'text'],
  ])('is found in %s', (_what, text, place) => {
    expect(findToken(text)).toMatchObject({ token, place, others: 0 });
  });

  it('is the access token where there are several, and it says that there were others', () => {
    const answer = { id_token: idToken, refresh_token: `0.AX${'x'.repeat(60)}`, access_token: token };
    expect(findToken(JSON.stringify(answer))).toEqual({
      token,
      place: 'json',
      name: 'access_token',
      others: 2,
    });
    expect(findToken(`#id_token=${idToken}&state=1`)).toMatchObject({ token: idToken, name: 'id_token' });
  });

  it('is given back whole where there is none', () => {
    for (const text of ['hello there', 'b45aa154-2868-4e56-9612-5fad43d4fc11', '{"a":1}', 'Bearer', 'eyJ'])
      expect(findToken(text)).toMatchObject({ token: text, place: 'alone' });
  });

  it('never throws and never takes long: 10,000 texts', () => {
    const names = {
      tenant: () => undefined,
      resource: () => undefined,
      client: () => undefined,
      directoryRole: () => undefined,
    };
    const pieces = fc.constantFrom(
      'eyJ',
      token,
      '.',
      'Bearer ',
      'Authorization: ',
      'access_token=',
      '{"',
      '":"',
      '"}',
      '[',
      '\\',
      '%',
      '%E0',
      '\n',
      ' ',
      '\u202e',
      '\ud800',
      '😀',
      '#',
      '&',
      '"',
      "'",
      '0.A',
      'A'.repeat(300),
      'id_token',
      'null',
      '\0',
    );
    const read = (text: string) => {
      const found = findToken(text);
      return readToken(found.token, found.name, names);
    };
    fc.assert(
      fc.property(
        fc.array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 24 }),
        (parts) => {
          const text = parts.join('');
          expect(['signed', 'encrypted', 'opaque', 'malformed']).toContain(read(text).kind);
          expect(processorTime(() => read(text))).toBeLessThan(100);
        },
      ),
      { numRuns: 10_000 },
    );
  }, 60_000);

  it.each([
    ['eyJ', 'eyJ'.repeat(87_000)],
    ['eyJ.', 'eyJ.'.repeat(65_000)],
    ['bearer', 'bearer '.repeat(37_000)],
    ['blanks', `bearer${' '.repeat(262_000)}`],
    ['backslashes', `Bearer ${'\\n'.repeat(131_000)}!`],
    ['names', 'access_token='.repeat(20_000)],
    ['brackets', '['.repeat(262_000)],
    ['a deep payload', tokenOf('['.repeat(150_000))],
    ['many members', tokenOf(`{${Array.from({ length: 12_000 }, (_, each) => `"a${each}":1`).join(',')}}`)],
  ])('takes no longer for a long text of %s', (_what, text) => {
    expect(processorTime(() => decodeToken(findToken(text).token))).toBeLessThan(100);
  });
});
