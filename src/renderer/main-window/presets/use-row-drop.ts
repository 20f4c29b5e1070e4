import { combine } from '@atlaskit/pragmatic-drag-and-drop/combine';
import { dropTargetForElements, monitorForElements } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { autoScrollForElements } from '@atlaskit/pragmatic-drag-and-drop-auto-scroll/element';
import { useEffect, useEffectEvent, useState, type RefObject } from 'react';
import { gapAt, type Gap, type ListSection } from './list-layout';
import { presetIdIn } from './use-row-drag';

export interface DraggedRow {
  readonly presetId: string;
  /** Where it would land; absent while the pointer is beside the list. */
  readonly gap?: Gap;
}

/**
 * Takes rows that are let go of over the list. The list is one target, and which gap is meant follows from the height of
 * the pointer: rows that are not drawn need not be there for that. The list scrolls near its edges.
 */
export function useRowDrop(
  list: RefObject<HTMLElement | null>,
  sections: readonly ListSection[],
  onDrop: (presetId: string, gap: Gap) => void,
): DraggedRow | undefined {
  const [dragged, setDragged] = useState<DraggedRow>();
  const drop = useEffectEvent(onDrop);
  const gapFor = useEffectEvent((clientY: number): Gap | undefined => {
    const element = list.current;
    if (element === null) return undefined;
    return gapAt(sections, clientY - element.getBoundingClientRect().top + element.scrollTop);
  });
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const isRow = ({ source }: { source: { data: Record<string, unknown> } }): boolean =>
      presetIdIn(source.data) !== undefined;
    const over = (data: Record<string, unknown>, clientY: number): void => {
      const presetId = presetIdIn(data);
      const gap = gapFor(clientY);
      if (presetId === undefined) return;
      setDragged((before) =>
        before?.presetId === presetId && before.gap?.top === gap?.top
          ? before
          : { presetId, ...(gap === undefined ? {} : { gap }) },
      );
    };
    return combine(
      monitorForElements({
        canMonitor: isRow,
        onDragStart: ({ source }) => {
          const presetId = presetIdIn(source.data);
          if (presetId !== undefined) setDragged({ presetId });
        },
        onDrop: () => setDragged(undefined),
      }),
      dropTargetForElements({
        element,
        canDrop: isRow,
        onDrag: ({ source, location }) => over(source.data, location.current.input.clientY),
        onDragLeave: () =>
          setDragged((before) => (before === undefined ? undefined : { presetId: before.presetId })),
        onDrop: ({ source, location }) => {
          const presetId = presetIdIn(source.data);
          const gap = gapFor(location.current.input.clientY);
          if (presetId !== undefined && gap !== undefined) drop(presetId, gap);
        },
      }),
      autoScrollForElements({ element, canScroll: isRow }),
    );
  }, [list]);
  return dragged;
}
