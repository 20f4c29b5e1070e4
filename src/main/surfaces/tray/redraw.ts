import type { Snapshot } from '../../../shared/snapshot';
import type { After, Now } from '../../ports';
import { trayChangesIn } from './tray-clock';

/** A token that is there sooner than this, in ms, is not worth saying that it is being waited for. Most take 5. */
const brief = 300;

/** Timers may come a millisecond before their time by the wall clock. */
const early = 1;

export interface RedrawOptions {
  readonly snapshot: () => Snapshot;
  readonly draw: (snapshot: Snapshot, now: number) => void;
  readonly platform: NodeJS.Platform;
  readonly after: After;
  readonly now: Now;
}

/** Decides when the tray is drawn: when something has changed, and when time makes it read differently. */
export class Redraw {
  /** Getting a token: for less than `brief`, or for longer. */
  private work: 'none' | 'brief' | 'long' = 'none';
  private stopWork: (() => void) | undefined;
  private stopClock: (() => void) | undefined;
  private isDue = false;

  constructor(private readonly options: RedrawOptions) {}

  /** The state has changed, or is to be looked at anew. */
  changed(): void {
    const { snapshot, after } = this.options;
    if (!snapshot().presets.some(({ acquiring }) => acquiring)) {
      this.stopWork?.();
      this.work = 'none';
      return this.soon();
    }
    if (this.work === 'long') return this.soon();
    if (this.work === 'brief') return;
    this.work = 'brief';
    this.stopWork = after(brief, () => {
      this.work = 'long';
      this.now();
    });
  }

  /** Building a long menu takes a while, and windows are to hear of the change before. */
  private soon(): void {
    if (this.isDue) return;
    this.isDue = true;
    this.options.after(0, () => {
      this.isDue = false;
      this.now();
    });
  }

  /** Draws, and sets the clock for the next time. */
  now(): void {
    const { snapshot, draw, after, now, platform } = this.options;
    const time = now();
    draw(snapshot(), time);
    this.stopClock?.();
    const changesIn = trayChangesIn(snapshot(), time, platform);
    this.stopClock = Number.isFinite(changesIn) ? after(changesIn + early, () => this.now()) : undefined;
  }
}
