import type { ReactNode } from 'react';
import { t } from '../../shared/messages';
import { coarseWords } from '../../shared/messages/time-words';
import { tokenStatus, type TokenState, type TokenStatus } from '../../shared/token-status';
import { statusDate, statusWords } from '../time/status-words';
import { useClock } from '../time/use-clock';
import { usePatientToken } from '../time/use-patient-token';
import { StatusIcon } from './StatusIcon';

/** Without seconds, which a screen reader would never finish reading. */
function spokenWords(status: TokenStatus, now: number): string {
  if (status.name !== 'valid' && status.name !== 'expiring') return statusWords(status, now);
  return t('row.time-left', { time: coarseWords((status.expiresOn ?? now) - now) });
}

/**
 * How long a token is good for. The only part of a row that a tick of the clock redraws. The style sheet shows the words
 * that tick, so that they are not part of the row's name, which screen readers read again whenever it changes.
 */
export function TimeLeft({
  token: fromSnapshot,
  spokenId,
}: {
  readonly token: TokenState;
  readonly spokenId: string;
}): ReactNode {
  const token = usePatientToken(fromSnapshot);
  const name = useClock((now) => tokenStatus(token, now).name);
  const words = useClock((now) => statusWords(tokenStatus(token, now), now));
  const spoken = useClock((now) => spokenWords(tokenStatus(token, now), now));
  const date = useClock((now) => statusDate(tokenStatus(token, now)));
  return (
    <span className="time" data-status={name} title={date}>
      {name !== 'none' && <StatusIcon status={name} />}
      <span className="words" data-words={words} />
      <span id={spokenId} hidden>
        {spoken}
      </span>
    </span>
  );
}
