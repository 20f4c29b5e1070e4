import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import { presetIdOf, rowOf, rowsIn } from './row-elements';

/**
 * Keeps the focus in the list when its row moves to another section or is deleted: it goes with the row, or else to
 * the one that took its place. `order`: changes when rows come, go or move.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, order: string): void {
  const last = useRef<{ readonly id: string; readonly index: number } | undefined>(undefined);

  useEffect(() => {
    const remember = (event: FocusEvent): void => {
      const element = list.current;
      const row = element?.contains(event.target as Node) === true ? rowOf(event.target) : undefined;
      const id = presetIdOf(row);
      last.current =
        element === null || row === undefined || id === undefined
          ? undefined
          : { id, index: rowsIn(element).indexOf(row) };
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [list]);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null || last.current === undefined || document.activeElement !== document.body) return;
    const { id, index } = last.current;
    const rows = rowsIn(element);
    const row = rows.find((each) => presetIdOf(each) === id) ?? rows[Math.min(index, rows.length - 1)];
    row?.focus();
  }, [list, order]);
}
