import { z } from 'zod';
import { copyFormats } from '../../shared/copy-format';
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
        format: z.enum(copyFormats),
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

  constructor(
    private readonly after: After,
    private readonly changed: (entries: readonly ActivityEntry[]) => void,
    private readonly notSaved: () => void,
  ) {}

  /** Takes over what was kept. Called once, after the start: the keyring may be slow to answer. */
  async open(document: EncryptedDocument): Promise<void> {
    this.document = document;
    try {
      const kept = fileSchema.parse(JSON.parse(document.text ?? '{"version":1,"entries":[]}'));
      // What was copied while the keyring was being asked is newer.
      this.set([...this.entries, ...kept.entries]);
    } catch {
      await document.giveUp();
    }
  }

  note(entry: ActivityEntry): void {
    this.set([entry, ...this.entries]);
    this.stopTimer ??= this.after(writtenAfter, () => void this.flush());
  }

  async clear(): Promise<void> {
    this.stopTimer?.();
    this.stopTimer = undefined;
    this.set([]);
    await this.write();
  }

  /** Writes what is still waiting. */
  async flush(): Promise<void> {
    if (this.stopTimer === undefined) return;
    this.stopTimer();
    this.stopTimer = undefined;
    await this.write();
  }

  private set(entries: readonly ActivityEntry[]): void {
    this.entries = entries.slice(0, mostEntries);
    this.changed(this.entries);
  }

  private async write(): Promise<void> {
    const text = JSON.stringify({ version: 1, entries: this.entries });
    await this.document?.save(text).catch(this.notSaved);
  }
}
