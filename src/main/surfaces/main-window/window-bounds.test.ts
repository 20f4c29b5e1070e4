import { expect, it } from 'vitest';
import { minimumSize, openingBounds } from './window-bounds';

const main = { x: 0, y: 0, width: 1920, height: 1040 };
const left = { x: -2560, y: -200, width: 2560, height: 1400 };
const size = { width: 500, height: 700 };

it('opens for the first time where the system likes, at a size of its own', () => {
  expect(openingBounds(undefined, [main])).toEqual({ width: 440, height: 680 });
});

it('opens where it was, on whichever screen that is', () => {
  for (const place of [
    { x: 100, y: 50 },
    { x: 0, y: 0 },
    { x: 1800, y: 900 },
    { x: -2400, y: -150 },
  ]) {
    expect(openingBounds({ ...place, ...size }, [main, left])).toEqual({ ...place, ...size });
  }
});

it('keeps its size but not its place when that screen is gone', () => {
  for (const place of [
    { x: -2400, y: -150 },
    { x: 1900, y: 0 },
    { x: 100, y: 1030 },
    { x: 100, y: -10 },
    { x: -450, y: 10 },
  ]) {
    expect(openingBounds({ ...place, ...size }, [main])).toEqual(size);
  }
});

it('is never smaller than it can be used', () => {
  expect(openingBounds({ x: 10, y: 10, width: 1, height: 1 }, [main])).toEqual({
    x: 10,
    y: 10,
    ...minimumSize,
  });
});

it('opens somewhere when no screen is known', () => {
  expect(openingBounds({ x: 10, y: 10, ...size }, [])).toEqual(size);
});
