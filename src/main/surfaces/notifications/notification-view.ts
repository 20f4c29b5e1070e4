import type { CommandArguments, CommandName } from '../../../shared/ipc';
import type { Snapshot } from '../../../shared/snapshot';

type Clickable = Extract<
  CommandName,
  | 'copyToken'
  | 'copySnippet'
  | 'renew'
  | 'signInForPreset'
  | 'openBrowserAgain'
  | 'openMainWindow'
  | 'showPage'
  | 'signInForConsumer'
>;

/** What a click on a notification does. */
export type ClickCommand = {
  [Name in Clickable]: { readonly name: Name; readonly args: CommandArguments<Name> };
}[Clickable];

/** One notification, without Electron. */
export interface NotificationView {
  /** A new one takes the place of the one that is up in the same slot. */
  readonly slot: string;
  readonly title: string;
  /** Holds no name that a person made up: many desktops read it as markup, and Electron does not escape it. */
  readonly body: string;
  readonly click: ClickCommand;
  /** Without a sound: it only confirms what was just done. */
  readonly silent: boolean;
  /** Whether it has nothing left to tell, so that it is taken down. Pure. */
  readonly isOver: (snapshot: Snapshot, now: number) => boolean;
  /** When it is over at the latest, in ms since the epoch. */
  readonly overOn?: number;
}

/** The place of what answers a person's own action: the newest answer is the one that counts. */
export const answerSlot = 'answer';

/** What is to be said about something nobody asked for, and what is kept in mind for the next time. */
export interface Saying<Kept> {
  readonly views: readonly NotificationView[];
  readonly kept: Kept;
  /** When there may be more to say if nothing else happens, in ms since the epoch; Infinity: never. */
  readonly lookAgainOn: number;
}

/**
 * What nobody asked for is said at most once in this time, in ms, about one preset and cause: it interrupts, and what
 * flaps (a network that comes and goes, tokens that live for minutes) would interrupt without end. An answer to a
 * person's own action is not held back: without it they would not know whether their hotkey did anything.
 */
export const quietTime = 10 * 60_000;
