/** What a key does in the palette. `undefined`: it is for the text. */
export type PaletteKey =
  | 'next'
  | 'previous'
  | 'page-down'
  | 'page-up'
  | 'first'
  | 'last'
  | 'copy'
  | 'copy-other'
  | 'formats'
  | 'back'
  | 'close'
  | 'nothing'
  /** One of the first nine rows, from 0. */
  | number;

export interface PressedKey {
  readonly key: string;
  /** The key's place on the keyboard: digits need Shift in France, and have the same place there. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
}

/** Where the caret is in the text. */
export interface Caret {
  readonly atStart: boolean;
  readonly atEnd: boolean;
}

const plainKeys: Readonly<Record<string, PaletteKey>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  PageDown: 'page-down',
  PageUp: 'page-up',
  Enter: 'copy',
  Escape: 'close',
  // There is nowhere else to go, and the focus must not get lost.
  Tab: 'nothing',
};

/** `isMac`: Command stands for Control. */
export function paletteKey(pressed: PressedKey, caret: Caret, isMac: boolean): PaletteKey | undefined {
  const { key, altKey, shiftKey } = pressed;
  const command = isMac ? pressed.metaKey : pressed.ctrlKey;
  const otherCommand = isMac ? pressed.ctrlKey : pressed.metaKey;
  if (otherCommand || (command && altKey)) return undefined;
  // Whoever still holds the key from before would copy without wanting to.
  if (key === 'Enter' && pressed.repeat) return 'nothing';
  if (command) return shiftKey ? undefined : withCommand(pressed);
  if (altKey) return key === 'Enter' && !shiftKey ? 'formats' : undefined;
  if (shiftKey) return key === 'Tab' ? 'nothing' : undefined;
  if (key === 'Home') return caret.atStart ? 'first' : undefined;
  if (key === 'End') return caret.atEnd ? 'last' : undefined;
  if (key === 'Backspace') return caret.atStart && caret.atEnd ? 'back' : undefined;
  return Object.hasOwn(plainKeys, key) ? plainKeys[key] : undefined;
}

function withCommand({ key, code }: PressedKey): PaletteKey | undefined {
  if (key === 'Enter') return 'copy-other';
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1];
  return digit === undefined ? undefined : Number(digit) - 1;
}
