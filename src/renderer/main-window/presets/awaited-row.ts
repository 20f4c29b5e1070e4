import { useEffect } from 'react';
import type { PresetView } from '../../../shared/snapshot';

let awaited: ((preset: PresetView) => boolean) | undefined;

/** Puts the focus on the row of the preset that `isIt` knows, once it is there, which also brings it into view. */
export function awaitRow(isIt: (preset: PresetView) => boolean): void {
  awaited = isIt;
}

export function awaitNoRow(): void {
  awaited = undefined;
}

/** Makes `awaitRow` work, in the component that draws the rows of `presets` or some of them. */
export function useAwaitedRow(presets: readonly PresetView[]): void {
  // After every drawing, since the snapshot with the preset may come before or after the command's outcome.
  useEffect(() => {
    const preset = awaited && presets.find(awaited);
    if (preset === undefined) return;
    awaited = undefined;
    document.querySelector<HTMLElement>(`[data-preset-id="${preset.id}"]`)?.focus();
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
