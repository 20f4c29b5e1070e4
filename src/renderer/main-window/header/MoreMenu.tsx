import {
  Button,
  Menu,
  MenuDivider,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import {
  DocumentSearchRegular,
  ArrowSwapRegular,
  HistoryRegular,
  MoreHorizontalRegular,
  PowerRegular,
  SettingsRegular,
  WindowConsoleRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { usePopoverStyles } from '../popover-styles';
import { command } from '../run-command';

export function MoreMenu(): ReactNode {
  const { popover } = usePopoverStyles();
  const settingsKeys = window.tokenTray.platform === 'darwin' ? '⌘ ,' : 'Ctrl+,';
  const version = useSnapshot((snapshot) => snapshot.appVersion);
  return (
    <Menu positioning={{ position: 'below', align: 'end' }}>
      <MenuTrigger disableButtonEnhancement>
        <Button
          appearance="subtle"
          icon={<MoreHorizontalRegular />}
          aria-label={t('header.more')}
          title={t('header.more')}
        />
      </MenuTrigger>
      <MenuPopover className={popover}>
        <MenuList>
          <MenuItem icon={<HistoryRegular />} onClick={() => command('showPage', { page: 'activity' })}>
            {t('more-menu.activity')}
          </MenuItem>
          <MenuItem icon={<ArrowSwapRegular />} onClick={() => command('showPage', { page: 'sharing' })}>
            {t('more-menu.sharing')}
          </MenuItem>
          <MenuItem
            icon={<WindowConsoleRegular />}
            onClick={() => command('showPage', { page: 'automation' })}
          >
            {t('more-menu.automation')}
          </MenuItem>
          <MenuItem
            icon={<DocumentSearchRegular />}
            onClick={() => command('showPage', { page: 'inspector' })}
          >
            {t('more-menu.inspect')}
          </MenuItem>
          <MenuItem
            icon={<SettingsRegular />}
            secondaryContent={settingsKeys}
            onClick={() => command('showPage', { page: 'settings' })}
          >
            {t('more-menu.settings')}
          </MenuItem>
          <MenuDivider />
          <MenuGroup>
            <MenuGroupHeader>{t('more-menu.version', { version })}</MenuGroupHeader>
            <MenuItem icon={<PowerRegular />} onClick={() => command('quit', {})}>
              {t('more-menu.quit')}
            </MenuItem>
          </MenuGroup>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
