import type { After, Now } from '../../ports';

/**
 * Within what time after a key was heard a repeat of it may come, in ms. Keyboards wait 660 ms on X11 and 500 ms elsewhere
 * before the first one unless somebody has set it otherwise. Later ones come every 40 ms, but a program that is busy hears
 * them late.
 */
const repeatsWithin = 750;
/** The same when it is likely that the key was released meanwhile. */
const unlikelyRepeatsWithin = 500;
/** A timer that is late by more than this, in ms, tells that the program did not run meanwhile. */
const stalledFor = 50;
/** What was pressed while the program did not run is heard within this time after it runs again, in ms. */
const catchesUpWithin = 50;

interface Held {
  /** When it was heard last. */
  readonly on: number;
  /** Takes back that its end is waited for. */
  readonly forget: () => void;
}

/**
 * Tells presses from the repeats of a key that is held down. Electron says of both the same and nothing when the key is
 * let go of, so a person who presses a second time within 750 ms is taken for somebody who holds the key, unless
 * it is known to have been released; and on a keyboard that is set to wait longer, a repeat is taken for a press.
 * Time in which the program did not run does not count: the repeats of then are still to be heard.
 */
export class KeyPresses {
  private readonly held = new Map<string, Held>();

  constructor(
    private readonly now: Now,
    private readonly after: After,
    /** Not on macOS. X11 and Windows do: https://github.com/electron/electron/issues/39718 */
    private readonly heldKeysRepeat: boolean,
  ) {}

  /** To be asked each time a hotkey is heard. */
  isNew(accelerator: string): boolean {
    if (!this.heldKeysRepeat) return true;
    const isNew = !this.held.has(accelerator);
    this.hold(accelerator, this.now(), repeatsWithin);
    return isNew;
  }

  /** It is not held any more, or does not repeat any more: the next time it is heard is a press. */
  released(accelerator: string): void {
    this.held.get(accelerator)?.forget();
    this.held.delete(accelerator);
  }

  /** It is likely not to be held any more. If it is, and repeats already, that is still heard as repeats. */
  likelyReleased(accelerator: string): void {
    const on = this.held.get(accelerator)?.on;
    if (on === undefined) return;
    const left = unlikelyRepeatsWithin - (this.now() - on);
    if (left > 0) this.hold(accelerator, on, left);
    else this.released(accelerator);
  }

  /** @param forMs until it is taken to be released */
  private hold(accelerator: string, on: number, forMs: number): void {
    this.released(accelerator);
    const ends = this.now() + forMs;
    const forget = this.after(forMs, () => {
      if (this.now() - ends > stalledFor) this.hold(accelerator, on, catchesUpWithin);
      else this.released(accelerator);
    });
    this.held.set(accelerator, { on, forget });
  }
}
