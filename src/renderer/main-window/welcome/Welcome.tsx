import { Button, PortalMountNodeProvider, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { MoreMenu } from '../header/MoreMenu';
import { Mark } from '../Mark';
import { OrganisationForm } from './OrganisationForm';
import { useWaysIn } from './use-ways-in';
import { WaysIn } from './WaysIn';

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
  form: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '560px',
    margin: '0 auto',
    padding: '12px 20px 24px',
  },
  back: { marginLeft: '-8px', minWidth: 'auto' },
  formTitle: { margin: '12px 0 4px', fontSize: '20px', lineHeight: '28px', fontWeight: 600 },
});

/** Where a person begins: chooses how to sign in. */
export function Welcome({ notices }: { readonly notices: ReactNode }): ReactNode {
  const styles = useStyles();
  // Menus are drawn in here, so that readers find them in a landmark.
  const [main, setMain] = useState<HTMLElement | null>(null);
  const [formOpen, setFormOpen] = useState(false);
  const ways = useWaysIn();
  const openForm = (): void => {
    if (ways.pending === undefined || ways.pending === 'organisation') setFormOpen(true);
  };
  return (
    <PortalMountNodeProvider value={main ?? undefined}>
      <main ref={setMain} className={styles.page}>
        {notices}
        {formOpen ? (
          <div className={styles.form}>
            <Button
              className={styles.back}
              appearance="subtle"
              icon={<ArrowLeftRegular />}
              onClick={() => setFormOpen(false)}
            >
              {t('organisation.back')}
            </Button>
            <h1 className={styles.formTitle}>{t('organisation.title')}</h1>
            <p className={styles.lead}>{t('organisation.lead')}</p>
            <OrganisationForm busy={ways.pending === 'organisation'} onSend={ways.chooseOrganisation} />
          </div>
        ) : (
          <div className={styles.content}>
            <Mark size={40} />
            <h1 className={styles.title}>{t('welcome.title')}</h1>
            <p className={styles.lead}>{t('welcome.lead')}</p>
            <WaysIn ways={ways} onOrganisation={openForm} />
          </div>
        )}
        <div className={styles.corner}>
          <MoreMenu />
        </div>
      </main>
    </PortalMountNodeProvider>
  );
}
