import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { FieldChange } from '../../../shared/sharing-view';

const useStyles = makeStyles({
  list: { margin: '4px 0 0', padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  field: { fontSize: '12px', lineHeight: '16px', fontWeight: 600 },
  values: {
    margin: '2px 0 0',
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    gap: '2px 8px',
    fontSize: '12px',
    lineHeight: '16px',
  },
  label: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  before: { color: tokens.colorNeutralForeground3 },
});

interface ChangeListProps {
  readonly changes: readonly FieldChange[];
  /** What both sides are called. */
  readonly beforeLabel: string;
  readonly afterLabel: string;
}

/** What differs, field by field, old above new. */
export function ChangeList({ changes, beforeLabel, afterLabel }: ChangeListProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.list}>
      {changes.map(({ field, cloud, before, after }, index) => (
        <div key={index}>
          <div className={styles.field}>
            {cloud === undefined
              ? t(`field.${field}`)
              : t('field.in-cloud', { field: t(`field.${field}`), cloud })}
          </div>
          <dl className={styles.values}>
            <dt className={styles.label}>{beforeLabel}</dt>
            <dd className={`${styles.value} ${styles.before}`}>{before ?? t('import.change.none')}</dd>
            <dt className={styles.label}>{afterLabel}</dt>
            <dd className={styles.value}>{after ?? t('import.change.none')}</dd>
          </dl>
        </div>
      ))}
    </div>
  );
}
