import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuList,
  MenuPopover,
  type PositioningProps,
} from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  CodeRegular,
  CopyAddRegular,
  DeleteRegular,
  EditRegular,
  KeyRegular,
  PinOffRegular,
  PinRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { PresetView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { usePopoverStyles } from '../popover-styles';
import { usePageActions } from './page-actions';
import { copyCurl, copyToken, deletePreset, renew, togglePin } from './preset-commands';

export interface MenuPlace {
  readonly presetId: string;
  readonly at: NonNullable<PositioningProps['target']>;
  /** Gets the focus back. */
  readonly from: HTMLElement;
}

interface PresetMenuProps {
  readonly preset: PresetView;
  readonly place: MenuPlace;
  readonly onClose: () => void;
}

/** What can be done with a preset, with its keys. There is one for all rows, where it was asked for. */
export function PresetMenu({ preset, place, onClose }: PresetMenuProps): ReactNode {
  const { duplicatePreset, editPreset } = usePageActions();
  const { popover } = usePopoverStyles();
  const copyCurlKeys = window.tokenTray.platform === 'darwin' ? '⌘ ↵' : 'Ctrl+↵';
  return (
    <Menu
      open
      hasIcons
      positioning={{ target: place.at, position: 'below', align: 'end' }}
      onOpenChange={(_event, { open }) => {
        if (open) return;
        // First the focus goes back, then a sheet that the choice opens takes it from there.
        place.from.focus();
        onClose();
      }}
    >
      <MenuPopover className={popover}>
        <MenuList aria-label={t('row.menu', { name: preset.name })}>
          <MenuItem icon={<KeyRegular />} secondaryContent="↵" onClick={() => copyToken(preset)}>
            {t('row.menu.copy-token')}
          </MenuItem>
          <MenuItem icon={<CodeRegular />} secondaryContent={copyCurlKeys} onClick={() => copyCurl(preset)}>
            {t('row.menu.copy-curl')}
          </MenuItem>
          <MenuItem icon={<ArrowClockwiseRegular />} onClick={() => renew(preset)}>
            {t('row.menu.renew')}
          </MenuItem>
          <MenuDivider />
          <MenuItem
            icon={preset.pinned ? <PinOffRegular /> : <PinRegular />}
            secondaryContent="P"
            onClick={() => togglePin(preset)}
          >
            {t(preset.pinned ? 'row.menu.unpin' : 'row.menu.pin')}
          </MenuItem>
          <MenuItem icon={<EditRegular />} secondaryContent="E" onClick={() => editPreset(preset.id)}>
            {t('row.menu.edit')}
          </MenuItem>
          <MenuItem icon={<CopyAddRegular />} onClick={() => duplicatePreset(preset)}>
            {t('row.menu.duplicate')}
          </MenuItem>
          <MenuItem icon={<DeleteRegular />} secondaryContent="Del" onClick={() => deletePreset(preset)}>
            {t('row.menu.delete')}
          </MenuItem>
        </MenuList>
      </MenuPopover>
    </Menu>
  );
}
