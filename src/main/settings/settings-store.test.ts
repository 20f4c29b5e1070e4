import { describe, expect, it } from 'vitest';
import type { ManagedSettings } from '../../shared/managed-settings';
import { defaultSettings, settingNameSchema, type Settings } from '../../shared/settings';
import { JsonDocument } from '../storage/json-document';
import { otherSettings } from '../test-support/other-settings';
import { TemporaryPlace } from '../test-support/temporary-place';
import { SettingLocked, SettingsStore } from './settings-store';
import { initialUserSettings, repairUserSettings, userSettingsSchema } from './user-settings';

const changes: Settings[] = [];

const open = async (place: TemporaryPlace, managed?: ManagedSettings): Promise<SettingsStore> =>
  new SettingsStore(
    await JsonDocument.open(place, 'settings', userSettingsSchema, initialUserSettings, repairUserSettings),
    (settings) => changes.push(settings),
    managed,
  );

const stored = async (place: TemporaryPlace): Promise<unknown> =>
  JSON.parse(await place.read('settings.json'));

it('begins with a clipboard that clears after a minute and the system’s theme', async () => {
  const { value } = await open(new TemporaryPlace());
  expect(value).toMatchObject({ theme: 'system', clipboardClearsAfter: 60 });
});

it('changes one setting and keeps the others, also over a restart', async () => {
  const place = new TemporaryPlace();
  const store = await open(place);
  const mainWindow = { x: -1200, y: 0, width: 440, height: 680 };
  await store.change({ theme: 'dark' });
  await store.change({ mainWindow });
  expect((await open(place)).value).toEqual({
    ...defaultSettings,
    theme: 'dark',
    dismissedNotices: [],
    mainWindow,
  });
  expect(changes.at(-1)).toEqual({ ...defaultSettings, theme: 'dark' });
});

it('writes what was changed only; what is put back to what it usually is, is not', async () => {
  const place = new TemporaryPlace();
  const store = await open(place);
  await store.change({ theme: 'dark', notifyBeforeEnd: 10, paletteHotkey: null });
  expect(await stored(place)).toEqual({
    version: 2,
    dismissedNotices: [],
    theme: 'dark',
    notifyBeforeEnd: 10,
    paletteHotkey: null,
  });
  await store.change({ theme: 'system' });
  await store.reset('notifyBeforeEnd');
  await store.reset('paletteHotkey');
  expect(await stored(place)).toEqual({ version: 2, dismissedNotices: [] });
  expect(store.value).toMatchObject(defaultSettings);
});

it('refuses what it could not read back, and stays as it was', async () => {
  const place = new TemporaryPlace();
  const store = await open(place);
  await expect(store.change({ clipboardClearsAfter: -1 })).rejects.toThrow();
  await expect(store.change({ mainWindow: { x: 0.5, y: 0, width: 440, height: 680 } })).rejects.toThrow();
  expect(store.value).toMatchObject(defaultSettings);
  expect((await open(place)).value).toMatchObject(defaultSettings);
});

describe('what the organisation has laid down', () => {
  const managed: ManagedSettings = {
    version: 1,
    settings: { clipboardClearsAfter: 30, activityList: false },
    defaults: { theme: 'dark', paletteHotkey: null },
  };

  it('wins where it is fixed, and cannot be changed', async () => {
    const place = new TemporaryPlace();
    await (await open(place)).change({ clipboardClearsAfter: 300, theme: 'light' });
    const store = await open(place, managed);
    expect(store.value).toMatchObject({ clipboardClearsAfter: 30, activityList: false, theme: 'light' });
    expect([...store.locked].sort()).toEqual(['activityList', 'clipboardClearsAfter']);

    await expect(store.change({ clipboardClearsAfter: 10 })).rejects.toThrow(SettingLocked);
    await expect(store.change({ theme: 'dark', activityList: true })).rejects.toThrow(SettingLocked);
    await expect(store.reset('clipboardClearsAfter')).rejects.toThrow(SettingLocked);
    expect(store.value).toMatchObject({ clipboardClearsAfter: 30, activityList: false, theme: 'light' });

    // Below the lock the person's own choice is kept, whatever else changes.
    await store.change({ notifyCopied: false });
    const later = await open(place);
    expect(later.value).toMatchObject({ clipboardClearsAfter: 300, activityList: true, notifyCopied: false });
  });

  it('is used as a default until the person changes it, and again after a reset', async () => {
    const place = new TemporaryPlace();
    const store = await open(place, managed);
    expect(store.value).toMatchObject({ theme: 'dark', paletteHotkey: null });
    expect(store.usual).toMatchObject({ theme: 'dark', clipboardClearsAfter: 30, startHidden: true });
    // The program's own default is a change here, and stays one.
    await store.change({ theme: 'system' });
    expect((await open(place, managed)).value.theme).toBe('system');
    await store.reset('theme');
    expect((await open(place, managed)).value.theme).toBe('dark');
    expect((await open(place)).value.theme).toBe('system');
  });

  it('can be any setting, one by one', async () => {
    for (const name of settingNameSchema.options) {
      const value = otherSettings[name];
      const fixed = await open(new TemporaryPlace(), { version: 1, settings: { [name]: value } });
      expect(fixed.value).toMatchObject({ ...defaultSettings, [name]: value });
      await expect(fixed.change({ [name]: defaultSettings[name] }), name).rejects.toThrow(SettingLocked);
      const usual = await open(new TemporaryPlace(), { version: 1, defaults: { [name]: value } });
      expect(usual.value).toMatchObject({ ...defaultSettings, [name]: value });
      await usual.change({ [name]: defaultSettings[name] });
      expect(usual.value).toMatchObject(defaultSettings);
    }
  });
});
