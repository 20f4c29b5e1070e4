export type PieceKind = 'key' | 'string' | 'number' | 'word' | 'punctuation' | 'plain' | 'wrong';

/** A stretch of the text. What is shown is always the text itself, so that no number and no key is changed. */
export interface Piece {
  readonly kind: PieceKind;
  readonly start: number;
  readonly end: number;
}

export interface BodyLine {
  /** How deep it stands in objects and lists. */
  readonly depth: number;
  readonly pieces: readonly Piece[];
  /** Of a line that opens an object or a list: the line that closes it, and how many members it has. */
  readonly fold?: { readonly end: number; readonly count: number };
  /** The line that opens what it stands in; -1 at the top. */
  readonly parent: number;
}

interface Draft {
  depth: number;
  pieces: Piece[];
  fold?: { end: number; count: number };
  parent: number;
}

/** A longer line is shown in several, since a page draws none of a megabyte. */
const longestLine = 1000;

const closerOf: Readonly<Partial<Record<string, string>>> = { '{': '}', '[': ']' };

/** All that JSON is made of but white space; a string that has no end, and what is no JSON, character by character. */
const tokens = /"[^"\\]*(?:\\.[^"\\]*)*"?|-?\d[\d.eE+-]*|[A-Za-z]+|\S/gsu;
const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/**
 * The lines of a JSON text, one for each member. Undefined: it has in it what no JSON has, so it is better shown as it is.
 * A text that ends too early is shown as far as it goes. Nothing recurses, so that no depth is too deep.
 */
export function jsonLines(text: string): readonly BodyLine[] | undefined {
  const lines: Draft[] = [];
  /** Lines that have opened something, with the members in it so far. */
  const open: { readonly line: number; readonly closer: string; count: number }[] = [];
  let current: Draft | undefined;
  /** What closes an object or list that may turn out to be empty. */
  let opened: string | undefined;
  const line = (): Draft => {
    if (current === undefined) {
      current = { depth: open.length, pieces: [], parent: open.at(-1)?.line ?? -1 };
      lines.push(current);
    }
    return current;
  };
  for (const { index: start, 0: token } of text.matchAll(tokens)) {
    const kind = kindOf(token);
    if (kind === undefined) return undefined;
    const piece: Piece = { kind, start, end: start + token.length };
    if (opened !== undefined) {
      const closer = opened;
      opened = undefined;
      if (token === closer) {
        line().pieces.push(piece);
        continue;
      }
      open.push({ line: lines.length - 1, closer, count: 0 });
      current = undefined;
    }
    const within = open.at(-1);
    if (token === '}' || token === ']') {
      if (within?.closer !== token) return undefined;
      open.pop();
      current = undefined;
      line().pieces.push(piece);
      const opening = lines[within.line];
      if (opening !== undefined) opening.fold = { end: lines.length - 1, count: within.count };
      continue;
    }
    const { pieces } = line();
    if (token === ',') {
      pieces.push(piece);
      current = undefined;
      continue;
    }
    if (within !== undefined && pieces.length === 0) within.count += 1;
    const before = pieces.at(-1);
    if (token === ':' && before?.kind === 'string') pieces.splice(-1, 1, { ...before, kind: 'key' });
    pieces.push(piece);
    opened = closerOf[token];
  }
  return lines;
}

/** Undefined: no JSON, nor the beginning of some, has this in it. */
function kindOf(token: string): PieceKind | undefined {
  const first = token.charAt(0);
  if (first === '"') return 'string';
  if ('{}[],:'.includes(first)) return 'punctuation';
  if (/[-\d]/.test(first)) return number.test(token) ? 'number' : 'wrong';
  if (/[a-z]/i.test(first)) return ['true', 'false', 'null'].includes(token) ? 'word' : 'wrong';
  return undefined;
}

/** The lines of any other text. Line ends are left out, and nothing else. */
export function textLines(text: string): readonly BodyLine[] {
  const lines: BodyLine[] = [];
  const add = (from: number, to: number): void => {
    let start = from;
    do {
      let end = Math.min(to, start + longestLine);
      // A character of two halves stays whole.
      if (end < to && /[\ud800-\udbff]/.test(text.charAt(end - 1))) end += 1;
      lines.push({ depth: 0, pieces: [{ kind: 'plain', start, end }], parent: -1 });
      start = end;
    } while (start < to);
  };
  let from = 0;
  for (const { index, 0: end } of text.matchAll(/\r\n|\n|\r/g)) {
    add(from, index);
    from = index + end.length;
  }
  if (from < text.length || text === '') add(from, text.length);
  return lines;
}

/** Which lines are seen, by their index: all but what is folded away. */
export function visibleLines(lines: readonly BodyLine[], folded: ReadonlySet<number>): readonly number[] {
  const visible: number[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    visible.push(index);
    const { fold } = lines[index] ?? {};
    if (fold !== undefined && folded.has(index)) index = fold.end;
  }
  return visible;
}

/** Where the value of a line stands in the text, all of it if it goes over several lines. */
export function valueOf(
  text: string,
  lines: readonly BodyLine[],
  index: number,
): { readonly start: number; readonly end: number } | undefined {
  const line = lines[index];
  if (line === undefined) return undefined;
  const closing = line.fold === undefined ? line : lines[line.fold.end];
  const isComma = ({ kind, start }: Piece): boolean => kind === 'punctuation' && text.charAt(start) === ',';
  const first = line.pieces[0]?.kind === 'key' ? line.pieces[2] : line.pieces[0];
  const last = closing?.pieces.findLast((piece) => !isComma(piece));
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end };
}

export interface Hit {
  readonly line: number;
  readonly start: number;
}

/** More are not counted. */
export const mostHits = 5000;

/** Where a text is found, whatever the case of its letters. */
export function findIn(text: string, lines: readonly BodyLine[], query: string): readonly Hit[] {
  if (query === '') return [];
  const pattern = new RegExp(query.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'), 'giu');
  const hits: Hit[] = [];
  let line = 0;
  for (const { index } of text.matchAll(pattern)) {
    while (line + 1 < lines.length && (lines[line + 1]?.pieces[0]?.start ?? 0) <= index) line += 1;
    hits.push({ line, start: index });
    if (hits.length >= mostHits) break;
  }
  return hits;
}

/** The lines around a line that could hide it. */
export function around(lines: readonly BodyLine[], index: number): readonly number[] {
  const found: number[] = [];
  for (let at = lines[index]?.parent ?? -1; at >= 0; at = lines[at]?.parent ?? -1) found.push(at);
  return found;
}
