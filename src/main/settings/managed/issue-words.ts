import type { z } from 'zod';
import { t } from '../../../shared/messages';
import { settingLimits } from '../../../shared/setting-limits';
import type { Problem } from './problem';

type Issue = z.core.$ZodIssue;
type Path = Problem['path'];

/**
 * What zod found, as an administrator needs to read it.
 * @param isThere whether the file has something at a path
 */
export function problemsOfIssue(issue: Issue, isThere: (path: Path) => boolean): readonly Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((name) => ({ path: [...path, name], at: 'name', reason: unknownMember(name) }));
    case 'invalid_key':
      return [{ path, at: 'name', reason: t('managed.wrong.expected', { expected: expectedName(path) }) }];
    default:
      return [{ path, reason: reasonOf(path, expectedWords(issue, path), isThere(path)) }];
  }
}

const secretName = /secret|password|passphrase|credential|private.?key|certificate|pfx|token$/i;

const unknownMember = (name: string): string =>
  t(secretName.test(name) ? 'managed.wrong.secret' : 'managed.wrong.unknown-member', {
    name: short(name),
  });

const expectedName = (path: Path): string =>
  t(path.at(-2) === 'targets' ? 'managed.expected.cloud-id' : 'managed.expected.header');

function reasonOf(path: Path, expected: string, isThere: boolean): string {
  const name = path.at(-1);
  return !isThere && typeof name === 'string'
    ? t('managed.wrong.missing', { name, expected })
    : t('managed.wrong.expected', { expected });
}

function expectedWords(issue: Issue, path: Path): string {
  const special = expectedOfMember(path);
  if (special !== undefined) return special;
  switch (issue.code) {
    case 'invalid_type':
      return expectedType(issue.expected);
    case 'invalid_value':
      return choice(issue.values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))));
    case 'too_small':
      return t(issue.origin === 'array' ? 'managed.expected.list-some' : 'managed.expected.text-some');
    case 'too_big':
      return t(issue.origin === 'array' ? 'managed.expected.list-most' : 'managed.expected.text-most', {
        most: Number(issue.maximum),
      });
    default:
      return t('managed.expected.something-else');
  }
}

function expectedType(type: string): string {
  switch (type) {
    case 'string':
      return t('managed.expected.text');
    case 'number':
    case 'int':
      return t('managed.expected.number');
    case 'boolean':
      return t('managed.expected.boolean');
    case 'array':
      return t('managed.expected.list');
    default:
      return t('managed.expected.object');
  }
}

function choice(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('managed.expected.or', { first: words.slice(0, -1).join(', '), last });
}

/** Where what zod knows (a pattern, a choice of forms) says nothing to a person. */
function expectedOfMember(path: Path): string | undefined {
  const name = path.at(-1);
  if (path.at(-2) === 'headers') return t('managed.expected.header');
  switch (name) {
    case 'id':
      return t(path[0] === 'clouds' ? 'managed.expected.cloud-id' : 'managed.expected.id');
    case 'clientApplication':
      return t('managed.expected.id');
    case 'cloud':
      return t('managed.expected.cloud-id');
    case 'authority':
      return t('managed.expected.authority');
    case 'endpoint':
      return t('managed.expected.https');
    case 'tenant':
      return path[0] === 'presets' ? t('managed.expected.tenant-id') : undefined;
    case 'paletteHotkey':
    case 'copyLastHotkey':
      return t('managed.expected.hotkey');
    case 'clipboardClearsAfter':
      return t('managed.expected.clipboard-clears-after', settingLimits.clipboardClearsAfter);
    case 'notifyBeforeEnd':
      return t('managed.expected.notify-before-end', settingLimits.notifyBeforeEnd);
    default:
      return undefined;
  }
}

/** A name from the file, cut where nobody would read on. */
export const short = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);
