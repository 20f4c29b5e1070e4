import { describe, expect, it } from 'vitest';
import { defaultSettings, type SettingName } from '../../shared/settings';
import { JsonDocument } from '../storage/json-document';
import { otherSettings } from '../test-support/other-settings';
import { TemporaryPlace } from '../test-support/temporary-place';
import {
  initialUserSettings,
  repairUserSettings,
  settingsOf,
  userSettingsSchema,
  type UserSettings,
} from './user-settings';

const open = (place: TemporaryPlace): Promise<JsonDocument<UserSettings>> =>
  JsonDocument.open(place, 'settings', userSettingsSchema, initialUserSettings, repairUserSettings);

/** Everything set to something else than its default. */
const mine: UserSettings = {
  version: 2,
  ...otherSettings,
  notifyBeforeEnd: 30,
  dismissedNotices: ['tokens-in-memory-only'],
  mainWindow: { x: -1200, y: 0, width: 440, height: 680 },
};
const names = Object.keys(defaultSettings) as SettingName[];

/** What becomes of a file with this text, at this start and at the next. */
async function opened(text: string, lastGood?: UserSettings) {
  const place = new TemporaryPlace();
  if (lastGood !== undefined) await (await open(place)).save(lastGood);
  await place.write('settings.json', text);
  const { value, recovery } = await open(place);
  const again = await open(place);
  expect(again.value).toEqual(value);
  expect(again.recovery).toBeUndefined();
  const kept = recovery === undefined ? undefined : await place.read(recovery.file);
  return { value, from: recovery?.from, kept };
}

const corrected = async (change: object) => {
  const text = JSON.stringify({ ...mine, ...change });
  const { value, from, kept } = await opened(text, initialUserSettings);
  expect({ from, kept }).toEqual({ from: 'repair', kept: text });
  return value;
};

describe('the settings file', () => {
  it('comes back as it was saved', async () => {
    expect(await opened(JSON.stringify(mine))).toEqual({ value: mine, from: undefined, kept: undefined });
  });

  it('holds what was changed only', async () => {
    for (const name of [...names, 'mainWindow'] as const) {
      const { [name]: _unchanged, ...others } = mine;
      const { value, from } = await opened(JSON.stringify(others));
      expect(value).toEqual(others);
      expect(settingsOf(value)).toEqual({
        ...settingsOf(mine),
        ...(name === 'mainWindow' ? {} : { [name]: defaultSettings[name] }),
      });
      expect(from).toBeUndefined();
    }
    expect((await opened('{"version":2}')).value).toEqual(initialUserSettings);
  });

  it('of version 1 had all settings in it: those that are not as usual were changed', async () => {
    const { value, from } = await opened(
      JSON.stringify({ version: 1, ...defaultSettings, theme: 'dark', dismissedNotices: ['x'] }),
    );
    expect({ value, from }).toEqual({
      value: { version: 2, theme: 'dark', dismissedNotices: ['x'] },
      from: undefined,
    });
    expect((await opened(JSON.stringify({ ...mine, version: 1 }))).value).toEqual(mine);
    expect((await opened('{"version":1}')).value).toEqual(initialUserSettings);
  });

  it('has the settings alone for those who want only these', () => {
    expect(settingsOf(initialUserSettings)).toEqual(defaultSettings);
  });
});

describe('a wrong value in it', () => {
  const wrong: [SettingName, unknown][] = [
    ...names.flatMap((name): [SettingName, unknown][] => [
      [name, 'something'],
      [name, []],
      [name, {}],
      [name, 1.5],
    ]),
    ...[5, 601, -1, 9.5, '60', null, true, 1e300].map((value): [SettingName, unknown] => [
      'clipboardClearsAfter',
      value,
    ]),
    ...[-1, 31, '5', null].map((value): [SettingName, unknown] => ['notifyBeforeEnd', value]),
    ['clipboardClearsOnQuit', 'true'],
    ['activityList', 1],
    ['startHidden', null],
    ['theme', 'Dark'],
    ['paletteHotkey', 'A'],
    ['copyLastHotkey', 'CommandOrControl+C'],
  ];

  it.each(wrong)('costs that one setting only: %s is %j', async (name, value) => {
    const { [name]: _wrong, ...others } = mine;
    expect(await corrected({ [name]: value })).toEqual(others);
  });

  it.each([
    ['a place of the window', { mainWindow: { x: 0.5, y: 0, width: 440, height: 680 } }],
    ['a window without a size', { mainWindow: { x: 0, y: 0, width: 0, height: 680 } }],
    ['a place with something more', { mainWindow: { ...mine.mainWindow, display: 1 } }],
  ])('that is %s is forgotten', async (_what, change) => {
    const { mainWindow: _forgotten, ...rest } = mine;
    expect(await corrected(change)).toEqual(rest);
  });

  it('among the notices that were dismissed lets them be said again', async () => {
    expect(await corrected({ dismissedNotices: ['x', 1] })).toEqual({ ...mine, dismissedNotices: [] });
  });

  it('may be in several, and all others stay', async () => {
    const value = await corrected({ theme: 'pink', clipboardClearsAfter: 5, notifyCopied: 'no' });
    const { theme: _theme, clipboardClearsAfter: _clears, notifyCopied: _copied, ...others } = mine;
    expect(value).toEqual(others);
  });
});

describe('a settings file of another kind', () => {
  it('loses what is not known, and keeps the rest', async () => {
    expect(await corrected({ themme: 'dark', token: 'x', constructor: 1 })).toEqual(mine);
    const text = JSON.stringify(mine).replace('{', '{"__proto__":{"theme":"light"},');
    const { value, from } = await opened(text);
    expect({ value, from }).toEqual({ value: mine, from: 'repair' });
  });

  it.each([1, 3, 0, '1', null])('of version %j keeps what this version understands', async (version) => {
    const { paletteReady: _unknown, ...others } = mine;
    expect(await corrected({ version, newSetting: 7, paletteReady: 'on-mondays' })).toEqual(others);
  });

  it.each([
    '[]',
    '"x"',
    '7',
    'null',
    '',
    '{}',
    '{"version":1,"presets":[]}',
    '[{"version":1,"theme":"dark"}]',
    '{"version":1,"clipboardClearsAfter":NaN}',
    JSON.stringify(mine).slice(0, 40),
  ])('%s: the last good copy comes back, or else the defaults', async (text) => {
    expect(await opened(text, mine)).toEqual({ value: mine, from: 'last-good', kept: text });
    expect(await opened(text)).toEqual({ value: initialUserSettings, from: 'default', kept: text });
  });

  it('may be huge or deep', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100_000 }, (_, index) => [`key${index}`, 'x'.repeat(100)]),
    );
    expect(await corrected({ ...many, theme: 'light' })).toEqual({ ...mine, theme: 'light' });
    const deep = `{"version":1,"theme":"light","notifyCopied":${'['.repeat(50_000)}${']'.repeat(50_000)}}`;
    expect((await opened(deep)).value).toEqual({ ...initialUserSettings, theme: 'light' });
    expect((await opened('['.repeat(1_000_000), mine)).value).toEqual(mine);
  });
});
