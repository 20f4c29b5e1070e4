const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A span of time cut to the parts that are shown; the words around the figures come from the message catalogue. */
export type TimeSpan =
  | { readonly form: 'clock'; readonly minutes: number; readonly seconds: number }
  | { readonly form: 'minutes'; readonly minutes: number }
  | { readonly form: 'hours-minutes'; readonly hours: number; readonly minutes: number }
  | { readonly form: 'hours'; readonly hours: number };

/** A live countdown: `0:42`, `52:10`, `3 h 12 m`, `27 h`. `ms` below 0 counts as 0. */
export function liveSpan(ms: number): TimeSpan {
  const left = Math.max(0, ms);
  if (left >= hour) return coarseSpan(left);
  return { form: 'clock', minutes: Math.floor(left / minute), seconds: Math.floor((left % minute) / second) };
}

/** For places that are not redrawn every second: `52 min`, `3 h 12 min`, `27 h`. Never says more than is left. */
export function coarseSpan(ms: number): TimeSpan {
  const left = Math.max(0, ms);
  if (left >= day) return { form: 'hours', hours: Math.floor(left / hour) };
  if (left < hour) return { form: 'minutes', minutes: Math.floor(left / minute) };
  return {
    form: 'hours-minutes',
    hours: Math.floor(left / hour),
    minutes: Math.floor((left % hour) / minute),
  };
}

/** In how many ms the coarse text of a time left of `ms` will read differently. */
export function coarseSpanChangesIn(ms: number): number {
  if (ms <= 0) return Infinity;
  const step = ms >= day ? hour : minute;
  return (ms % step) + 1;
}
