import { expect, it } from 'vitest';
import { palettePlace, paletteSize } from './palette-place';

it('opens in the middle, with its input in the upper third', () => {
  expect(palettePlace({ x: 0, y: 0, width: 1920, height: 1044 }, paletteSize)).toEqual({
    x: 680,
    y: 180,
    ...paletteSize,
  });
});

it('opens on the screen it is given, beside what the desktop keeps for itself', () => {
  const left = { x: -2560, y: -175, width: 2560, height: 1404 };
  expect(palettePlace(left, paletteSize)).toEqual({ x: -1560, y: 125, ...paletteSize });
  const belowPanel = { x: 64, y: 27, width: 1216, height: 693 };
  expect(palettePlace(belowPanel, paletteSize)).toEqual({ x: 392, y: 90, ...paletteSize });
});

it('stays within a screen that is smaller than it', () => {
  const small = { x: 10, y: 20, width: 480, height: 320 };
  expect(palettePlace(small, paletteSize)).toEqual(small);
  const lowAndLeft = { x: -1366, y: 300, width: 1366, height: 320 };
  expect(palettePlace(lowAndLeft, paletteSize)).toEqual({ ...lowAndLeft, x: -963, width: paletteSize.width });
});
