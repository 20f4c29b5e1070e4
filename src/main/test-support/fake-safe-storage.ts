import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { AnySafeStorage } from '../platform/secret-storage';

/** Electron's safeStorage up to 41, with real encryption. A new one has a new key, as after a change of keyring. */
export class FakeSafeStorage implements AnySafeStorage {
  private readonly key = randomBytes(32);
  available = true;

  /** `mark` is what Chromium puts before its ciphertext: `v11` with a keyring, `v10` with a constant key. */
  constructor(
    private readonly backend = 'gnome_libsecret',
    private readonly mark = 'v11',
  ) {}

  getSelectedStorageBackend(): string {
    return this.backend;
  }

  isEncryptionAvailable(): boolean {
    return this.available;
  }

  encryptString(text: string): Buffer {
    if (!this.available)
      throw new Error('Error while encrypting the text provided to safeStorage.encryptString.');
    const iv = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.from(this.mark), iv, cipher.getAuthTag(), body]);
  }

  decryptString(ciphertext: Buffer): string {
    const decipher = createDecipheriv('aes-256-gcm', this.key, ciphertext.subarray(3, 15));
    decipher.setAuthTag(ciphertext.subarray(15, 31));
    return Buffer.concat([decipher.update(ciphertext.subarray(31)), decipher.final()]).toString('utf8');
  }
}

/** From 42 on: the asynchronous half is there, too. */
export class FakeAsyncSafeStorage extends FakeSafeStorage {
  isAsyncEncryptionAvailable(): Promise<boolean> {
    return Promise.resolve(this.available);
  }

  async encryptStringAsync(text: string): Promise<Buffer> {
    await new Promise(setImmediate);
    return this.encryptString(text);
  }

  async decryptStringAsync(ciphertext: Buffer): Promise<{ result: string; shouldReEncrypt: boolean }> {
    await new Promise(setImmediate);
    return { result: this.decryptString(ciphertext), shouldReEncrypt: false };
  }
}
