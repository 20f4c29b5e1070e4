import type { Snapshot } from '../../../shared/snapshot';
import type { After, Now } from '../../ports';
import type { State } from '../../state';
import type { ClickCommand, NotificationView } from './notification-view';
import { nothingSaid, whatToSay, type Memory } from './what-to-say';

export interface NotificationEvents {
  readonly clicked: () => void;
  /** It is gone, and nobody can click it any more. */
  readonly closed: () => void;
}

export interface AnnouncerOptions {
  readonly state: Pick<State, 'snapshot' | 'subscribe'>;
  readonly run: (command: ClickCommand) => void;
  /** Puts a notification up. The returned function takes it down. */
  readonly show: (view: NotificationView, events: NotificationEvents) => () => void;
  readonly windowFocused: () => boolean;
  readonly after: After;
  readonly now: Now;
}

/** How many notifications stay up; when more come, the oldest goes. */
const mostUp = 5;

/** The longest time, in ms, until the clock is looked at again: timers stand still while a computer sleeps. */
const longestWait = 60 * 60_000;
/** The shortest one, in ms: a timer that comes a moment early is not set over and over. */
const shortestWait = 1000;

interface Up {
  readonly view: NotificationView;
  readonly takeDown: () => void;
}

/** Keeps the notifications that are up in step with the state: puts them up, takes them down, runs what is clicked. */
export class Announcer {
  private before: Snapshot;
  private memory: Memory = nothingSaid;
  /** By slot, the oldest first. */
  private readonly up = new Map<string, Up>();
  private readonly unsubscribe: () => void;
  private stopTimer: (() => void) | undefined;

  constructor(private readonly options: AnnouncerOptions) {
    this.before = options.state.snapshot;
    this.unsubscribe = options.state.subscribe(() => this.look());
    this.look();
  }

  /** Takes everything down: nobody would hear a click any more. */
  close(): void {
    this.unsubscribe();
    this.stopTimer?.();
    for (const { takeDown } of this.up.values()) takeDown();
    this.up.clear();
  }

  private look(): void {
    const { state, now: clock, windowFocused } = this.options;
    const now = clock();
    const { before } = this;
    const after = state.snapshot;
    this.before = after;
    const { views, kept, lookAgainOn } = whatToSay(
      { before, after, now, windowFocused: windowFocused() },
      this.memory,
    );
    this.memory = kept;
    for (const [slot, { view, takeDown }] of this.up) {
      if (!view.isOver(after, now)) continue;
      this.up.delete(slot);
      takeDown();
    }
    for (const view of views) this.show(view);
    this.plan(lookAgainOn, now);
  }

  private plan(lookAgainOn: number, now: number): void {
    this.stopTimer?.();
    const ends = [...this.up.values()].map(({ view }) => view.overOn ?? Infinity);
    const nextOn = Math.min(lookAgainOn, ...ends);
    const wait = Math.min(longestWait, Math.max(shortestWait, nextOn - now));
    this.stopTimer = Number.isFinite(nextOn) ? this.options.after(wait, () => this.look()) : undefined;
  }

  private show(view: NotificationView): void {
    const { slot, click } = view;
    this.up.get(slot)?.takeDown();
    this.up.delete(slot);
    const forget = (): void => {
      if (this.up.get(slot)?.view === view) this.up.delete(slot);
    };
    const clicked = (): void => {
      forget();
      this.noteRenewal(click);
      this.options.run(click);
    };
    this.up.set(slot, { view, takeDown: this.options.show(view, { clicked, closed: forget }) });
    for (const [oldest, { takeDown }] of this.up) {
      if (this.up.size <= mostUp) break;
      this.up.delete(oldest);
      takeDown();
    }
  }

  private noteRenewal({ name, args }: ClickCommand): void {
    if (name !== 'renew') return;
    const preset = this.options.state.snapshot.presets.find(({ id }) => id === args.presetId);
    const asked = { presetId: args.presetId, expiresOn: preset?.token?.expiresOn };
    this.memory = { ...this.memory, asked };
  }
}
