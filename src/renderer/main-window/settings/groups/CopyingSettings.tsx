import type { ReactNode } from 'react';
import { copyFormats } from '../../../../shared/copy-format';
import { t } from '../../../../shared/messages';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { ChoiceSetting } from '../ChoiceSetting';
import { SettingGroup } from '../SettingGroup';

export function CopyingSettings(): ReactNode {
  const forbidden = useSnapshot((snapshot) => snapshot.forbiddenFormats);
  return (
    <SettingGroup heading={t('settings.copying')}>
      <ChoiceSetting
        name="defaultFormat"
        label={t('settings.default-format')}
        hint={t('settings.default-format.hint')}
        choices={copyFormats.filter((format) => !forbidden.includes(format))}
        words={(format) => t(`format.${format}`)}
      />
    </SettingGroup>
  );
}
