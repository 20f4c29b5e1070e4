import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clipboard } from '../platform/clipboard';
import type { After } from '../ports';

/** Puts secrets on the clipboard and takes them away again, but only if they are still there. */
export class SecretClipboard {
  /** What was written, as a salted hash: the text itself is not kept. */
  private written: { readonly salt: Buffer; readonly hash: Buffer } | undefined;
  private stopTimer: (() => void) | undefined;

  constructor(
    private readonly clipboard: Clipboard,
    private readonly after: After,
    /** Nothing of ours is meant to be on the clipboard any more. */
    private readonly released: () => void,
  ) {}

  /** Writes the secret, to be cleared after `clearAfter` ms; 0 leaves it. @throws what the clipboard throws */
  async copy(secret: string, clearAfter: number): Promise<void> {
    await this.clipboard.writeSecret(secret);
    const salt = randomBytes(16);
    this.written = { salt, hash: hashOf(secret, salt) };
    this.stopTimer?.();
    this.stopTimer = clearAfter > 0 ? this.after(clearAfter, () => void this.clear()) : undefined;
  }

  /** Clears the clipboard if it still holds exactly what was written. Nothing else is ever cleared. */
  async clear(): Promise<void> {
    const { written } = this;
    if (written === undefined) return;
    this.written = undefined;
    this.stopTimer?.();
    this.stopTimer = undefined;
    try {
      const text = await this.clipboard.readText();
      if (timingSafeEqual(hashOf(text, written.salt), written.hash)) this.clipboard.clear();
    } finally {
      this.released();
    }
  }

  /** Writes a text that is no secret, in place of whatever was there. */
  async copyPlain(text: string): Promise<void> {
    await this.clipboard.writeText(text);
    this.written = undefined;
    this.stopTimer?.();
    this.stopTimer = undefined;
    this.released();
  }
}

const hashOf = (text: string, salt: Buffer): Buffer =>
  createHash('sha256').update(salt).update(text).digest();
