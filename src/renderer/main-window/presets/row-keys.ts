/** What a key does while the focus is in a row. */
export type RowKey =
  | 'next'
  | 'previous'
  | 'first'
  | 'last'
  | 'next-page'
  | 'previous-page'
  | 'forward'
  | 'back'
  | 'to-row'
  /** As `copyKeys` says: Enter, and Ctrl or Cmd with it. */
  | 'copy-plain'
  | 'copy-command'
  | 'formats'
  | 'pin'
  | 'edit'
  | 'try'
  | 'who'
  | 'inspect'
  | 'delete'
  | 'move-up'
  | 'move-down'
  | 'move-top'
  | 'move-bottom';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

/** With Alt, the keys that go to a row move it there. */
const moveKeys: ReadonlyMap<string, RowKey> = new Map([
  ['ArrowUp', 'move-up'],
  ['ArrowDown', 'move-down'],
  ['Home', 'move-top'],
  ['End', 'move-bottom'],
]);

/** `onButton`: the focus is on a button of the row, which has its own use for Enter and Space. */
export function rowKey(pressed: PressedKey, onButton: boolean): RowKey | undefined {
  const command = pressed.ctrlKey || pressed.metaKey;
  if (pressed.shiftKey) return undefined;
  if (pressed.altKey) return command ? undefined : moveKeys.get(pressed.key);
  if (pressed.key === 'Enter' && !onButton) return command ? 'copy-command' : 'copy-plain';
  if (command) return undefined;
  switch (pressed.key) {
    case 'ArrowDown':
      return 'next';
    case 'ArrowUp':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'PageDown':
      return 'next-page';
    case 'PageUp':
      return 'previous-page';
    case 'ArrowRight':
      return 'forward';
    case 'ArrowLeft':
      return 'back';
    case 'Escape':
      return onButton ? 'to-row' : undefined;
    case 'c':
    case 'C':
      return onButton ? undefined : 'formats';
    case 'p':
    case 'P':
      return onButton ? undefined : 'pin';
    case 'e':
    case 'E':
      return onButton ? undefined : 'edit';
    case 't':
    case 'T':
      return onButton ? undefined : 'try';
    case 'w':
    case 'W':
      return onButton ? undefined : 'who';
    case 'i':
    case 'I':
      return onButton ? undefined : 'inspect';
    case 'Delete':
      return onButton ? undefined : 'delete';
    case 'Backspace':
      // What Macs call "delete".
      return onButton ? undefined : 'delete';
    default:
      return undefined;
  }
}
