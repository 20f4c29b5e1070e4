import type { z } from 'zod';
import { t } from '../../shared/messages';
import type { JsonPath } from './positions';

export type Issue = z.core.$ZodIssue;

/** Where an issue is. */
export const pathOf = (issue: Issue): JsonPath =>
  issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));

/** That a member is missing, or that it is not what it has to be. */
export function reasonOf(path: JsonPath, expected: string, isThere: boolean): string {
  const name = path.at(-1);
  return !isThere && typeof name === 'string'
    ? t('json.wrong.missing', { name, expected })
    : t('json.wrong.expected', { expected });
}

/** What zod expected, in words. */
export function expectedWords(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return expectedType(issue.expected);
    case 'invalid_value':
      return choice(issue.values.map((value) => (typeof value === 'string' ? `“${value}”` : String(value))));
    case 'too_small':
      return t(issue.origin === 'array' ? 'json.expected.list-some' : 'json.expected.text-some');
    case 'too_big':
      return t(issue.origin === 'array' ? 'json.expected.list-most' : 'json.expected.text-most', {
        most: Number(issue.maximum),
      });
    default:
      return t('json.expected.something-else');
  }
}

function expectedType(type: string): string {
  switch (type) {
    case 'string':
      return t('json.expected.text');
    case 'number':
    case 'int':
      return t('json.expected.number');
    case 'boolean':
      return t('json.expected.boolean');
    case 'array':
      return t('json.expected.list');
    default:
      return t('json.expected.object');
  }
}

function choice(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : t('json.expected.or', { first: words.slice(0, -1).join(', '), last });
}
