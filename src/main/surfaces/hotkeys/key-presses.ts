import type { Now } from '../../ports';

/**
 * Within what time after a key was heard a repeat of it may come, in ms. Keyboards wait 660 ms on X11 and 500 ms elsewhere
 * before the first one unless somebody has set it otherwise. Later ones come every 40 ms, but a program that is busy hears
 * them late.
 */
const repeatsWithin = 750;
/** The same when it is likely that the key was released meanwhile. */
const unlikelyRepeatsWithin = 500;

interface Heard {
  readonly on: number;
  /** How long after it a repeat may come, in ms. */
  readonly repeatsWithin: number;
}

/**
 * Tells presses from the repeats of a key that is held down. Electron says of both the same and nothing when the key is
 * let go of, so a person who presses a second time within 750 ms is taken for somebody who holds the key, unless
 * it is known to have been released; and on a keyboard that is set to wait longer, a repeat is taken for a press.
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
    this.lastHeard.set(accelerator, { on, repeatsWithin });
    return before === undefined || Math.abs(on - before.on) > before.repeatsWithin;
  }

  /** It is not held any more, or does not repeat any more: the next time it is heard is a press. */
  released(accelerator: string): void {
    this.lastHeard.delete(accelerator);
  }

  /** It is likely not to be held any more. If it is, and repeats already, that is still heard as repeats. */
  likelyReleased(accelerator: string): void {
    const before = this.lastHeard.get(accelerator);
    if (before !== undefined) {
      this.lastHeard.set(accelerator, { on: before.on, repeatsWithin: unlikelyRepeatsWithin });
    }
  }
}
