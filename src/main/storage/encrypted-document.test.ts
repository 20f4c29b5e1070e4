import { describe, expect, it } from 'vitest';
import { ElectronSecretStorage } from '../platform/secret-storage';
import { FakeAsyncSafeStorage, FakeSafeStorage } from '../test-support/fake-safe-storage';
import { TemporaryPlace } from '../test-support/temporary-place';
import { EncryptedDocument } from './encrypted-document';

const secret = '{"AccessToken":{"key":{"secret":"the-token-itself"}}}';
const setAsideAs = 'cache.damaged-2026-11-22T15-53-00-000Z.json';

const keyring = (): ElectronSecretStorage => new ElectronSecretStorage(new FakeAsyncSafeStorage(), 'linux');
const noKeyring = (): ElectronSecretStorage =>
  new ElectronSecretStorage(new FakeSafeStorage('basic_text', 'v10'), 'linux');
const open = (place: TemporaryPlace, secrets: ElectronSecretStorage) =>
  EncryptedDocument.open(place, 'cache', secrets);

async function savedPlace(secrets: ElectronSecretStorage): Promise<TemporaryPlace> {
  const place = new TemporaryPlace();
  await (await open(place, secrets)).document.save(secret);
  return place;
}

describe('a secret document with a keyring', () => {
  it('has nothing before the first save', async () => {
    const { document, unreadable } = await open(new TemporaryPlace(), keyring());
    expect(document.text).toBeUndefined();
    expect(document.isPersistent).toBe(true);
    expect(unreadable).toBeUndefined();
  });

  it('has what was saved after a restart, and no file shows it', async () => {
    const secrets = keyring();
    const place = await savedPlace(secrets);
    const { document, unreadable } = await open(place, secrets);
    expect(document.text).toBe(secret);
    expect(unreadable).toBeUndefined();
    for (const file of await place.files()) {
      const text = await place.read(file);
      const inside = Buffer.from(/"ciphertext": "([^"]*)"/.exec(text)?.[1] ?? '', 'base64').toString(
        'latin1',
      );
      expect(text + inside).not.toContain('token');
    }
  });

  it('has the newest of several saves, in whatever order encrypting ends', async () => {
    const safeStorage = new FakeAsyncSafeStorage();
    const waiting: (() => void)[] = [];
    const encrypted: string[] = [];
    safeStorage.encryptStringAsync = async (text) => {
      encrypted.push(text);
      if (text === 'first') await new Promise<void>((go) => waiting.push(go));
      return safeStorage.encryptString(text);
    };
    const secrets = new ElectronSecretStorage(safeStorage, 'linux');
    const place = new TemporaryPlace();
    const { document } = await open(place, secrets);
    const first = document.save('first');
    while (waiting.length === 0) await new Promise(setImmediate);
    const saves = [first, document.save('second'), document.save('third')];
    expect(document.text).toBe('third');
    waiting.forEach((go) => go());
    await Promise.all(saves);
    expect(encrypted.slice(-2)).toEqual(['first', 'third']);
    expect((await open(place, secrets)).document.text).toBe('third');
  });

  it('waits with flush for what is still being written', async () => {
    const secrets = keyring();
    const place = new TemporaryPlace();
    const { document } = await open(place, secrets);
    void document.save(secret);
    await document.flush();
    expect((await open(place, secrets)).document.text).toBe(secret);
  });

  it('keeps a text in memory when it cannot be encrypted, says so, and writes the next one', async () => {
    const safeStorage = new FakeSafeStorage();
    const secrets = new ElectronSecretStorage(safeStorage, 'linux');
    const place = new TemporaryPlace();
    const { document } = await open(place, secrets);
    safeStorage.available = false;
    await expect(document.save('lost')).rejects.toThrow();
    expect(document.text).toBe('lost');
    expect(await place.files()).toEqual([]);
    safeStorage.available = true;
    await document.save(secret);
    expect((await open(place, secrets)).document.text).toBe(secret);
  });
});

describe('a secret document that cannot be read', () => {
  it('is set aside when the key is another one, and the next save starts clean', async () => {
    const place = await savedPlace(keyring());
    const before = await place.read('cache.json');
    const secrets = keyring();
    const { document, unreadable } = await open(place, secrets);
    expect(unreadable).toBe(setAsideAs);
    expect(document.text).toBeUndefined();
    expect(await place.read(setAsideAs)).toBe(before);
    await document.save('new');
    expect((await open(place, secrets)).document.text).toBe('new');
  });

  it.each([
    '',
    '{',
    '{"version":1}',
    '{"version":1,"ciphertext":"not base64!"}',
    '{"version":1,"ciphertext":""}',
  ])('is set aside when the file is %j', async (text) => {
    const secrets = keyring();
    const place = await savedPlace(secrets);
    await place.write('cache.json', text);
    const { document, unreadable } = await open(place, secrets);
    expect(unreadable).toBe(setAsideAs);
    expect(document.text).toBeUndefined();
    expect(await place.files()).toEqual([setAsideAs]);
  });

  it('is set aside when somebody else finds that it makes no sense', async () => {
    const secrets = keyring();
    const place = await savedPlace(secrets);
    const { document } = await open(place, secrets);
    expect(await document.giveUp()).toBe(setAsideAs);
    expect(document.text).toBeUndefined();
    await document.save('new');
    expect((await open(place, secrets)).document.text).toBe('new');
  });
});

describe('a secret document without a keyring', () => {
  it('stays in memory and never touches the disk', async () => {
    const place = new TemporaryPlace();
    const { document } = await open(place, noKeyring());
    await document.save(secret);
    await document.flush();
    expect(document.isPersistent).toBe(false);
    expect(document.text).toBe(secret);
    expect(await place.files()).toEqual([]);
  });

  it('leaves what an earlier keyring protected as it is, for the day the keyring is back', async () => {
    const secrets = keyring();
    const place = await savedPlace(secrets);
    const before = await place.read('cache.json');
    const { document, unreadable } = await open(place, noKeyring());
    expect(unreadable).toBeUndefined();
    expect(document.text).toBeUndefined();
    await document.save('in memory');
    expect(await place.read('cache.json')).toBe(before);
    expect((await open(place, secrets)).document.text).toBe(secret);
  });
});
