import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import { focusRow, presetIdOf, rowOf, rowWith } from './row-elements';

/**
 * Keeps the focus in the list when its row moves to another section or is deleted: it goes with the row, or else to the
 * one that took its place. `ids`: of all rows in order, drawn or not; `pinned` of them are in the first section.
 */
export function useKeptFocus(
  list: RefObject<HTMLElement | null>,
  ids: readonly string[],
  pinned: number,
): void {
  const last = useRef<{ readonly id: string; readonly index: number } | undefined>(undefined);
  const placeOf = useEffectEvent((id: string): number => ids.indexOf(id));

  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const row = list.current?.contains(event.target as Node) === true ? rowOf(event.target) : undefined;
      const id = presetIdOf(row);
      last.current = id === undefined ? undefined : { id, index: placeOf(id) };
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [list]);

  const order = ids.join(' ');
  useLayoutEffect(() => {
    if (last.current === undefined || document.activeElement !== document.body) return;
    const { id, index } = last.current;
    const all = order.split(' ');
    // The neighbours of a row that is seen are drawn, and the one that had the focus is in any case.
    focusRow(rowWith(list.current, all.includes(id) ? id : all[Math.min(index, all.length - 1)]));
  }, [list, order, pinned]);
}
