import {
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { PersonAddRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AccountView, ClientApplicationView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { command } from '../run-command';
import { ClientDot } from './ClientDot';

export const useMenuLineStyles = makeStyles({
  item: { minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

const useStyles = makeStyles({
  header: { display: 'flex', alignItems: 'center', gap: '8px', minWidth: 0, maxWidth: '100%' },
  name: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** All accounts as choices in a menu, under their client applications. */
export function AccountChoices(): ReactNode {
  const clients = useSnapshot((snapshot) => snapshot.clientApplications);
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  return clients.map((client) => (
    <ClientChoices
      key={client.id}
      client={client}
      accounts={accounts.filter(({ clientApplicationId }) => clientApplicationId === client.id)}
    />
  ));
}

interface ClientChoicesProps {
  readonly client: ClientApplicationView;
  readonly accounts: readonly AccountView[];
}

function ClientChoices({ client, accounts }: ClientChoicesProps): ReactNode {
  const styles = useStyles();
  const { id, name, kind, colour, cloudName } = client;
  const words = name === cloudName ? name : t('account-menu.client', { name, cloud: cloudName });
  return (
    <MenuGroup>
      <MenuGroupHeader className={styles.header}>
        <ClientDot colour={colour} />
        <span className={styles.name} title={words}>
          {words}
        </span>
      </MenuGroupHeader>
      {accounts.map((account) => (
        <AccountChoice key={account.id} account={account} />
      ))}
      {accounts.length === 0 && kind !== 'service-principal' && (
        <MenuItem icon={<PersonAddRegular />} onClick={() => command('signIn', { clientApplicationId: id })}>
          {t('account-menu.sign-in')}
        </MenuItem>
      )}
    </MenuGroup>
  );
}

function AccountChoice({ account }: { readonly account: AccountView }): ReactNode {
  const styles = useMenuLineStyles();
  const quiet = mergeClasses(styles.line, styles.quiet);
  const { id, name, username, tenantName } = account;
  return (
    <MenuItemRadio
      name="account"
      value={id}
      onClick={() => command('selectAccount', { accountId: id })}
      content={{ className: styles.item }}
    >
      <span className={styles.line} title={name}>
        {name}
      </span>{' '}
      {username !== name && (
        <>
          <span className={quiet} title={username}>
            {username}
          </span>{' '}
        </>
      )}
      {tenantName !== '' && (
        <span className={quiet} title={tenantName}>
          {tenantName}
        </span>
      )}
    </MenuItemRadio>
  );
}
