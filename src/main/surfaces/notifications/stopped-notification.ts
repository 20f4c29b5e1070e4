import { t } from '../../../shared/messages';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import type { PresetProblem } from '../../../shared/token-status';
import { quietTime, type ClickCommand, type NotificationView, type Saying } from './notification-view';
import { shortName } from './short-name';

/** What is known of the presets whose keeping fresh has stopped for one reason. Times in ms since the epoch. */
export interface Stopped {
  readonly since: Readonly<Record<string, number>>;
  /** Those that were spoken of since they stopped. */
  readonly said: readonly string[];
  readonly lastSaidOn?: number;
  /** Whether the setting was off. */
  readonly wasOff?: boolean;
}

export const nothingStopped: Stopped = { since: {}, said: [] };

/** How long, in ms, to wait for others that stop for the same reason, so that fifty presets are one notification. */
const gathering = 3000;

/**
 * Says that presets are no longer kept fresh, for one of the two reasons, whether or not the window has the focus: the
 * person may be away from it. All presets share one notification and one quiet time, because they mostly share the
 * reason as well: after a revoked sign-in each stops when its own token comes due, over the next hour. Pure.
 */
export function sayStopped(
  problem: PresetProblem,
  { presets, settings }: Snapshot,
  now: number,
  before: Stopped,
): Saying<Stopped> {
  const stopped = presets.filter(({ keepFreshStopped }) => keepFreshStopped === problem);
  const ids = stopped.map(({ id }) => id);
  const isOff = !settings.values.notifyRenewalFailed;
  const kept: Stopped = {
    ...before,
    wasOff: isOff,
    since: Object.fromEntries(ids.map((id) => [id, before.since[id] ?? now])),
    // With the setting off they count as said: switching it on tells what happens from then on. Changes that follow
    // each other at once are seen together, so that what stopped just before is seen with the setting on.
    said: isOff || before.wasOff === true ? ids : before.said.filter((id) => ids.includes(id)),
  };
  const news = ids.filter((id) => !kept.said.includes(id));
  if (news.length === 0) return { views: [], kept, lookAgainOn: Infinity };
  const firstOn = Math.min(...news.map((id) => kept.since[id] ?? now));
  const dueOn = Math.max(firstOn + gathering, (kept.lastSaidOn ?? -Infinity) + quietTime);
  if (dueOn > now) return { views: [], kept, lookAgainOn: dueOn };
  const [first, ...others] = stopped;
  return {
    views: first === undefined ? [] : [stoppedNotification(problem, first, others)],
    kept: { ...kept, said: ids, lastSaidOn: now },
    lookAgainOn: Infinity,
  };
}

function stoppedNotification(
  problem: PresetProblem,
  first: PresetView,
  others: readonly PresetView[],
): NotificationView {
  const ids = [first, ...others].map(({ id }) => id);
  const isOne = others.length === 0;
  return {
    slot: `stopped ${problem}`,
    title: isOne
      ? t(`notification.stopped.${problem}.title`, { name: shortName(first.name) })
      : t(`notification.stopped-several.${problem}.title`, { count: ids.length }),
    body: t(`notification.${isOne ? 'stopped' : 'stopped-several'}.${problem}.body`),
    click: clickOf(problem, first.id, isOne),
    silent: false,
    isOver: (snapshot) =>
      !snapshot.presets.some(({ id, keepFreshStopped }) => keepFreshStopped === problem && ids.includes(id)),
  };
}

function clickOf(problem: PresetProblem, presetId: string, isOne: boolean): ClickCommand {
  // Signing in for one is signing in for all of the account.
  if (problem === 'sign-in-needed') return { name: 'signInForPreset', args: { presetId } };
  return isOne ? { name: 'renew', args: { presetId } } : { name: 'openMainWindow', args: {} };
}
