import type { CommandOutcome } from '../shared/ipc';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { ClipboardHeld } from './platform/clipboard';

/** What a command that touches the clipboard came to. @throws whatever else went wrong */
export async function unlessHeld(work: Promise<void>): Promise<CommandOutcome> {
  try {
    await work;
    return { outcome: 'done' };
  } catch (error) {
    if (error instanceof ClipboardHeld) return { outcome: 'clipboard-held' };
    throw error;
  }
}

/** Puts a text that is no secret on the clipboard. */
export const copyPlain = (clipboard: SecretClipboard, text: string): Promise<CommandOutcome> =>
  unlessHeld(clipboard.copyPlain(text));
