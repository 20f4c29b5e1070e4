import { InfoRegular, ShieldCheckmarkRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { ChoiceSetting } from '../ChoiceSetting';
import { clearTimes, secondsWords } from '../choices';
import { SettingGroup } from '../SettingGroup';
import { SettingNote } from '../SettingNote';
import { SwitchSetting } from '../SwitchSetting';

export function ClipboardSettings(): ReactNode {
  const clearsAfter = useSnapshot(({ settings }) => settings.values.clipboardClearsAfter);
  const canTellLock = useSnapshot(({ settings }) => settings.canTellLock);
  const canHide = useSnapshot(({ settings }) => settings.canHideFromHistory);
  return (
    <SettingGroup heading={t('settings.clipboard')}>
      <ChoiceSetting
        name="clipboardClearsAfter"
        label={t('settings.clear-after')}
        hint={t('settings.clear-after.hint')}
        choices={clearTimes(clearsAfter)}
        words={(seconds) => (seconds === 0 ? t('settings.clear-after.never') : secondsWords(seconds))}
      />
      <SwitchSetting name="clipboardClearsOnQuit" label={t('settings.clear-on-quit')} />
      <SwitchSetting
        name="clipboardClearsOnLock"
        label={t(canTellLock ? 'settings.clear-on-lock' : 'settings.clear-on-sleep')}
      />
      <SettingNote icon={canHide ? <ShieldCheckmarkRegular /> : <InfoRegular />}>
        {t(canHide ? 'settings.history.hidden' : 'settings.history.not-hidden')}
      </SettingNote>
    </SettingGroup>
  );
}
