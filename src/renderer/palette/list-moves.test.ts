import { expect, it } from 'vitest';
import { rowAfter } from './list-moves';
import type { PaletteKey } from './palette-keys';

const rows = 12;
const moves = (key: PaletteKey, from: readonly number[]): (number | undefined)[] =>
  from.map((index) => rowAfter(key, index, rows));

it('goes round with arrows', () => {
  expect(moves('next', [0, 5, 11])).toEqual([1, 6, 0]);
  expect(moves('previous', [11, 5, 0])).toEqual([10, 4, 11]);
});

it('goes by pages and stops at the ends', () => {
  expect(moves('page-down', [0, 2, 3, 11])).toEqual([9, 11, 11, 11]);
  expect(moves('page-up', [11, 9, 8, 0])).toEqual([2, 0, 0, 0]);
});

it('goes to the ends', () => {
  expect(moves('first', [5])).toEqual([0]);
  expect(moves('last', [5])).toEqual([11]);
});

it('begins at an end where nothing is chosen', () => {
  expect((['next', 'previous', 'page-up'] as const).map((key) => rowAfter(key, -1, rows))).toEqual([
    0, 11, 0,
  ]);
});

it('goes nowhere without rows, and with other keys', () => {
  for (const key of ['next', 'previous', 'page-down', 'page-up', 'first', 'last'] as const)
    expect(rowAfter(key, -1, 0)).toBeUndefined();
  for (const key of ['copy', 'close', 'nothing', 3] as const) expect(rowAfter(key, 0, rows)).toBeUndefined();
});
