const modifiers: ReadonlySet<string> = new Set([
  'CommandOrControl',
  'Command',
  'Control',
  'Alt',
  'Shift',
  'Super',
]);
const namedKeys: ReadonlySet<string> = new Set([
  'Plus',
  'Space',
  'Tab',
  'Backspace',
  'Delete',
  'Insert',
  'Return',
  'Up',
  'Down',
  'Left',
  'Right',
  'Home',
  'End',
  'PageUp',
  'PageDown',
]);
const plainKey = /^([A-Z0-9]|F([1-9]|1\d|2[0-4])|[`\-=[\]\\;',./])$/;

/**
 * Whether this is a hotkey in Electron's notation, in the form that is stored: modifiers, each once, then one key.
 * https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators
 */
export function isAccelerator(text: string): boolean {
  const parts = text.split('+');
  const key = parts.pop();
  if (key === undefined || !(namedKeys.has(key) || plainKey.test(key))) return false;
  return parts.every((part) => modifiers.has(part)) && new Set(parts).size === parts.length;
}

/** Why a hotkey was not taken. */
export type HotkeyProblem =
  /** No Ctrl, Alt, Cmd or Super in it: it would take that key away from every program. */
  | 'hotkey-needs-modifier'
  /** Copy, paste and the like, in every program. */
  | 'hotkey-is-common'
  /** Another hotkey of this program has it. */
  | 'hotkey-in-use'
  /** The system did not give it: another program has it, or the desktop does not allow it. */
  | 'hotkey-not-available';

// Every program has a use of its own for these.
const common = /^(CommandOrControl|Control|Command)\+([ACFNOPQSTVWXYZ]|Tab|Space)$|^Alt\+(F4|Tab|Space)$/;

/** What speaks against taking a hotkey away from all other programs. Nothing: it may be tried. */
export function acceleratorProblem(accelerator: string): HotkeyProblem | undefined {
  const parts = accelerator.split('+');
  const key = parts.pop() ?? '';
  const holdsKeys = parts.some((part) => part !== 'Shift');
  // Function keys write nothing, so nobody misses one.
  if (!holdsKeys && !/^F\d+$/.test(key)) return 'hotkey-needs-modifier';
  return common.test(accelerator) ? 'hotkey-is-common' : undefined;
}
