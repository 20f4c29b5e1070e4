import type { PresetView } from '../../../shared/snapshot';

// Letters with and without marks count as the same: "gerate" finds "Geräte".
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The words of a query, in the form that is searched for. */
export const wordsOf = (query: string): readonly string[] =>
  plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');

/** A preset is the same object until it changes, so this is made once for all the keys of all queries. */
const texts = new WeakMap<PresetView, string>();

function searchedText(preset: PresetView): string {
  const known = texts.get(preset);
  if (known !== undefined) return known;
  const { name, resource, scopes, tags } = preset;
  const text = plain([name, resource, ...tags, ...scopes].join(' '));
  texts.set(preset, text);
  return text;
}

/** The presets that have every word of `query` in their name, host, scopes or tags, in the order given. */
export function filterPresets(presets: readonly PresetView[], query: string): readonly PresetView[] {
  const words = wordsOf(query);
  if (words.length === 0) return presets;
  return presets.filter((preset) => {
    const text = searchedText(preset);
    return words.every((word) => text.includes(word));
  });
}

export interface PresetSections {
  readonly pinned: readonly PresetView[];
  readonly others: readonly PresetView[];
}

/** Pinned ones apart from the rest, each in the order given. */
export const sections = (presets: readonly PresetView[]): PresetSections => ({
  pinned: presets.filter(({ pinned }) => pinned),
  others: presets.filter(({ pinned }) => !pinned),
});
