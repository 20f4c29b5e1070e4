import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';

const useStyles = makeStyles({
  heading: { margin: '8px 0 4px', fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  list: { margin: '0 0 8px', paddingLeft: '20px', lineHeight: '20px', color: tokens.colorNeutralForeground2 },
  danger: {
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    ':hover': {
      backgroundColor: tokens.colorStatusDangerBackground3Hover,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    ':hover:active': {
      backgroundColor: tokens.colorStatusDangerBackground3Pressed,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

/** Asks before all accounts, client applications and own clouds go, and says what goes and what stays. */
export function ForgetEverythingSheet({ onClose }: { readonly onClose: () => void }): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const goesId = useId();
  const staysId = useId();
  const accounts = useSnapshot((snapshot) => snapshot.accounts.length);
  const clients = useSnapshot(
    ({ clientApplications }) => clientApplications.filter(({ isManaged }) => !isManaged).length,
  );
  const hasManaged = useSnapshot(({ clientApplications }) =>
    clientApplications.some(({ isManaged }) => isManaged),
  );
  const ownClouds = useSnapshot(({ clouds }) => clouds.filter(({ origin }) => origin === 'own').length);
  const forgetting = usePending<'forget'>();
  const forget = (): void =>
    forgetting.start('forget', async () => {
      const { outcome } = await runCommand('forgetEverything', {});
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={t('forget.title')}
      onClose={onClose}
      actions={
        <>
          <Button className={styles.danger} onClick={forget}>
            {t('forget.confirm')}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {t('forget.cancel')}
          </Button>
        </>
      }
    >
      <h3 id={goesId} className={styles.heading}>
        {t('forget.goes')}
      </h3>
      <ul className={styles.list} aria-labelledby={goesId}>
        {accounts > 0 && <li>{t('forget.goes.accounts', { count: accounts })}</li>}
        {clients > 0 && <li>{t('forget.goes.clients', { count: clients })}</li>}
        {ownClouds > 0 && <li>{t('forget.goes.clouds', { count: ownClouds })}</li>}
      </ul>
      <h3 id={staysId} className={styles.heading}>
        {t('forget.stays')}
      </h3>
      <ul className={styles.list} aria-labelledby={staysId}>
        <li>{t('forget.stays.presets')}</li>
        <li>{t('forget.stays.settings')}</li>
        {hasManaged && <li>{t('forget.stays.managed')}</li>}
      </ul>
      <p className={text.quiet}>{t('forget.browser')}</p>
    </Sheet>
  );
}
