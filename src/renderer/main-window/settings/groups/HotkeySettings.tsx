import { InfoRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { HotkeySetting } from '../../hotkeys/HotkeySetting';
import { PresetHotkeys } from '../../hotkeys/PresetHotkeys';
import { SettingGroup } from '../SettingGroup';
import { SettingNote } from '../SettingNote';

export function HotkeySettings(): ReactNode {
  const values = useSnapshot(({ settings }) => settings.values);
  const defaults = useSnapshot(({ settings }) => settings.defaults);
  const needPortal = useSnapshot(({ settings }) => settings.hotkeysNeedPortal);
  return (
    <SettingGroup heading={t('settings.hotkeys')}>
      <HotkeySetting
        owner="palette"
        label={t('settings.palette-hotkey')}
        hint={t('settings.palette-hotkey.hint')}
        accelerator={values.paletteHotkey}
        defaultAccelerator={defaults.paletteHotkey}
      />
      <HotkeySetting
        owner="copy-last"
        label={t('settings.copy-last-hotkey')}
        hint={t('settings.copy-last-hotkey.hint')}
        accelerator={values.copyLastHotkey}
        defaultAccelerator={defaults.copyLastHotkey}
      />
      <PresetHotkeys />
      {needPortal && <SettingNote icon={<InfoRegular />}>{t('settings.hotkeys.portal')}</SettingNote>}
    </SettingGroup>
  );
}
