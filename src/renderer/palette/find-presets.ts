import fuzzysort, { type Result } from 'fuzzysort';
import { byRelevance } from '../../shared/relevance';
import type { PresetView } from '../../shared/snapshot';

/** A piece of a name, and whether it is what was typed. */
export interface NamePart {
  readonly text: string;
  readonly marked: boolean;
}

export interface Hit {
  readonly preset: PresetView;
  readonly name: readonly NamePart[];
}

/** What is found in the name counts more than what is found beside it. All presets have the account in common. */
const weights = { name: 1, resource: 0.95, account: 0.7 };

/** Scores closer than this count as the same: then the preset that is wanted more often comes first. */
const sameScore = 0.05;

/**
 * The presets that `query` finds by name, resource or the account's name, the best first; all of them by relevance for
 * a query of nothing. Letters with and without marks count as the same, and a query may leave letters out.
 */
export function findPresets(
  presets: readonly PresetView[],
  accountName: string,
  query: string,
): readonly Hit[] {
  const wanted = byRelevance(presets);
  if (query.trim() === '') {
    return wanted.map((preset) => ({ preset, name: [{ text: preset.name, marked: false }] }));
  }
  const found = fuzzysort.go(query, wanted, {
    keys: ['name', 'resource', () => accountName],
    limit: 0,
    scoreFn: (result) => {
      const [name, resource] = result;
      if ((name?.score ?? 0) > 0) return result.score * weights.name;
      return result.score * ((resource?.score ?? 0) > 0 ? weights.resource : weights.account);
    },
  });
  const rank = new Map(wanted.map((preset, index) => [preset, index]));
  const rankOf = (preset: PresetView): number => rank.get(preset) ?? wanted.length;
  return found
    .map((result) => ({ result, score: Math.round(result.score / sameScore) }))
    .sort((a, b) => b.score - a.score || rankOf(a.result.obj) - rankOf(b.result.obj))
    .map(({ result }) => ({ preset: result.obj, name: nameParts(result.obj.name, result[0]) }));
}

/** The name in pieces, those marked that were typed. */
function nameParts(name: string, result: Result | undefined): readonly NamePart[] {
  const marked = result?.highlight((text) => ({ text, marked: true })) ?? [name];
  return marked
    .map((part) => (typeof part === 'string' ? { text: part, marked: false } : part))
    .filter(({ text }) => text !== '');
}
