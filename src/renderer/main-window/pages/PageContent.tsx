import { makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    scrollPadding: '16px 0',
  },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '592px',
    margin: '0 auto',
    padding: '8px 12px 4px',
  },
});

/** What scrolls in a page, as wide as is easy to read. */
export function PageContent({ children }: { readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.scroll}>
      <div className={styles.content}>{children}</div>
    </div>
  );
}
