import {
  Button,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  makeStyles,
} from '@fluentui/react-components';
import { AddRegular } from '@fluentui/react-icons';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { usePopoverStyles } from '../popover-styles';
import { usePageActions } from '../presets/page-actions';
import { useSettingRowStyles } from '../settings/SettingRow';
import { HotkeySetting } from './HotkeySetting';

const useStyles = makeStyles({
  item: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

/** The hotkeys of presets, and a way to give one to another preset. */
export function PresetHotkeys(): ReactNode {
  const styles = useStyles();
  const { row, words, labelLine, hint } = useSettingRowStyles();
  const { popover } = usePopoverStyles();
  const { editHotkey } = usePageActions();
  const presets = useSnapshot((snapshot) => snapshot.presets);
  const withHotkey = presets.filter(({ hotkey }) => hotkey !== undefined);
  const without = presets.filter(({ hotkey }) => hotkey === undefined);
  const addButtonId = useId();
  const focusWasHere = useRef(false);
  // A hotkey that is taken away takes its row, and the focus, with it.
  const shown = withHotkey.map(({ id }) => id).join(' ');
  useLayoutEffect(() => {
    if (focusWasHere.current && document.activeElement === document.body)
      document.getElementById(addButtonId)?.focus();
  }, [shown, addButtonId]);
  if (presets.length === 0) return null;
  return (
    <>
      {withHotkey.map(({ id, name, hotkey }) => (
        <div
          key={id}
          onFocus={() => {
            focusWasHere.current = true;
          }}
        >
          <HotkeySetting
            owner={{ presetId: id }}
            label={name}
            isName
            accelerator={hotkey ?? null}
            defaultAccelerator={null}
          />
        </div>
      ))}
      <div className={row}>
        <div className={words}>
          <span className={labelLine}>{t('settings.preset-hotkeys')}</span>
          <span className={hint}>{t('settings.preset-hotkeys.hint')}</span>
        </div>
        <Menu positioning={{ position: 'below', align: 'end', autoSize: true }}>
          <MenuTrigger disableButtonEnhancement>
            <Button id={addButtonId} icon={<AddRegular />} disabledFocusable={without.length === 0}>
              {t('settings.preset-hotkeys.add')}
            </Button>
          </MenuTrigger>
          <MenuPopover className={popover}>
            <MenuList>
              {without.map(({ id, name }) => (
                <MenuItem
                  key={id}
                  title={name}
                  content={{ className: styles.item }}
                  onClick={() => editHotkey(id)}
                >
                  {name}
                </MenuItem>
              ))}
            </MenuList>
          </MenuPopover>
        </Menu>
      </div>
    </>
  );
}
