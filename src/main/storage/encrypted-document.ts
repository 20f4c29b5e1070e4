import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { SecretStorage } from '../platform/secret-storage';
import { readTextIfThere, setAside } from './files';
import type { DocumentPlace, KeyValueFile } from './json-document';

const fileSchema = z.strictObject({ version: z.literal(1), ciphertext: z.base64() });

/**
 * One secret text, encrypted as a whole by the operating system's secret storage. Where that gives no real protection
 * the text stays in memory, and an older ciphertext on disk is left as it is, for the day the keyring is back.
 */
export class EncryptedDocument {
  private file: KeyValueFile | undefined;
  private current: string | undefined;
  /** Writes in order, so that an older text never lands after a newer one. */
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    private readonly place: DocumentPlace,
    private readonly name: string,
    private readonly secrets: SecretStorage,
    readonly isPersistent: boolean,
  ) {}

  static async open(
    place: DocumentPlace,
    name: string,
    secrets: SecretStorage,
  ): Promise<{ document: EncryptedDocument; unreadable?: string; locked?: boolean }> {
    const document = new EncryptedDocument(place, name, secrets, await secrets.isProtected());
    if (!document.isPersistent && secrets.leavesNothing === true) {
      await document.delete();
      return { document };
    }
    if (!document.isPersistent) {
      // There was a keyring once, so that this is one that is locked or missing today.
      return (await readTextIfThere(document.path)) === undefined ? { document } : { document, locked: true };
    }
    const text = await readTextIfThere(document.path);
    if (text === undefined) return { document };
    try {
      const { ciphertext } = fileSchema.parse(JSON.parse(text));
      document.current = await secrets.decrypt(Buffer.from(ciphertext, 'base64'));
      return { document };
    } catch {
      return { document, unreadable: await document.giveUp() };
    }
  }

  private get path(): string {
    return join(this.place.folder, `${this.name}.json`);
  }

  get text(): string | undefined {
    return this.current;
  }

  /** Takes the text at once; resolves when it is on disk. @throws when encrypting or writing fails */
  async save(text: string): Promise<void> {
    this.current = text;
    if (!this.isPersistent) return;
    const write = this.writing.then(async () => {
      // Only the newest of several waiting texts needs to be written.
      if (this.current !== text) return;
      const ciphertext = (await this.secrets.encrypt(text)).toString('base64');
      this.file ??= await this.place.open(this.name);
      this.file.store = { version: 1, ciphertext };
    });
    this.writing = write.catch(() => undefined);
    await write;
  }

  /** Takes the text out of memory and off the disk. What is still being written goes, too. */
  async delete(): Promise<void> {
    this.current = undefined;
    this.file = undefined;
    const gone = this.writing.then(() => rm(this.path, { force: true }));
    this.writing = gone.catch(() => undefined);
    await gone;
  }

  /** Sets the file aside because what is in it makes no sense. Returns the new file name. */
  async giveUp(): Promise<string> {
    this.current = undefined;
    this.file = undefined;
    const setAsideAs = await setAside(this.path, this.place.now);
    this.place.log.warn(`${this.name}.json could not be read and was set aside as ${setAsideAs}`);
    return setAsideAs;
  }

  /** Resolves when all writes so far have ended. */
  async flush(): Promise<void> {
    await this.writing;
  }
}
