import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { ChoiceSetting } from '../ChoiceSetting';
import { SettingGroup } from '../SettingGroup';

export function PaletteSettings(): ReactNode {
  const ready = useSnapshot(({ settings }) => settings.values.paletteReady);
  return (
    <SettingGroup heading={t('settings.palette')}>
      <ChoiceSetting
        name="paletteReady"
        label={t('settings.palette-ready')}
        hint={t(`settings.palette-ready.${ready}.hint`)}
        choices={['never', 'after-first-use', 'from-start']}
        words={(choice) => t(`settings.palette-ready.${choice}`)}
      />
    </SettingGroup>
  );
}
