import { BeakerRegular, OrganizationRegular, WindowConsoleRegular } from '@fluentui/react-icons';
import { PortalMountNodeProvider, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { MoreMenu } from '../header/MoreMenu';
import { Mark } from '../Mark';
import { runCommand } from '../run-command';
import { usePending } from '../use-pending';
import { OrganisationForm } from './OrganisationForm';
import { WelcomeCard } from './WelcomeCard';

const useStyles = makeStyles({
  page: {
    position: 'relative',
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
  },
  // Where the presets page has it, too.
  corner: { position: 'absolute', top: '8px', right: '12px' },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '560px',
    margin: 'auto',
    padding: '24px 20px',
    display: 'flex',
    flexDirection: 'column',
  },
  title: { margin: '16px 0 4px', fontSize: '24px', lineHeight: '32px', fontWeight: 600 },
  lead: { margin: '0 0 20px', color: tokens.colorNeutralForeground2, lineHeight: '20px' },
  cards: { display: 'grid', gridAutoRows: '1fr', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
});

type Way = 'organisation' | 'azure-cli' | 'demo';

/** Where a person begins, and comes back to, to choose how to sign in. */
export function Welcome({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  // Menus are drawn in here, so that readers find them in a landmark.
  const [main, setMain] = useState<HTMLElement | null>(null);
  const [formOpen, setFormOpen] = useState(false);
  const { pending, start } = usePending<Way>();
  const openForm = (): void => {
    if (pending === undefined || pending === 'organisation') setFormOpen(true);
  };
  return (
    <PortalMountNodeProvider value={main ?? undefined}>
      <main ref={setMain} className={styles.page}>
        {notices}
        {formOpen ? (
          <OrganisationForm
            busy={pending === 'organisation'}
            onSend={(draft) => start('organisation', () => runCommand('chooseOrganisationApp', draft))}
            onBack={() => setFormOpen(false)}
          />
        ) : (
          <div className={styles.content}>
            <Mark size={40} />
            <h1 className={styles.title}>{t('welcome.title')}</h1>
            <p className={styles.lead}>{t('welcome.lead')}</p>
            <ul className={styles.cards}>
              <WelcomeCard
                id="organisation"
                icon={<OrganizationRegular />}
                badge={t('welcome.organisation.badge')}
                busy={pending === 'organisation'}
                onChoose={openForm}
              />
              <WelcomeCard
                id="azure-cli"
                icon={<WindowConsoleRegular />}
                busy={pending === 'azure-cli'}
                onChoose={() => start('azure-cli', () => runCommand('chooseAzureCli', {}))}
              />
              <WelcomeCard
                id="demo"
                icon={<BeakerRegular />}
                busy={pending === 'demo'}
                onChoose={() => start('demo', () => runCommand('chooseDemo', {}))}
              />
            </ul>
          </div>
        )}
        <div className={styles.corner}>
          <MoreMenu />
        </div>
      </main>
    </PortalMountNodeProvider>
  );
}
