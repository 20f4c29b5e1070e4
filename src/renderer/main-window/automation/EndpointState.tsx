import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleRegular,
  ErrorCircleRegular,
  LockClosedRegular,
  SpinnerIosRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { EndpointView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useLock } from '../settings/use-lock';
import { command } from '../run-command';

const useStyles = makeStyles({
  whole: { flex: '1 0 100%', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px' },
  words: { flex: '1 1 200px', minWidth: 0, display: 'flex', gap: '8px', lineHeight: '20px' },
  icon: { flex: '0 0 auto', fontSize: '20px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorPaletteRedForeground1 },
});

const looks: Readonly<Record<EndpointView['state'], { icon: FluentIcon; tone: 'good' | 'quiet' | 'bad' }>> = {
  // It is being opened: switched off, nothing of this is shown.
  off: { icon: SpinnerIosRegular, tone: 'quiet' },
  running: { icon: CheckmarkCircleRegular, tone: 'good' },
  paused: { icon: LockClosedRegular, tone: 'quiet' },
  failed: { icon: ErrorCircleRegular, tone: 'bad' },
};

/** How the endpoint stands while it is switched on, and the way out where it could not start. */
export function EndpointState(): ReactNode {
  const styles = useStyles();
  const endpoint = useSnapshot((snapshot) => snapshot.endpoint);
  const wanted = useSnapshot(({ settings }) => settings.values.localEndpointPort);
  const lock = useLock('localEndpointPort');
  const { icon: Icon, tone } = looks[endpoint.state];
  const canChange = endpoint.problem === 'port-taken' && wanted !== 0 && lock === undefined;
  return (
    <div className={styles.whole}>
      <span className={styles.words} role="status">
        <Icon className={mergeClasses(styles.icon, styles[tone])} aria-hidden />
        {stateWords(endpoint, wanted)}
      </span>
      {canChange && (
        <Button size="small" onClick={() => command('changeSettings', { change: { localEndpointPort: 0 } })}>
          {t('endpoint.use-free-port')}
        </Button>
      )}
    </div>
  );
}

function stateWords({ state, problem, port }: EndpointView, wanted: number): string {
  switch (state) {
    case 'off':
      return t('endpoint.starting');
    case 'running':
      return t('endpoint.running', { port: String(port ?? wanted) });
    case 'paused':
      return t('endpoint.paused');
    case 'failed':
      return problem === 'port-taken' && wanted !== 0
        ? t('endpoint.port-taken', { port: String(wanted) })
        : t('endpoint.failed');
  }
}
