import { expect, it } from 'vitest';
import { JsonDocument } from '../storage/json-document';
import { TemporaryPlace } from '../test-support/temporary-place';
import { SettingsStore } from './settings-store';
import { initialUserSettings, userSettingsSchema } from './user-settings';

const open = async (place: TemporaryPlace): Promise<SettingsStore> =>
  new SettingsStore(
    await JsonDocument.open(place, 'settings', userSettingsSchema, initialUserSettings),
    () => undefined,
  );

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
  expect((await open(place)).value).toEqual({ ...initialUserSettings, theme: 'dark', mainWindow });
});

it('refuses what it could not read back, and stays as it was', async () => {
  const place = new TemporaryPlace();
  const store = await open(place);
  await expect(store.change({ clipboardClearsAfter: -1 })).rejects.toThrow();
  await expect(store.change({ mainWindow: { x: 0.5, y: 0, width: 440, height: 680 } })).rejects.toThrow();
  expect(store.value).toEqual(initialUserSettings);
  expect((await open(place)).value).toEqual(initialUserSettings);
});
