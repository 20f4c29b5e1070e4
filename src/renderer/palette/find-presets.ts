import fuzzysort, { type Result } from 'fuzzysort';
import { byRelevance } from '../../shared/relevance';
import type { AccountView, PresetView } from '../../shared/snapshot';

/** A piece of a name, and whether it is what was typed. */
export interface NamePart {
  readonly text: string;
  readonly marked: boolean;
}

export interface Hit {
  readonly preset: PresetView;
  readonly name: readonly NamePart[];
}

/** What is found in the name counts more than what is found beside it. */
const weights = { name: 1, access: 0.9, account: 0.7 };

/** Scores are rounded to this. Hits that are about as good are in the order of relevance. */
const scoreStep = 0.1;

/** So much of a name is searched: the longer a text is, the less a match in it counts. */
const searchedLength = 200;

/**
 * The presets that `query` finds by name, resource, scopes or the account, the best first; all of them by relevance for
 * a query of nothing. Letters with and without marks count as the same, and a query may leave letters out.
 */
export function findPresets(
  presets: readonly PresetView[],
  account: Pick<AccountView, 'name' | 'username' | 'tenantName'> | undefined,
  query: string,
): readonly Hit[] {
  const wanted = byRelevance(presets);
  if (query.trim() === '') {
    return wanted.map((preset) => ({ preset, name: plainName(preset.name) }));
  }
  const scopes = Math.max(0, ...wanted.map((preset) => preset.scopes.length));
  const found = fuzzysort.go(query, wanted, {
    keys: [
      ({ name }) => name.slice(0, searchedLength),
      'resource',
      // One text each, as the length of a text counts.
      ...Array.from({ length: scopes }, (_, index) => (preset: PresetView) => preset.scopes[index] ?? ''),
      ...[account?.name, account?.username, account?.tenantName].map((text) => () => text ?? ''),
    ],
    limit: 0,
    scoreFn: (result) => result.score * weight(result.slice(0, 2 + scopes)),
  });
  const rank = new Map(wanted.map((preset, index) => [preset, index]));
  const rankOf = (preset: PresetView): number => rank.get(preset) ?? wanted.length;
  return found
    .map((result) => ({ result, score: Math.round(result.score / scoreStep) }))
    .sort((a, b) => b.score - a.score || rankOf(a.result.obj) - rankOf(b.result.obj))
    .map(({ result }) => ({ preset: result.obj, name: nameParts(result.obj.name, result[0]) }));
}

const plainName = (name: string): readonly NamePart[] => [{ text: name, marked: false }];

/** What counts as found, of 1. Less is a few letters that happen to be there, too. */
const isFound = (result: Result | undefined): boolean => (result?.score ?? 0) >= 0.5;

/** By what is found in all that is not the account's. */
function weight([name, ...access]: readonly Result[]): number {
  if (isFound(name)) return weights.name;
  return access.some(isFound) ? weights.access : weights.account;
}

/** The name in pieces, those marked that were typed. */
function nameParts(name: string, result: Result | undefined): readonly NamePart[] {
  if (result === undefined || !isFound(result)) return plainName(name);
  return result
    .highlight((text): NamePart => ({ text, marked: true }))
    .map((part) => (typeof part === 'string' ? { text: part, marked: false } : part))
    .concat(plainName(name.slice(searchedLength)))
    .filter(({ text }) => text !== '');
}
