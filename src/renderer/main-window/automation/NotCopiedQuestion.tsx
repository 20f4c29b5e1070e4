import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { SheetQuestion } from '../form/SheetQuestion';

const useStyles = makeStyles({
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
  return (
    <SheetQuestion
      back={{ words: t('secret.not-copied.back'), onClick: onBack }}
      close={{ words: t('secret.not-copied.close'), onClick: onClose }}
    >
      <span className={styles.question}>{t('secret.not-copied')}</span>{' '}
      <span className={styles.text}>{t('secret.not-copied.text')}</span>
    </SheetQuestion>
  );
}
