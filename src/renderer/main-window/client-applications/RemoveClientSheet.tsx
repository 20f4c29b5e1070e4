import { Button, makeStyles } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ClientApplicationView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { runCommand } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { usePending } from '../use-pending';

/** How many accounts are named; the others are counted. */
const named = 5;

const useStyles = makeStyles({
  accounts: { margin: '0 0 8px', paddingLeft: '20px', lineHeight: '20px' },
  account: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

interface RemoveClientSheetProps {
  readonly client: ClientApplicationView;
  readonly onClose: () => void;
}

/** Asks before a client application goes, and says what goes with it. */
export function RemoveClientSheet({ client, onClose }: RemoveClientSheetProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const all = useSnapshot((snapshot) => snapshot.accounts);
  const { id, name, kind, fixedBy } = client;
  const users = all.filter((account) => account.clientApplicationId === id && account.kind === 'user');
  const removing = usePending<'remove'>();
  const remove = (): void =>
    removing.start('remove', async () => {
      const { outcome } = await runCommand('removeClientApplication', { clientApplicationId: id });
      if (outcome === 'done') onClose();
    });
  return (
    <Sheet
      title={t('remove-client.title', { name })}
      onClose={onClose}
      actions={
        <>
          <Button appearance="primary" onClick={remove}>
            {t('remove-client.confirm')}
          </Button>
          <Button onClick={onClose} {...focusFirst}>
            {t('remove-client.cancel')}
          </Button>
        </>
      }
    >
      {users.length > 0 && (
        <>
          <p className={text.text}>{t('remove-client.signed-out')}</p>
          <ul className={styles.accounts}>
            {users.slice(0, named).map((account) => (
              <li key={account.id}>
                <span className={styles.account} title={account.username}>
                  {account.name === account.username
                    ? account.username
                    : t('remove-client.account', { name: account.name, username: account.username })}
                </span>
              </li>
            ))}
            {users.length > named && (
              <li>{t('remove-client.more-accounts', { count: users.length - named })}</li>
            )}
          </ul>
        </>
      )}
      {kind === 'service-principal' && <p className={text.text}>{t('remove-client.credential')}</p>}
      {fixedBy > 0 && <p className={text.text}>{t('remove-client.fixed', { count: fixedBy })}</p>}
      <p className={text.quiet}>{t('remove-client.stays')}</p>
    </Sheet>
  );
}
