import { describe, expect, it } from 'vitest';
import { presetView } from '../../../shared/test-support/snapshots';
import { gapAt, headingHeight, heightOf, itemsOf, rowHeight, type ListSection } from './list-layout';

const section = (pinned: boolean, count: number, managed = 0): ListSection => ({
  pinned,
  presets: Array.from({ length: count }, (_, n) =>
    presetView({ id: `${pinned ? 'pinned' : 'other'}-${n}`, pinned, isManaged: n < managed }),
  ),
});
const both = [section(true, 2), section(false, 3)];
const othersTop = headingHeight + 2 * rowHeight;

describe('the layout of the list', () => {
  it('is headings and rows one below the other', () => {
    const items = itemsOf(both);
    expect(items.map(({ kind }) => kind)).toEqual(['heading', 'row', 'row', 'heading', 'row', 'row', 'row']);
    expect(items.reduce((sum, item) => sum + heightOf(item), 0)).toBe(2 * headingHeight + 5 * rowHeight);
  });

  it('has a gap above and below each row', () => {
    expect(gapAt(both, 0)).toMatchObject({ pinned: true, gap: 0 });
    expect(gapAt(both, headingHeight + rowHeight - 1)).toEqual({
      pinned: true,
      gap: 1,
      top: headingHeight + rowHeight,
    });
    expect(gapAt(both, othersTop + headingHeight + 1.6 * rowHeight)).toMatchObject({ pinned: false, gap: 2 });
    expect(gapAt(both, 10_000)).toMatchObject({ pinned: false, gap: 3 });
    expect(gapAt([], 0)).toBeUndefined();
  });

  it('has the end of one section above a heading’s middle and the begin of the next below it', () => {
    expect(gapAt(both, othersTop + 1)).toMatchObject({ pinned: true, gap: 2 });
    expect(gapAt(both, othersTop + headingHeight - 1)).toMatchObject({ pinned: false, gap: 0 });
  });

  it('has no gap before what the organisation has given', () => {
    expect(gapAt([section(false, 4, 2)], 0)).toMatchObject({ gap: 2 });
  });
});
