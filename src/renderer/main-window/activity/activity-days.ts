import type { ActivityEntry } from '../../../shared/snapshot';

/** What was copied on one day. */
export interface ActivityDay {
  /** Its first moment, local time, in ms since the epoch. */
  readonly start: number;
  /** How many days ago it was: 0 today, 1 yesterday. */
  readonly ago: number;
  /** The place of its first entry among all. */
  readonly from: number;
  readonly entries: readonly ActivityEntry[];
}

/** The first moment of a local day, both in ms since the epoch. */
export function startOfDay(on: number): number {
  const day = new Date(on);
  day.setHours(0, 0, 0, 0);
  return day.getTime();
}

const dayLength = 24 * 60 * 60_000;

/** `entries` (newest first) by local day, as seen at `now` (ms since the epoch). */
export function activityDays(entries: readonly ActivityEntry[], now: number): readonly ActivityDay[] {
  const today = startOfDay(now);
  const days: { start: number; ago: number; from: number; entries: ActivityEntry[] }[] = [];
  for (const [index, entry] of entries.entries()) {
    const start = startOfDay(entry.on);
    const last = days.at(-1);
    if (last?.start === start) last.entries.push(entry);
    // Days have 23 or 25 hours where the clock is changed.
    else days.push({ start, ago: Math.round((today - start) / dayLength), from: index, entries: [entry] });
  }
  return days;
}
