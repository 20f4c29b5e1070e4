import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { SheetQuestion } from './SheetQuestion';

const useStyles = makeStyles({ words: { fontWeight: 600 } });

interface DiscardQuestionProps {
  readonly onDiscard: () => void;
  readonly onKeep: () => void;
}

/** Takes the place of a form's buttons when it would be closed with something in it. */
export function DiscardQuestion({ onDiscard, onKeep }: DiscardQuestionProps): ReactNode {
  const styles = useStyles();
  return (
    <SheetQuestion
      back={{ words: t('preset-form.keep'), onClick: onKeep }}
      close={{ words: t('preset-form.discard'), onClick: onDiscard }}
    >
      <span className={styles.words}>{t('preset-form.discard.text')}</span>
    </SheetQuestion>
  );
}
