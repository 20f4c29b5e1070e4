import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ClientApplicationView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { ClientMenu } from '../client-applications/ClientMenu';
import type { ClientSheet } from '../client-applications/ClientSheets';
import { CredentialLine } from '../client-applications/CredentialLine';
import { clientPlace } from '../client-applications/client-words';
import { focusRing } from '../focus-ring';
import { command } from '../run-command';
import { AccountRow } from './AccountRow';
import { cardId } from './awaited-card';
import { ClientDot } from './ClientDot';
import { CopyableId } from './CopyableId';

const useStyles = makeStyles({
  card: {
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    ':focus-visible': focusRing,
  },
  head: { padding: '12px 12px 8px 16px' },
  nameLine: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: {
    flex: '1 1 0',
    minWidth: 0,
    margin: 0,
    fontSize: '14px',
    lineHeight: '24px',
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  line: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '20px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  cut: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  icon: { flex: '0 0 auto', fontSize: '14px' },
  label: { flex: '0 0 auto' },
  button: { flex: '0 0 auto', minWidth: 'auto' },
  accounts: {
    margin: 0,
    padding: '4px',
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
  nobody: {
    padding: '12px 16px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
  },
});

interface ClientCardProps {
  readonly client: ClientApplicationView;
  readonly onSheet: (sheet: ClientSheet) => void;
}

/** One client application: what it is, and who is signed in to it. */
export function ClientCard({ client, onSheet }: ClientCardProps): ReactNode {
  const styles = useStyles();
  const all = useSnapshot((snapshot) => snapshot.accounts);
  const currentId = useSnapshot((snapshot) => snapshot.account?.id);
  const { id, name, kind, colour, clientId, credential, isManaged } = client;
  const accounts = all.filter(({ clientApplicationId }) => clientApplicationId === id);
  const place = clientPlace(client);
  const titleId = `${cardId(id)}-name`;
  return (
    <li id={cardId(id)} className={styles.card} tabIndex={-1} aria-labelledby={titleId}>
      <div className={styles.head}>
        <div className={styles.nameLine}>
          <ClientDot colour={colour} />
          <h2 id={titleId} className={styles.name} title={name}>
            {name}
          </h2>
          {kind !== 'service-principal' && (
            <Button
              className={styles.button}
              size="small"
              aria-label={t('accounts.sign-in.spoken', { name })}
              onClick={() => command('signIn', { clientApplicationId: id })}
            >
              {t('accounts.sign-in')}
            </Button>
          )}
          <ClientMenu client={client} onSheet={onSheet} />
        </div>
        <div className={styles.line}>
          <span className={styles.cut} title={place}>
            {place}
          </span>
        </div>
        <div className={styles.line}>
          <span className={styles.label}>{t('accounts.client-id')}</span>
          <CopyableId label={t('accounts.client-id')} id={clientId} />
        </div>
        {credential !== undefined && <CredentialLine credential={credential} className={styles.line} />}
        {isManaged && (
          <div className={styles.line}>
            <LockClosedRegular className={styles.icon} />
            {t('accounts.managed')}
          </div>
        )}
      </div>
      {accounts.length > 0 ? (
        <ul className={styles.accounts} aria-label={t('accounts.of', { name })}>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} isCurrent={account.id === currentId} />
          ))}
        </ul>
      ) : (
        <div className={styles.nobody}>{t('accounts.nobody')}</div>
      )}
    </li>
  );
}
