import { isAccelerator } from '../../shared/accelerator';
import type { GlobalShortcuts } from '../surfaces/hotkeys/held-hotkeys';

/** Electron's `globalShortcut` on X11, as far as it was seen there. */
export class FakeGlobalShortcuts implements GlobalShortcuts {
  /** Hotkeys of keys that the keyboard does not have. */
  readonly missing = new Set<string>();
  /** How often one was asked for. */
  asked = 0;
  private readonly registered = new Set<string>();
  private readonly given = new Map<string, () => void>();

  constructor(
    /** Hotkeys that another program has. */
    readonly taken: ReadonlySet<string> = new Set(),
  ) {}

  register(accelerator: string, pressed: () => void): boolean {
    this.asked += 1;
    if (!isAccelerator(accelerator)) throw new TypeError('conversion failure');
    if (this.registered.has(accelerator) || this.taken.has(accelerator)) return false;
    if (this.missing.has(accelerator)) {
      for (const other of this.given.keys()) {
        if (modifiersOf(other) === modifiersOf(accelerator)) this.given.delete(other);
      }
      return false;
    }
    this.registered.add(accelerator);
    this.given.set(accelerator, pressed);
    return true;
  }

  unregister(accelerator: string): void {
    this.registered.delete(accelerator);
    this.given.delete(accelerator);
  }

  /** Those that would be heard, in alphabetical order. */
  get heard(): readonly string[] {
    return [...this.given.keys()].sort();
  }

  /** Presses it; whoever has it hears it. */
  press(accelerator: string): void {
    this.given.get(accelerator)?.();
  }
}

const modifiersOf = (accelerator: string): string => accelerator.slice(0, accelerator.lastIndexOf('+') + 1);
