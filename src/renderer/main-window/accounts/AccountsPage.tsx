import { Button, makeStyles } from '@fluentui/react-components';
import { AddRegular, AppsAddInRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { ForgetEverything } from '../client-applications/ForgetEverything';
import { ClientSheets, type ClientSheet } from '../client-applications/ClientSheets';
import { CloudsGroup } from '../clouds/CloudsGroup';
import { PageContent } from '../pages/PageContent';
import { PageFrame, pageTitleId } from '../pages/PageFrame';
import { EmptyState } from '../presets/EmptyState';
import { command } from '../run-command';
import { ClientCard } from './ClientCard';
import { useAwaitedCard } from './awaited-card';

const useStyles = makeStyles({
  cards: {
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  add: { margin: '12px 0 24px' },
});

const addClient = (): void => command('showPage', { page: 'add-client' });

/** Every client application with its accounts, and the clouds they are in. */
export function AccountsPage({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  const clients = useSnapshot((snapshot) => snapshot.clientApplications);
  const [sheet, setSheet] = useState<ClientSheet>();
  useAwaitedCard();
  // What had the focus may have gone with its client application.
  useEffect(() => {
    if (document.activeElement === document.body) document.getElementById(pageTitleId)?.focus();
  }, [clients]);
  return (
    <PageFrame title={t('accounts.title')}>
      {notices}
      <PageContent>
        {clients.length === 0 ? (
          <EmptyState
            icon={<AppsAddInRegular />}
            title={t('accounts.empty.title')}
            text={t('accounts.empty.text')}
            action={
              <Button appearance="primary" icon={<AddRegular />} onClick={addClient}>
                {t('accounts.add-client')}
              </Button>
            }
          />
        ) : (
          <>
            <ul className={styles.cards} aria-label={t('accounts.clients')}>
              {clients.map((client) => (
                <ClientCard key={client.id} client={client} onSheet={setSheet} />
              ))}
            </ul>
            <Button className={styles.add} icon={<AddRegular />} onClick={addClient}>
              {t('accounts.add-client')}
            </Button>
          </>
        )}
        <CloudsGroup />
        <ForgetEverything />
      </PageContent>
      {sheet !== undefined && <ClientSheets sheet={sheet} onClose={() => setSheet(undefined)} />}
    </PageFrame>
  );
}
