import { makeStyles } from '@fluentui/react-components';
import { BeakerRegular, OrganizationRegular, WindowConsoleRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { WaysIn as Ways } from './use-ways-in';
import { WelcomeCard } from './WelcomeCard';

const useStyles = makeStyles({
  cards: { display: 'grid', gridAutoRows: '1fr', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
});

interface WaysInProps {
  readonly ways: Ways;
  /** Opens the form for an app registration. */
  readonly onOrganisation: () => void;
}

/** The three ways to begin, as cards of equal size. */
export function WaysIn({ ways, onOrganisation }: WaysInProps): ReactNode {
  const styles = useStyles();
  const { pending, chooseAzureCli, chooseDemo } = ways;
  return (
    <ul className={styles.cards}>
      <WelcomeCard
        id="organisation"
        icon={<OrganizationRegular />}
        badge={t('welcome.organisation.badge')}
        busy={pending === 'organisation'}
        onChoose={onOrganisation}
      />
      <WelcomeCard
        id="azure-cli"
        icon={<WindowConsoleRegular />}
        busy={pending === 'azure-cli'}
        onChoose={chooseAzureCli}
      />
      <WelcomeCard id="demo" icon={<BeakerRegular />} busy={pending === 'demo'} onChoose={chooseDemo} />
    </ul>
  );
}
