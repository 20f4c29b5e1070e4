import { Button } from '@fluentui/react-components';
import { AddRegular, InfoRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { consumerLimits } from '../../../shared/endpoint/consumer-limits';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { SettingGroup } from '../settings/SettingGroup';
import { SettingNote } from '../settings/SettingNote';
import { useSharingStyles } from '../sharing/sharing-styles';
import { ConsumerRow, type ConsumerSheetKind } from './ConsumerRow';
import { ConsumerSheet } from './ConsumerSheet';
import { NoConsumers } from './NoConsumers';
import { RenewSecretSheet } from './RenewSecretSheet';
import { RevokeSheet } from './RevokeSheet';
import { useApis } from './use-apis';

type OpenSheet =
  | { readonly kind: 'add'; readonly name: string }
  | { readonly kind: ConsumerSheetKind; readonly consumerId: string };

/** The programs that may ask the local endpoint. */
export function ConsumersGroup(): ReactNode {
  const shared = useSharingStyles();
  const consumers = useSnapshot(({ endpoint }) => endpoint.consumers);
  const isOn = useSnapshot(({ settings }) => settings.values.localEndpoint);
  const inMemoryOnly = useSnapshot(({ endpoint }) => endpoint.inMemoryOnly);
  const { all: apis } = useApis();
  const [sheet, setSheet] = useState<OpenSheet>();
  const close = (): void => setSheet(undefined);
  const add = (name: string): void => setSheet({ kind: 'add', name });
  const isFull = consumers.length >= consumerLimits.consumers;
  // By another surface or another window it may be gone meanwhile.
  const about =
    sheet === undefined || sheet.kind === 'add'
      ? undefined
      : consumers.find(({ id }) => id === sheet.consumerId);
  return (
    <SettingGroup heading={t('consumers.title')}>
      {consumers.length === 0 ? (
        <NoConsumers onAdd={add} />
      ) : (
        <>
          {!isOn && <SettingNote icon={<InfoRegular />}>{t('consumers.off')}</SettingNote>}
          <ul className={shared.list} aria-label={t('consumers.title')}>
            {consumers.map((consumer) => (
              <ConsumerRow
                key={consumer.id}
                consumer={consumer}
                apis={apis}
                onSheet={(kind, consumerId) => setSheet({ kind, consumerId })}
              />
            ))}
          </ul>
          <div className={shared.foot}>
            <Button
              appearance="subtle"
              icon={<AddRegular />}
              disabledFocusable={isFull}
              onClick={() => add('')}
            >
              {t('consumers.add')}
            </Button>
            {isFull && (
              <p className={shared.quiet}>{t('consumers.full', { most: consumerLimits.consumers })}</p>
            )}
          </div>
        </>
      )}
      {inMemoryOnly && <SettingNote icon={<InfoRegular />}>{t('endpoint.in-memory-only')}</SettingNote>}
      {sheet?.kind === 'add' && <ConsumerSheet name={sheet.name} onClose={close} />}
      {sheet?.kind === 'edit' && about !== undefined && (
        <ConsumerSheet key={about.id} consumer={about} name={about.name} onClose={close} />
      )}
      {sheet?.kind === 'renew' && about !== undefined && (
        <RenewSecretSheet consumer={about} onClose={close} />
      )}
      {sheet?.kind === 'revoke' && about !== undefined && <RevokeSheet consumer={about} onClose={close} />}
    </SettingGroup>
  );
}
