import type { Preset } from '../../shared/preset';

/** Pinned ones first; within both halves the person's order stays. */
export function inListOrder(presets: readonly Preset[]): readonly Preset[] {
  return [...presets.filter(({ pinned }) => pinned), ...presets.filter(({ pinned }) => !pinned)];
}
