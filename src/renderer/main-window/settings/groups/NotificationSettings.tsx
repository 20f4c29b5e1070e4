import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { ChoiceSetting } from '../ChoiceSetting';
import { aheadTimes, secondsWords } from '../choices';
import { SettingGroup } from '../SettingGroup';
import { SwitchSetting } from '../SwitchSetting';

const minutesWords = (minutes: number): string =>
  minutes === 0
    ? t('settings.off')
    : t('settings.notify-before-end.ahead', { span: secondsWords(minutes * 60) });

export function NotificationSettings(): ReactNode {
  const ahead = useSnapshot(({ settings }) => settings.values.notifyBeforeEnd);
  return (
    <SettingGroup heading={t('settings.notifications')}>
      <ChoiceSetting
        name="notifyBeforeEnd"
        label={t('settings.notify-before-end')}
        choices={aheadTimes(ahead)}
        words={minutesWords}
      />
      <SwitchSetting name="notifyRenewalFailed" label={t('settings.notify-renewal-failed')} />
      <SwitchSetting
        name="notifyCopied"
        label={t('settings.notify-copied')}
        hint={t('settings.notify-copied.hint')}
      />
    </SettingGroup>
  );
}
