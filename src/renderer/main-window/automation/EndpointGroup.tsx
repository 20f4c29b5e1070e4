import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { SettingGroup } from '../settings/SettingGroup';
import { SwitchSetting } from '../settings/SwitchSetting';
import { EndpointSwitch } from './EndpointSwitch';
import { ForbiddenLine } from './ForbiddenLine';
import { PortSetting } from './PortSetting';

/** Tokens by HTTP for programs on this computer: what it means, how it stands, and how it runs. */
export function EndpointGroup(): ReactNode {
  const isForbidden = useSnapshot(({ forbidden }) => forbidden.includes('localEndpoint'));
  const isOn = useSnapshot(({ settings }) => settings.values.localEndpoint);
  const canTellLock = useSnapshot(({ settings }) => settings.canTellLock);
  return (
    <SettingGroup heading={t('endpoint.title')}>
      {isForbidden ? <ForbiddenLine>{t('endpoint.forbidden')}</ForbiddenLine> : <EndpointSwitch />}
      {!isForbidden && isOn && <PortSetting />}
      {!isForbidden && isOn && canTellLock && (
        <SwitchSetting name="localEndpointPausesOnLock" label={t('endpoint.pauses-on-lock')} />
      )}
    </SettingGroup>
  );
}
