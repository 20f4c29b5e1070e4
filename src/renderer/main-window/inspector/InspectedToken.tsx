import { makeStyles } from '@fluentui/react-components';
import { useId, useState, type ReactNode } from 'react';
import type { InspectedView } from '../../../shared/inspector/inspection';
import { PageContent } from '../pages/PageContent';
import { ComparePanel } from './ComparePanel';
import { RawPanel } from './RawPanel';
import { TokenPanel } from './TokenPanel';
import { ViewTabs, type InspectorTab } from './ViewTabs';

const useStyles = makeStyles({
  panel: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
});

interface InspectedTokenProps {
  readonly first: InspectedView;
  readonly second: InspectedView | undefined;
}

/** A token in three views: what it says, what it is made of, and how it differs from another one. */
export function InspectedToken({ first, second }: InspectedTokenProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  const [view, setView] = useState<InspectorTab>('claims');
  const isReadable = first.token.kind === 'signed' || first.token.kind === 'encrypted';
  const shown = isReadable ? view : 'claims';
  return (
    <>
      {isReadable && <ViewTabs selected={shown} onSelect={setView} idOf={(part) => `${id}${part}`} />}
      <div
        id={`${id}panel`}
        className={styles.panel}
        {...(isReadable ? { role: 'tabpanel', 'aria-labelledby': `${id}${shown}` } : {})}
      >
        {shown === 'compare' ? (
          <ComparePanel first={first} second={second} />
        ) : (
          // Each view begins at its top.
          <PageContent key={shown}>
            {shown === 'claims' ? (
              <TokenPanel key={first.id} inspected={first} />
            ) : (
              <RawPanel inspected={first} />
            )}
          </PageContent>
        )}
      </div>
    </>
  );
}
