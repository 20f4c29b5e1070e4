import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, type ReactNode } from 'react';
import { t } from '../../../shared/messages';

const useStyles = makeStyles({
  whole: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  words: { flex: '1 0 100%', lineHeight: '20px' },
  question: { display: 'block', fontWeight: 600 },
  text: { color: tokens.colorNeutralForeground2 },
});

interface NotCopiedQuestionProps {
  readonly onBack: () => void;
  readonly onClose: () => void;
}

/** Takes the place of the buttons when the lines would be closed before anybody has copied them. */
export function NotCopiedQuestion({ onBack, onClose }: NotCopiedQuestionProps): ReactNode {
  const styles = useStyles();
  const whole = useRef<HTMLDivElement>(null);
  useEffect(() => whole.current?.querySelector('button')?.focus(), []);
  return (
    <div ref={whole} className={styles.whole}>
      <span className={styles.words} role="alert">
        <span className={styles.question}>{t('secret.not-copied')}</span>{' '}
        <span className={styles.text}>{t('secret.not-copied.text')}</span>
      </span>
      <Button appearance="primary" onClick={onBack}>
        {t('secret.not-copied.back')}
      </Button>
      <Button onClick={onClose}>{t('secret.not-copied.close')}</Button>
    </div>
  );
}
