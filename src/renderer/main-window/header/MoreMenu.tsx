import {
  Button,
  Menu,
  MenuGroup,
  MenuGroupHeader,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
} from '@fluentui/react-components';
import { MoreHorizontalRegular, PowerRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { usePopoverStyles } from '../popover-styles';
import { command } from '../run-command';

export function MoreMenu(): ReactNode {
  const { popover } = usePopoverStyles();
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
