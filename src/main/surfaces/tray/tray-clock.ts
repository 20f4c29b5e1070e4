import { t } from '../../../shared/messages';
import type { Snapshot } from '../../../shared/snapshot';
import { coarseSpanChangesIn } from '../../../shared/time-left';

const second = 1000;
const minute = 60 * second;
/** Within this many ms no label counts down, so that many tokens do not mean many redraws. */
const slot = 10 * second;

/** When the slot ends that `now` is in. Labels say what is left at that time: never more than there is. */
export const slotEnd = (now: number): number => (Math.floor(now / slot) + 1) * slot;

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
  const ends = presets.flatMap(({ token }) =>
    token !== undefined && token.expiresOn > now ? [token.expiresOn] : [],
  );
  const moments = [
    ...ends,
    ...ends.map((end) => labelChangesOn(end, now)),
    ...(clipboard?.clearsOn !== undefined && clipboard.clearsOn > now
      ? [countsSeconds(platform) ? nextSecond(now) : withinChangesOn(clipboard.clearsOn, now)]
      : []),
  ];
  return Math.min(Infinity, ...moments) - now;
}

/** The start of the first slot in which the time left reads differently. */
function labelChangesOn(end: number, now: number): number {
  const shown = slotEnd(now);
  const changesOn = shown + coarseSpanChangesIn(end - shown);
  return Math.ceil(changesOn / slot) * slot - slot;
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
