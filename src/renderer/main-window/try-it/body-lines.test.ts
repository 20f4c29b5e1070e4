import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { processorTime } from '../../../shared/test-support/processor-time';
import { around, findIn, jsonLines, textLines, valueOf, visibleLines, type BodyLine } from './body-lines';

const linesOf = (text: string): readonly BodyLine[] => {
  const lines = jsonLines(text);
  if (lines === undefined) throw new Error('no JSON');
  return lines;
};
const written = (text: string, lines: readonly BodyLine[]): readonly string[] =>
  lines.map(
    ({ depth, pieces }) =>
      '  '.repeat(depth) + pieces.map(({ start, end }) => text.slice(start, end)).join(''),
  );

describe('the lines of JSON', () => {
  const text = '{"id": 12345678901234567890, "a":{}, "id" :1.0e+400,"list":[ true,null,[] , {"b":"x"}]}';

  it('have a member each, with every number and every key as it was', () => {
    expect(written(text, linesOf(text))).toEqual([
      '{',
      '  "id":12345678901234567890,',
      '  "a":{},',
      '  "id":1.0e+400,',
      '  "list":[',
      '    true,',
      '    null,',
      '    [],',
      '    {',
      '      "b":"x"',
      '    }',
      '  ]',
      '}',
    ]);
  });

  it('know what they hold', () => {
    const lines = linesOf(text);
    expect(lines[0]?.fold).toEqual({ end: 12, count: 4 });
    expect(lines[4]?.fold).toEqual({ end: 11, count: 4 });
    expect(visibleLines(lines, new Set([4]))).toEqual([0, 1, 2, 3, 4, 12]);
    expect(visibleLines(lines, new Set([0]))).toEqual([0]);
    expect(around(lines, 9)).toEqual([8, 4, 0]);
    const value = (index: number): string => {
      const { start = 0, end = 0 } = valueOf(text, lines, index) ?? {};
      return text.slice(start, end);
    };
    expect([1, 2, 5, 9].map(value)).toEqual(['12345678901234567890', '{}', 'true', '"x"']);
    expect(value(4)).toBe('[ true,null,[] , {"b":"x"}]');
  });

  it('are all that is in a text, for any text that is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(0, 1, '\t'), (value, space) => {
        const json = JSON.stringify(value, null, space);
        const lines = linesOf(json);
        const pieces = lines.flatMap((line) => line.pieces);
        // Nothing between the pieces but white space, nothing twice, nothing changed.
        let at = 0;
        for (const { start, end } of pieces) {
          expect(json.slice(at, start).trim()).toBe('');
          at = end;
        }
        expect(json.slice(at).trim()).toBe('');
        expect(JSON.parse(pieces.map(({ start, end }) => json.slice(start, end)).join(''))).toEqual(
          JSON.parse(json),
        );
      }),
    );
  });

  it('go as far as a text that is cut off, and no text makes them fail', () => {
    expect(written('{"a":[1,"x', linesOf('{"a":[1,"x'))).toEqual(['{', '  "a":[', '    1,', '    "x']);
    fc.assert(
      fc.property(fc.stringMatching(/^[[\]{}",:0-9a-z \n/*-]{0,60}$/), (wild) => {
        const lines = jsonLines(wild);
        if (lines !== undefined) visibleLines(lines, new Set([0, 1]));
      }),
    );
  });

  it.each(['{} // why', '[1]]', '{"a":]'])('are none in %s', (wrong) => {
    expect(jsonLines(wrong)).toBeUndefined();
  });

  it('are there at once, also of a megabyte, and however deep', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(linesOf(deep)).toHaveLength(199_999);
    const many = JSON.stringify(
      Array.from({ length: 30_000 }, (_, id) => ({ id, name: `item ${String(id)}` })),
    );
    expect(linesOf(many)).toHaveLength(120_002);
    expect(processorTime(() => linesOf(many))).toBeLessThan(3000);
  });
});

describe('the lines of a text', () => {
  it('are all of it but the line ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', '\n', '\r', '\r\n', '😀', 'x'.repeat(999)), { maxLength: 30 }),
        (parts) => {
          const text = parts.join('');
          const lines = written(text, textLines(text));
          expect(lines.join('')).toBe(text.replace(/[\r\n]/g, ''));
          expect(lines.every((line) => line.length <= 1001 && !/[\ud800-\udbff]$/.test(line))).toBe(true);
        },
      ),
    );
  });
});

it('finds what is looked for, in its line', () => {
  const text = '{"Name":"a.b","other":["NAME",1]}';
  const lines = linesOf(text);
  expect(findIn(text, lines, 'name').map(({ line }) => line)).toEqual([1, 3]);
  expect(findIn(text, lines, 'a.b')).toHaveLength(1);
  expect(findIn(text, lines, 'axb')).toEqual([]);
  expect(findIn(text, lines, '(')).toEqual([]);
});
