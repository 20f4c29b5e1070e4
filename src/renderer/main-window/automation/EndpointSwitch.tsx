import { Switch, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { SettingRow } from '../settings/SettingRow';
import { useSetting } from '../settings/use-setting';
import { EndpointState } from './EndpointState';

const useStyles = makeStyles({ switch: { margin: '-8px' } });

/** What the endpoint is before it is on; how it stands from then on. */
export function EndpointSwitch(): ReactNode {
  const styles = useStyles();
  const { value: isOn, lock, change } = useSetting('localEndpoint');
  return (
    <SettingRow
      label={t('endpoint.switch')}
      hint={isOn ? undefined : t('endpoint.switch.hint')}
      lock={lock}
      below={isOn && <EndpointState />}
    >
      {(control) => (
        <Switch
          {...control}
          className={styles.switch}
          disabledFocusable={lock !== undefined}
          checked={isOn}
          onChange={(_event, { checked }) => change(checked)}
        />
      )}
    </SettingRow>
  );
}
