import { Switch, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { SettingRow } from './SettingRow';
import { useSetting, type SettingOf } from './use-setting';

const useStyles = makeStyles({ switch: { margin: '-8px' } });

interface SwitchSettingProps {
  readonly name: SettingOf<boolean>;
  readonly label: string;
  readonly hint?: string;
}

/** A setting that is on or off. */
export function SwitchSetting({ name, label, hint }: SwitchSettingProps): ReactNode {
  const styles = useStyles();
  const { value, defaultValue, lock, change } = useSetting(name);
  const reset =
    value === defaultValue
      ? undefined
      : {
          to: t(defaultValue ? 'settings.on' : 'settings.off'),
          run: () => command('resetSetting', { setting: name }),
        };
  return (
    <SettingRow label={label} hint={hint} lock={lock} reset={reset}>
      {(control) => (
        <Switch
          {...control}
          className={styles.switch}
          // Still read and reached, so that people find out who has set it.
          disabledFocusable={lock !== undefined}
          checked={value}
          onChange={(_event, { checked }) => change(checked)}
        />
      )}
    </SettingRow>
  );
}
