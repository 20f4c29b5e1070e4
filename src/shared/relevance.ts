/** What is known of how much a preset is wanted. */
interface Wanted {
  readonly pinned: boolean;
  /** ms since the epoch */
  readonly lastUsedOn?: number;
}

/**
 * Pinned first, then what was used last, then the rest. `presets` are in list order, and those that are pinned or were
 * never used stay in it: a pinned one does not move when it is used, so that its place can be learnt.
 */
export function byRelevance<Preset extends Wanted>(presets: readonly Preset[]): readonly Preset[] {
  const pinned = presets.filter((preset) => preset.pinned);
  const others = presets.filter((preset) => !preset.pinned);
  // Sorting is stable: what was never used keeps its order at the end.
  return [...pinned, ...others.sort((a, b) => (b.lastUsedOn ?? 0) - (a.lastUsedOn ?? 0))];
}
