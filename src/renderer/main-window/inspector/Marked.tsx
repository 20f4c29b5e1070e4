import { makeStyles, tokens } from '@fluentui/react-components';
import { Fragment, type ReactNode } from 'react';
import { cutAtHits } from '../../../shared/inspector/filter-claims';

const useStyles = makeStyles({
  hit: {
    borderRadius: '2px',
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { backgroundColor: 'Mark', color: 'MarkText' },
  },
});

/** A text with the hits of a search marked. */
export function Marked({ text, query }: { readonly text: string; readonly query: string }): ReactNode {
  const styles = useStyles();
  return cutAtHits(text, query).map((piece, index) =>
    index % 2 === 1 ? (
      <mark key={index} className={styles.hit}>
        {piece}
      </mark>
    ) : (
      <Fragment key={index}>{piece}</Fragment>
    ),
  );
}
