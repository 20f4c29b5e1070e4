import { makeStyles, tokens } from '@fluentui/react-components';
import { Activity as Part, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { PageContent } from '../pages/PageContent';
import { PageFrame } from '../pages/PageFrame';
import { OrganisationForm } from '../welcome/OrganisationForm';
import { useWaysIn } from '../welcome/use-ways-in';
import { WaysIn } from '../welcome/WaysIn';
import { ServicePrincipalForm } from './ServicePrincipalForm';
import { ServicePrincipalLine } from './ServicePrincipalLine';

const useStyles = makeStyles({
  whole: { padding: '4px 8px 24px' },
  lead: { margin: '0 0 20px', color: tokens.colorNeutralForeground2, lineHeight: '20px' },
});

type Step = 'choose' | 'organisation' | 'service-principal';

interface AddClientPageProps {
  readonly notices: ReactNode;
  readonly onBack: () => void;
}

/** Adds a client application to those there are: the ways of the welcome page, and a service principal. */
export function AddClientPage({ notices, onBack }: AddClientPageProps): ReactNode {
  const styles = useStyles();
  const [step, setStep] = useState<Step>('choose');
  const ways = useWaysIn();
  const noServicePrincipals = useSnapshot(({ forbidden }) => forbidden.includes('servicePrincipals'));
  return (
    <PageFrame
      title={t(`add-client.${step}.title`)}
      onBack={step === 'choose' ? onBack : () => setStep('choose')}
    >
      {notices}
      <PageContent>
        <div className={styles.whole}>
          <p className={styles.lead}>{t(`add-client.${step}.lead`)}</p>
          {step === 'choose' && (
            <>
              <WaysIn ways={ways} onOrganisation={() => setStep('organisation')} />
              {!noServicePrincipals && <ServicePrincipalLine onChoose={() => setStep('service-principal')} />}
            </>
          )}
          {/* Kept while the ways are shown again: what was typed is there when one comes back. */}
          <Part mode={step === 'organisation' ? 'visible' : 'hidden'}>
            <OrganisationForm busy={ways.pending === 'organisation'} onSend={ways.chooseOrganisation} />
          </Part>
          <Part mode={step === 'service-principal' ? 'visible' : 'hidden'}>
            <ServicePrincipalForm />
          </Part>
        </div>
      </PageContent>
    </PageFrame>
  );
}
