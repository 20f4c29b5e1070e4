import { Button, MenuItem, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AddRegular, DeleteRegular, EditRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import type { CloudView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { ItemMenu } from '../ItemMenu';
import { SettingGroup } from '../settings/SettingGroup';
import { CloudSheet } from './CloudSheet';
import { RemoveCloudSheet } from './RemoveCloudSheet';

const useStyles = makeStyles({
  row: { display: 'flex', alignItems: 'center', gap: '8px', minHeight: '32px', padding: '8px 12px 8px 16px' },
  words: { flex: '1 1 0', minWidth: 0 },
  name: { display: 'block', lineHeight: '20px' },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: {
    display: 'block',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  lock: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorNeutralForeground3 },
  foot: { padding: '4px' },
});

type OpenSheet =
  | { readonly kind: 'add' }
  | { readonly kind: 'edit'; readonly cloud: CloudView }
  | { readonly kind: 'remove'; readonly cloud: CloudView };

/** The clouds there are: those built in by name, others with what can be done with them. */
export function CloudsGroup(): ReactNode {
  const styles = useStyles();
  const clouds = useSnapshot((snapshot) => snapshot.clouds);
  const noOwnClouds = useSnapshot(({ forbidden }) => forbidden.includes('customClouds'));
  const others = clouds.filter(({ origin }) => origin !== 'built-in');
  const builtIn = clouds.filter(({ id, origin }) => origin === 'built-in' && id !== 'demo');
  const [sheet, setSheet] = useState<OpenSheet>();
  const close = (): void => setSheet(undefined);
  return (
    <>
      <SettingGroup heading={t('clouds.title')}>
        <div className={styles.row}>
          <div className={styles.words}>
            <span className={styles.name}>{t('clouds.built-in')}</span>
            <span className={styles.quiet}>{builtIn.map(({ name }) => name).join(' · ')}</span>
          </div>
        </div>
        {others.map((cloud) => (
          <CloudRow key={cloud.id} cloud={cloud} onSheet={setSheet} />
        ))}
        {!noOwnClouds && (
          <div className={styles.foot}>
            <Button appearance="subtle" icon={<AddRegular />} onClick={() => setSheet({ kind: 'add' })}>
              {t('clouds.add')}
            </Button>
          </div>
        )}
      </SettingGroup>
      {sheet?.kind === 'add' && <CloudSheet onClose={close} />}
      {sheet?.kind === 'edit' && <CloudSheet cloud={sheet.cloud} onClose={close} />}
      {sheet?.kind === 'remove' && <RemoveCloudSheet cloud={sheet.cloud} onClose={close} />}
    </>
  );
}

interface CloudRowProps {
  readonly cloud: CloudView;
  readonly onSheet: (sheet: OpenSheet) => void;
}

function CloudRow({ cloud, onSheet }: CloudRowProps): ReactNode {
  const styles = useStyles();
  const noOwnClouds = useSnapshot(({ forbidden }) => forbidden.includes('customClouds'));
  const { name, authority, isAdfs, origin, usedBy } = cloud;
  const address = isAdfs ? t('clouds.adfs', { address: authority }) : authority;
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <span className={mergeClasses(styles.name, styles.cut)} title={name}>
          {name}
        </span>
        <span className={mergeClasses(styles.quiet, styles.cut)} title={address}>
          {address}
        </span>
        {origin === 'managed' && <span className={styles.quiet}>{t('accounts.managed')}</span>}
        {usedBy > 0 && <span className={styles.quiet}>{t('clouds.used-by', { count: usedBy })}</span>}
      </div>
      {origin === 'managed' ? (
        <LockClosedRegular className={styles.lock} aria-hidden />
      ) : (
        <ItemMenu label={t('clouds.more', { name })}>
          <MenuItem
            icon={<EditRegular />}
            disabled={noOwnClouds}
            onClick={() => onSheet({ kind: 'edit', cloud })}
          >
            {t('clouds.edit')}
          </MenuItem>
          <MenuItem
            icon={<DeleteRegular />}
            disabled={usedBy > 0}
            onClick={() => onSheet({ kind: 'remove', cloud })}
          >
            {t('clouds.remove')}
          </MenuItem>
        </ItemMenu>
      )}
    </div>
  );
}
