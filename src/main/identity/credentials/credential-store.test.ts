import { describe, expect, it } from 'vitest';
import { ElectronSecretStorage, type SecretStorage } from '../../platform/secret-storage';
import { EncryptedDocument } from '../../storage/encrypted-document';
import { FakeAsyncSafeStorage, FakeSafeStorage } from '../../test-support/fake-safe-storage';
import { TemporaryPlace } from '../../test-support/temporary-place';
import { KeyringLocked } from '../failures';
import { readPem } from './certificate';
import type { Credential } from './credential';
import { CredentialStore } from './credential-store';
import { testPem } from './test-files';

const secret: Credential = { type: 'secret', secret: 'the~secret.itself' };

function certificate(): Credential {
  const reading = readPem(testPem('leaf'), undefined, 0);
  if (!reading.ok) throw new Error(reading.problem);
  return reading.value;
}

const keyring = (): ElectronSecretStorage => new ElectronSecretStorage(new FakeAsyncSafeStorage(), 'linux');
const noKeyring = (): ElectronSecretStorage =>
  new ElectronSecretStorage(new FakeSafeStorage('basic_text', 'v10'), 'linux');

function open(place: TemporaryPlace, secrets: SecretStorage) {
  const told: string[] = [];
  const store = new CredentialStore(place, secrets, {
    unreadable: (file) => told.push(file),
    locked: () => told.push('locked'),
  });
  return { store, told };
}

describe('the credentials of service principals', () => {
  it('are there after a restart, and no file shows them', async () => {
    const place = new TemporaryPlace();
    const secrets = keyring();
    const { store } = open(place, secrets);
    expect(await store.get('one')).toBeUndefined();
    await Promise.all([store.put('one', secret), store.put('two', certificate())]);
    expect(await store.isPersistent()).toBe(true);

    const again = open(place, secrets);
    expect(await again.store.get('one')).toEqual(secret);
    expect(await again.store.get('two')).toEqual(certificate());
    expect(await again.store.get('constructor')).toBeUndefined();
    expect(again.told).toEqual([]);
    expect(await place.files()).toEqual(['credentials.json']);
    expect(await place.read('credentials.json')).not.toMatch(/secret|BEGIN|PRIVATE/);
    expect(place.logged).toEqual([]);
  });

  it('are replaced and deleted one by one, and all together', async () => {
    const place = new TemporaryPlace();
    const secrets = keyring();
    const { store } = open(place, secrets);
    await store.put('one', secret);
    await store.put('two', certificate());
    await store.put('one', { type: 'secret', secret: 'another' });
    await store.delete('two');
    await store.delete('unknown');
    const again = open(place, secrets).store;
    expect(await again.get('one')).toEqual({ type: 'secret', secret: 'another' });
    expect(await again.get('two')).toBeUndefined();
    await again.deleteAll();
    expect(await again.get('one')).toBeUndefined();
    expect(await place.files()).toEqual([]);
  });

  it('touch no disk before the first is asked for', async () => {
    const place = new TemporaryPlace();
    const { store } = open(place, keyring());
    await place.block();
    await store.flush();
  });

  it.each(['{', '{"version":1}', '{"version":1,"credentials":{"one":{"type":"secret","secret":""}}}'])(
    'are set aside when they make no sense, and asked for again: %s',
    async (text) => {
      const place = new TemporaryPlace();
      const secrets = keyring();
      await (await EncryptedDocument.open(place, 'credentials', secrets)).document.save(text);
      const { store, told } = open(place, secrets);
      expect(await store.get('one')).toBeUndefined();
      expect(told).toEqual([expect.stringMatching(/^credentials\.damaged-.*\.json$/)]);
      await store.put('one', secret);
      expect(await open(place, secrets).store.get('one')).toEqual(secret);
    },
  );

  it('are set aside when the key of the keyring is another one', async () => {
    const place = new TemporaryPlace();
    await open(place, keyring()).store.put('one', secret);
    const { store, told } = open(place, keyring());
    expect(await store.get('one')).toBeUndefined();
    expect(told).toHaveLength(1);
  });

  it('are there again when the keyring is unlocked', async () => {
    const place = new TemporaryPlace();
    const unlocked = keyring();
    await open(place, unlocked).store.put('one', secret);
    let secrets: SecretStorage = noKeyring();
    const { store } = open(place, {
      isProtected: () => secrets.isProtected(),
      encrypt: (text) => secrets.encrypt(text),
      decrypt: (data) => secrets.decrypt(data),
    });
    await expect(store.get('one')).rejects.toBeInstanceOf(KeyringLocked);
    secrets = unlocked;
    expect(await store.get('one')).toEqual(secret);
  });

  it('stay in memory without a keyring, and what an earlier one protects is left alone', async () => {
    const place = new TemporaryPlace();
    const secrets = keyring();
    await open(place, secrets).store.put('one', secret);
    const { store, told } = open(place, noKeyring());
    await expect(store.get('one')).rejects.toBeInstanceOf(KeyringLocked);
    expect(told).toEqual(['locked']);
    await store.put('two', secret);
    expect(await store.get('two')).toEqual(secret);
    await store.delete('two');
    expect(await store.isPersistent()).toBe(false);
    expect(await open(place, secrets).store.get('one')).toEqual(secret);
  });
});
