import { t } from '../../../shared/messages';
import { copiedFormatWords } from '../../../shared/messages/format-words';
import type { ActivityEntry } from '../../../shared/snapshot';
import type { ActivityDay } from './activity-days';

// Dates are written the way the person's system writes them.
const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const dayOfYear = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const fullDay = new Intl.DateTimeFormat(undefined, { dateStyle: 'full' });

/** The heading of a day, as seen in the year of `now` (ms since the epoch). */
export function dayWords({ start, ago }: ActivityDay, now: number): string {
  if (ago === 0) return t('activity.today');
  if (ago === 1) return t('activity.yesterday');
  const sameYear = new Date(start).getFullYear() === new Date(now).getFullYear();
  return (sameYear ? dayOfYear : fullDay).format(start);
}

export const timeWords = (on: number): string => time.format(on);

/** In which format, and for whom: "Token · someone@contoso.com · Contoso". */
export const entryWords = (entry: ActivityEntry): string =>
  [copiedFormatWords(entry), entry.username, entry.tenantName].filter((part) => part !== '').join(' · ');
