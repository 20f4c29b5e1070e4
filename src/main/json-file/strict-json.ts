import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { t } from '../../shared/messages';
import { firstPrototypeName, firstTwice, offsetOf, offsetOfName, placeAt } from './positions';
import type { Problem, Wrong } from './problem';

/** A text as JSON: its values, and where each of them stands. */
export interface ParsedJson {
  readonly root: Node;
  readonly value: unknown;
}

/** What may be in a text at most. Absent: as much as memory takes. */
export interface JsonLimits {
  readonly depth: number;
  /** Of values, about: commas and brackets are counted. */
  readonly values: number;
}

/** The text of a file in UTF-8, with or without a byte order mark. */
export function decodeUtf8(bytes: Uint8Array): string | Wrong {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { reason: t('json.wrong.utf-16') };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder().decode(bytes);
    return { place: placeAt(text, text.indexOf('\uFFFD')), reason: t('json.wrong.not-utf-8') };
  }
}

/** Parses strict JSON in which no member is twice. Never throws. */
export function parseStrictJson(text: string, limits?: JsonLimits): ParsedJson | Wrong {
  const wrong = (offset: number, reason: string): Wrong => ({ place: placeAt(text, offset), reason });
  const tooMuch = limits && exceeded(text, limits);
  if (tooMuch !== undefined) return wrong(tooMuch.offset, tooMuch.reason);
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [error] = errors;
    if (error !== undefined) return wrong(error.offset, syntaxReason(error));
    if (root === undefined) return wrong(0, t('json.wrong.json'));
    const twice = firstTwice(root);
    if (twice !== undefined) return wrong(twice.offset, t('json.wrong.twice', { name: short(twice.name) }));
    const trap = firstPrototypeName(root);
    if (trap !== undefined) return wrong(trap.offset, t('json.wrong.unknown-member', { name: trap.name }));
    return { root, value: JSON.parse(withoutByteOrderMark(text)) };
  } catch (error) {
    return wrong(0, t(error instanceof RangeError ? 'json.wrong.too-deep' : 'json.wrong.json'));
  }
}

const withoutByteOrderMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** In one pass without recursion, before a parser recurses into it. */
function exceeded(
  text: string,
  { depth, values }: JsonLimits,
): { offset: number; reason: string } | undefined {
  let level = 0;
  let count = 0;
  let inString = false;
  for (let offset = 0; offset < text.length; offset += 1) {
    const char = text[offset];
    if (inString) {
      if (char === '\\') offset += 1;
      else if (char === '"' || char === '\n') inString = false;
      continue;
    }
    if (char === '"') inString = true;
    else if (char === '{' || char === '[') {
      level += 1;
      count += 1;
      if (level > depth) return { offset, reason: t('json.wrong.too-deep') };
    } else if (char === '}' || char === ']') level -= 1;
    else if (char === ',') count += 1;
    if (count > values) return { offset, reason: t('json.wrong.too-many-values') };
  }
  return undefined;
}

/** Where a problem stands: with its member's name, or with its value. */
export const offsetOfProblem = (root: Node, { path, at }: Pick<Problem, 'path' | 'at'>): number =>
  at === 'name' ? offsetOfName(root, path) : offsetOf(root, path);

/** A name from a file, cut where nobody would read on. */
export const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

/** By jsonc-parser's name for what it found. */
function syntaxReason({ error }: ParseError): string {
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return t('json.wrong.symbol');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return t('json.wrong.number');
    case 'PropertyNameExpected':
      return t('json.wrong.name-expected');
    case 'ValueExpected':
      return t('json.wrong.value-expected');
    case 'ColonExpected':
      return t('json.wrong.colon-expected');
    case 'CommaExpected':
      return t('json.wrong.comma-expected');
    case 'CloseBraceExpected':
      return t('json.wrong.brace-expected');
    case 'CloseBracketExpected':
      return t('json.wrong.bracket-expected');
    case 'EndOfFileExpected':
      return t('json.wrong.end-expected');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return t('json.wrong.comment');
    case 'UnexpectedEndOfString':
      return t('json.wrong.string-end');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return t('json.wrong.escape');
    case 'InvalidCharacter':
      return t('json.wrong.character');
    default:
      return t('json.wrong.json');
  }
}
