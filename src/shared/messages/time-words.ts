import { t } from './index';
import { coarseSpan, liveSpan } from '../time-left';

/** A live countdown in words: `0:42`, `52:10`, `3 h 12 m`, `27 h`. */
export function liveWords(ms: number): string {
  const span = liveSpan(ms);
  switch (span.form) {
    case 'clock':
      return t('time.clock', { minutes: span.minutes, seconds: String(span.seconds).padStart(2, '0') });
    case 'minutes':
      return t('time.minutes', { minutes: span.minutes });
    case 'hours-minutes':
      return t('time.hours-minutes', { hours: span.hours, minutes: span.minutes });
    case 'hours':
      return t('time.hours', { hours: span.hours });
  }
}

/** A span of time that is not redrawn every second: `52 min`, `3 h 12 min`, `27 h`. */
export function coarseWords(ms: number): string {
  const span = coarseSpan(ms);
  switch (span.form) {
    case 'clock':
    case 'minutes':
      return span.minutes === 0 ? t('time.less-than-a-minute') : t('time.minutes', { minutes: span.minutes });
    case 'hours-minutes':
      return t('time.hours-minutes.coarse', { hours: span.hours, minutes: span.minutes });
    case 'hours':
      return t('time.hours', { hours: span.hours });
  }
}
