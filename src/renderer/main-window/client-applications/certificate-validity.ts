import { t } from '../../../shared/messages';
import { dateOnly } from '../../time/full-date';

const day = 86_400_000;
/** Said loudly from then on, in days. */
const soon = 30;

export interface Validity {
  readonly words: string;
  readonly state: 'good' | 'soon' | 'over' | 'early';
}

/** How long a certificate is good for; all times in ms since the epoch. */
export function certificateValidity(
  { notBefore, notAfter }: { readonly notBefore: number; readonly notAfter: number },
  now: number,
): Validity {
  const date = dateOnly(notAfter);
  if (notAfter <= now) return { state: 'over', words: t('credential.expired', { date }) };
  if (notBefore > now)
    return { state: 'early', words: t('credential.starts', { date: dateOnly(notBefore) }) };
  const days = Math.floor((notAfter - now) / day);
  if (days >= soon) return { state: 'good', words: t('credential.expires', { date }) };
  const words =
    days === 0 ? t('credential.expires-today', { date }) : t('credential.expires-soon', { days, date });
  return { state: 'soon', words };
}
