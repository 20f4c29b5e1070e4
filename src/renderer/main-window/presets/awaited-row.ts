import { useEffect, type RefObject } from 'react';
import type { PresetView } from '../../../shared/snapshot';
import type { PresetListHandle } from './PresetList';

type IsAwaited = (preset: PresetView, index: number, presets: readonly PresetView[]) => boolean;

let awaited: IsAwaited | undefined;

/** Puts the focus on the row of the preset that `isIt` knows, once it is there, which also brings it into view. */
export function awaitRow(isIt: IsAwaited): void {
  awaited = isIt;
}

export function awaitNoRow(): void {
  awaited = undefined;
}

/** Makes `awaitRow` work, in the component around the list of `presets` (all, in list order) or some of them. */
export function useAwaitedRow(
  presets: readonly PresetView[],
  list: RefObject<PresetListHandle | null>,
): void {
  // After every drawing, since the snapshot with the preset may come before or after the command's outcome.
  useEffect(() => {
    const preset = awaited && presets.find(awaited);
    if (preset === undefined || list.current === null) return;
    awaited = undefined;
    list.current.focusPreset(preset.id);
  });
}

/** Calls `show` where the preset that is awaited is there, but not among the rows that are drawn. */
export function useAwaitedOutsideOf(
  rows: readonly PresetView[],
  presets: readonly PresetView[],
  show: () => void,
): void {
  useEffect(() => {
    if (awaited !== undefined && !rows.some(awaited) && presets.some(awaited)) show();
  });
}
