import { t } from '../../shared/messages';
import type { TokenStatus } from '../../shared/token-status';
import { coarseWords, liveWords } from '../../shared/messages/time-words';
import { fullDate } from './full-date';

const minute = 60_000;

/** What a row says of its token at `now` (ms since the epoch): `52:10 left`, `Expired 5 min ago`, `Sign-in needed`. */
export function statusWords(status: TokenStatus, now: number): string {
  const left = (status.expiresOn ?? now) - now;
  switch (status.name) {
    case 'none':
      return t('status.none');
    case 'acquiring':
      return t('status.acquiring');
    case 'valid':
      return t('row.time-left', { time: liveWords(left) });
    case 'expiring':
      return t('row.ends-in', { time: liveWords(left) });
    case 'expired':
      return -left < minute
        ? t('status.expired-just-now')
        : t('status.expired-ago', { span: coarseWords(-left) });
    case 'sign-in-needed':
      return t('status.sign-in-needed');
    case 'failed':
      return t('status.failed');
  }
}

/** The full date behind the words, where there is one. */
export function statusDate({ name, expiresOn }: TokenStatus): string | undefined {
  if (expiresOn === undefined) return undefined;
  return t(name === 'expired' ? 'status.ended' : 'status.until', { date: fullDate(expiresOn) });
}
