import type { PresetView } from '../../../shared/snapshot';

// Letters with and without marks count as the same: "gerate" finds "Geräte".
const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** The presets that have every word of `query` in their name or resource, in the order given. */
export function filterPresets(presets: readonly PresetView[], query: string): readonly PresetView[] {
  const words = plain(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return presets;
  return presets.filter(({ name, resource }) => {
    const text = plain(`${name} ${resource}`);
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
