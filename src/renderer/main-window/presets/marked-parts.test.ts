import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsOf } from './filter-presets';
import { markedParts } from './marked-parts';

const marked = (name: string, query: string): string[] =>
  markedParts(name, wordsOf(query)).flatMap((part) => (part.marked ? [part.text] : []));

describe('what a search has found in a name', () => {
  it('is marked wherever it is', () => {
    expect(marked('Key Vault', 'vau')).toEqual(['Vau']);
    expect(marked('Key Vault', 'vault key')).toEqual(['Key', 'Vault']);
    expect(marked('Banana', 'an')).toEqual(['anan']);
    expect(marked('Key Vault', '')).toEqual([]);
    expect(marked('Key Vault', 'graph')).toEqual([]);
  });

  it('is marked with its accents, however they are written', () => {
    expect(marked('Geräte', 'gerat')).toEqual(['Gerät']);
    expect(marked('Gera\u0308te', 'gerat')).toEqual(['Gera\u0308t']);
    expect(marked('ﬁle 🙂 x', 'x')).toEqual(['x']);
  });

  it('leaves the name as it is', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 300 }),
        fc.string({ maxLength: 3 }),
        (name, query) => {
          const parts = markedParts(name, wordsOf(query));
          expect(parts.map(({ text }) => text).join('')).toBe(name);
        },
      ),
    );
  });
});
