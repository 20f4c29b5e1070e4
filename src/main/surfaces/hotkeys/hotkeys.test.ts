import { expect, it } from 'vitest';
import { defaultSettings, type Settings } from '../../../shared/settings';
import type { Snapshot } from '../../../shared/snapshot';
import {
  presetView,
  settingsView,
  signedOutSnapshot,
  snapshotWith,
} from '../../../shared/test-support/snapshots';
import { hotkeysOf } from './hotkeys';

const settingsWith = (change: Partial<Settings>) =>
  settingsView({ values: { ...defaultSettings, paletteHotkey: null, ...change } });
const hotkeys = (snapshot: Snapshot) => [...hotkeysOf(snapshot)];

const openPalette = { name: 'openPalette', args: {} };
const copyLast = { name: 'copyLast', args: {} };
const copy = (presetId: string) => ({ name: 'copyInDefaultFormat', args: { presetId } });

it('opens the palette, and nothing else, to begin with', () => {
  expect(hotkeys(snapshotWith({ presets: [presetView()] }))).toEqual([
    ['CommandOrControl+Alt+T', openPalette],
  ]);
});

it('is none where all are off', () => {
  expect(hotkeys(snapshotWith({ settings: settingsWith({}) }))).toEqual([]);
});

it('copies the last copy again and single presets, also while nobody is signed in', () => {
  const settings = settingsWith({ paletteHotkey: 'F9', copyLastHotkey: 'Alt+L' });
  const presets = [
    presetView({ id: 'a', hotkey: 'Alt+A' }),
    presetView({ id: 'b' }),
    presetView({ id: 'c', hotkey: 'Alt+C' }),
  ];
  const expected = [
    ['F9', openPalette],
    ['Alt+L', copyLast],
    ['Alt+A', copy('a')],
    ['Alt+C', copy('c')],
  ];
  expect(hotkeys(snapshotWith({ settings, presets }))).toEqual(expected);
  expect(hotkeys(signedOutSnapshot({ settings, presets }))).toEqual(expected);
});

it('belongs to one only: the palette, the last copy, the first preset', () => {
  const presets = [presetView({ id: 'a', hotkey: 'F9' }), presetView({ id: 'b', hotkey: 'F9' })];
  const owner = (change: Partial<Settings>) =>
    hotkeys(snapshotWith({ settings: settingsWith(change), presets }));
  expect(owner({ paletteHotkey: 'F9', copyLastHotkey: 'F9' })).toEqual([['F9', openPalette]]);
  expect(owner({ copyLastHotkey: 'F9' })).toEqual([['F9', copyLast]]);
  expect(owner({})).toEqual([['F9', copy('a')]]);
});

it.each(['A', 'Shift+A', 'CommandOrControl+V', 'Return'])(
  'takes %s away from nobody, whatever a file says',
  (hotkey) => {
    const snapshot = snapshotWith({ settings: settingsWith({}), presets: [presetView({ hotkey })] });
    expect(hotkeys(snapshot)).toEqual([]);
  },
);
