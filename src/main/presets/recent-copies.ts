import { z } from 'zod';
import { copyFormatSchema } from '../../shared/copy-format-schema';
import { presetIdSchema } from '../../shared/preset';
import type { After } from '../ports';
import type { JsonDocument } from '../storage/json-document';

const recentCopySchema = z.strictObject({
  presetId: presetIdSchema,
  format: copyFormatSchema,
  /** ms since the epoch */
  on: z.int().nonnegative(),
});
export type RecentCopy = z.infer<typeof recentCopySchema>;

/** How many presets are remembered. */
const most = 200;

export const recentCopiesFileSchema = z.strictObject({
  version: z.literal(1),
  /** Newest first, each preset once. */
  copies: z.array(recentCopySchema).max(most),
});
type RecentCopiesFile = z.infer<typeof recentCopiesFileSchema>;

export const initialRecentCopiesFile: RecentCopiesFile = { version: 1, copies: [] };

/** How long a copy may wait to be written, in ms: nobody misses the order of a list, and copying must not wait. */
const writtenAfter = 2000;

/** Which presets were copied last, and in which format. For the order of lists and for "copy again". */
export class RecentCopies {
  private current: readonly RecentCopy[];
  private stopTimer: (() => void) | undefined;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly document: JsonDocument<RecentCopiesFile>,
    private readonly after: After,
    private readonly changed: (copies: readonly RecentCopy[]) => void,
    private readonly notSaved: () => void,
  ) {
    this.current = document.value.copies;
  }

  /** Newest first. */
  get all(): readonly RecentCopy[] {
    return this.current;
  }

  note(copy: RecentCopy): void {
    const others = this.current.filter(({ presetId }) => presetId !== copy.presetId);
    this.current = [copy, ...others].slice(0, most);
    this.changed(this.current);
    this.stopTimer ??= this.after(writtenAfter, () => void this.flush());
  }

  /** Writes what is still waiting, and waits for what is being written. */
  async flush(): Promise<void> {
    if (this.stopTimer !== undefined) {
      this.stopTimer();
      this.stopTimer = undefined;
      this.writing = this.document.save({ version: 1, copies: [...this.current] }).catch(this.notSaved);
    }
    await this.writing;
  }
}
