import { Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { parseUrl } from '../../../shared/parse-url';
import type { TrialView } from '../../../shared/trial';
import { isRunning } from './is-running';
import { sizeWords } from './size-words';

/** ms; before that nothing is said to be awaited */
const patience = 300;

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    color: tokens.colorNeutralForeground2,
    minWidth: 0,
  },
  words: { overflow: 'hidden', textOverflow: 'ellipsis', fontVariantNumeric: 'tabular-nums' },
});

/** What is awaited, once it takes time. */
export function Progress({ trial }: { readonly trial: TrialView }): ReactNode {
  const styles = useStyles();
  const running = isRunning(trial.phase);
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => setIsLong(true), patience);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [running]);
  const words = trial.phase === 'cancelled' ? t('try-it.cancelled') : running && isLong ? wordsOf(trial) : '';
  return (
    <div role="status" className={styles.line}>
      {running && isLong && <Spinner size="tiny" aria-hidden />}
      <span className={styles.words}>{words}</span>
    </div>
  );
}

function wordsOf({ phase, requests, index, received }: TrialView): string {
  const url = requests[index]?.url ?? '';
  switch (phase) {
    case 'token':
      return t('try-it.phase.token');
    case 'sending':
      return t('try-it.phase.sending', { host: parseUrl(url)?.host ?? '' });
    case 'receiving':
      return t('try-it.phase.receiving', { size: sizeWords(received) });
    case 'ready':
    case 'ended':
    case 'cancelled':
      return '';
  }
}
