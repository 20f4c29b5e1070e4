import type { Snapshot } from '../../../shared/snapshot';
import { copiedNotification } from './copied-notification';
import { copyFailedNotification } from './copy-failed-notification';
import { warnOfEnd, type Warned } from './ending-notification';
import { noWishesSaid, sayWishes, type SaidWishes } from './endpoint-notification';
import type { NotificationView, Saying } from './notification-view';
import { renewedNotification, type AskedRenewal } from './renewed-notification';
import { signInNotification } from './sign-in-notification';
import { nothingStopped, sayStopped, type Stopped } from './stopped-notification';
import { teamsNotification } from './teams-notification';

/** What has changed, and when. */
export interface Moment {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** ms since the epoch */
  readonly now: number;
  readonly windowFocused: boolean;
}

/** What was said before. It is forgotten when the program ends. */
export interface Memory {
  readonly warned: Warned;
  readonly signInNeeded: Stopped;
  readonly failed: Stopped;
  readonly waiting: SaidWishes;
  readonly signInsNeeded: SaidWishes;
  readonly asked?: AskedRenewal | undefined;
}

export const nothingSaid: Memory = {
  warned: {},
  signInNeeded: nothingStopped,
  failed: nothingStopped,
  waiting: noWishesSaid,
  signInsNeeded: noWishesSaid,
};

/** Everything there is to say at this moment. Pure. */
export function whatToSay({ before, after, now, windowFocused }: Moment, memory: Memory): Saying<Memory> {
  const renewed = renewedNotification(after, now, windowFocused, memory.asked);
  const answers = [
    renewed,
    signInNotification(before, after, windowFocused),
    copyFailedNotification(before, after, windowFocused),
    copiedNotification(before, after, windowFocused),
    teamsNotification(before, after, windowFocused),
  ].filter((view): view is NotificationView => view !== undefined);
  const ending = warnOfEnd(after, now, memory.warned);
  const signInNeeded = sayStopped('sign-in-needed', after, now, memory.signInNeeded);
  const failed = sayStopped('failed', after, now, memory.failed);
  const waiting = sayWishes('waiting', after, now, windowFocused, memory.waiting);
  const signInsNeeded = sayWishes('signInsNeeded', after, now, windowFocused, memory.signInsNeeded);
  const unasked = [ending, signInNeeded, failed, waiting, signInsNeeded];
  const isAnswered = renewed !== undefined || hasEnded(memory.asked, before, after);
  return {
    views: [...answers, ...unasked.flatMap(({ views }) => views)],
    kept: {
      warned: ending.kept,
      signInNeeded: signInNeeded.kept,
      failed: failed.kept,
      waiting: waiting.kept,
      signInsNeeded: signInsNeeded.kept,
      asked: isAnswered ? undefined : memory.asked,
    },
    lookAgainOn: Math.min(...unasked.map(({ lookAgainOn }) => lookAgainOn)),
  };
}

/** Whether the renewal came to an end, whatever it was. */
function hasEnded(asked: AskedRenewal | undefined, before: Snapshot, after: Snapshot): boolean {
  const isUnderWay = ({ presets }: Snapshot): boolean =>
    presets.some(({ id, acquiring }) => id === asked?.presetId && acquiring);
  return isUnderWay(before) && !isUnderWay(after);
}
