import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { TemporaryPlace } from '../test-support/temporary-place';
import { JsonDocument, type DocumentPlace } from './json-document';

const schema = z.strictObject({ version: z.literal(1), names: z.array(z.string().max(10)) });
const initial = { version: 1 as const, names: ['built-in'] };
const mine = { version: 1 as const, names: ['mine', 'Zoë'] };
const setAsideAs = 'presets.damaged-2026-11-22T15-53-00-000Z.json';

const open = (place: DocumentPlace): Promise<JsonDocument<z.infer<typeof schema>>> =>
  JsonDocument.open(place, 'presets', schema, initial);

/** A file that was saved once and then got this text. */
async function damagedPlace(text: string): Promise<TemporaryPlace> {
  const place = new TemporaryPlace();
  await (await open(place)).save(mine);
  await place.write('presets.json', text);
  return place;
}

const damages: [string, string][] = [
  ['cut short', '{"version":1,"names":["mi'],
  ['empty', ''],
  ['full of zeros, as after a power cut', '\0'.repeat(64)],
  ['no object', '"mine"'],
  ['of another form', '{"version":1,"names":"mine"}'],
  ['of a newer version', '{"version":2,"names":[]}'],
  ['with something more', '{"version":1,"names":[],"token":"x"}'],
];

describe('a document', () => {
  it('begins with its initial value and leaves no file before the first change', async () => {
    const place = new TemporaryPlace();
    const document = await open(place);
    expect(document.value).toEqual(initial);
    expect(document.recovery).toBeUndefined();
    expect((await place.files()).filter((file) => file.includes('last-good'))).toEqual([]);
  });

  it('has what was saved after a restart', async () => {
    const place = new TemporaryPlace();
    await (await open(place)).save(mine);
    const again = await open(place);
    expect(again.value).toEqual(mine);
    expect(again.recovery).toBeUndefined();
  });

  it('has the newest of several saves that were not waited for', async () => {
    const place = new TemporaryPlace();
    const document = await open(place);
    await Promise.all(['a', 'b', 'c'].map((name) => document.save({ version: 1, names: [name] })));
    expect((await open(place)).value.names).toEqual(['c']);
  });

  it('takes nothing that it could not read back, and keeps what it has', async () => {
    const place = new TemporaryPlace();
    const document = await open(place);
    await document.save(mine);
    await expect(document.save({ version: 1, names: ['much too long a name'] })).rejects.toThrow(z.ZodError);
    expect(document.value).toEqual(mine);
    expect((await open(place)).value).toEqual(mine);
  });

  it('keeps a change in memory when the disk takes it no more, and says so', async () => {
    const place = new TemporaryPlace();
    const document = await open(place);
    await place.block();
    await expect(document.save(mine)).rejects.toThrow();
    expect(document.value).toEqual(mine);
  });
});

describe.each(damages)('a document that is %s', (_name, text) => {
  it('is set aside under a dated name, and the last good copy takes its place', async () => {
    const place = await damagedPlace(text);
    const document = await open(place);
    expect(document.value).toEqual(mine);
    expect(document.recovery).toEqual({ from: 'last-good', file: setAsideAs });
    expect(await place.read(setAsideAs)).toBe(text);
    expect(await place.files()).toEqual([setAsideAs, 'presets.json', 'presets.last-good.json']);
    expect(place.logged.join()).toContain(setAsideAs);
  });

  it('is said once: the next start finds a good file', async () => {
    const place = await damagedPlace(text);
    await open(place);
    const again = await open(place);
    expect(again.value).toEqual(mine);
    expect(again.recovery).toBeUndefined();
  });

  it('begins anew when there is no good copy', async () => {
    const place = await damagedPlace(text);
    await rm(join(place.folder, 'presets.last-good.json'));
    const document = await open(place);
    expect(document.value).toEqual(initial);
    expect(document.recovery).toEqual({ from: 'default', file: setAsideAs });
    await document.save(mine);
    expect((await open(place)).value).toEqual(mine);
  });
});

describe('a document that can be repaired', () => {
  /** Keeps the names that are texts. */
  const repair = (value: unknown): z.infer<typeof schema> | undefined => {
    const parsed = z.object({ names: z.array(z.unknown()) }).safeParse(value);
    if (!parsed.success) return undefined;
    return { version: 1, names: parsed.data.names.filter((name) => typeof name === 'string') };
  };
  const openRepairing = (place: DocumentPlace) =>
    JsonDocument.open(place, 'presets', schema, initial, repair);

  it('keeps what is good in it, which is newer than the last good copy, and the file as it was', async () => {
    const text = '{"version":1,"names":["newer",7]}';
    const place = await damagedPlace(text);
    const document = await openRepairing(place);
    expect(document.value.names).toEqual(['newer']);
    expect(document.recovery).toEqual({ from: 'repair', file: setAsideAs });
    expect(await place.read(setAsideAs)).toBe(text);
    const again = await openRepairing(place);
    expect(again.value.names).toEqual(['newer']);
    expect(again.recovery).toBeUndefined();
  });

  it.each(damages.slice(0, 5))('takes the last good copy when it is %s', async (_name, text) => {
    const document = await openRepairing(await damagedPlace(text));
    expect(document.value).toEqual(mine);
    expect(document.recovery?.from).toBe('last-good');
  });

  it.each(damages.slice(0, 5))('repairs the last good copy when it is %s', async (_name, text) => {
    const place = await damagedPlace(text);
    await place.write('presets.last-good.json', '{"version":1,"names":["older",7]}');
    const document = await openRepairing(place);
    expect(document.value.names).toEqual(['older']);
    expect(document.recovery).toEqual({ from: 'last-good-repair', file: setAsideAs });
    const again = await openRepairing(place);
    expect(again.value.names).toEqual(['older']);
    expect(again.recovery).toBeUndefined();
  });

  it('loses nothing when the repaired file is damaged before the next start', async () => {
    const place = await damagedPlace('{"version":1,"names":["newer",7]}');
    await (await openRepairing(place)).save({ version: 1, names: ['newest'] });
    await place.write('presets.json', '{');
    expect((await openRepairing(place)).value.names).toEqual(['newest']);
  });

  it('is not repaired when it is good', async () => {
    const place = new TemporaryPlace();
    await (await open(place)).save(mine);
    const unasked = (): never => {
      throw new Error('repaired');
    };
    const document = await JsonDocument.open(place, 'presets', schema, initial, unasked);
    expect(document.value).toEqual(mine);
  });
});

describe('more that can go wrong', () => {
  it('is no damage when an editor has put a byte order mark before the text', async () => {
    const place = await damagedPlace(`\uFEFF${JSON.stringify(mine)}`);
    const document = await open(place);
    expect(document.value).toEqual(mine);
    expect(document.recovery).toBeUndefined();
    await document.save({ version: 1, names: ['newer'] });
    expect((await open(place)).value.names).toEqual(['newer']);
  });

  it('begins anew when the last good copy is damaged as well', async () => {
    const place = await damagedPlace('{');
    await place.write('presets.last-good.json', '{');
    expect((await open(place)).recovery?.from).toBe('default');
  });

  it.each(['before', 'after'])('loses nothing to a kill %s the file is replaced', async (when) => {
    const place = await damagedPlace('{');
    const kill = (): never => {
      throw new Error('killed');
    };
    const { folder, now, log } = placeOf(place);
    const killed = {
      folder,
      open: kill,
      now: when === 'before' ? kill : now,
      log: { ...log, warn: kill },
    };
    await expect(open(killed)).rejects.toThrow('killed');
    expect((await open(place)).value).toEqual(mine);
  });

  it('loses nothing to a kill between the write and its copy', async () => {
    const place = await damagedPlace(JSON.stringify({ version: 1, names: ['newer'] }));
    await open(place);
    await place.write('presets.json', '{');
    expect((await open(place)).value.names).toEqual(['newer']);
  });

  it('is no damage when the file cannot be read at all: that is thrown, and nothing is touched', async () => {
    const place = new TemporaryPlace();
    await mkdir(join(place.folder, 'presets.json'));
    await expect(open(place)).rejects.toThrow(/EISDIR/);
    expect(await place.files()).toEqual(['presets.json']);
  });
});

const placeOf = ({ folder, now, log }: TemporaryPlace) => ({ folder, now, log });
