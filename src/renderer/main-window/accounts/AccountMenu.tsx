import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import {
  AppsListRegular,
  AppsAddInRegular,
  PersonAddRegular,
  PersonInfoRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { usePageActions } from '../presets/page-actions';
import { usePopoverStyles } from '../popover-styles';
import { command } from '../run-command';
import { AccountButton } from './AccountButton';
import { AccountChoices } from './AccountChoices';
import { TenantMenu } from './TenantMenu';

// However many accounts there are, the menu stays in the window.
const useStyles = makeStyles({
  popover: {
    maxHeight: 'calc(100vh - 72px)',
    overflowY: 'auto',
    // Fluent's own width is less than that of a long name above them.
    '& [role^="menuitem"]': { maxWidth: 'none' },
  },
});

/** Who is signed in, and all that concerns accounts. */
export function AccountMenu(): ReactNode {
  const styles = useStyles();
  const { popover } = usePopoverStyles();
  const account = useSnapshot((snapshot) => snapshot.account);
  const { addClientApplication, showAccount, showClientApplications } = usePageActions();
  return (
    <Menu
      checkedValues={{ account: account === undefined ? [] : [account.id] }}
      positioning={{ position: 'below', align: 'start' }}
    >
      <MenuTrigger disableButtonEnhancement>
        <AccountButton />
      </MenuTrigger>
      <MenuPopover className={mergeClasses(popover, styles.popover)}>
        <MenuList>
          <AccountChoices />
          <MenuDivider />
          {account !== undefined && <TenantMenu account={account} />}
          {account !== undefined && (
            <MenuItem icon={<PersonInfoRegular />} onClick={() => showAccount()}>
              {t('account-menu.details')}
            </MenuItem>
          )}
          {account?.kind === 'user' && (
            <>
              <MenuItem icon={<PersonAddRegular />} onClick={() => command('signIn', {})}>
                {t('account-menu.sign-in-other')}
              </MenuItem>
              <MenuItem
                icon={<SignOutRegular />}
                onClick={() => command('signOut', { accountId: account.id })}
              >
                {t('account-menu.sign-out', { name: account.name })}
              </MenuItem>
            </>
          )}
          {account !== undefined && <MenuDivider />}
          <MenuItem icon={<AppsListRegular />} onClick={() => showClientApplications()}>
            {t('account-menu.manage')}
          </MenuItem>
          <MenuItem icon={<AppsAddInRegular />} onClick={addClientApplication}>
            {t('account-menu.add-client')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
