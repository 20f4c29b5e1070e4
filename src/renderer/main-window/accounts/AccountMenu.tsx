import {
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
  tokens,
} from '@fluentui/react-components';
import { ArrowSwapRegular, PersonAddRegular, SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { usePageActions } from '../presets/page-actions';
import { usePopoverStyles } from '../popover-styles';
import { command } from '../run-command';
import { AccountButton } from './AccountButton';

const useStyles = makeStyles({
  account: { minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** Who is signed in, and all that concerns accounts. */
export function AccountMenu(): ReactNode {
  const styles = useStyles();
  const quiet = mergeClasses(styles.line, styles.quiet);
  const { popover } = usePopoverStyles();
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  const account = useSnapshot((snapshot) => snapshot.account);
  const { addClientApplication } = usePageActions();
  return (
    <Menu
      checkedValues={{ account: account === undefined ? [] : [account.id] }}
      positioning={{ position: 'below', align: 'start' }}
    >
      <MenuTrigger disableButtonEnhancement>
        <AccountButton />
      </MenuTrigger>
      <MenuPopover className={popover}>
        <MenuList>
          {accounts.length > 0 && (
            <MenuGroup>
              <MenuGroupHeader>{t('account-menu.accounts')}</MenuGroupHeader>
              {accounts.map(({ id, name, username, tenantName }) => (
                <MenuItemRadio
                  key={id}
                  name="account"
                  value={id}
                  onClick={() => command('selectAccount', { accountId: id })}
                  content={{ className: styles.account }}
                >
                  <span className={styles.line} title={name}>
                    {name}
                  </span>{' '}
                  <span className={quiet} title={username}>
                    {username}
                  </span>{' '}
                  <span className={quiet} title={tenantName}>
                    {tenantName}
                  </span>
                </MenuItemRadio>
              ))}
            </MenuGroup>
          )}
          {accounts.length > 0 && <MenuDivider />}
          <MenuItem icon={<PersonAddRegular />} onClick={() => command('signIn', {})}>
            {t(accounts.length > 0 ? 'account-menu.sign-in-other' : 'account-menu.sign-in')}
          </MenuItem>
          {account !== undefined && (
            <MenuItem icon={<SignOutRegular />} onClick={() => command('signOut', { accountId: account.id })}>
              {t('account-menu.sign-out', { name: account.name })}
            </MenuItem>
          )}
          <MenuDivider />
          <MenuItem icon={<ArrowSwapRegular />} onClick={addClientApplication}>
            {t('account-menu.leave')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
