import type { HotkeyProblem } from '../../../shared/accelerator';
import { errorName } from '../../error-words';
import type { Log } from '../../ports';

/** The part of Electron's `globalShortcut` that is used. */
export interface GlobalShortcuts {
  /** False, or an error for what is no accelerator to it: the system did not give it. */
  register(accelerator: string, pressed: () => void): boolean;
  unregister(accelerator: string): void;
}

export interface HeldHotkeysOptions {
  readonly shortcuts: GlobalShortcuts;
  readonly pressed: (accelerator: string) => void;
  /** Told when other ones are refused than before. */
  readonly problemsChanged: (problems: Readonly<Record<string, HotkeyProblem>>) => void;
  /**
   * Whether a refusal may end what was given before. On X11, Chromium asks for a key that the keyboard does not have as
   * "any key", and lets go of every hotkey with the same modifiers when that is refused.
   */
  readonly refusalEndsOthers: boolean;
  readonly log: Log;
}

/** The hotkeys that the system has given, and those that it has refused. */
export class HeldHotkeys {
  private wanted: ReadonlySet<string> = new Set();
  private readonly held = new Set<string>();
  private readonly refused = new Set<string>();
  private told = '';
  private isPaused = false;

  constructor(private readonly options: HeldHotkeysOptions) {}

  /** Takes what is wanted, lets go of the rest, and tries again what was refused. */
  hold(wanted: Iterable<string>): void {
    this.wanted = new Set(wanted);
    if (!this.isPaused) this.takeWanted();
  }

  /** Tries now whether the system gives it. It stays until `hold` is called without it. */
  claim(accelerator: string): boolean {
    // A hotkey was chosen, so choosing is over.
    this.resume();
    if (!this.held.has(accelerator)) {
      this.take(accelerator);
      this.tellProblems();
    }
    return this.held.has(accelerator);
  }

  /** Lets go of all until `resume`, so that a page can hear them being pressed. */
  pause(): void {
    this.isPaused = true;
    for (const accelerator of [...this.held]) this.letGo(accelerator);
  }

  resume(): void {
    if (!this.isPaused) return;
    this.isPaused = false;
    this.takeWanted();
  }

  private takeWanted(): void {
    for (const accelerator of [...this.held]) if (!this.wanted.has(accelerator)) this.letGo(accelerator);
    for (const accelerator of this.wanted) if (!this.held.has(accelerator)) this.take(accelerator);
    this.tellProblems();
  }

  private take(accelerator: string): void {
    if (this.register(accelerator)) {
      this.held.add(accelerator);
      this.refused.delete(accelerator);
      return;
    }
    this.refused.add(accelerator);
    if (!this.options.refusalEndsOthers) return;
    for (const other of [...this.held]) {
      this.letGo(other);
      if (this.register(other)) this.held.add(other);
      else this.refused.add(other);
    }
  }

  private letGo(accelerator: string): void {
    this.options.shortcuts.unregister(accelerator);
    this.held.delete(accelerator);
  }

  private register(accelerator: string): boolean {
    const { shortcuts, pressed, log } = this.options;
    try {
      return shortcuts.register(accelerator, () => pressed(accelerator));
    } catch (error) {
      log.warn(`a hotkey was not understood: ${errorName(error)}`);
      return false;
    }
  }

  private tellProblems(): void {
    for (const accelerator of this.refused) {
      if (!this.wanted.has(accelerator)) this.refused.delete(accelerator);
    }
    const refused = [...this.refused].sort();
    if (refused.join(' ') === this.told) return;
    this.told = refused.join(' ');
    this.options.problemsChanged(
      Object.fromEntries(refused.map((each) => [each, 'hotkey-not-available' as const])),
    );
  }
}
