import { findNodeAtLocation } from 'jsonc-parser';
import { managedSettingsSchema, type ManagedSettings } from '../../../shared/managed-settings';
import { t } from '../../../shared/messages';
import { placeAt, type JsonPath } from '../../json-file/positions';
import type { Wrong } from '../../json-file/problem';
import { decodeUtf8, offsetOfProblem, parseStrictJson } from '../../json-file/strict-json';
import { crossChecks } from './cross-checks';
import { problemsOfIssue } from './issue-words';

type Parsed =
  | { readonly kind: 'ok'; readonly settings: ManagedSettings }
  | { readonly kind: 'wrong'; readonly problem: Wrong };

/** Parses a file with managed settings: strict JSON in UTF-8, with or without a byte order mark. Never throws. */
export function parseManagedSettings(bytes: Uint8Array): Parsed {
  const text = decodeUtf8(bytes);
  if (typeof text !== 'string') return { kind: 'wrong', problem: text };
  const json = parseStrictJson(text);
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
  const { offset, path, reason } = first ?? { offset: 0, path: [], reason: t('json.wrong.json') };
  return { kind: 'wrong', problem: { place: placeAt(text, offset, path), reason } };
}
