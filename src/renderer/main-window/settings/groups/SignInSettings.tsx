import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { ChoiceSetting } from '../ChoiceSetting';
import { SettingGroup } from '../SettingGroup';

export function SignInSettings(): ReactNode {
  return (
    <SettingGroup heading={t('settings.sign-in')}>
      <ChoiceSetting
        name="signInFlows"
        label={t('settings.sign-in-flows')}
        hint={t('settings.sign-in-flows.hint')}
        choices={['browser-then-device-code', 'browser', 'device-code']}
        words={(flows) => t(`settings.sign-in-flows.${flows}`)}
      />
    </SettingGroup>
  );
}
