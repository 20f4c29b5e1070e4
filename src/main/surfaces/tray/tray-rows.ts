import { byRelevance } from '../../../shared/relevance';
import type { PresetView } from '../../../shared/snapshot';

/** How many presets stand in the menu itself, and can be copied in other formats from there. */
const flatRows = 10;

/** How many more are under "More". Nobody reads down a longer menu: search and palette find the rest sooner. */
const moreRows = 30;

export interface TrayRows {
  readonly flat: readonly PresetView[];
  readonly more: readonly PresetView[];
  /** There are others, which only the window has. */
  readonly hasOthers: boolean;
}

/** The presets that the menu shows, the most wanted first. */
export function trayRows(presets: readonly PresetView[]): TrayRows {
  const wanted = byRelevance(presets);
  return {
    flat: wanted.slice(0, flatRows),
    more: wanted.slice(flatRows, flatRows + moreRows),
    hasOthers: wanted.length > flatRows + moreRows,
  };
}
