import { z } from 'zod';
import { copyFormatSchema } from '../../shared/copy-format-schema';
import { templateLimits } from '../../shared/own-template-limits';
import type { ActivityEntry } from '../../shared/snapshot';
import type { After } from '../ports';
import type { EncryptedDocument } from '../storage/encrypted-document';

/** How many entries are kept. */
export const mostEntries = 500;

const fileSchema = z.strictObject({
  version: z.literal(1),
  /** Newest first. */
  entries: z
    .array(
      z.strictObject({
        on: z.int().nonnegative(),
        presetName: z.string(),
        format: copyFormatSchema,
        formatName: z.string().max(templateLimits.nameLength).exactOptional(),
        username: z.string(),
        tenantName: z.string(),
      }),
    )
    .max(mostEntries),
});

/** How long an entry may wait to be written, in ms: encrypting all of them must not slow a copy down. */
const writtenAfter = 2000;

/**
 * What was copied when, in which format, for which account; never a token. It names accounts, so it is kept encrypted,
 * and in memory only where there is no keyring.
 */
export class ActivityList {
  private entries: readonly ActivityEntry[] = [];
  private document: EncryptedDocument | undefined;
  private stopTimer: (() => void) | undefined;
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

  note(entry: ActivityEntry): void {
    this.set([entry, ...this.entries]);
    this.isChanged = true;
    this.writeLater();
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

/** Nothing, when there is a text and it makes no sense. */
function readEntries(text: string | undefined): readonly ActivityEntry[] | undefined {
  if (text === undefined) return [];
  try {
    return fileSchema.parse(JSON.parse(text)).entries;
  } catch {
    return undefined;
  }
}
