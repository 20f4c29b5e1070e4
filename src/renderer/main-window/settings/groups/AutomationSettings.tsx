import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { command } from '../../run-command';
import { SettingGroup } from '../SettingGroup';
import { SettingRow } from '../SettingRow';

/** The way to the page that sets up the command line and the local endpoint. */
export function AutomationSettings(): ReactNode {
  return (
    <SettingGroup heading={t('settings.automation')}>
      <SettingRow label={t('settings.automation.text')} hint={t('settings.automation.hint')}>
        {(control) => (
          <Button
            {...control}
            aria-labelledby={`${control['aria-labelledby']} ${control.id}`}
            onClick={() => command('showPage', { page: 'automation' })}
          >
            {t('settings.automation.show')}
          </Button>
        )}
      </SettingRow>
    </SettingGroup>
  );
}
