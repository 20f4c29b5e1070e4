import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useMemo, type RefObject } from 'react';
import { heightOf, itemsOf, type ListItem, type ListSection } from './list-layout';

/** Rows beyond what is seen, for the keys and for a wheel that is faster than a picture. */
const overscan = 8;

/**
 * The part of the list that has to be drawn: what is seen, and besides it the rows that must not go, such as the one with
 * the focus. Their places follow from their heights, so none is measured.
 */
export function useDrawnItems(
  list: RefObject<HTMLElement | null>,
  sections: readonly ListSection[],
  keptIds: readonly (string | undefined)[],
): readonly ListItem[] {
  const items = useMemo(() => itemsOf(sections), [sections]);
  const kept = items.flatMap((item, index) =>
    item.kind === 'row' && keptIds.includes(item.id) ? [index] : [],
  );
  // The same functions as long as the items are the same: else all places would be worked out anew with each picture.
  const estimateSize = useCallback(
    (index: number) => {
      const item = items[index];
      return item === undefined ? 0 : heightOf(item);
    },
    [items],
  );
  const getItemKey = useCallback(
    (index: number) => {
      const item = items[index];
      return item?.kind === 'row' ? item.id : `heading-${index}`;
    },
    [items],
  );
  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: items.length,
    getScrollElement: () => list.current,
    estimateSize,
    getItemKey,
    initialRect: { width: window.innerWidth, height: window.innerHeight },
    overscan,
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...kept])].sort((one, other) => one - other),
  });
  return virtualizer.getVirtualItems().flatMap(({ index }) => items[index] ?? []);
}
