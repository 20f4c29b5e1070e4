import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import pLimit from 'p-limit';
import type { Clipboard } from '../platform/clipboard';
import type { After, Now } from '../ports';

/** What was written, as a salted hash: the text itself is not kept. */
interface Written {
  readonly salt: Buffer;
  readonly hash: Buffer;
  /** ms since the epoch */
  readonly on: number;
  /** When it is to be cleared, in ms since the epoch; absent: not by itself. */
  readonly clearsOn?: number;
}

/** After how long a clearing that failed is tried again, in ms. */
const retryAfter = 2000;

/** How long to wait between the three tries of a write, in ms. A program that reads the clipboard holds it so briefly. */
const pauses = [50, 200] as const;

/** Another program held the clipboard through all tries. */
export class ClipboardHeld extends Error {
  override readonly name = 'ClipboardHeld';
}

/** Puts secrets on the clipboard and takes them away again, but only if they are still there. */
export class SecretClipboard {
  private written: Written | undefined;
  private stopTimer: (() => void) | undefined;
  /** A copy between the look and the clearing would be cleared unseen. */
  private readonly oneAtATime = pLimit(1);

  constructor(
    private readonly clipboard: Clipboard,
    private readonly after: After,
    private readonly now: Now,
    /** Nothing of ours is meant to be on the clipboard any more. */
    private readonly released: () => void,
  ) {}

  /** Writes the secret, to be cleared after `clearAfter` ms; 0 leaves it. @throws ClipboardHeld */
  copy(secret: string, clearAfter: number): Promise<void> {
    return this.oneAtATime(async () => {
      await this.write(secret, () => this.clipboard.writeSecret(secret));
      const salt = randomBytes(16);
      this.forget();
      this.written = { salt, hash: hashOf(secret, salt), on: this.now() };
      this.schedule(clearAfter);
    });
  }

  /**
   * Clears the clipboard if it still holds exactly what was written. Nothing else is ever cleared. @throws ClipboardHeld;
   * the next call then tries again
   */
  clear(): Promise<void> {
    return this.oneAtATime(() => this.clearNow());
  }

  /** The same for somebody who is leaving and cannot wait for it: a clearing that fails is tried again by itself. */
  clearSurely(): Promise<void> {
    const { written } = this;
    return written === undefined ? Promise.resolve() : this.clearLater(written);
  }

  /** Clears what should have been cleared while the computer slept: a timer does not run then. */
  async clearIfDue(): Promise<void> {
    const clearsOn = this.written?.clearsOn;
    if (clearsOn === undefined) return;
    if (clearsOn <= this.now()) await this.clearSurely();
    // A timer that slept fires late by as long as it slept.
    else this.startTimer(clearsOn);
  }

  /**
   * Changes after how long what is there now is cleared, counted from when it was copied, in ms; 0 leaves it. Gives back
   * when that will be, in ms since the epoch.
   */
  clearAfter(clearAfter: number): number | undefined {
    this.schedule(clearAfter);
    return this.written?.clearsOn;
  }

  /** Looks whether another program has put something else there, and forgets ours if so. */
  look(): Promise<void> {
    return this.oneAtATime(async () => {
      const { written } = this;
      if (written === undefined || (await this.holds(written))) return;
      this.forget();
      this.released();
    });
  }

  /** Writes a text that is no secret, in place of whatever was there. @throws ClipboardHeld */
  copyPlain(text: string): Promise<void> {
    return this.oneAtATime(async () => {
      await this.write(text, () => this.clipboard.writeText(text));
      this.forget();
      this.released();
    });
  }

  /** Up to Electron 43 a write that failed says nothing: only what can be read back was written. */
  private write(text: string, write: () => Promise<void>): Promise<void> {
    return this.tryThrice(async () => {
      await write();
      return (await this.clipboard.readText()) === text;
    });
  }

  private async tryThrice(work: () => Promise<boolean>): Promise<void> {
    for (const pause of [...pauses, undefined]) {
      if (await work().catch(() => false)) return;
      if (pause !== undefined) await new Promise<void>((resolve) => void this.after(pause, resolve));
    }
    throw new ClipboardHeld('Another program holds the clipboard.');
  }

  private schedule(clearAfter: number): void {
    if (this.written === undefined) return;
    const { clearsOn: _before, ...written } = this.written;
    this.stopTimer?.();
    this.stopTimer = undefined;
    if (clearAfter === 0) {
      this.written = written;
      return;
    }
    const clearsOn = written.on + clearAfter;
    this.written = { ...written, clearsOn };
    this.startTimer(clearsOn);
  }

  private startTimer(clearsOn: number): void {
    const { written } = this;
    if (written === undefined) return;
    this.stopTimer?.();
    this.stopTimer = this.after(Math.max(0, clearsOn - this.now()), () => void this.clearLater(written));
  }

  private async clearLater({ hash }: Written): Promise<void> {
    // What was copied since has a timer of its own.
    const isNewest = (): boolean => this.written?.hash === hash;
    try {
      await this.oneAtATime(() => (isNewest() ? this.clearNow() : Promise.resolve()));
    } catch {
      // Another program holds the clipboard. It lets go soon, and the secret has to go then.
      const { written } = this;
      if (written === undefined || !isNewest()) return;
      this.stopTimer?.();
      this.stopTimer = this.after(retryAfter, () => void this.clearLater(written));
    }
  }

  private async clearNow(): Promise<void> {
    const { written } = this;
    if (written === undefined) return;
    await this.tryThrice(async () => {
      if (!(await this.holds(written))) return true;
      this.clipboard.clear();
      return !(await this.holds(written));
    });
    this.forget();
    this.released();
  }

  private async holds({ salt, hash }: Written): Promise<boolean> {
    return timingSafeEqual(hashOf(await this.clipboard.readText(), salt), hash);
  }

  private forget(): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    this.written = undefined;
  }
}

const hashOf = (text: string, salt: Buffer): Buffer =>
  createHash('sha256').update(salt).update(text).digest();
