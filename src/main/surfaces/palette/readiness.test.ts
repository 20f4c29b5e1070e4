import { expect, it } from 'vitest';
import { readiness, type WindowState } from './readiness';

const windows: readonly WindowState[] = ['none', 'hidden', 'open'];

it('keeps no hidden window where none is wanted', () => {
  expect(windows.map((window) => readiness('never', window))).toEqual(['leave', 'destroy', 'leave']);
});

it('keeps a window that was used, and makes none', () => {
  expect(windows.map((window) => readiness('after-first-use', window))).toEqual(['leave', 'leave', 'leave']);
});

it('makes a window before it is used where one is wanted from the start', () => {
  expect(windows.map((window) => readiness('from-start', window))).toEqual(['make', 'leave', 'leave']);
});
