import { Menu, MenuItem, MenuList, MenuPopover, MenuTrigger } from '@fluentui/react-components';
import {
  ArrowDownRegular,
  ArrowSortRegular,
  ArrowUpRegular,
  ArrowUploadRegular,
  ArrowDownloadRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { acceleratorWords } from '../../../shared/accelerator';
import { t } from '../../../shared/messages';
import { submenuPlace, usePopoverStyles } from '../popover-styles';
import type { MoveStep } from './moves';

const steps: readonly { readonly step: MoveStep; readonly icon: FluentIcon; readonly keys: string }[] = [
  { step: 'up', icon: ArrowUpRegular, keys: 'Alt+Up' },
  { step: 'down', icon: ArrowDownRegular, keys: 'Alt+Down' },
  { step: 'top', icon: ArrowUploadRegular, keys: 'Alt+Home' },
  { step: 'bottom', icon: ArrowDownloadRegular, keys: 'Alt+End' },
];

/** What a drag does, for those who do not drag. */
export function MoveItems({ onMove }: { readonly onMove: (step: MoveStep) => void }): ReactNode {
  const { popover } = usePopoverStyles();
  return (
    <Menu hasIcons positioning={submenuPlace}>
      <MenuTrigger disableButtonEnhancement>
        <MenuItem icon={<ArrowSortRegular />}>{t('row.menu.move')}</MenuItem>
      </MenuTrigger>
      <MenuPopover className={popover}>
        <MenuList>
          {steps.map(({ step, icon: Icon, keys }) => (
            <MenuItem
              key={step}
              icon={<Icon />}
              secondaryContent={acceleratorWords(keys, window.tokenTray.platform)}
              onClick={() => onMove(step)}
            >
              {t(`row.menu.move.${step}`)}
            </MenuItem>
          ))}
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
