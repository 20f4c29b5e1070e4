import type { PresetView } from '../../../shared/snapshot';
import { ownGaps } from './moves';

/** Heights in px, as `row-styles.ts` and the heading's style have them: no row needs to be drawn to know its place. */
export const rowHeight = 64;
export const headingHeight = 28;

/** One section of the list: its heading, then its rows. */
export interface ListSection {
  readonly pinned: boolean;
  readonly presets: readonly PresetView[];
}

/** What the list is made of, from top to bottom. */
export type ListItem =
  | { readonly kind: 'heading'; readonly section: ListSection }
  | { readonly kind: 'row'; readonly section: ListSection; readonly index: number; readonly id: string };

export const itemsOf = (sections: readonly ListSection[]): readonly ListItem[] =>
  sections.flatMap((section) => [
    { kind: 'heading', section } as const,
    ...section.presets.map(({ id }, index) => ({ kind: 'row', section, index, id }) as const),
  ]);

export const heightOf = ({ kind }: ListItem): number => (kind === 'heading' ? headingHeight : rowHeight);

/** A place between two rows that a dragged one can be let go of at. */
export interface Gap {
  readonly pinned: boolean;
  /** 0: before the first row of the section. */
  readonly gap: number;
  /** In px from the top of the list's content. */
  readonly top: number;
}

/** The gap nearest to `y`, in px from the top of the content. There is none among what somebody else keeps. */
export function gapAt(sections: readonly ListSection[], y: number): Gap | undefined {
  let top = 0;
  let nearest: Gap | undefined;
  for (const { pinned, presets } of sections) {
    const rowsTop = top + headingHeight;
    const { first, last } = ownGaps(presets);
    const gap = Math.max(first, Math.min(last, Math.round((y - rowsTop) / rowHeight)));
    const found = { pinned, gap, top: rowsTop + gap * rowHeight };
    if (nearest === undefined || Math.abs(found.top - y) < Math.abs(nearest.top - y)) nearest = found;
    top = rowsTop + presets.length * rowHeight;
  }
  return nearest;
}
