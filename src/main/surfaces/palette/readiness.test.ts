import { expect, it } from 'vitest';
import type { Settings } from '../../../shared/settings';
import { readiness, type WindowState } from './readiness';

const windows: readonly WindowState[] = ['none', 'hidden', 'open'];
const decided = (paletteReady: Settings['paletteReady'], failures = 0) =>
  windows.map((window) => readiness(paletteReady, window, failures));

it('keeps no hidden window where none is wanted', () => {
  expect(decided('never')).toEqual(['leave', 'destroy', 'leave']);
});

it('keeps a window that was used, and makes none', () => {
  expect(decided('after-first-use')).toEqual(['leave', 'leave', 'leave']);
});

it('makes a window before it is used where one is wanted from the start', () => {
  expect(decided('from-start')).toEqual(['make', 'leave', 'leave']);
});

it('makes one that has crashed again, once until the palette is opened', () => {
  const after = (failures: number) => decided('from-start', failures);
  expect([after(1), after(2), after(100)]).toEqual([
    ['make', 'leave', 'leave'],
    ['leave', 'leave', 'leave'],
    ['leave', 'leave', 'leave'],
  ]);
});

it('leaves the next window to the next opening where none is wanted from the start', () => {
  expect(decided('after-first-use', 1)).toEqual(decided('after-first-use'));
  expect(decided('never', 1)).toEqual(decided('never'));
});
