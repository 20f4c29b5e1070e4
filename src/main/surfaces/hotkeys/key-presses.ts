import type { Now } from '../../ports';

/**
 * How long after a key was last heard it may still be held down, in ms. Longer than keyboards wait before they repeat
 * it unless somebody has set it otherwise: 660 ms on X11, 500 ms elsewhere.
 */
const repeatsWithin = 750;

/**
 * Tells presses from the repeats of a key that is held down. Electron says of both the same and nothing when the key is
 * let go of, so a person who presses again within that time is taken for somebody who holds the key, unless `letGo` says
 * otherwise; and on a keyboard that waits longer, the first repeat is taken for a press.
 */
export class KeyPresses {
  private readonly lastHeard = new Map<string, number>();

  constructor(
    private readonly now: Now,
    /** Not on macOS. X11 and Windows do: https://github.com/electron/electron/issues/39718 */
    private readonly heldKeysRepeat: boolean,
  ) {}

  /** To be asked each time a hotkey is heard. */
  isNew(accelerator: string): boolean {
    if (!this.heldKeysRepeat) return true;
    const before = this.lastHeard.get(accelerator);
    const heard = this.now();
    this.lastHeard.set(accelerator, heard);
    return before === undefined || Math.abs(heard - before) > repeatsWithin;
  }

  /** It is known not to be held any more, or not to repeat: the next time it is heard is a press. */
  letGo(accelerator: string): void {
    this.lastHeard.delete(accelerator);
  }
}
