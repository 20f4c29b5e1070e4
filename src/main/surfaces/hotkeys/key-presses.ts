import type { Now } from '../../ports';

/**
 * Within what time after a press its first repeat comes, in ms. Keyboards wait 660 ms on X11 and 500 ms elsewhere unless
 * somebody has set it otherwise.
 */
const firstRepeatWithin = 750;
/** Within what time after a repeat the next one comes, in ms. It is 40 ms on X11 and about 33 ms on Windows. */
const nextRepeatWithin = 150;

interface Heard {
  readonly on: number;
  /** How long after it a repeat may come, in ms. */
  readonly repeatsWithin: number;
}

/**
 * Tells presses from the repeats of a key that is held down. Electron says of both the same and nothing when the key is
 * let go of, so a person who presses a second time within 750 ms is taken for somebody who holds the key, unless
 * `released` says otherwise; and on a keyboard that is set to wait longer, a repeat is taken for a press.
 */
export class KeyPresses {
  private readonly lastHeard = new Map<string, Heard>();

  constructor(
    private readonly now: Now,
    /** Not on macOS. X11 and Windows do: https://github.com/electron/electron/issues/39718 */
    private readonly heldKeysRepeat: boolean,
  ) {}

  /** To be asked each time a hotkey is heard. */
  isNew(accelerator: string): boolean {
    if (!this.heldKeysRepeat) return true;
    const before = this.lastHeard.get(accelerator);
    const on = this.now();
    const isRepeat = before !== undefined && Math.abs(on - before.on) <= before.repeatsWithin;
    this.lastHeard.set(accelerator, {
      on,
      repeatsWithin: isRepeat ? nextRepeatWithin : firstRepeatWithin,
    });
    return !isRepeat;
  }

  /** It is likely not to be held any more. If it is, and repeats already, that is still heard as repeats. */
  released(accelerator: string): void {
    const before = this.lastHeard.get(accelerator);
    if (before !== undefined) {
      this.lastHeard.set(accelerator, { on: before.on, repeatsWithin: nextRepeatWithin });
    }
  }
}
