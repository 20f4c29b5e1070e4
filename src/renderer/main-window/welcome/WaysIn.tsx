import { makeStyles, tokens } from '@fluentui/react-components';
import {
  BeakerRegular,
  LockClosedRegular,
  OrganizationRegular,
  WindowConsoleRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import type { WaysIn as Ways } from './use-ways-in';
import { WelcomeCard } from './WelcomeCard';

const useStyles = makeStyles({
  cards: { display: 'grid', gridAutoRows: '1fr', gap: '12px', margin: 0, padding: 0, listStyleType: 'none' },
  note: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: '12px 4px 0',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  lock: { flex: '0 0 auto', fontSize: '16px' },
});

const waysThatMayBe = ['ownClientApplications', 'azureCliClient', 'demoTenant'] as const;

interface WaysInProps {
  readonly ways: Ways;
  /** Opens the form for an app registration. */
  readonly onOrganisation: () => void;
}

/** The ways to begin, as cards of equal size: three, unless the organisation leaves some out. */
export function WaysIn({ ways, onOrganisation }: WaysInProps): ReactNode {
  const styles = useStyles();
  const forbidden = useSnapshot((snapshot) => snapshot.forbidden);
  const { pending, chooseAzureCli, chooseDemo } = ways;
  const isLeftOut = waysThatMayBe.some((thing) => forbidden.includes(thing));
  return (
    <>
      <ul className={styles.cards}>
        {!forbidden.includes('ownClientApplications') && (
          <WelcomeCard
            id="organisation"
            icon={<OrganizationRegular />}
            badge={t('welcome.organisation.badge')}
            busy={pending === 'organisation'}
            onChoose={onOrganisation}
          />
        )}
        {!forbidden.includes('azureCliClient') && (
          <WelcomeCard
            id="azure-cli"
            icon={<WindowConsoleRegular />}
            busy={pending === 'azure-cli'}
            onChoose={chooseAzureCli}
          />
        )}
        {!forbidden.includes('demoTenant') && (
          <WelcomeCard id="demo" icon={<BeakerRegular />} busy={pending === 'demo'} onChoose={chooseDemo} />
        )}
      </ul>
      {isLeftOut && (
        <p className={styles.note}>
          <LockClosedRegular className={styles.lock} />
          {t('welcome.left-out')}
        </p>
      )}
    </>
  );
}
