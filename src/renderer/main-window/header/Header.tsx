import { useSnapshot } from '../../bridge/use-snapshot';
import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { AccountMenu } from '../accounts/AccountMenu';
import { usePageActions } from '../presets/page-actions';
import { MoreMenu } from './MoreMenu';

const useStyles = makeStyles({
  header: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    padding: '8px 12px 4px 12px',
  },
  gap: { flex: '1 0 8px' },
  button: { flex: '0 0 auto' },
});

export function Header(): ReactNode {
  const styles = useStyles();
  const { openCatalogue } = usePageActions();
  const mayAdd = useSnapshot(({ forbidden }) => !forbidden.includes('ownPresets'));
  return (
    <header className={styles.header}>
      <AccountMenu />
      <span className={styles.gap} />
      {mayAdd && (
        <Button
          className={styles.button}
          appearance="subtle"
          icon={<AddRegular />}
          aria-label={t('header.add-preset')}
          title={t('header.add-preset')}
          onClick={() => openCatalogue('')}
        />
      )}
      <MoreMenu />
    </header>
  );
}
