import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  question: {
    flex: '0 0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px',
    margin: '0 12px 8px',
    padding: '8px 8px 8px 16px',
    borderRadius: '10px',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: { flex: '1 1 160px', fontWeight: 600, lineHeight: '20px' },
});

interface ClearQuestionProps {
  readonly count: number;
  readonly onClear: () => void;
  readonly onKeep: () => void;
}

/** Asks before the list is cleared, since nothing brings it back. */
export function ClearQuestion({ count, onClear, onKeep }: ClearQuestionProps): ReactNode {
  const styles = useStyles();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('button')?.focus(), []);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onKeep();
  };
  return (
    <div ref={whole} className={styles.question} onKeyDown={onKeyDown}>
      <span className={styles.words} role="alert">
        {t('activity.clear.question', { count })}
      </span>
      <Button appearance="primary" onClick={onKeep}>
        {t('activity.clear.keep')}
      </Button>
      <Button onClick={onClear}>{t('activity.clear.confirm')}</Button>
    </div>
  );
}
