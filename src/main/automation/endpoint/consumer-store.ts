import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { After } from '../../ports';
import type { EncryptedDocument } from '../../storage/encrypted-document';
import { consumersFileSchema, type Consumer, type ConsumersFile } from './consumer-file';

/** How long a new secret stays in memory for its lines to be copied, in ms. */
const secretKeptFor = 10 * 60_000;

interface FreshSecret {
  readonly consumerId: string;
  readonly secret: string;
}

/**
 * Who may have tokens by the local endpoint. Only hashes of their secrets are kept, in an encrypted file; in memory alone
 * where there is no keyring. A new secret itself is in memory for a while, so that it can be copied once.
 */
export class ConsumerStore {
  private file: ConsumersFile = { version: 1, consumers: [] };
  private document: EncryptedDocument | undefined;
  private cannotBeKept = false;
  private freshSecret: FreshSecret | undefined;
  private stopForgetting: (() => void) | undefined;

  constructor(
    private readonly after: After,
    private readonly changed: () => void,
  ) {}

  /** Takes over what was kept. @throws what the file system throws when a file that makes no sense cannot be set aside */
  async open(document: EncryptedDocument): Promise<void> {
    const kept = read(document.text);
    if (kept === undefined) await document.giveUp();
    this.document = document;
    const added = this.file.consumers;
    this.file = { ...(kept ?? this.file), consumers: [...(kept?.consumers ?? []), ...added] };
    this.changed();
    if (added.length > 0) await this.write();
  }

  /** There is no document to open: what is added is good until the program ends. */
  keepInMemory(): void {
    this.cannotBeKept = true;
    this.changed();
  }

  get all(): readonly Consumer[] {
    return this.file.consumers;
  }

  find(id: string): Consumer | undefined {
    return this.file.consumers.find((each) => each.id === id);
  }

  /** Whether they are forgotten when the program ends. */
  get isInMemoryOnly(): boolean {
    return this.cannotBeKept || this.document?.isPersistent === false;
  }

  /** The port that was in use the last time, if it was a random one. */
  get port(): number | undefined {
    return this.file.port;
  }

  /** @throws what the file system throws */
  async rememberPort(port: number): Promise<void> {
    if (this.file.port === port) return;
    this.file = { ...this.file, port };
    await this.write();
  }

  /** Whose secret it is. Takes the same time for any secret of the same length: every hash is looked at to its end. */
  authenticate(secret: string): Consumer | undefined {
    const hash = hashOf(secret);
    let found: Consumer | undefined;
    for (const consumer of this.file.consumers)
      if (timingSafeEqual(Buffer.from(consumer.secretHash, 'hex'), hash)) found = consumer;
    return found;
  }

  /** With a new secret, which can be read until it is forgotten. @throws what the file system throws */
  async add(consumer: Omit<Consumer, 'secretHash'>): Promise<void> {
    const secretHash = this.makeSecret(consumer.id);
    this.file = { ...this.file, consumers: [...this.file.consumers, { ...consumer, secretHash }] };
    this.changed();
    await this.write();
  }

  /** @throws what the file system throws */
  async change(id: string, change: Partial<Omit<Consumer, 'id' | 'secretHash'>>): Promise<void> {
    await this.replaceAll((each) => (each.id === id ? { ...each, ...change } : each));
  }

  /** What it is from now on; its secret, and what it is not asked about, stay. @throws what the file system throws */
  async replace(consumer: Omit<Consumer, 'secretHash'>): Promise<void> {
    await this.replaceAll((each) =>
      each.id === consumer.id ? { ...consumer, secretHash: each.secretHash } : each,
    );
  }

  /** Its old secret is no good from now on. @throws what the file system throws */
  async renewSecret(id: string): Promise<void> {
    const secretHash = this.makeSecret(id);
    await this.replaceAll((each) => (each.id === id ? { ...each, secretHash } : each));
  }

  /** @throws what the file system throws */
  async remove(id: string): Promise<void> {
    if (this.freshSecret?.consumerId === id) this.dropSecret();
    this.file = { ...this.file, consumers: this.file.consumers.filter((each) => each.id !== id) };
    this.changed();
    await this.write();
  }

  /** The consumer whose secret can still be copied. */
  get freshSecretOf(): string | undefined {
    return this.freshSecret?.consumerId;
  }

  secretOf(id: string): string | undefined {
    return this.freshSecret?.consumerId === id ? this.freshSecret.secret : undefined;
  }

  forgetSecret(): void {
    if (this.freshSecret === undefined) return;
    this.dropSecret();
    this.changed();
  }

  async flush(): Promise<void> {
    await this.document?.flush();
  }

  private makeSecret(consumerId: string): string {
    const secret = randomBytes(32).toString('base64url');
    this.dropSecret();
    this.freshSecret = { consumerId, secret };
    this.stopForgetting = this.after(secretKeptFor, () => this.forgetSecret());
    return hashOf(secret).toString('hex');
  }

  private dropSecret(): void {
    this.stopForgetting?.();
    this.stopForgetting = undefined;
    this.freshSecret = undefined;
  }

  private async replaceAll(change: (consumer: Consumer) => Consumer): Promise<void> {
    this.file = { ...this.file, consumers: this.file.consumers.map(change) };
    this.changed();
    await this.write();
  }

  private async write(): Promise<void> {
    await this.document?.save(JSON.stringify(this.file));
  }
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Nothing, when there is a text and it makes no sense. */
function read(text: string | undefined): ConsumersFile | undefined {
  if (text === undefined) return { version: 1, consumers: [] };
  try {
    return consumersFileSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}
