import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { TrialAnswer } from '../../../shared/trial';
import { innerFocusRing } from '../focus-ring';

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 0',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    padding: '8px 16px',
    ':focus-visible': innerFocusRing,
  },
  list: { margin: 0, fontFamily: 'ui-monospace, monospace', fontSize: '12px', lineHeight: '20px' },
  line: { overflowWrap: 'anywhere' },
  name: { display: 'inline', color: tokens.colorNeutralForeground3 },
  value: { display: 'inline', margin: '0 0 0 8px', whiteSpace: 'pre-wrap' },
});

export function HeaderList({ headers }: Pick<TrialAnswer, 'headers'>): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('try-it.headers.label')}>
      <dl className={styles.list}>
        {headers.map(({ name, value }, index) => (
          <div key={index} className={styles.line}>
            <dt className={styles.name}>{name}:</dt>
            <dd className={styles.value}>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
