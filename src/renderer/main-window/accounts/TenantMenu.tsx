import {
  Menu,
  MenuItem,
  MenuItemRadio,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  mergeClasses,
} from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AccountView, TenantView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { usePopoverStyles } from '../popover-styles';
import { command } from '../run-command';
import { useMenuLineStyles } from './AccountChoices';

const useStyles = makeStyles({ popover: { maxHeight: 'calc(100vh - 24px)', overflowY: 'auto' } });

/** Which of its tenants the account asks for tokens in. */
export function TenantMenu({ account }: { readonly account: AccountView }): ReactNode {
  const styles = useStyles();
  const lines = useMenuLineStyles();
  const { popover } = usePopoverStyles();
  const tenants = useSnapshot((snapshot) => snapshot.tenants);
  if (tenants.length === 0) return null;
  return (
    <Menu checkedValues={{ tenant: tenants.filter(({ isCurrent }) => isCurrent).map(({ id }) => id) }}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={<BuildingRegular />}>{t('account-menu.tenant')}</MenuItem>
      </MenuTrigger>
      <MenuPopover className={mergeClasses(popover, styles.popover)}>
        <MenuList>
          {tenants.map((tenant) => (
            <MenuItemRadio
              key={tenant.id}
              name="tenant"
              value={tenant.id}
              onClick={() => command('selectTenant', { accountId: account.id, tenantId: tenant.id })}
              content={{ className: lines.item }}
            >
              <span className={lines.line} title={tenant.name}>
                {tenant.name}
              </span>{' '}
              <span className={mergeClasses(lines.line, lines.quiet)}>{tenantLine(tenant)}</span>
            </MenuItemRadio>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}

/** What a menu says of a tenant below its name. */
function tenantLine({ domain, isHome, problem }: TenantView): string | undefined {
  const needsSignIn = problem === 'sign-in-needed' || problem === 'second-factor';
  const parts = [isHome ? t('tenant.home') : domain, needsSignIn ? t('tenant.needs-sign-in') : undefined];
  return parts.filter((part) => part !== undefined).join(' · ');
}
