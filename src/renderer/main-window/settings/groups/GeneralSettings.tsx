import { Switch, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../../shared/messages';
import { useSnapshot } from '../../../bridge/use-snapshot';
import { command } from '../../run-command';
import { ChoiceSetting } from '../ChoiceSetting';
import { SettingGroup } from '../SettingGroup';
import { SettingRow } from '../SettingRow';
import { SwitchSetting } from '../SwitchSetting';

const useStyles = makeStyles({ switch: { margin: '-8px' } });

export function GeneralSettings(): ReactNode {
  return (
    <SettingGroup heading={t('settings.general')}>
      <StartAtLogin />
      <SwitchSetting
        name="startHidden"
        label={t('settings.start-hidden')}
        hint={t('settings.start-hidden.hint')}
      />
      <ChoiceSetting
        name="theme"
        label={t('settings.theme')}
        choices={['system', 'light', 'dark']}
        words={(theme) => t(`settings.theme.${theme}`)}
      />
      <ChoiceSetting
        name="language"
        label={t('settings.language')}
        hint={t('settings.language.hint')}
        choices={['system', 'en']}
        words={(language) => t(`settings.language.${language}`)}
      />
    </SettingGroup>
  );
}

/** The operating system keeps this one; off is how it is before anybody has asked for it. */
function StartAtLogin(): ReactNode {
  const styles = useStyles();
  const startAtLogin = useSnapshot(({ settings }) => settings.startAtLogin);
  const unknown = startAtLogin === undefined;
  return (
    <SettingRow
      label={t('settings.start-at-login')}
      hint={unknown ? t('settings.start-at-login.unknown') : undefined}
      disabled={unknown}
      reset={
        startAtLogin === true
          ? { to: t('settings.off'), run: () => command('setStartAtLogin', { startAtLogin: false }) }
          : undefined
      }
    >
      {(control) => (
        <Switch
          {...control}
          className={styles.switch}
          disabled={unknown}
          checked={startAtLogin === true}
          onChange={(_event, { checked }) => command('setStartAtLogin', { startAtLogin: checked })}
        />
      )}
    </SettingRow>
  );
}
