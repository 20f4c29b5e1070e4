import { MenuDivider, MenuItem, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  DeleteRegular,
  EditRegular,
  KeyResetRegular,
  PauseRegular,
  PlayRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ConsumerView } from '../../../shared/endpoint/endpoint-view';
import { t } from '../../../shared/messages';
import { useClock } from '../../time/use-clock';
import { innerFocusRing } from '../focus-ring';
import { ItemMenu } from '../ItemMenu';
import { command } from '../run-command';
import { apiOf, type KnownApi } from './api-names';
import { consumerStateIcons, useConsumerStateStyles } from './consumer-state-looks';
import { consumerApis, consumerState, consumerUse, consumerWho } from './consumer-words';

const cut = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-start', gap: '4px', padding: '4px 12px 4px 4px' },
  open: {
    flex: '1 1 0',
    minWidth: 0,
    padding: '8px 12px',
    border: 'none',
    borderRadius: '6px',
    textAlign: 'start',
    font: 'inherit',
    color: 'inherit',
    backgroundColor: 'transparent',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': innerFocusRing,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 12px', minWidth: 0 },
  name: { ...cut, flex: '1 1 96px', minWidth: 0, lineHeight: '20px', fontWeight: 600 },
  state: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: '12px',
    lineHeight: '20px',
    color: tokens.colorNeutralForeground2,
  },
  stateIcon: { flex: '0 0 auto', fontSize: '16px' },
  apis: { ...cut, display: 'block', lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  line: {
    ...cut,
    display: 'block',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  resting: { color: tokens.colorNeutralForeground3 },
  menu: { flex: '0 0 auto', paddingTop: '6px' },
});

export type ConsumerSheetKind = 'edit' | 'renew' | 'revoke';

interface ConsumerRowProps {
  readonly consumer: ConsumerView;
  readonly apis: readonly KnownApi[];
  readonly onSheet: (kind: ConsumerSheetKind, consumerId: string) => void;
}

/** One program: what it may have, as whom, and how it stands. A click edits it. */
export function ConsumerRow({ consumer, apis, onSheet }: ConsumerRowProps): ReactNode {
  const styles = useStyles();
  const states = useConsumerStateStyles();
  const { id: consumerId, name, isOn, resources } = consumer;
  // Both are words: a row is drawn again only when they change.
  const state = useClock((now) => consumerState(consumer, now));
  const use = useClock((now) => consumerUse(consumer, now));
  const who = consumerWho(consumer);
  const Icon = consumerStateIcons[state];
  const may = consumerApis(consumer, (resource) => apiOf(apis, resource).name);
  const isResting = state === 'off' || state === 'expired';
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.open}
        title={t('consumer.edit.hint')}
        onClick={() => onSheet('edit', consumerId)}
      >
        <span className={styles.head}>
          <span className={mergeClasses(styles.name, isResting && styles.resting)} title={name}>
            {name}
          </span>{' '}
          <span className={styles.state}>
            <Icon className={mergeClasses(styles.stateIcon, states[state])} aria-hidden />
            {t(`consumer.state.${state}`)}
          </span>
        </span>{' '}
        <span className={mergeClasses(styles.apis, isResting && styles.resting)} title={resources.join('\n')}>
          {may}
        </span>{' '}
        <span className={styles.line} title={who}>
          {who}
        </span>{' '}
        <span className={styles.line} title={use}>
          {use}
        </span>
      </button>
      <span className={styles.menu}>
        <ItemMenu label={t('consumer.more', { name })}>
          <MenuItem icon={<EditRegular />} onClick={() => onSheet('edit', consumerId)}>
            {t('consumer.edit')}
          </MenuItem>
          <MenuItem
            icon={isOn ? <PauseRegular /> : <PlayRegular />}
            onClick={() => command('switchConsumer', { consumerId, isOn: !isOn })}
          >
            {t(isOn ? 'consumer.switch-off' : 'consumer.switch-on')}
          </MenuItem>
          <MenuItem icon={<KeyResetRegular />} onClick={() => onSheet('renew', consumerId)}>
            {t('consumer.new-secret')}
          </MenuItem>
          <MenuDivider />
          <MenuItem icon={<DeleteRegular />} onClick={() => onSheet('revoke', consumerId)}>
            {t('consumer.revoke')}
          </MenuItem>
        </ItemMenu>
      </span>
    </li>
  );
}
