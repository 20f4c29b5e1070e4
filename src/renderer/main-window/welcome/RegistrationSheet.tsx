import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { RegistrationStepList } from './RegistrationSteps';

/** The steps of registering an app, for those who have no form in front of them. */
export function RegistrationSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  return (
    <Sheet
      title={t('registration.title')}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose} {...focusFirst}>
          {t('registration.done')}
        </Button>
      }
    >
      <RegistrationStepList />
    </Sheet>
  );
}
