import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import pLimit from 'p-limit';
import type { Clipboard } from '../platform/clipboard';
import type { After } from '../ports';

/** What was written, as a salted hash: the text itself is not kept. */
interface Written {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** After how long a clearing that failed is tried again, in ms. */
const retryAfter = 2000;

/** Puts secrets on the clipboard and takes them away again, but only if they are still there. */
export class SecretClipboard {
  private written: Written | undefined;
  private stopTimer: (() => void) | undefined;
  /** A copy between the look and the clearing would be cleared unseen. */
  private readonly oneAtATime = pLimit(1);

  constructor(
    private readonly clipboard: Clipboard,
    private readonly after: After,
    /** Nothing of ours is meant to be on the clipboard any more. */
    private readonly released: () => void,
  ) {}

  /** Writes the secret, to be cleared after `clearAfter` ms; 0 leaves it. @throws what the clipboard throws */
  copy(secret: string, clearAfter: number): Promise<void> {
    return this.oneAtATime(async () => {
      await this.clipboard.writeSecret(secret);
      const salt = randomBytes(16);
      const written = { salt, hash: hashOf(secret, salt) };
      this.forget();
      this.written = written;
      if (clearAfter > 0) this.stopTimer = this.after(clearAfter, () => this.clearLater(written));
    });
  }

  /**
   * Clears the clipboard if it still holds exactly what was written. Nothing else is ever cleared. @throws what the
   * clipboard throws; the next call then tries again
   */
  clear(): Promise<void> {
    return this.oneAtATime(() => this.clearNow());
  }

  /** Writes a text that is no secret, in place of whatever was there. */
  copyPlain(text: string): Promise<void> {
    return this.oneAtATime(async () => {
      await this.clipboard.writeText(text);
      this.forget();
      this.released();
    });
  }

  private clearLater(written: Written): void {
    // What was copied since has a timer of its own.
    this.oneAtATime(() => (this.written === written ? this.clearNow() : Promise.resolve())).catch(() => {
      // Another program holds the clipboard. It lets go soon, and the secret has to go then.
      if (this.written === written) this.stopTimer = this.after(retryAfter, () => this.clearLater(written));
    });
  }

  private async clearNow(): Promise<void> {
    const { written } = this;
    if (written === undefined) return;
    const text = await this.clipboard.readText();
    if (timingSafeEqual(hashOf(text, written.salt), written.hash)) this.clipboard.clear();
    this.forget();
    this.released();
  }

  private forget(): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    this.written = undefined;
  }
}

const hashOf = (text: string, salt: Buffer): Buffer =>
  createHash('sha256').update(salt).update(text).digest();
