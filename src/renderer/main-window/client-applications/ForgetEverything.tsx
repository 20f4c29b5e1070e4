import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { SettingGroup } from '../settings/SettingGroup';
import { ForgetEverythingSheet } from './ForgetEverythingSheet';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px 12px', padding: '12px 16px' },
  words: {
    flex: '1 1 200px',
    minWidth: 0,
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  button: { color: tokens.colorStatusDangerForeground3 },
});

/** The way back to how it was before the first sign-in. */
export function ForgetEverything(): ReactNode {
  const styles = useStyles();
  const [asking, setAsking] = useState(false);
  const close = (): void => setAsking(false);
  const nothing = useSnapshot(
    ({ clientApplications, clouds }) =>
      clientApplications.length === 0 && clouds.every(({ origin }) => origin !== 'own'),
  );
  if (nothing) return null;
  return (
    <>
      <SettingGroup heading={t('forget.heading')}>
        <div className={styles.row}>
          <span className={styles.words}>{t('forget.hint')}</span>
          <Button className={styles.button} onClick={() => setAsking(true)}>
            {t('forget.open')}
          </Button>
        </div>
      </SettingGroup>
      {asking && <ForgetEverythingSheet onClose={close} />}
    </>
  );
}
