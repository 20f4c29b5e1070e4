import type { PaletteKey } from './palette-keys';

/** Rows that are seen at once. */
const page = 9;

/**
 * The row that a key moves to from the one at `index` (-1: none is chosen), of `count`. Arrows go round; pages stop at
 * the ends. `undefined` where the key does not move, or there is no row.
 */
export function rowAfter(key: PaletteKey, index: number, count: number): number | undefined {
  if (count === 0) return undefined;
  switch (key) {
    case 'next':
      return (index + 1) % count;
    case 'previous':
      return index <= 0 ? count - 1 : index - 1;
    case 'page-down':
      return Math.min(count - 1, Math.max(0, index) + page);
    case 'page-up':
      return Math.max(0, index - page);
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    default:
      return undefined;
  }
}
