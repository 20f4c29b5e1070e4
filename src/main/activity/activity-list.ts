import { z } from 'zod';
import { copyFormatSchema } from '../../shared/copy-format-schema';
import { templateLimits } from '../../shared/own-template-limits';
import { consumerLimits } from '../../shared/endpoint/consumer-limits';
import type { ActivityEntry, CopyEntry, ScriptEntry } from '../../shared/snapshot';
import type { After } from '../ports';
import type { EncryptedDocument } from '../storage/encrypted-document';

/** How many entries are kept. */
export const mostEntries = 500;

const copyEntrySchema = z.strictObject({
  on: z.int().nonnegative(),
  presetName: z.string(),
  format: copyFormatSchema,
  formatName: z.string().max(templateLimits.nameLength).exactOptional(),
  username: z.string(),
  tenantName: z.string(),
});

const scriptEntrySchema = z.strictObject({
  kind: z.enum(['endpoint', 'command-line']),
  on: z.int().nonnegative(),
  consumerName: z.string().max(consumerLimits.nameLength).exactOptional(),
  resource: z.string(),
  count: z.int().positive(),
  username: z.string(),
  tenantId: z.string(),
  tenantName: z.string(),
});

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** Newest first. */
  entries: z.array(z.union([copyEntrySchema, scriptEntrySchema])).max(mostEntries),
});

/** How long an entry may wait to be written, in ms: encrypting all of them must not slow a copy down. */
const writtenAfter = 2000;

/** How long after a script's token the next one of its kind is counted with it, in ms. */
const countedTogether = 60_000;

/** How long what a script has had again may wait to be shown, in ms: scripts may ask a thousand times a second. */
const shownAfter = 1000;

/**
 * What was copied when, in which format, for which account, and what scripts have had; never a token. It names accounts,
 * so it is kept encrypted, and in memory only where there is no keyring.
 */
export class ActivityList {
  private entries: readonly ActivityEntry[] = [];
  private document: EncryptedDocument | undefined;
  private stopTimer: (() => void) | undefined;
  private stopShowing: (() => void) | undefined;
  /** Whether there is something that is not on its way to the disk yet. */
  private isChanged = false;
  /** Whether it was cleared while the keyring was being asked. */
  private isCleared = false;

  constructor(
    private readonly after: After,
    private readonly changed: (entries: readonly ActivityEntry[]) => void,
    private readonly notSaved: () => void,
  ) {}

  /**
   * Takes over what was kept. Called once, after the start: the keyring may be slow to answer. @throws what the file
   * system throws when a file that makes no sense cannot be set aside
   */
  async open(document: EncryptedDocument): Promise<void> {
    const kept = readEntries(document.text);
    if (kept === undefined) await document.giveUp();
    this.document = document;
    // What was copied while the keyring was being asked is newer.
    if (kept !== undefined && !this.isCleared) this.set([...this.entries, ...kept]);
    if (this.isCleared) await this.write();
    else if (this.isChanged) this.writeLater();
  }

  note(entry: CopyEntry): void {
    this.set([entry, ...this.entries]);
    this.isChanged = true;
    this.writeLater();
  }

  /** Counted with the one before, where a script has just had a token for the same. */
  noteScript(entry: ScriptEntry): void {
    const isRecent = ({ on }: ActivityEntry): boolean => entry.on - on < countedTogether;
    const end = this.entries.findIndex((each) => !isRecent(each));
    const recent = end < 0 ? this.entries : this.entries.slice(0, end);
    const same = recent.find((each) => each.kind !== undefined && isSameScript(each, entry));
    this.isChanged = true;
    this.writeLater();
    if (same?.kind === undefined) return this.set([entry, ...this.entries]);
    const counted = { ...entry, count: same.count + entry.count };
    this.entries = [counted, ...this.entries.filter((each) => each !== same)];
    this.stopShowing ??= this.after(shownAfter, () => this.set(this.entries));
  }

  /** It is gone from the disk, too, when the promise resolves. */
  async clear(): Promise<void> {
    this.isCleared = this.document === undefined;
    this.set([]);
    this.isChanged = true;
    await this.flush();
  }

  /** Writes what is still waiting, and waits for what is being written. */
  async flush(): Promise<void> {
    this.stopTimer?.();
    this.stopTimer = undefined;
    if (this.isChanged) await this.write();
    else await this.document?.flush();
  }

  private set(entries: readonly ActivityEntry[]): void {
    this.stopShowing?.();
    this.stopShowing = undefined;
    this.entries = entries.slice(0, mostEntries);
    this.changed(this.entries);
  }

  private writeLater(): void {
    this.stopTimer ??= this.after(writtenAfter, () => void this.flush());
  }

  private async write(): Promise<void> {
    if (this.document === undefined) return;
    this.isChanged = false;
    const text = JSON.stringify({ version: 1, entries: this.entries });
    await this.document.save(text).catch(() => {
      this.isChanged = true;
      this.notSaved();
    });
  }
}

/** The name of a tenant may become known between two tokens. */
const isSameScript = (one: ScriptEntry, other: ScriptEntry): boolean =>
  one.kind === other.kind &&
  one.consumerName === other.consumerName &&
  one.resource === other.resource &&
  one.username === other.username &&
  one.tenantId === other.tenantId;

/** Nothing, when there is a text and it makes no sense. */
function readEntries(text: string | undefined): readonly ActivityEntry[] | undefined {
  if (text === undefined) return [];
  try {
    return fileSchema.parse(JSON.parse(text)).entries;
  } catch {
    return undefined;
  }
}
