import { z } from 'zod';
import type { SecretStorage } from '../../platform/secret-storage';
import { EncryptedDocument } from '../../storage/encrypted-document';
import type { DocumentPlace } from '../../storage/json-document';
import { KeyringLocked } from '../failures';
import { credentialSchema, type Credential } from './credential';

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** By client application. */
  credentials: z.record(z.string().min(1).max(64), credentialSchema),
});
type CredentialsFile = z.infer<typeof fileSchema>;

export interface CredentialStoreEvents {
  /** What was saved could not be read and was set aside under this name. */
  readonly unreadable: (file: string) => void;
  /** The keyring that protects what is on disk is not there or locked. */
  readonly locked: () => void;
}

interface Opened {
  readonly document: EncryptedDocument;
  credentials: CredentialsFile['credentials'];
  readonly isLocked: boolean;
}

/**
 * The credentials of service principals, in one encrypted document that is opened when the first is asked for. Where
 * there is no keyring they stay in memory.
 */
export class CredentialStore {
  private opening: Promise<Opened> | undefined;

  constructor(
    private readonly place: DocumentPlace,
    private readonly secrets: SecretStorage,
    private readonly events: CredentialStoreEvents,
  ) {}

  /** Undefined when it has to be entered (again). @throws KeyringLocked, and what the file system throws */
  async get(clientApplicationId: string): Promise<Credential | undefined> {
    const { credentials, isLocked } = await this.open();
    if (Object.hasOwn(credentials, clientApplicationId)) return credentials[clientApplicationId];
    if (!isLocked) return undefined;
    // The next time it may be unlocked; what was entered meanwhile is in memory only and stays.
    if (Object.keys(credentials).length === 0) this.opening = undefined;
    throw new KeyringLocked();
  }

  /** In use at once; resolves when it is on disk. @throws when encrypting or writing fails */
  async put(clientApplicationId: string, credential: Credential): Promise<void> {
    const opened = await this.open();
    await this.save(opened, { ...opened.credentials, [clientApplicationId]: credential });
  }

  /** It is gone from memory and disk when this resolves. @throws when encrypting or writing fails */
  async delete(clientApplicationId: string): Promise<void> {
    const opened = await this.open();
    if (!Object.hasOwn(opened.credentials, clientApplicationId)) return;
    const { [clientApplicationId]: _gone, ...others } = opened.credentials;
    await this.save(opened, others);
  }

  /** @throws what the file system throws */
  async deleteAll(): Promise<void> {
    const opened = await this.open();
    opened.credentials = {};
    await opened.document.delete();
  }

  /** Whether what is saved is still there after a restart. */
  async isPersistent(): Promise<boolean> {
    return (await this.open()).document.isPersistent;
  }

  /** Waits until everything is on disk. */
  async flush(): Promise<void> {
    await (await this.opening)?.document.flush();
  }

  private open(): Promise<Opened> {
    this.opening ??= this.read();
    this.opening.catch(() => (this.opening = undefined));
    return this.opening;
  }

  private async read(): Promise<Opened> {
    const { document, unreadable, locked } = await EncryptedDocument.open(
      this.place,
      'credentials',
      this.secrets,
    );
    if (unreadable !== undefined) this.events.unreadable(unreadable);
    const isLocked = locked === true;
    if (isLocked) this.events.locked();
    if (document.text === undefined) return { document, credentials: {}, isLocked };
    try {
      return { document, credentials: fileSchema.parse(JSON.parse(document.text)).credentials, isLocked };
    } catch {
      // Without the parser's error: its message may quote what it could not read.
      this.events.unreadable(await document.giveUp());
      return { document, credentials: {}, isLocked };
    }
  }

  private async save(opened: Opened, credentials: CredentialsFile['credentials']): Promise<void> {
    opened.credentials = credentials;
    await opened.document.save(JSON.stringify({ version: 1, credentials } satisfies CredentialsFile));
  }
}
