import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular, DismissRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { command } from '../run-command';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '8px',
    margin: '0 0 16px',
    padding: '8px 4px 12px 12px',
    borderRadius: '10px',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  icon: { flex: '0 0 auto', fontSize: '20px', marginTop: '6px' },
  good: { color: tokens.colorPaletteGreenForeground1 },
  bad: { color: tokens.colorPaletteRedForeground1 },
  words: { flex: '1 1 0', minWidth: 0, paddingTop: '6px', lineHeight: '20px', overflowWrap: 'anywhere' },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  dismiss: { flex: '0 0 auto' },
});

interface AnswerCardProps {
  readonly isGood: boolean;
  readonly title: string;
  readonly children?: ReactNode;
}

/** What came of the last import or export, until it is put away. */
export function AnswerCard({ isGood, title, children }: AnswerCardProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.card} role="status">
      {isGood ? (
        <CheckmarkCircleRegular className={`${styles.icon} ${styles.good}`} aria-hidden />
      ) : (
        <ErrorCircleRegular className={`${styles.icon} ${styles.bad}`} aria-hidden />
      )}
      <div className={styles.words}>
        <h2 className={styles.title}>{title}</h2>
        {children}
      </div>
      <Button
        className={styles.dismiss}
        size="small"
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('import.dismiss')}
        title={t('import.dismiss')}
        onClick={() => command('dismissSharing', {})}
      />
    </div>
  );
}
