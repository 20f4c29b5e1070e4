import { t, type MessageKey } from './messages';

/** As they stand in what is stored, so that the same hotkey is always the same text. */
const modifiers = ['CommandOrControl', 'Control', 'Alt', 'Shift', 'Super'] as const;
type Modifier = (typeof modifiers)[number];

/** Keys that have a name, by `KeyboardEvent.code`. */
const namedKeys = {
  Space: 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
} as const;
type KeyCode = keyof typeof namedKeys;
type NamedKey = (typeof namedKeys)[KeyCode];

/** Where punctuation is on the keyboard that codes are named after, by `KeyboardEvent.code`. */
const punctuation: ReadonlyMap<string, string> = new Map([
  ['Backquote', '`'],
  ['Minus', '-'],
  ['Equal', '='],
  ['BracketLeft', '['],
  ['BracketRight', ']'],
  ['Backslash', '\\'],
  ['Semicolon', ';'],
  ['Quote', "'"],
  ['Comma', ','],
  ['Period', '.'],
  ['Slash', '/'],
]);

const functionKey = /^F([1-9]|1\d|2[0-4])$/;
const writingKey = /^[A-Z0-9`\-=[\]\\;',./]$/;

const isNamedKey = (key: string): key is NamedKey =>
  (Object.values(namedKeys) as readonly string[]).includes(key);
const isModifier = (part: string): part is Modifier => (modifiers as readonly string[]).includes(part);

/**
 * Whether this is a hotkey in Electron's notation and in the one form that is stored: modifiers in a fixed order, each
 * once, then a key. `CommandOrControl` is Ctrl, and on a Mac ⌘; `Control` is a Mac's Ctrl. Keys of the numeric keypad and
 * media keys are none: what they are depends on Num Lock, and the desktop has uses of its own for them.
 * https://www.electronjs.org/docs/latest/tutorial/keyboard-shortcuts#accelerators
 */
export function isAccelerator(text: string): boolean {
  const { held, key } = partsOf(text);
  if (!(isNamedKey(key) || functionKey.test(key) || writingKey.test(key))) return false;
  return held.every(isModifier) && inOrder(new Set(held.filter(isModifier))) === held.join('+');
}

const inOrder = (held: ReadonlySet<Modifier>): string => modifiers.filter((each) => held.has(each)).join('+');

function partsOf(accelerator: string): { readonly held: readonly string[]; readonly key: string } {
  const parts = accelerator.split('+');
  return { held: parts.slice(0, -1), key: parts.at(-1) ?? '' };
}

/** The part of a `KeyboardEvent`, or of React's, that says which keys are down. */
export interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
  getModifierState(key: 'AltGraph'): boolean;
}

/**
 * What keys write when nothing else is held, by `KeyboardEvent.code`: `navigator.keyboard.getLayoutMap()`, where there is
 * one.
 */
export interface KeyboardLayout {
  get(code: string): string | undefined;
}

export type PressedHotkey =
  /** Only modifiers so far, `CommandOrControl+Alt`; empty when the last one was let go. */
  | { readonly kind: 'modifiers'; readonly held: string }
  | { readonly kind: 'accelerator'; readonly accelerator: string };

/** The hotkey that is being pressed. Nothing for a key that cannot be one. */
export function acceleratorOf(
  pressed: PressedKey,
  platform: string,
  layout?: KeyboardLayout,
): PressedHotkey | undefined {
  const held = inOrder(heldModifiers(pressed, platform));
  if (isModifierKey(pressed)) return { kind: 'modifiers', held };
  // On Windows AltGr is Ctrl+Alt, so that `@` and the like could not be written any more.
  if (pressed.getModifierState('AltGraph')) return undefined;
  const key = keyOf(pressed, platform, layout);
  if (key === undefined) return undefined;
  return { kind: 'accelerator', accelerator: held === '' ? key : `${held}+${key}` };
}

function heldModifiers(
  { ctrlKey, altKey, shiftKey, metaKey }: PressedKey,
  platform: string,
): ReadonlySet<Modifier> {
  const isMac = platform === 'darwin';
  const held = new Set<Modifier>();
  if (isMac ? metaKey : ctrlKey) held.add('CommandOrControl');
  if (isMac && ctrlKey) held.add('Control');
  if (altKey) held.add('Alt');
  if (shiftKey) held.add('Shift');
  if (!isMac && metaKey) held.add('Super');
  return held;
}

// By code, too: Alt after Shift is called Meta on Linux.
const isModifierKey = ({ key, code }: PressedKey): boolean =>
  /^(Control|Alt|Shift|Meta|OS)(Left|Right)$/.test(code) ||
  ['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'Super', 'Hyper', 'Fn'].includes(key);

/** By what is printed on it, which is how Electron wants it. */
function keyOf(pressed: PressedKey, platform: string, layout?: KeyboardLayout): string | undefined {
  const { code } = pressed;
  if (isKeyCode(code)) return namedKeys[code];
  if (functionKey.test(code)) return code;
  const digit = /^Digit(\d)$/.exec(code)?.[1];
  if (digit !== undefined) return digit;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const mark = punctuation.get(code);
  if (letter === undefined && mark === undefined) return undefined;
  const printed = printedOn(pressed, platform, layout);
  if (printed !== undefined && writingKey.test(printed)) return printed;
  // A keyboard without Latin letters has them all the same, where everybody has them. Marks have no such place: where ö
  // is, Electron takes `;` for another key.
  return letter ?? (printed === undefined ? mark : undefined);
}

/** What is printed on a key that writes, as far as that can be told while others are held: Option+T writes †. */
function printedOn(
  { key, code, altKey, shiftKey }: PressedKey,
  platform: string,
  layout?: KeyboardLayout,
): string | undefined {
  if (layout !== undefined) return layout.get(code)?.toUpperCase();
  const written = key.toUpperCase();
  if (key.length !== 1 || (altKey && platform === 'darwin')) return undefined;
  return shiftKey && !/^[A-Z]$/.test(written) ? undefined : written;
}

const isKeyCode = (code: string): code is KeyCode => Object.hasOwn(namedKeys, code);

/**
 * A hotkey, or the modifiers of one, as it is written on the keys of this platform: `Ctrl+Alt+T`, on a Mac `⌥⌘T`.
 */
export function acceleratorWords(accelerator: string, platform: string): string {
  const parts = accelerator.split('+');
  if (platform !== 'darwin') return parts.map((part) => keyWords(part, platform)).join('+');
  const held = macOrder.filter((modifier) => parts.includes(modifier));
  const key = parts
    .filter((part) => !isModifier(part))
    .map((part) => macKeys[part] ?? keyWords(part, platform));
  return [...held.map((modifier) => macSymbols[modifier]), ...key].join('');
}

function keyWords(part: string, platform: string): string {
  if (part === 'Super' && platform === 'win32') return t('key.windows');
  return isWord(part) ? t(words[part]) : part;
}

const words = {
  CommandOrControl: 'key.ctrl',
  Control: 'key.ctrl',
  Alt: 'key.alt',
  Shift: 'key.shift',
  Super: 'key.super',
  Space: 'key.space',
  Tab: 'key.tab',
  Backspace: 'key.backspace',
  Delete: 'key.delete',
  Insert: 'key.insert',
  Return: 'key.enter',
  Up: 'key.up',
  Down: 'key.down',
  Left: 'key.left',
  Right: 'key.right',
  Home: 'key.home',
  End: 'key.end',
  PageUp: 'key.page-up',
  PageDown: 'key.page-down',
} as const satisfies Record<Modifier | NamedKey, MessageKey>;

const isWord = (part: string): part is keyof typeof words => Object.hasOwn(words, part);

// As the menus of a Mac have them: https://developer.apple.com/design/human-interface-guidelines/keyboards
const macOrder = [
  'Control',
  'Alt',
  'Shift',
  'CommandOrControl',
  'Super',
] as const satisfies readonly Modifier[];
const macSymbols: Readonly<Record<Modifier, string>> = {
  Control: '⌃',
  Alt: '⌥',
  Shift: '⇧',
  CommandOrControl: '⌘',
  Super: '⌘',
};
const macKeys: Readonly<Record<string, string>> = {
  Tab: '⇥',
  Backspace: '⌫',
  Delete: '⌦',
  Return: '↩',
  Home: '↖',
  End: '↘',
  PageUp: '⇞',
  PageDown: '⇟',
} satisfies Partial<Record<NamedKey, string>>;

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
const common = [
  /^(CommandOrControl|Control)\+([ACFNOPQSTVWXYZ]|Tab|Space)$/,
  // Moving and deleting by words, sending
  /^(CommandOrControl|Control|Alt)\+(Shift\+)?(Up|Down|Left|Right|Home|End|Backspace|Delete|Return)$/,
  // Copy and paste in terminals, paste as plain text, redo
  /^CommandOrControl\+Shift\+[CVZ]$/,
  /^Alt\+(F4|Tab|Space)$/,
];

/** What speaks against taking a hotkey away from all other programs. Nothing: it may be tried. */
export function acceleratorProblem(accelerator: string): HotkeyProblem | undefined {
  const { held, key } = partsOf(accelerator);
  // Function keys write nothing, so nobody misses one.
  if (held.every((part) => part === 'Shift') && !functionKey.test(key)) return 'hotkey-needs-modifier';
  return common.some((each) => each.test(accelerator)) ? 'hotkey-is-common' : undefined;
}
