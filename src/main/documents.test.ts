import { expect, it } from 'vitest';
import { defaultSettings } from '../shared/settings';
import { noticeRecoveries, openDocuments } from './documents';
import { initialPresetsFile } from './presets/preset-store';
import { initialState, State } from './state';
import { TemporaryPlace } from './test-support/temporary-place';

/** What the person is told after a start with these files. */
async function noticesOf(place: TemporaryPlace): Promise<string[]> {
  const state = new State(
    {
      ...initialState,
      appVersion: '0.0.0',
      presets: [],
      settings: defaultSettings,
      system: { hotkeysNeedPortal: false, canHideFromHistory: false, canTellLock: false },
      dismissedNotices: [],
    },
    place.log,
  );
  noticeRecoveries(state, await openDocuments(place));
  return state.snapshot.notices.map(({ kind, file }) => `${kind} ${file ?? ''}`);
}

const aside = (name: string): string => `${name}.damaged-2026-11-22T15-53-00-000Z.json`;

it('says nothing of files that are not there yet, or good', async () => {
  const place = new TemporaryPlace();
  expect(await noticesOf(place)).toEqual([]);
  await place.write('settings.json', '{"version":1,"theme":"dark"}');
  expect(await noticesOf(place)).toEqual([]);
});

it('says which file was damaged, once, and what became of it', async () => {
  const place = new TemporaryPlace();
  for (const name of ['presets', 'settings', 'client-applications']) await place.write(`${name}.json`, '{');
  expect(await noticesOf(place)).toEqual([
    `presets-reset ${aside('presets')}`,
    `settings-reset ${aside('settings')}`,
    `client-applications-reset ${aside('client-applications')}`,
  ]);
  expect(await noticesOf(place)).toEqual([]);
  await place.write('settings.json', '{');
  expect(await noticesOf(place)).toEqual([`settings-restored ${aside('settings')}`]);
});

it('says that settings were corrected', async () => {
  const place = new TemporaryPlace();
  await place.write('settings.json', '{"version":1,"theme":"dark","clipboardClearsAfter":5}');
  expect(await noticesOf(place)).toEqual([`settings-corrected ${aside('settings')}`]);
});

it('says that hotkeys of presets were wrong, and keeps the presets', async () => {
  const place = new TemporaryPlace();
  const [first, ...others] = initialPresetsFile().presets;
  const byHand = JSON.stringify({ version: 1, presets: [{ ...first, hotkey: 'T' }, ...others] });
  await place.write('presets.json', byHand);
  expect(await noticesOf(place)).toEqual([`presets-corrected ${aside('presets')}`]);
  expect(await place.read(aside('presets'))).toBe(byHand);
  expect((await openDocuments(place)).presets.value).toEqual(initialPresetsFile());
});

it('says that the last good copy was taken, and that hotkeys in it were wrong', async () => {
  const place = new TemporaryPlace();
  const [first, second, ...others] = initialPresetsFile().presets;
  const presets = [{ ...first, hotkey: 'T' }, { ...second, name: 'Mine', hotkey: 'F9' }, ...others];
  await place.write('presets.json', '{');
  await place.write('presets.last-good.json', JSON.stringify({ version: 1, presets }));
  await place.write('settings.json', '{');
  await place.write('settings.last-good.json', '{"version":1,"theme":"dark","clipboardClearsAfter":5}');
  expect(await noticesOf(place)).toEqual([
    `presets-restored-corrected ${aside('presets')}`,
    `settings-restored-corrected ${aside('settings')}`,
  ]);
  expect(await noticesOf(place)).toEqual([]);
  const documents = await openDocuments(place);
  expect(documents.presets.value.presets).toEqual([first, ...presets.slice(1)]);
  expect(documents.settings.value.theme).toBe('dark');
});

it('says nothing of recent copies: their order is not worth a word', async () => {
  const place = new TemporaryPlace();
  await place.write('recent-copies.json', '{');
  expect(await noticesOf(place)).toEqual([]);
  expect(await place.files()).toContain(aside('recent-copies'));
});
