import { describe, expect, it } from 'vitest';
import { FakeAsyncSafeStorage, FakeSafeStorage } from '../test-support/fake-safe-storage';
import { ElectronSecretStorage } from './secret-storage';

describe.each([
  ['Electron 33', FakeSafeStorage],
  ['Electron 42 and later', FakeAsyncSafeStorage],
])('secret storage in %s', (_name, SafeStorage) => {
  it('protects with a keyring on Linux', async () => {
    for (const backend of ['gnome_libsecret', 'kwallet6']) {
      const storage = new ElectronSecretStorage(new SafeStorage(backend), 'linux');
      expect(await storage.isProtected()).toBe(true);
    }
  });

  it.each(['basic_text', 'unknown'])('does not protect with the backend %s', async (backend) => {
    expect(await new ElectronSecretStorage(new SafeStorage(backend), 'linux').isProtected()).toBe(false);
  });

  it('does not protect on Linux with Chromium’s constant key, whatever the backend says', async () => {
    const storage = new ElectronSecretStorage(new SafeStorage('gnome_libsecret', 'v10'), 'linux');
    expect(await storage.isProtected()).toBe(false);
  });

  it.each(['win32', 'darwin'] as const)(
    'protects on %s, where v10 is the mark of a real key',
    async (platform) => {
      const storage = new ElectronSecretStorage(withoutBackend(new SafeStorage('', 'v10')), platform);
      expect(await storage.isProtected()).toBe(true);
      expect(await storage.decrypt(await storage.encrypt('secret'))).toBe('secret');
    },
  );

  it('does not protect where encryption is not to be had', async () => {
    for (const platform of ['linux', 'win32', 'darwin'] as const) {
      const safeStorage = new SafeStorage();
      safeStorage.available = false;
      expect(await new ElectronSecretStorage(safeStorage, platform).isProtected()).toBe(false);
    }
  });

  it('does not protect when the keyring fails to answer', async () => {
    const safeStorage = new SafeStorage();
    safeStorage.encryptString = () => {
      throw new Error('The keyring is locked.');
    };
    expect(await new ElectronSecretStorage(safeStorage, 'linux').isProtected()).toBe(false);
  });

  it('gives back what it encrypted, and nothing readable in between', async () => {
    const storage = new ElectronSecretStorage(new SafeStorage(), 'linux');
    const ciphertext = await storage.encrypt('a secret: Zoë');
    expect(ciphertext.toString('utf8')).not.toContain('secret');
    expect(await storage.decrypt(ciphertext)).toBe('a secret: Zoë');
  });

  it('refuses what was encrypted with another key, was damaged, or had the constant key', async () => {
    const storage = new ElectronSecretStorage(new SafeStorage(), 'linux');
    const damaged = await storage.encrypt('secret');
    damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 1;
    await expect(storage.decrypt(damaged)).rejects.toThrow();
    const other = await new ElectronSecretStorage(new SafeStorage(), 'linux').encrypt('secret');
    await expect(storage.decrypt(other)).rejects.toThrow();
    const constantKey = new SafeStorage('gnome_libsecret', 'v10');
    const obfuscated = constantKey.encryptString('secret');
    await expect(new ElectronSecretStorage(constantKey, 'linux').decrypt(obfuscated)).rejects.toThrow(
      /keyring/,
    );
  });
});

/** Only Linux has backends to choose from. */
function withoutBackend(safeStorage: FakeSafeStorage): FakeSafeStorage {
  safeStorage.getSelectedStorageBackend = () => {
    throw new TypeError('safeStorage.getSelectedStorageBackend is not a function');
  };
  return safeStorage;
}
