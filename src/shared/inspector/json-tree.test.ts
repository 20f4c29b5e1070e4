import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, plainJson, readJson, repeatedNames, type JsonNode } from './json-tree';

function nodeOf(text: string): JsonNode {
  const read = readJson(text);
  if (!read.ok) throw new Error(`${read.problem} at ${read.at}`);
  return read.node;
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('reading JSON', () => {
  it('reads what JSON.parse reads, and writes the same again', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const node = nodeOf(text);
        expect(JSON.parse(formatJson(node))).toEqual(JSON.parse(text));
        expect(JSON.parse(plainJson(node))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('takes exactly what JSON.parse takes, whatever comes', () => {
    const letters = fc.constantFrom(...Array.from('{}[]:,"\\ \n\t-+.0123eEtrufalsn\u0007é\ud800'));
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 20 }), (text) => {
        expect(readJson(text).ok, text).toBe(isJson(text));
      }),
      { numRuns: 5000 },
    );
  });

  it('keeps numbers and escapes as they were written', () => {
    const text = '{"big":12345678901234567890,"small":1.50e-07,"name":"Zo\\u00eb \\/"}';
    expect(formatJson(nodeOf(text))).toBe(
      '{\n  "big": 12345678901234567890,\n  "small": 1.50e-07,\n  "name": "Zo\\u00eb \\/"\n}',
    );
    expect(plainJson(nodeOf(text))).toBe('{"big":12345678901234567890,"small":1.50e-07,"name":"Zoë /"}');
  });

  it('says where it is wrong', () => {
    expect(readJson('{"a":1,}')).toEqual({ ok: false, problem: 'syntax', at: 7 });
    expect(readJson('{"a" 1}')).toEqual({ ok: false, problem: 'syntax', at: 5 });
    expect(readJson('01')).toEqual({ ok: false, problem: 'syntax', at: 1 });
    expect(readJson('')).toEqual({ ok: false, problem: 'syntax', at: 0 });
    expect(readJson('"\u0001"')).toEqual({ ok: false, problem: 'syntax', at: 0 });
  });

  it('does not go deeper than any token', () => {
    expect(readJson('['.repeat(64) + ']'.repeat(64)).ok).toBe(true);
    expect(readJson('['.repeat(200_000))).toEqual({ ok: false, problem: 'too-deep', at: 65 });
  });

  it('finds names that come again, at any depth', () => {
    expect(repeatedNames(nodeOf('{"a":1,"b":{"c":1,"c":2},"a":3,"d":[{"e":1,"e":1}]}'))).toEqual([
      'c',
      'a',
      'e',
    ]);
    expect(repeatedNames(nodeOf('{"a":{"a":1}}'))).toEqual([]);
  });
});
