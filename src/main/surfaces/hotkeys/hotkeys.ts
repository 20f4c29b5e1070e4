import { acceleratorProblem } from '../../../shared/accelerator';
import type { CommandArguments } from '../../../shared/ipc';
import type { Snapshot } from '../../../shared/snapshot';

type Name = 'openPalette' | 'copyLast' | 'copyInDefaultFormat' | 'openBrowserAgain';

/** A command with what it needs, as a hotkey gives it. */
export type HotkeyCommand = {
  [Each in Name]: { readonly name: Each; readonly args: CommandArguments<Each> };
}[Name];

/**
 * What each hotkey does, by accelerator. Commands give no hotkey to two; where a file written by hand does, the palette
 * comes before the last copy, and that before the presets in the order of their list.
 */
export function hotkeysOf({ settings, presets }: Snapshot): ReadonlyMap<string, HotkeyCommand> {
  const { paletteHotkey, copyLastHotkey } = settings.values;
  const wanted: [accelerator: string | null | undefined, HotkeyCommand][] = [
    [paletteHotkey, { name: 'openPalette', args: {} }],
    [copyLastHotkey, { name: 'copyLast', args: {} }],
    ...presets.map(({ id, hotkey }): [string | undefined, HotkeyCommand] => [
      hotkey,
      { name: 'copyInDefaultFormat', args: { presetId: id } },
    ]),
  ];
  const hotkeys = new Map<string, HotkeyCommand>();
  for (const [accelerator, command] of wanted) {
    if (typeof accelerator !== 'string' || hotkeys.has(accelerator)) continue;
    // No file may take the letter A away from every program.
    if (acceleratorProblem(accelerator) === undefined) hotkeys.set(accelerator, command);
  }
  return hotkeys;
}
