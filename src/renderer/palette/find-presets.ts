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

/** What addresses begin and end with tells none from another: it is left out of them, and of what was typed or pasted. */
const scheme = /^[a-z][a-z0-9+.-]*:\/\//i;
const ending = /\/+(\.default)?$/;
const bare = (address: string): string => address.trim().replace(scheme, '').replace(ending, '');

const letters = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

interface SearchedScope {
  readonly text: string;
  readonly letters: string;
}

interface Searched {
  readonly resource: string;
  readonly scopes: readonly SearchedScope[];
  /** Of all scopes, to see at once that nothing is in any. */
  readonly letters: string;
}

/** A preset is the same object until it changes, so this is made once for all the keys of a query. */
const known = new WeakMap<PresetView, Searched>();

function searched(preset: PresetView): Searched {
  const before = known.get(preset);
  if (before !== undefined) return before;
  const resource = bare(preset.resource);
  const scopes = [...new Set(preset.scopes.map(bare))]
    .filter((text) => text !== resource)
    .map((text) => ({ text, letters: letters(text) }));
  const made = { resource, scopes, letters: scopes.map((scope) => scope.letters).join(' ') };
  known.set(preset, made);
  return made;
}

/**
 * The one scope that has most of these words in it, the shortest of several. To score them all would take seconds where
 * there are many, and all in one text would hide each of them: the longer a text is, the less a match in it counts.
 */
function bestScope(preset: PresetView, words: readonly string[]): string {
  const { scopes, letters: all } = searched(preset);
  const wanted = words.filter((word) => all.includes(word));
  let best = '';
  let most = 0;
  if (wanted.length === 0) return best;
  for (const scope of scopes) {
    const count = wanted.filter((word) => scope.letters.includes(word)).length;
    if (count < most || (count === most && scope.text.length >= best.length)) continue;
    best = scope.text;
    most = count;
  }
  return best;
}

/**
 * The presets that `query` finds by name, resource, scopes or the account, the best first; all of them by relevance for
 * a query of nothing. Letters with and without marks count as the same, and a query may leave letters out, except in
 * scopes.
 */
export function findPresets(
  presets: readonly PresetView[],
  account: Pick<AccountView, 'name' | 'username' | 'tenantName'> | undefined,
  query: string,
): readonly Hit[] {
  const wanted = byRelevance(presets);
  const typed = bare(query);
  if (typed === '') {
    return wanted.map((preset) => ({ preset, name: plainName(preset.name) }));
  }
  const words = [...new Set(typed.split(/\s+/).map(letters))].filter((word) => word !== '');
  const found = fuzzysort.go(typed, wanted, {
    keys: [
      ({ name }) => name.slice(0, searchedLength),
      (preset) => searched(preset).resource,
      (preset) => bestScope(preset, words),
      // One text each, as the length of a text counts.
      ...[account?.name, account?.username, account?.tenantName].map((text) => () => text ?? ''),
    ],
    limit: 0,
    scoreFn: (result) => result.score * weight(result.slice(0, 3)),
  });
  const rank = new Map(wanted.map((preset, index) => [preset, index]));
  const rankOf = (preset: PresetView): number => rank.get(preset) ?? wanted.length;
  return found
    .map((result) => ({ result, score: Math.round(result.score / scoreStep) }))
    .sort((a, b) => b.score - a.score || rankOf(a.result.obj) - rankOf(b.result.obj))
    .map(({ result }) => ({ preset: result.obj, name: nameParts(result.obj.name, result[0]) }));
}

/**
 * Makes ready what all presets are searched by. It is kept by text, and with a thousand presets it would take the first
 * letter that somebody types a tenth of a second.
 */
export function prepareSearch(
  presets: readonly PresetView[],
  account: Parameters<typeof findPresets>[1],
): void {
  findPresets(presets, account, 'e');
}

/**
 * `findPresets` with a memory of its last answer: each key asks twice, once for what to choose and once for what to draw.
 */
export function presetFinder(): typeof findPresets {
  let last: { readonly asked: Parameters<typeof findPresets>; readonly hits: readonly Hit[] } | undefined;
  return (...asked) => {
    if (last?.asked.every((part, index) => part === asked[index]) !== true)
      last = { asked, hits: findPresets(...asked) };
    return last.hits;
  };
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
