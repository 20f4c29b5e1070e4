import { useEffect, useRef } from 'react';
import type { PresetView } from '../../../shared/snapshot';

/**
 * Puts the focus on the row of a new preset once it is there, which also brings it into view. Returns what to call
 * when a preset was added, with the ids from before; the page must be drawn again then.
 */
export function useAddedRow(presets: readonly PresetView[]): (before: ReadonlySet<string>) => void {
  const waiting = useRef<ReadonlySet<string>>(undefined);
  // After every drawing, since the snapshot with the new preset may come before or after the command's outcome.
  useEffect(() => {
    const before = waiting.current;
    const added = before && presets.find(({ id }) => !before.has(id));
    if (added === undefined) return;
    waiting.current = undefined;
    document.querySelector<HTMLElement>(`[data-preset-id="${added.id}"]`)?.focus();
  });
  return (before) => {
    waiting.current = before;
  };
}
