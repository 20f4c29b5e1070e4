import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  list: {
    margin: '4px 0 8px',
    padding: '12px',
    display: 'grid',
    gridTemplateColumns: 'minmax(72px, auto) 1fr',
    columnGap: '16px',
    rowGap: '8px',
    borderRadius: '10px',
    lineHeight: '20px',
    backgroundColor: tokens.colorNeutralBackground3,
    userSelect: 'text',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  term: { color: tokens.colorNeutralForeground3 },
  value: { margin: 0, minWidth: 0, overflowWrap: 'anywhere', whiteSpace: 'pre-line' },
  more: { display: 'block', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** Something that is so, in two columns. */
export interface Fact {
  readonly term: string;
  readonly value: string;
  /** In small below it: an id, a user name. */
  readonly more?: string | undefined;
}

export function FactList({ facts }: { readonly facts: readonly Fact[] }): ReactNode {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {facts.map(({ term, value, more }) => (
        <FactRow key={term} term={term} value={value} more={more === value ? undefined : more} />
      ))}
    </dl>
  );
}

function FactRow({ term, value, more }: Fact): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>
        {value}
        {more !== undefined && more !== '' && <span className={styles.more}>{more}</span>}
      </dd>
    </>
  );
}
