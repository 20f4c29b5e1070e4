import {
  Menu,
  MenuDivider,
  MenuItem,
  MenuItemCheckbox,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
  type PositioningProps,
} from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  BracesVariableRegular,
  CodeRegular,
  CopyAddRegular,
  CopyRegular,
  DeleteRegular,
  DocumentSearchRegular,
  DocumentArrowDownRegular,
  EditRegular,
  KeyRegular,
  PersonKeyRegular,
  ShieldKeyholeRegular,
  KeyboardRegular,
  PinOffRegular,
  PinRegular,
  SendRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { acceleratorWords } from '../../../shared/accelerator';
import type { PresetView } from '../../../shared/snapshot';
import { copyKeys, copyKeyWords } from '../../../shared/copy-keys';
import { t } from '../../../shared/messages';
import { formatWords } from '../../../shared/messages/format-words';
import { commandFormat } from '../../../shared/offered-formats';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useFormatOffer } from '../../use-format-offer';
import { submenuPlace, usePopoverStyles } from '../popover-styles';
import { FormatItems } from './FormatItems';
import { MoveItems } from './MoveItems';
import type { MoveStep } from './moves';
import { usePageActions } from './page-actions';
import {
  copyAs,
  deletePreset,
  editPlaceholders,
  renew,
  toggleKeepFresh,
  togglePin,
  tryIt,
} from './preset-commands';
import { inspectPreset } from '../inspector/inspector-commands';

/** What a menu of a row offers: all that can be done with the preset, or the formats it can be copied in. */
export type MenuKind = 'all' | 'formats';

export interface MenuPlace {
  readonly kind: MenuKind;
  readonly presetId: string;
  readonly at: NonNullable<PositioningProps['target']>;
  /** Gets the focus back. */
  readonly from: HTMLElement;
}

const useStyles = makeStyles({ check: { boxSizing: 'border-box', width: '20px', paddingLeft: '2px' } });

interface PresetMenuProps {
  readonly preset: PresetView;
  readonly place: MenuPlace;
  /** Absent while it cannot be moved. */
  readonly onMove: ((step: MoveStep) => void) | undefined;
  readonly onClose: () => void;
}

/** The menu of a row. There is one for all rows, where it was asked for. */
export function PresetMenu({ preset, place, onMove, onClose }: PresetMenuProps): ReactNode {
  const { popover } = usePopoverStyles();
  return (
    <Menu
      open
      hasIcons
      checkedValues={{ keepFresh: preset.keepFresh ? ['on'] : [] }}
      positioning={{
        target: place.at,
        position: 'below',
        align: 'end',
        // In a low window it fits neither above nor below a row in the middle.
        fallbackPositions: ['above-end', 'before'],
        autoSize: true,
      }}
      onOpenChange={(_event, { open }) => {
        if (open) return;
        // First the focus goes back, then a sheet that the choice opens takes it from there.
        place.from.focus();
        onClose();
      }}
    >
      <MenuPopover className={popover}>
        {place.kind === 'formats' ? (
          <MenuList aria-label={t('row.menu.formats', { name: preset.name })}>
            <FormatItems preset={preset} />
          </MenuList>
        ) : (
          <MenuList aria-label={t('row.menu', { name: preset.name })}>
            <PresetItems preset={preset} onMove={onMove} />
          </MenuList>
        )}
      </MenuPopover>
    </Menu>
  );
}

/** What can be done with a preset, with its keys. */
function PresetItems({ preset, onMove }: Pick<PresetMenuProps, 'preset' | 'onMove'>): ReactNode {
  const styles = useStyles();
  const { answerClaims, duplicatePreset, editHotkey, editPreset, exportPreset, showIdentity } =
    usePageActions();
  const { popover } = usePopoverStyles();
  const { platform } = window.tokenTray;
  const offer = useFormatOffer();
  const other = commandFormat(offer, preset);
  const mayAdd = useSnapshot(({ forbidden }) => !forbidden.includes('ownPresets'));
  const keys = copyKeys(
    useSnapshot(({ settings }) => settings.values.defaultFormat),
    offer,
    preset,
  );
  const hotkey = preset.hotkey === undefined ? null : acceleratorWords(preset.hotkey, platform);
  return (
    <>
      {!offer.forbidden.includes('token') && (
        <MenuItem
          icon={<KeyRegular />}
          secondaryContent={copyKeyWords('token', keys, platform)}
          onClick={() => copyAs(preset.id, 'token')}
        >
          {t('row.menu.copy-token')}
        </MenuItem>
      )}
      {other !== undefined && (
        <MenuItem
          icon={<CodeRegular />}
          secondaryContent={copyKeyWords(other, keys, platform)}
          onClick={() => copyAs(preset.id, other)}
        >
          {t('row.menu.copy-command', { format: formatWords(other, []) })}
        </MenuItem>
      )}
      <Menu hasIcons positioning={submenuPlace}>
        <MenuTrigger disableButtonEnhancement>
          <MenuItem icon={<CopyRegular />}>{t('row.menu.copy-as')}</MenuItem>
        </MenuTrigger>
        <MenuPopover className={popover}>
          <MenuList>
            <FormatItems preset={preset} />
          </MenuList>
        </MenuPopover>
      </Menu>
      <MenuItem icon={<ArrowClockwiseRegular />} onClick={() => renew(preset)}>
        {t('row.menu.renew')}
      </MenuItem>
      {/* Its check stands where the others have their icon. */}
      <MenuItemCheckbox
        icon={null}
        persistOnClick={false}
        checkmark={{ className: styles.check }}
        name="keepFresh"
        value="on"
        onClick={() => toggleKeepFresh(preset)}
      >
        {t('row.menu.keep-fresh')}
      </MenuItemCheckbox>
      <MenuDivider />
      <MenuItem icon={<PersonKeyRegular />} secondaryContent="W" onClick={() => showIdentity(preset.id)}>
        {t('row.menu.who')}
      </MenuItem>
      <MenuItem
        icon={<DocumentSearchRegular />}
        secondaryContent="I"
        onClick={() => inspectPreset(preset.id)}
      >
        {t('row.menu.inspect')}
      </MenuItem>
      <MenuItem icon={<ShieldKeyholeRegular />} onClick={() => answerClaims(preset.id)}>
        {t('row.menu.claims')}
      </MenuItem>
      <MenuItem icon={<SendRegular />} secondaryContent="T" onClick={() => tryIt(preset)}>
        {t('row.menu.try-it')}
      </MenuItem>
      {preset.hasPlaceholders && (
        <MenuItem icon={<BracesVariableRegular />} onClick={() => editPlaceholders(preset)}>
          {t('row.menu.placeholders')}
        </MenuItem>
      )}
      <MenuDivider />
      <MenuItem
        icon={preset.pinned ? <PinOffRegular /> : <PinRegular />}
        secondaryContent="P"
        onClick={() => togglePin(preset)}
      >
        {t(preset.pinned ? 'row.menu.unpin' : 'row.menu.pin')}
      </MenuItem>
      {!preset.isManaged && onMove !== undefined && <MoveItems onMove={onMove} />}
      <MenuItem icon={<KeyboardRegular />} secondaryContent={hotkey} onClick={() => editHotkey(preset.id)}>
        {t('row.menu.hotkey')}
      </MenuItem>
      {!preset.isManaged && (
        <MenuItem icon={<EditRegular />} secondaryContent="E" onClick={() => editPreset(preset.id)}>
          {t('row.menu.edit')}
        </MenuItem>
      )}
      {mayAdd && (
        <MenuItem icon={<CopyAddRegular />} onClick={() => duplicatePreset(preset.id)}>
          {t('row.menu.duplicate')}
        </MenuItem>
      )}
      <MenuItem icon={<DocumentArrowDownRegular />} onClick={() => exportPreset(preset.id)}>
        {t('row.menu.export')}
      </MenuItem>
      {!preset.isManaged && (
        <MenuItem icon={<DeleteRegular />} secondaryContent="Del" onClick={() => deletePreset(preset)}>
          {t('row.menu.delete')}
        </MenuItem>
      )}
    </>
  );
}
