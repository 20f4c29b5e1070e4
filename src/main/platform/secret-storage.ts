/** Encryption with a key that the operating system keeps for this user. */
export interface SecretStorage {
  /** Whether the operating system really protects the key. If not, nothing secret may be written. */
  isProtected(): Promise<boolean>;
  /** Nothing may be on disk, not even what an earlier protection has left there. */
  readonly leavesNothing?: boolean;
  encrypt(text: string): Promise<Buffer>;
  /** @throws when the ciphertext is damaged or the key is another one */
  decrypt(ciphertext: Buffer): Promise<string>;
}

/** As much of Electron's `safeStorage` as is used. The asynchronous half is there from Electron 42. */
export interface AnySafeStorage {
  getSelectedStorageBackend(): string;
  isEncryptionAvailable(): boolean;
  encryptString(text: string): Buffer;
  decryptString(ciphertext: Buffer): string;
  isAsyncEncryptionAvailable?(): Promise<boolean>;
  encryptStringAsync?(text: string): Promise<Buffer>;
  decryptStringAsync?(ciphertext: Buffer): Promise<{ result: string }>;
}

/** Protects nothing, so that nothing is written. */
export const inMemoryOnly: SecretStorage = {
  leavesNothing: true,
  isProtected: () => Promise.resolve(false),
  encrypt: () => Promise.reject(new Error('Nothing is to be written.')),
  decrypt: () => Promise.reject(new Error('Nothing was written.')),
};

// Chromium's mark for "encrypted with a constant key": it obfuscates, it does not protect.
// https://chromium.googlesource.com/chromium/src/+/main/components/os_crypt/sync/os_crypt_linux.cc
const constantKeyMark = 'v10';

/** Electron's safeStorage, with the cases left out in which it only looks as if it protected something. */
export class ElectronSecretStorage implements SecretStorage {
  private protectedOnce: Promise<boolean> | undefined;

  constructor(
    private readonly safeStorage: AnySafeStorage,
    private readonly platform: NodeJS.Platform,
  ) {}

  isProtected(): Promise<boolean> {
    this.protectedOnce ??= this.findOut();
    return this.protectedOnce;
  }

  private async findOut(): Promise<boolean> {
    if (this.platform === 'linux') {
      const backend = this.safeStorage.getSelectedStorageBackend();
      if (backend === 'basic_text' || backend === 'unknown') return false;
    }
    try {
      const available =
        (await this.safeStorage.isAsyncEncryptionAvailable?.()) ?? this.safeStorage.isEncryptionAvailable();
      if (!available) return false;
      // On Windows and macOS `v10` marks a key that the operating system does protect.
      return this.platform !== 'linux' || !isConstantKey(await this.encrypt('probe'));
    } catch {
      return false;
    }
  }

  async encrypt(text: string): Promise<Buffer> {
    if (this.safeStorage.encryptStringAsync !== undefined) return this.safeStorage.encryptStringAsync(text);
    return this.safeStorage.encryptString(text);
  }

  async decrypt(ciphertext: Buffer): Promise<string> {
    if (this.platform === 'linux' && isConstantKey(ciphertext))
      throw new Error('This was encrypted without a keyring.');
    if (this.safeStorage.decryptStringAsync !== undefined)
      return (await this.safeStorage.decryptStringAsync(ciphertext)).result;
    return this.safeStorage.decryptString(ciphertext);
  }
}

const isConstantKey = (ciphertext: Buffer): boolean =>
  ciphertext.subarray(0, constantKeyMark.length).toString('latin1') === constantKeyMark;
