import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import pLimit from 'p-limit';
import type { ClipboardView } from '../../shared/snapshot';
import { ClipboardHeld, type Clipboard } from '../platform/clipboard';
import type { After, Now } from '../ports';

/** What is said of a secret on the clipboard, apart from its times. */
export type Copied = Omit<ClipboardView, 'copiedOn' | 'clearsOn'>;

/** A text that was written, as a salted hash: the text itself is not kept. */
interface Fingerprint {
  readonly salt: Buffer;
  readonly hash: Buffer;
}

interface Written extends Fingerprint {
  readonly copied: Copied;
  readonly copiedOn: number;
}

/** After how long writing or clearing is tried again, in ms. Who holds the clipboard is done with it in a moment. */
const pauses = [50, 200] as const;
/** After how long a clearing that failed is begun anew, in ms: twice as long each time, up to the most. */
const retryAfter = { first: 500, most: 60_000 } as const;

/** Puts secrets on the clipboard and takes them away again, but only if they are still there. */
export class SecretClipboard {
  private written: Written | undefined;
  /** Of a copy that is said to have failed, as long as it may be there all the same. */
  private leftover: Fingerprint | undefined;
  private clearAfter = 0;
  private stopTimer: (() => void) | undefined;
  private stopLooking: (() => void) | undefined;
  /** A copy between the look and the clearing would be cleared unseen. */
  private readonly oneAtATime = pLimit(1);

  constructor(
    private readonly clipboard: Clipboard,
    private readonly after: After,
    private readonly now: Now,
    /** Called with what of ours is on the clipboard, each time that changes. */
    private readonly changed: (view: ClipboardView | undefined) => void,
    /**
     * How often to look whether a secret is still there, in ms: no system says when another program copies something.
     * Absent: never. macOS may ask the person about every program that reads what another one has copied:
     * https://developer.apple.com/documentation/updates/appkit#macOS-pasteboard-privacy
     */
    private readonly lookEvery?: number,
  ) {}

  /**
   * Writes a secret, which is cleared in time.
   * @throws ClipboardHeld after three tries; nothing of it stays on the clipboard then
   */
  copy(secret: string, copied: Copied): Promise<ClipboardView> {
    return this.oneAtATime(async () => {
      const fingerprint = fingerprintOf(secret);
      try {
        await this.write(fingerprint, () => this.clipboard.writeSecret(secret));
      } catch (error) {
        // The last try may have worked and only reading it back have failed. Nobody would clear that one.
        this.leftover = fingerprint;
        void this.clearSurely(fingerprint);
        throw error;
      }
      this.written = { ...fingerprint, copied, copiedOn: this.now() };
      this.leftover = undefined;
      this.schedule();
      this.keepLooking();
      const view = this.viewOf(this.written);
      this.changed(view);
      return view;
    });
  }

  /** Writes a text that is no secret, in place of whatever was there. @throws ClipboardHeld after three tries */
  copyPlain(text: string): Promise<void> {
    return this.oneAtATime(async () => {
      await this.write(fingerprintOf(text), () => this.clipboard.writeText(text));
      this.leftover = undefined;
      this.forget();
    });
  }

  /** What is there, whoever has put it there; nothing of ours stays longer for it. @throws ClipboardHeld */
  read(): Promise<string> {
    return this.oneAtATime(() => this.clipboard.readText());
  }

  /** Secrets are cleared after so many ms, the one that is there now too, counted from when it was copied; 0 never. */
  setClearAfter(ms: number): void {
    if (ms === this.clearAfter) return;
    this.clearAfter = ms;
    this.schedule();
    if (this.written !== undefined) this.changed(this.viewOf(this.written));
  }

  /**
   * Clears the clipboard if it still holds exactly what was written. Nothing else is ever cleared.
   * @throws ClipboardHeld after three tries; the secret is then cleared in its time
   */
  clear(): Promise<void> {
    return this.oneAtATime(() => this.clearNow(this.written));
  }

  /** The same, but tries until it has worked. Done before any timer or I/O runs, unless another program is in the way. */
  async clearSurely(target?: Fingerprint): Promise<void> {
    let wanted = target;
    const clearing = (): Promise<void> => {
      // What was there at the first try: a secret copied during a pause is another one.
      wanted ??= this.written ?? this.leftover;
      return this.clearNow(wanted);
    };
    for (let pause: number = retryAfter.first; ; pause = Math.min(2 * pause, retryAfter.most)) {
      try {
        await this.oneAtATime(clearing);
        return;
      } catch {
        await this.pause(pause);
      }
    }
  }

  /** Clears a secret whose time is over. For after a sleep, which timers do not count. */
  clearIfDue(): void {
    this.schedule();
  }

  /** Notices when another program has put something else in the secret's place. */
  look(): Promise<void> {
    return this.oneAtATime(async () => {
      const { written } = this;
      if (written === undefined) return;
      // Of a clipboard that cannot be read nothing is known.
      const isThere = await this.holds(written).catch(() => true);
      if (!isThere) this.forget();
    });
  }

  private keepLooking(): void {
    this.stopLooking?.();
    this.stopLooking = undefined;
    if (this.written === undefined || this.lookEvery === undefined) return;
    this.stopLooking = this.after(this.lookEvery, () => void this.look().then(() => this.keepLooking()));
  }

  private schedule(): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    const { written, clearAfter } = this;
    if (written === undefined || clearAfter === 0) return;
    // A clock that was put back must not make it longer.
    const left = Math.min(written.copiedOn + clearAfter - this.now(), clearAfter);
    const clear = (): void => void this.clearSurely(written);
    if (left <= 0) clear();
    else this.stopTimer = this.after(left, clear);
  }

  private viewOf({ copied, copiedOn }: Written): ClipboardView {
    return {
      ...copied,
      copiedOn,
      ...(this.clearAfter === 0 ? {} : { clearsOn: copiedOn + this.clearAfter }),
    };
  }

  private write(fingerprint: Fingerprint, write: () => Promise<void>): Promise<void> {
    let isFirst = true;
    return this.threeTimes(async () => {
      // A clipboard manager may have read it just when it was to be read back.
      if (!isFirst && (await this.holds(fingerprint))) return true;
      isFirst = false;
      await write();
      return this.holds(fingerprint);
    });
  }

  private async clearNow(target: Fingerprint | undefined): Promise<void> {
    if (target === undefined || (target !== this.written && target !== this.leftover)) return;
    await this.threeTimes(async () => {
      if (!(await this.holds(target))) return true;
      this.clipboard.clear();
      return !(await this.holds(target));
    });
    if (target === this.written) this.forget();
    else this.leftover = undefined;
  }

  /** @throws ClipboardHeld when no try has worked */
  private async threeTimes(hasWorked: () => Promise<boolean>): Promise<void> {
    for (const pause of [...pauses, undefined]) {
      if (await hasWorked().catch(() => false)) return;
      if (pause !== undefined) await this.pause(pause);
    }
    throw new ClipboardHeld('Another program holds the clipboard.');
  }

  private async holds({ salt, hash }: Fingerprint): Promise<boolean> {
    return timingSafeEqual(hashOf(await this.clipboard.readText(), salt), hash);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => void this.after(ms, resolve));
  }

  private forget(): void {
    if (this.written === undefined) return;
    this.written = undefined;
    this.schedule();
    this.keepLooking();
    this.changed(undefined);
  }
}

function fingerprintOf(text: string): Fingerprint {
  const salt = randomBytes(16);
  return { salt, hash: hashOf(text, salt) };
}

const hashOf = (text: string, salt: Buffer): Buffer =>
  createHash('sha256').update(salt).update(text).digest();
