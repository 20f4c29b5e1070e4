import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { command } from '../../run-command';
import { SettingGroup } from '../SettingGroup';
import { useSettingRowStyles } from '../SettingRow';
import { SwitchSetting } from '../SwitchSetting';

export function ActivitySettings(): ReactNode {
  const { row } = useSettingRowStyles();
  return (
    <SettingGroup heading={t('settings.activity')}>
      <SwitchSetting
        name="activityList"
        label={t('settings.activity-list')}
        hint={t('settings.activity-list.hint')}
      />
      <div className={row}>
        <Button onClick={() => command('showPage', { page: 'activity' })}>
          {t('settings.activity-show')}
        </Button>
      </div>
    </SettingGroup>
  );
}
