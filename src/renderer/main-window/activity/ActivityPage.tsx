import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { PageFrame } from '../pages/PageFrame';

export function ActivityPage({ notices }: { readonly notices: ReactNode }): ReactNode {
  return <PageFrame title={t('activity.title')}>{notices}</PageFrame>;
}
