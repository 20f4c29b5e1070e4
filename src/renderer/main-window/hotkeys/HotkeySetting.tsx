import type { ReactNode } from 'react';
import { acceleratorWords } from '../../../shared/accelerator';
import { t } from '../../../shared/messages';
import type { HotkeyOwner } from '../../../shared/ipc';
import { SettingRow } from '../settings/SettingRow';
import { useLock } from '../settings/use-lock';
import { HotkeyButton } from './HotkeyButton';
import { HotkeyLine } from './HotkeyLine';
import { useHotkeyOf } from './use-recorder';

interface HotkeySettingProps {
  readonly owner: HotkeyOwner;
  readonly label: string;
  readonly isName?: boolean;
  readonly hint?: string;
  readonly accelerator: string | null;
  readonly defaultAccelerator: string | null;
}

/** A hotkey among the settings. */
export function HotkeySetting({
  owner,
  label,
  isName = false,
  hint,
  accelerator,
  defaultAccelerator,
}: HotkeySettingProps): ReactNode {
  const recorder = useHotkeyOf(owner);
  const lock = useLock(
    owner === 'palette' ? 'paletteHotkey' : owner === 'copy-last' ? 'copyLastHotkey' : undefined,
  );
  const reset = {
    to:
      defaultAccelerator === null
        ? t('settings.off')
        : acceleratorWords(defaultAccelerator, window.tokenTray.platform),
    run: () => recorder.set(defaultAccelerator),
  };
  return (
    <SettingRow
      label={label}
      isName={isName}
      hint={hint}
      lock={lock}
      reset={accelerator === defaultAccelerator ? undefined : reset}
      below={<HotkeyLine recorder={recorder} accelerator={accelerator ?? undefined} />}
    >
      {(control) => (
        <HotkeyButton
          control={control}
          recorder={recorder}
          accelerator={accelerator ?? undefined}
          locked={lock !== undefined}
        />
      )}
    </SettingRow>
  );
}
