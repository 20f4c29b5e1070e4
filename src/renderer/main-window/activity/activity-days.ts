import type { ActivityEntry } from '../../../shared/snapshot';

/** What was copied on one day. */
export interface ActivityDay {
  /** Its first moment, local time, in ms since the epoch. */
  readonly start: number;
  /** How many days ago it was: 0 today, 1 yesterday. */
  readonly ago: number;
  readonly entries: readonly ActivityEntry[];
}

function startOfDay(on: number): number {
  const day = new Date(on);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

const dayLength = 24 * 60 * 60_000;

/** `entries` (newest first) by local day, as seen at `now` (ms since the epoch). */
export function activityDays(entries: readonly ActivityEntry[], now: number): readonly ActivityDay[] {
  const today = startOfDay(now);
  const byDay = new Map<number, ActivityEntry[]>();
  for (const entry of entries) {
    const start = startOfDay(entry.on);
    const ofDay = byDay.get(start);
    if (ofDay === undefined) byDay.set(start, [entry]);
    else ofDay.push(entry);
  }
  // Days have 23 or 25 hours where the clock is changed.
  return [...byDay].map(([start, ofDay]) => ({
    start,
    ago: Math.round((today - start) / dayLength),
    entries: ofDay,
  }));
}
