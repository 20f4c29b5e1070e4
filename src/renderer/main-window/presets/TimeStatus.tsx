import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowSyncRegular,
  CheckmarkCircleFilled,
  CircleRegular,
  ClockDismissRegular,
  ClockFilled,
  ErrorCircleFilled,
  PersonKeyRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { tokenStatus, type TokenState, type TokenStatusName } from '../../../shared/token-status';
import { useClock } from '../../time/use-clock';
import { statusDate, statusWords } from '../../time/status-words';

const icons: Readonly<Record<TokenStatusName, FluentIcon>> = {
  none: CircleRegular,
  acquiring: ArrowSyncRegular,
  valid: CheckmarkCircleFilled,
  expiring: ClockFilled,
  expired: ClockDismissRegular,
  'sign-in-needed': PersonKeyRegular,
  failed: ErrorCircleFilled,
};

const useStyles = makeStyles({
  status: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: '12px',
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  icon: { flex: '0 0 auto', fontSize: '14px' },
});

const useColours = makeStyles({
  none: {},
  acquiring: {},
  valid: { color: tokens.colorStatusSuccessForeground1 },
  expiring: { color: tokens.colorStatusWarningForeground3 },
  expired: {},
  'sign-in-needed': { color: tokens.colorStatusWarningForeground3 },
  failed: { color: tokens.colorStatusDangerForeground1 },
});

/** The only part of a row that a tick of the clock redraws, besides the ring. */
export function TimeStatus({
  token,
  dateId,
}: {
  readonly token: TokenState;
  readonly dateId: string;
}): ReactNode {
  const styles = useStyles();
  const colours = useColours();
  const name = useClock((now) => tokenStatus(token, now).name);
  const words = useClock((now) => statusWords(tokenStatus(token, now), now));
  const date = useClock((now) => statusDate(tokenStatus(token, now)));
  const Icon = icons[name];
  return (
    <span className={mergeClasses(styles.status, colours[name])} data-date={date} data-status={name}>
      <Icon className={styles.icon} />
      {words}
      <span id={dateId} hidden>
        {date}
      </span>
    </span>
  );
}
