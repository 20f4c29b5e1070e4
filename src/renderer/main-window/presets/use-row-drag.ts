import { draggable } from '@atlaskit/pragmatic-drag-and-drop/element/adapter';
import { setCustomNativeDragPreview } from '@atlaskit/pragmatic-drag-and-drop/element/set-custom-native-drag-preview';
import { pointerOutsideOfPreview } from '@atlaskit/pragmatic-drag-and-drop/element/pointer-outside-of-preview';
import { useEffect, useEffectEvent, type RefObject } from 'react';

/** What is dragged, as the list is told. */
export const rowData = (presetId: string): Record<string, unknown> => ({ kind: 'preset', presetId });

export const presetIdIn = (data: Record<string, unknown>): string | undefined =>
  data['kind'] === 'preset' && typeof data['presetId'] === 'string' ? data['presetId'] : undefined;

interface RowDrag {
  readonly presetId: string;
  readonly name: string;
  readonly previewClass: string;
  /** Says why where it may not. */
  readonly mayMove: () => boolean;
}

/** Lets a row be taken with the pointer, by all of it that is no button. A small card with its name goes along. */
export function useRowDrag(row: RefObject<HTMLElement | null>, drag: RowDrag): void {
  const { presetId } = drag;
  const mayMove = useEffectEvent(drag.mayMove);
  const fill = useEffectEvent((container: HTMLElement): void => {
    const card = document.createElement('div');
    card.className = drag.previewClass;
    const icon = row.current?.querySelector('[data-icon] svg')?.cloneNode(true);
    const name = document.createElement('span');
    name.textContent = drag.name;
    card.append(...(icon === undefined ? [] : [icon]), name);
    container.append(card);
  });
  useEffect(() => {
    const element = row.current;
    if (element === null) return;
    return draggable({
      element,
      canDrag: ({ input }) => {
        const at = document.elementFromPoint(input.clientX, input.clientY);
        return at?.closest('button') === null && mayMove();
      },
      getInitialData: () => rowData(presetId),
      onGenerateDragPreview: ({ nativeSetDragImage }) =>
        setCustomNativeDragPreview({
          nativeSetDragImage,
          getOffset: pointerOutsideOfPreview({ x: '12px', y: '8px' }),
          render: ({ container }) => fill(container),
        }),
    });
  }, [row, presetId]);
}
