import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular, SearchRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { EmptyState } from './EmptyState';
import { usePageActions } from './page-actions';

const useStyles = makeStyles({ button: { maxWidth: '100%', overflowWrap: 'anywhere' } });

/** `query` is in no name and no resource. */
export function NoHits({ query }: { readonly query: string }): ReactNode {
  const styles = useStyles();
  const { openCatalogue } = usePageActions();
  const mayAdd = useSnapshot(({ forbidden }) => !forbidden.includes('ownPresets'));
  return (
    <EmptyState
      icon={<SearchRegular />}
      title={t('search.none.title', { query })}
      text={t('search.none.text')}
      action={
        mayAdd && (
          <Button className={styles.button} icon={<AddRegular />} onClick={() => openCatalogue(query)}>
            {t('search.none.add', { query })}
          </Button>
        )
      }
    />
  );
}
