import { findNodeAtLocation, parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { managedSettingsSchema, type ManagedSettings } from '../../../shared/managed-settings';
import { t } from '../../../shared/messages';
import { crossChecks } from './cross-checks';
import { problemsOfIssue, short } from './issue-words';
import { firstTwice, offsetOf, offsetOfName, placeAt, type JsonPath } from './positions';
import type { Problem } from './problem';
import type { WrongManagedSettings } from './read-managed-settings';

type Wrong = Omit<WrongManagedSettings, 'kind' | 'file'>;

type Parsed =
  | { readonly kind: 'ok'; readonly settings: ManagedSettings }
  | { readonly kind: 'wrong'; readonly problem: Wrong };

/** Parses a file with managed settings: strict JSON in UTF-8, with or without a byte order mark. Never throws. */
export function parseManagedSettings(bytes: Uint8Array): Parsed {
  const text = decode(bytes);
  if (typeof text !== 'string') return { kind: 'wrong', problem: text };
  const json = parseJson(text);
  if ('reason' in json) return { kind: 'wrong', problem: json };
  const { root, value } = json;
  const isThere = (path: JsonPath): boolean => findNodeAtLocation(root, [...path]) !== undefined;
  const result = managedSettingsSchema.safeParse(value);
  const problems = result.success
    ? crossChecks(result.data)
    : result.error.issues.flatMap((issue) => problemsOfIssue(issue, isThere));
  const [first] = problems
    .map((problem) => ({ ...problem, offset: offsetOfProblem(root, problem) }))
    .sort((one, other) => one.offset - other.offset);
  if (result.success && first === undefined) return { kind: 'ok', settings: result.data };
  const { offset, path, reason } = first ?? { offset: 0, path: [], reason: t('managed.wrong.json') };
  return { kind: 'wrong', problem: { place: placeAt(text, offset, path), reason } };
}

function decode(bytes: Uint8Array): string | Wrong {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return { reason: t('managed.wrong.utf-16') };
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    const text = new TextDecoder().decode(bytes);
    return { place: placeAt(text, text.indexOf('\uFFFD')), reason: t('managed.wrong.not-utf-8') };
  }
}

function parseJson(text: string): { readonly root: Node; readonly value: unknown } | Wrong {
  const wrong = (offset: number, reason: string): Wrong => ({ place: placeAt(text, offset), reason });
  try {
    const errors: ParseError[] = [];
    const root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
    const [error] = errors;
    if (error !== undefined) return wrong(error.offset, syntaxReason(error));
    if (root === undefined) return wrong(0, t('managed.wrong.json'));
    const twice = firstTwice(root);
    if (twice !== undefined)
      return wrong(twice.offset, t('managed.wrong.twice', { name: short(twice.name) }));
    return { root, value: JSON.parse(text) };
  } catch (error) {
    return wrong(0, t(error instanceof RangeError ? 'managed.wrong.too-deep' : 'managed.wrong.json'));
  }
}

const offsetOfProblem = (root: Node, { path, at }: Problem): number =>
  at === 'name' ? offsetOfName(root, path) : offsetOf(root, path);

/** By jsonc-parser's name for what it found. */
function syntaxReason({ error }: ParseError): string {
  switch (printParseErrorCode(error)) {
    case 'InvalidSymbol':
      return t('managed.wrong.symbol');
    case 'InvalidNumberFormat':
    case 'UnexpectedEndOfNumber':
      return t('managed.wrong.number');
    case 'PropertyNameExpected':
      return t('managed.wrong.name-expected');
    case 'ValueExpected':
      return t('managed.wrong.value-expected');
    case 'ColonExpected':
      return t('managed.wrong.colon-expected');
    case 'CommaExpected':
      return t('managed.wrong.comma-expected');
    case 'CloseBraceExpected':
      return t('managed.wrong.brace-expected');
    case 'CloseBracketExpected':
      return t('managed.wrong.bracket-expected');
    case 'EndOfFileExpected':
      return t('managed.wrong.end-expected');
    case 'InvalidCommentToken':
    case 'UnexpectedEndOfComment':
      return t('managed.wrong.comment');
    case 'UnexpectedEndOfString':
      return t('managed.wrong.string-end');
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return t('managed.wrong.escape');
    case 'InvalidCharacter':
      return t('managed.wrong.character');
    default:
      return t('managed.wrong.json');
  }
}
