import type { ClaimsAsk } from '../../../shared/claims-challenge';
import { t } from '../../../shared/messages';
import { fullDate } from '../../time/full-date';

/** What an API asks for, in words. */
export function askWords(ask: ClaimsAsk): string {
  switch (ask.kind) {
    case 'context':
    case 'address':
      return t(`claims.ask.${ask.kind}`, { values: ask.values.join(', ') });
    case 'newer-than':
      return t('claims.ask.newer-than', { date: fullDate(ask.time) });
    case 'other':
      return t('claims.ask.other', { name: ask.name });
    case 'policy':
    case 'second-factor':
    case 'device':
    case 'capability':
      return t(`claims.ask.${ask.kind}`);
  }
}
