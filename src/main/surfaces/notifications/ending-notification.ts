import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import type { TokenTimes } from '../../../shared/token-status';
import { quietTime, type NotificationView, type Saying } from './notification-view';
import { shortName } from './short-name';

/** The last warning about each preset: when, and about a token that ends when, in ms since the epoch. */
export type Warned = Readonly<Record<string, { readonly on: number; readonly expiresOn: number }>>;

/** A token of a pinned preset that nobody renews, and when to say that it ends. */
interface Ending {
  readonly preset: PresetView;
  readonly expiresOn: number;
  readonly dueOn: number;
}

/** Warnings that are due within this time, in ms, are said as one: tokens are often got one right after another. */
const together = 60_000;

/** A timer may be this late, in ms, without "5 min" becoming "4 min". */
const lateness = 5000;

// The system's way to write the time of day, as the window does.
const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/**
 * Warns before the tokens of pinned presets end, whether or not the window has the focus: the person may be away from
 * it. Late (after a sleep, say) only while the token is still good. Pure.
 */
export function warnOfEnd({ presets, settings }: Snapshot, now: number, warned: Warned): Saying<Warned> {
  const notice = settings.values.notifyBeforeEnd * 60_000;
  const endings = presets.flatMap((preset) => endingOf(preset, notice, now, warned));
  if (!endings.some(({ dueOn }) => dueOn <= now)) {
    return { views: [], kept: warned, lookAgainOn: earliest(endings) };
  }
  const said = endings.filter(({ dueOn }) => dueOn <= now + together);
  const later = endings.filter(({ dueOn }) => dueOn > now + together);
  const saidNow = said.map(({ preset, expiresOn }) => [preset.id, { on: now, expiresOn }] as const);
  return {
    views: [warning(said, now)],
    kept: { ...warned, ...Object.fromEntries(saidNow) },
    lookAgainOn: earliest(later),
  };
}

const earliest = (endings: readonly Ending[]): number =>
  Math.min(Infinity, ...endings.map(({ dueOn }) => dueOn));

function endingOf(preset: PresetView, notice: number, now: number, warned: Warned): readonly Ending[] {
  const { id, token, acquiring } = preset;
  // Whoever is getting a new one needs no warning; if that fails, the next snapshot brings us here again.
  if (notice === 0 || token === undefined || acquiring || !isLeftToEnd(preset, token.expiresOn, now))
    return [];
  const last = warned[id];
  if (last?.expiresOn === token.expiresOn) return [];
  const dueOn = Math.max(warningTime(token, notice), last === undefined ? 0 : last.on + quietTime);
  return [{ preset, expiresOn: token.expiresOn, dueOn }];
}

// A token that lives hardly longer than the notice would be warned of the moment it was got.
const warningTime = ({ issuedOn, expiresOn }: TokenTimes, notice: number): number =>
  Math.max(expiresOn - notice, (issuedOn + expiresOn) / 2);

/** Whether this token still lasts, matters to somebody, and is not renewed by the program itself. */
function isLeftToEnd(preset: PresetView, expiresOn: number, now: number): boolean {
  const isRenewed = preset.keepFresh && preset.keepFreshStopped === undefined;
  return preset.pinned && !isRenewed && preset.token?.expiresOn === expiresOn && expiresOn > now;
}

function warning(endings: readonly Ending[], now: number): NotificationView {
  const ends = endings.map(({ expiresOn }) => expiresOn);
  const firstEnd = Math.min(...ends);
  const span = coarseWords(firstEnd - now + lateness);
  const time = timeOfDay.format(firstEnd);
  const [only, ...others] = endings.map(({ preset }) => preset);
  const count = endings.length;
  return {
    slot: `ending ${endings.map(({ preset }) => preset.id).join(' ')}`,
    silent: false,
    isOver: (snapshot, on) =>
      !endings.some(({ preset, expiresOn }) => {
        const found = snapshot.presets.find(({ id }) => id === preset.id);
        return found !== undefined && isLeftToEnd(found, expiresOn, on);
      }),
    overOn: Math.max(...ends),
    ...(only !== undefined && others.length === 0
      ? {
          title: t('notification.ending.title', { name: shortName(only.name), span }),
          body: t('notification.ending.body', { time }),
          click: { name: 'renew', args: { presetId: only.id } },
        }
      : {
          title: t('notification.ending-several.title', { count, span }),
          body: t('notification.ending-several.body', { time }),
          click: { name: 'openMainWindow', args: {} },
        }),
  };
}
