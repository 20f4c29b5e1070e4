import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { SettingGroup } from '../SettingGroup';
import { SwitchSetting } from '../SwitchSetting';

export function KeepFreshSettings(): ReactNode {
  return (
    <SettingGroup heading={t('settings.keep-fresh')}>
      <SwitchSetting
        name="keepFreshByDefault"
        label={t('settings.keep-fresh-by-default')}
        hint={t('settings.keep-fresh-by-default.hint')}
      />
    </SettingGroup>
  );
}
