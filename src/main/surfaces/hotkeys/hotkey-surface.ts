import type { HotkeyProblem } from '../../../shared/accelerator';
import type { Snapshot } from '../../../shared/snapshot';
import type { After, Log, Now } from '../../ports';
import type { State, Unsubscribe } from '../../state';
import { HeldHotkeys, type GlobalShortcuts } from './held-hotkeys';
import { hotkeysOf, type HotkeyCommand } from './hotkeys';
import { KeyPresses } from './key-presses';

export interface HotkeySurfaceOptions {
  readonly state: Pick<State, 'snapshot' | 'subscribe'>;
  readonly shortcuts: GlobalShortcuts;
  /** Settles when the command has been carried out. Never rejects. */
  readonly run: (command: HotkeyCommand) => Promise<unknown>;
  /** Told which hotkeys are set and not to be had. */
  readonly problemsChanged: (problems: Readonly<Record<string, HotkeyProblem>>) => void;
  readonly platform: NodeJS.Platform;
  readonly now: Now;
  readonly after: After;
  readonly log: Log;
}

/** Global hotkeys. What one does is looked up when it is pressed. It lives as long as the program. */
export class HotkeySurface {
  private readonly hotkeys: HeldHotkeys;
  private readonly presses: KeyPresses;
  private readonly underWay = new Set<string>();
  private readonly unsubscribe: Unsubscribe;
  private before: { readonly wanted: string; readonly page: string };
  private hasClaimed = false;

  constructor(private readonly options: HotkeySurfaceOptions) {
    const { state, shortcuts, problemsChanged, platform, now, after, log } = options;
    const { snapshot } = state;
    this.hotkeys = new HeldHotkeys({
      shortcuts,
      pressed: (accelerator) => this.pressed(accelerator),
      problemsChanged,
      refusalEndsOthers: platform === 'linux' && !snapshot.settings.hotkeysNeedPortal,
      log,
    });
    this.presses = new KeyPresses(now, after, platform !== 'darwin');
    this.before = summary(snapshot);
    this.tryAgain();
    this.unsubscribe = state.subscribe((changed) => this.follow(changed));
  }

  /** Tries now whether the system gives a hotkey. It is held until the state says that it is not wanted. */
  claim(accelerator: string): boolean {
    this.hasClaimed = true;
    return this.hotkeys.claim(accelerator);
  }

  /** Lets go of all while a page records a new one, or takes them again. */
  pause(paused: boolean): void {
    if (paused) this.hotkeys.pause();
    else this.hotkeys.resume();
  }

  /** Tries again what was refused: the program that had it may have ended. */
  tryAgain(): void {
    this.hotkeys.hold(hotkeysOf(this.options.state.snapshot).keys());
  }

  /**
   * The palette was closed by something else than its hotkey. A keyboard repeats only the key that was pressed last, so
   * after a key such as Esc or Enter the hotkey repeats no more. Who has gone to another window may hold it still.
   */
  paletteLeft(by: 'key' | 'focus'): void {
    const { snapshot } = this.options.state;
    // With nothing copied yet, both open it.
    const openers = snapshot.lastCopy === undefined ? ['openPalette', 'copyLast'] : ['openPalette'];
    for (const [accelerator, { name }] of hotkeysOf(snapshot)) {
      if (!openers.includes(name)) continue;
      if (by === 'key') this.presses.released(accelerator);
      else this.presses.likelyReleased(accelerator);
    }
  }

  close(): void {
    this.unsubscribe();
    this.hotkeys.hold([]);
  }

  private follow(snapshot: Snapshot): void {
    const { wanted, page } = this.before;
    this.before = summary(snapshot);
    // Whoever opens the settings reads there which hotkeys do not work.
    const looksAtSettings = this.before.page === 'settings' && page !== 'settings';
    if (this.before.wanted !== wanted || looksAtSettings || this.hasClaimed) this.tryAgain();
    this.hasClaimed = false;
  }

  private pressed(accelerator: string): void {
    const { state, run } = this.options;
    const { snapshot } = state;
    const command = hotkeysOf(snapshot).get(accelerator);
    if (!this.presses.isNew(accelerator) || command === undefined) return;
    if (!this.underWay.has(accelerator)) {
      this.underWay.add(accelerator);
      void run(command).finally(() => this.underWay.delete(accelerator));
    } else if (snapshot.signIn !== undefined) {
      // Who presses again has lost sight of the page that waits for them.
      void run({ name: 'openBrowserAgain', args: {} });
    }
  }
}

const summary = (snapshot: Snapshot): { wanted: string; page: string } => ({
  wanted: [...hotkeysOf(snapshot).keys()].join(' '),
  page: snapshot.windowPage,
});
