import { t } from '../../../shared/messages';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import { coarseSpanChangesIn } from '../../../shared/time-left';
import { trayRows } from './tray-rows';

const second = 1000;
const minute = 60 * second;
/** Within a slot, in ms, no label counts down, so that many tokens do not mean many redraws. */
const slot = 10 * second;
/** With as much left, in ms, nobody counts seconds. */
const plenty = 10 * minute;

const slotOf = (end: number, now: number): number => (end - now >= plenty ? minute : slot);

/** What is left at the end of the slot that `now` is in, in ms: a label that says so never says more than there is. */
export function leftInSlot(end: number, now: number): number {
  const length = slotOf(end, now);
  return end - (Math.floor(now / length) + 1) * length;
}

/**
 * Whether the tooltip counts the seconds until the clipboard is cleared. On Linux each new tooltip gives a menu that is
 * open new items, too (Chromium's `StatusIconLinuxDbus::SetToolTip`), so there it counts as slowly as the menu.
 */
export const countsSeconds = (platform: NodeJS.Platform): boolean => platform !== 'linux';

/**
 * In how many ms the tray will read differently, if nothing else happens. Infinity if never. Labels that count down
 * change together at the start of a slot; the end of a token is shown at once. Tokens end on a whole second, so that
 * all this is never more often than once a second.
 */
export function trayChangesIn(
  { presets, clipboard }: Snapshot,
  now: number,
  platform: NodeJS.Platform,
): number {
  const endsOf = (rows: readonly PresetView[]): readonly number[] =>
    rows.flatMap(({ token }) => (token !== undefined && token.expiresOn > now ? [token.expiresOn] : []));
  const { flat, more } = trayRows(presets);
  const moments = [
    // The icon goes by all presets, labels are those of the rows that the menu has.
    ...endsOf(presets),
    ...endsOf([...flat, ...more]).map((end) => labelChangesOn(end, now)),
    ...(clipboard?.clearsOn !== undefined && clipboard.clearsOn > now
      ? [countsSeconds(platform) ? nextSecond(now) : withinChangesOn(clipboard.clearsOn, now)]
      : []),
  ];
  return Math.min(Infinity, ...moments) - now;
}

/** The start of the first slot in which the time left reads differently. */
function labelChangesOn(end: number, now: number): number {
  const length = slotOf(end, now);
  const left = leftInSlot(end, now);
  const changesOn = end - left + coarseSpanChangesIn(left);
  return Math.ceil(changesOn / length) * length - length;
}

/** How much time is left at most, in words that stay true for a while: `50 s`, `2 min`. */
export function withinWords(left: number): string {
  const step = withinStep(left);
  const steps = Math.ceil(left / step);
  return step === minute ? t('time.minutes', { minutes: steps }) : t('tray.seconds', { seconds: steps * 10 });
}

const withinStep = (left: number): number => (left > minute ? minute : slot);

function withinChangesOn(end: number, now: number): number {
  const step = withinStep(end - now);
  return end - (Math.ceil((end - now) / step) - 1) * step;
}

const nextSecond = (now: number): number => (Math.floor(now / second) + 1) * second;
