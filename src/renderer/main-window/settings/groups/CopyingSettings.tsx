import type { ReactNode } from 'react';
import { copyFormats } from '../../../../shared/copy-format';
import { t } from '../../../../shared/messages';
import { ChoiceSetting } from '../ChoiceSetting';
import { SettingGroup } from '../SettingGroup';

export function CopyingSettings(): ReactNode {
  return (
    <SettingGroup heading={t('settings.copying')}>
      <ChoiceSetting
        name="defaultFormat"
        label={t('settings.default-format')}
        hint={t('settings.default-format.hint')}
        choices={copyFormats}
        words={(format) => t(`format.${format}`)}
      />
    </SettingGroup>
  );
}
