import { Button, Menu, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import { MoreHorizontalRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { usePopoverStyles } from './popover-styles';

interface ItemMenuProps {
  /** Names the button and the menu. */
  readonly label: string;
  readonly children: ReactNode;
}

/** The "…" button of something in a page, with its menu. */
export function ItemMenu({ label, children }: ItemMenuProps): ReactNode {
  const { popover } = usePopoverStyles();
  const buttonId = useId();
  return (
    <Menu
      hasIcons
      positioning={{ position: 'below', align: 'end' }}
      onOpenChange={(_event, { type, open }) => {
        // First the focus goes back, then a sheet that the choice opens takes it from there.
        if (!open && type === 'menuItemClick') document.getElementById(buttonId)?.focus();
      }}
    >
      <MenuTrigger disableButtonEnhancement>
        <Button
          id={buttonId}
          appearance="subtle"
          size="small"
          icon={<MoreHorizontalRegular />}
          aria-label={label}
          title={label}
        />
      </MenuTrigger>
      <MenuPopover className={popover}>
        <MenuList>{children}</MenuList>
      </MenuPopover>
    </Menu>
  );
}
