import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ElectronSecretStorage, inMemoryOnly } from '../../platform/secret-storage';
import { EncryptedDocument } from '../../storage/encrypted-document';
import { FakeAsyncSafeStorage, type FakeSafeStorage } from '../../test-support/fake-safe-storage';
import { FakeTimers } from '../../test-support/fake-timers';
import { TemporaryPlace, testNow } from '../../test-support/temporary-place';
import type { Consumer } from './consumer-file';
import { ConsumerStore } from './consumer-store';

const minute = 60_000;

const consumer = (id: string): Omit<Consumer, 'secretHash'> => ({
  id,
  name: `Program ${id}`,
  isOn: true,
  identity: {},
  resources: ['https://vault.azure.net'],
  refused: [],
  asksForOthers: false,
  fromContainers: false,
  createdOn: testNow,
});

let place: TemporaryPlace;
let timers: FakeTimers;
let safeStorage: FakeSafeStorage;

beforeEach(() => {
  place = new TemporaryPlace();
  timers = new FakeTimers();
  safeStorage = new FakeAsyncSafeStorage();
});

const document = async (): Promise<EncryptedDocument> => {
  const secrets = new ElectronSecretStorage(safeStorage, 'linux');
  return (await EncryptedDocument.open(place, 'consumers', secrets)).document;
};
const begin = (): ConsumerStore => new ConsumerStore(timers.after, () => undefined);
async function start(): Promise<ConsumerStore> {
  const store = begin();
  await store.open(await document());
  return store;
}

describe('the programs that may ask', () => {
  it('are there after a restart, known by their secrets, which are nowhere', async () => {
    const first = await start();
    await first.add(consumer('one'));
    const one = first.secretOf('one') ?? '';
    await first.add(consumer('two'));
    const two = first.secretOf('two') ?? '';
    expect(one).toMatch(/^[\w-]{43}$/);
    await first.rememberPort(43_210);
    const second = await start();
    expect(second.all.map(({ id }) => id)).toEqual(['one', 'two']);
    expect(second.port).toBe(43_210);
    expect(second.authenticate(one)?.id).toBe('one');
    expect(second.authenticate(two)?.id).toBe('two');
    for (const wrong of ['', one.slice(1), `${one} `, one.toLowerCase(), second.all[0]?.secretHash ?? ''])
      expect(second.authenticate(wrong)).toBeUndefined();
    expect(second.secretOf('two')).toBeUndefined();
    const file = await readFile(join(place.folder, 'consumers.json'), 'utf8');
    expect(file).not.toContain(two);
    expect((await document()).text).not.toContain(two);
  });

  it('lose an old secret with the new one', async () => {
    const store = await start();
    await store.add(consumer('one'));
    const old = store.secretOf('one') ?? '';
    await store.renewSecret('one');
    expect(store.authenticate(old)).toBeUndefined();
    expect(store.authenticate(store.secretOf('one') ?? '')?.id).toBe('one');
  });

  it('are those of the file and those that were added before it was open', async () => {
    const first = await start();
    await first.add(consumer('one'));
    const second = begin();
    await second.add(consumer('early'));
    await second.open(await document());
    expect(second.all.map(({ id }) => id)).toEqual(['one', 'early']);
    expect((await start()).all).toHaveLength(2);
  });

  it('are begun anew where their file makes no sense, which is set aside', async () => {
    await (await document()).save('{"version":2}');
    const store = await start();
    expect(store.all).toEqual([]);
    expect((await readdir(place.folder)).filter((name) => name.includes('damaged'))).toHaveLength(1);
    await writeFile(join(place.folder, 'consumers.json'), 'no JSON');
    expect((await start()).all).toEqual([]);
  });

  it('are forgotten when the program ends where there is no keyring, which is said', async () => {
    const store = begin();
    await store.open((await EncryptedDocument.open(place, 'consumers', inMemoryOnly)).document);
    await store.add(consumer('one'));
    expect(store.isInMemoryOnly).toBe(true);
    expect(await readdir(place.folder)).toEqual([]);
    const unopened = begin();
    expect(unopened.isInMemoryOnly).toBe(false);
    unopened.keepInMemory();
    expect(unopened.isInMemoryOnly).toBe(true);
  });
});

describe('a new secret', () => {
  it('can be copied for ten minutes, and no longer', async () => {
    const store = await start();
    await store.add(consumer('one'));
    timers.pass(10 * minute - 1);
    expect(store.freshSecretOf).toBe('one');
    timers.pass(1);
    expect(store.freshSecretOf).toBeUndefined();
    expect(store.secretOf('one')).toBeUndefined();
    expect(timers.waiting).toBe(0);
  });

  it('takes the place of the one before, whose time then says nothing', async () => {
    const store = await start();
    await store.add(consumer('one'));
    timers.pass(9 * minute);
    await store.add(consumer('two'));
    expect(store.secretOf('one')).toBeUndefined();
    timers.pass(9 * minute);
    expect(store.freshSecretOf).toBe('two');
    await store.remove('two');
    expect(store.freshSecretOf).toBeUndefined();
    expect(timers.waiting).toBe(0);
  });
});
