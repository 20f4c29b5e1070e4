import { describe, expect, it } from 'vitest';
import {
  defaultSettings,
  settingNameSchema,
  settingsChangeSchema,
  settingsSchema,
  type SettingName,
} from './settings';

const isSetting = (setting: SettingName, value: unknown): boolean =>
  settingsSchema.safeParse({ ...defaultSettings, [setting]: value }).success;

describe('the settings', () => {
  it('have a default each, and the defaults are good', () => {
    expect(Object.keys(defaultSettings).sort()).toEqual([...settingNameSchema.options].sort());
    expect(settingsSchema.parse(defaultSettings)).toEqual(defaultSettings);
  });

  it('are complete, or they are none', () => {
    for (const name of settingNameSchema.options) {
      const { [name]: _missing, ...rest } = defaultSettings;
      expect(settingsSchema.safeParse(rest).success, name).toBe(false);
    }
  });

  it.each(settingNameSchema.options)('%s takes no value of another kind', (name) => {
    for (const value of ['', 'something', [], {}, Number.NaN, 0.5, Infinity, '60', 'true', 1e21])
      expect(isSetting(name, value), JSON.stringify(value)).toBe(false);
  });

  it.each([
    ['clipboardClearsAfter', [0, 10, 60, 600], [-1, 1, 5, 9, 601, 10.5]],
    ['notifyBeforeEnd', [0, 1, 5, 30], [-1, 31, 1.5]],
  ] as const)('%s is never, or within its bounds', (name, good, wrong) => {
    expect(good.filter((value) => !isSetting(name, value))).toEqual([]);
    expect(wrong.filter((value) => isSetting(name, value))).toEqual([]);
  });

  it('have hotkeys that may be off, and are accelerators otherwise', () => {
    for (const name of ['paletteHotkey', 'copyLastHotkey'] as const) {
      expect(isSetting(name, null)).toBe(true);
      expect(isSetting(name, 'Control+Alt+K')).toBe(true);
      for (const wrong of ['Control+Control', 'A', 'Shift+A', 'CommandOrControl+C', 'Alt+Tab'])
        expect(isSetting(name, wrong), wrong).toBe(false);
      expect(isSetting(name, `Control+Alt+${'A'.repeat(64)}`)).toBe(false);
    }
    expect(isSetting('theme', null)).toBe(false);
  });
});

describe('a change of settings', () => {
  const { paletteHotkey: _palette, copyLastHotkey: _copyLast, ...others } = defaultSettings;

  it.each(Object.entries(others))('may be of %s alone, and then changes nothing else', (name, value) => {
    expect(settingsChangeSchema.parse({ [name]: value })).toEqual({ [name]: value });
  });

  it('may be of several', () => {
    expect(settingsChangeSchema.parse(others)).toEqual(others);
  });

  it.each([
    ['nothing', {}],
    ['the palette’s hotkey', { paletteHotkey: 'Control+Alt+K' }],
    ['the other hotkey, beside something else', { theme: 'dark', copyLastHotkey: null }],
    ['what is no setting', { mainWindow: { x: 0, y: 0, width: 1, height: 1 } }],
    ['the version', { version: 2 }],
    ['a wrong value beside a good one', { theme: 'dark', clipboardClearsAfter: 5 }],
    ['a list', [{ theme: 'dark' }]],
  ])('is refused when it is of %s', (_what, change) => {
    expect(settingsChangeSchema.safeParse(change).success).toBe(false);
  });
});
