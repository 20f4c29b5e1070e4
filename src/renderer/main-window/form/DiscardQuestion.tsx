import { Button, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  whole: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  words: { flex: '1 0 100%', fontWeight: 600, lineHeight: '20px' },
});

interface DiscardQuestionProps {
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Takes the place of a form's buttons when it would be closed with something in it. */
export function DiscardQuestion({ onDiscard, onKeep }: DiscardQuestionProps): ReactNode {
  const styles = useStyles();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={whole} className={styles.whole}>
      <span className={styles.words} role="alert">
        {t('preset-form.discard.text')}
      </span>
      <Button appearance="primary" onClick={onKeep}>
        {t('preset-form.keep')}
      </Button>
      <Button onClick={onDiscard}>{t('preset-form.discard')}</Button>
    </div>
  );
}
