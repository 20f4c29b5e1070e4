import type { Now } from '../../ports';

/**
 * How long after a key was last heard it may still be held down, in ms. Longer than keyboards wait before they repeat
 * it: 660 ms on X11, 500 ms elsewhere.
 */
const repeatsWithin = 750;

/** Tells presses from the repeats of a key that is held down. */
export class KeyPresses {
  private readonly lastHeard = new Map<string, number>();

  constructor(private readonly now: Now) {}

  /** To be asked each time a hotkey is heard. */
  isNew(accelerator: string): boolean {
    const before = this.lastHeard.get(accelerator);
    const heard = this.now();
    this.lastHeard.set(accelerator, heard);
    return before === undefined || Math.abs(heard - before) > repeatsWithin;
  }
}
