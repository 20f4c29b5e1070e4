/** As a log would have it: with seconds, and how far the local time is from UTC. */
const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
});
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'long' });

/** The local time of `on` (ms since the epoch) to the second, with the offset from UTC. */
export const exactTime = (on: number): string => exact.format(on).replace('GMT', 'UTC');

/** The local day of `on` (ms since the epoch). */
export const longDay = (on: number): string => day.format(on);
