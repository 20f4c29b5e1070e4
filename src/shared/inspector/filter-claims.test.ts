import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtHits, filterClaims } from './filter-claims';

const claim = (name: string, text: string) => ({ name, text, isText: true, isRepeated: false });

describe('searching claims', () => {
  const claims = [claim('aud', 'https://vault.azure.net'), claim('name', 'Zoë'), claim('azp', 'x')];

  it('finds them by name and value, with their place', () => {
    expect(filterClaims(claims, ' AZ ').map(({ index }) => index)).toEqual([0, 2]);
    expect(filterClaims(claims, 'ZOË').map(({ index }) => index)).toEqual([1]);
    expect(filterClaims(claims, '')).toHaveLength(3);
  });

  it('cuts a text at its hits', () => {
    expect(cutAtHits('vault.azure.net', 'AZ')).toEqual(['vault.', 'az', 'ure.net']);
    expect(cutAtHits('aaa', 'a')).toEqual(['', 'a', '', 'a', '', 'a', '']);
    expect(cutAtHits('x', '')).toEqual(['x']);
  });

  it('loses no letter of the text', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', maxLength: 2 }),
        (text, query) => {
          expect(cutAtHits(text, query).join('')).toBe(text);
        },
      ),
    );
  });
});
