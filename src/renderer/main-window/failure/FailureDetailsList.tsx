import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { FailureView } from '../../../shared/failure';
import { failureRows, type FailureRow } from '../../../shared/failure-rows';
import { exactTime } from '../../time/exact-time';

const useStyles = makeStyles({
  list: {
    margin: '8px 0 0',
    padding: '12px',
    display: 'grid',
    gridTemplateColumns: 'minmax(80px, auto) 1fr',
    columnGap: '12px',
    rowGap: '8px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    backgroundColor: tokens.colorNeutralBackground3,
    userSelect: 'text',
  },
  term: { maxWidth: '120px', color: tokens.colorNeutralForeground3 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** The details of a failure, as an administrator asks for them. */
export function FailureDetailsList({ failure }: { readonly failure: FailureView }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {failureRows(failure, exactTime).map((row) => (
        <DetailsRow key={row.name} {...row} />
      ))}
    </dl>
  );
}

function DetailsRow({ name, value }: FailureRow): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
