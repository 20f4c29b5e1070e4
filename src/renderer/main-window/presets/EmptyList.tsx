import { Button } from '@fluentui/react-components';
import { AddRegular, KeyMultipleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { EmptyState } from './EmptyState';
import { usePageActions } from './page-actions';

export function EmptyList(): ReactNode {
  const { addPreset } = usePageActions();
  return (
    <EmptyState
      icon={<KeyMultipleRegular />}
      title={t('list.empty.title')}
      text={t('list.empty.text')}
      action={
        <Button appearance="primary" icon={<AddRegular />} onClick={() => addPreset('')}>
          {t('list.empty.add')}
        </Button>
      }
    />
  );
}
