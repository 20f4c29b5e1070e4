import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64url } from './base64url';

describe('base64url', () => {
  it('gives back the bytes that went in', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString('base64url');
        expect(decodeBase64url(text)).toEqual({ ok: true, bytes });
      }),
    );
  });

  it.each([
    ['YQ==', 'letter', 2],
    ['Y Q', 'letter', 1],
    ['a+b/', 'letter', 1],
    ['YWJj\n', 'letter', 4],
    ['ñ', 'letter', 0],
    ['A', 'length', 1],
    ['YWJjA', 'length', 5],
    ['YR', 'ending', 1],
    ['YWI-YWJ', 'ending', 6],
  ])('refuses %j', (text, problem, at) => {
    expect(decodeBase64url(text)).toEqual({ ok: false, problem, at });
  });

  it('has one text for the same bytes', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...Array.from('ABCxyz019-_')), maxLength: 12 }),
        (text) => {
          const result = decodeBase64url(text);
          if (result.ok) expect(Buffer.from(result.bytes).toString('base64url')).toBe(text);
        },
      ),
    );
  });
});
