import { t } from '../../../shared/messages';
import { copiedFormatWords } from '../../../shared/messages/format-words';
import { resourceLabel, scopeForResource } from '../../../shared/scopes';
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

/** What was copied, or which script has had a token. */
export function entryTitle(entry: ActivityEntry): string {
  if (entry.kind === undefined) return entry.presetName;
  return entry.consumerName ?? t('activity.command-line');
}

/**
 * In which format or for what, how often, and for whom: "Token · someone@contoso.com · Contoso",
 * "vault.azure.net · 12 tokens · someone@contoso.com · Contoso".
 */
export function entryWords(entry: ActivityEntry): string {
  const { username, tenantName } = entry;
  const what =
    entry.kind === undefined
      ? [copiedFormatWords(entry)]
      : [
          resourceLabel([scopeForResource(entry.resource)]),
          entry.count === 1 ? '' : t('activity.tokens', { count: entry.count }),
        ];
  return [...what, username, tenantName].filter((part) => part !== '').join(' · ');
}
