import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { PageContent } from '../pages/PageContent';
import { PageFrame } from '../pages/PageFrame';
import { CommandLineGroup } from './CommandLineGroup';
import { ConsumersGroup } from './ConsumersGroup';
import { EndpointGroup } from './EndpointGroup';
import { SecretSheet } from './SecretSheet';
import { Wishes } from './Wishes';

interface AutomationPageProps {
  readonly notices: ReactNode;
  readonly onBack: () => void;
}

/** Tokens for one's own programs: by the command line, or by HTTP on this computer. */
export function AutomationPage({ notices, onBack }: AutomationPageProps): ReactNode {
  const isForbidden = useSnapshot(({ forbidden }) => forbidden.includes('localEndpoint'));
  const isOn = useSnapshot(({ settings }) => settings.values.localEndpoint);
  const hasConsumers = useSnapshot(({ endpoint }) => endpoint.consumers.length > 0);
  const fresh = useSnapshot(({ endpoint }) =>
    endpoint.consumers.find(({ id }) => id === endpoint.freshSecretOf),
  );
  return (
    <PageFrame title={t('automation.title')} onBack={onBack}>
      {notices}
      <Wishes />
      <PageContent>
        <EndpointGroup />
        {/* Before the switch is on, it is the one thing to do. */}
        {!isForbidden && (isOn || hasConsumers) && <ConsumersGroup />}
        <CommandLineGroup />
      </PageContent>
      {fresh !== undefined && <SecretSheet key={fresh.id} consumer={fresh} />}
    </PageFrame>
  );
}
