import { Button } from '@fluentui/react-components';
import { AddRegular, KeyMultipleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { EmptyState } from './EmptyState';
import { usePageActions } from './page-actions';

export function EmptyList(): ReactNode {
  const { openCatalogue } = usePageActions();
  const mayAdd = useSnapshot(({ forbidden }) => !forbidden.includes('ownPresets'));
  return (
    <EmptyState
      icon={<KeyMultipleRegular />}
      title={t('list.empty.title')}
      text={t('list.empty.text')}
      action={
        mayAdd && (
          <Button appearance="primary" icon={<AddRegular />} onClick={() => openCatalogue('')}>
            {t('list.empty.add')}
          </Button>
        )
      }
    />
  );
}
