import type { CommandOutcome } from '../shared/ipc';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { errorName } from './error-words';
import { ClipboardHeld } from './platform/clipboard';
import type { Log } from './ports';
import type { State } from './state';

export const done: CommandOutcome = { outcome: 'done' };

/** What most commands come to. */
export interface Outcomes {
  /** What cannot be written is still good in memory; the person is told. */
  readonly saving: (work: () => Promise<void>) => Promise<CommandOutcome>;
  /** What no surface offers: a page that is out of date, or an intruder. */
  readonly refused: (why: string) => CommandOutcome;
}

export const outcomesOf = ({ log, state }: { readonly log: Log; readonly state: State }): Outcomes => ({
  async saving(work) {
    try {
      await work();
    } catch (error) {
      log.error(`a change could not be written: ${errorName(error)}`);
      state.addNotice({ kind: 'not-saved' });
    }
    return done;
  },
  refused(why) {
    log.warn(`refused: ${why}`);
    return { outcome: 'refused' };
  },
});

/** What a command that touches the clipboard came to. @throws whatever else went wrong */
export async function unlessHeld(work: Promise<void>): Promise<CommandOutcome> {
  try {
    await work;
    return done;
  } catch (error) {
    if (error instanceof ClipboardHeld) return { outcome: 'clipboard-held' };
    throw error;
  }
}

/** Puts a text that is no secret on the clipboard. */
export const copyPlain = (clipboard: SecretClipboard, text: string): Promise<CommandOutcome> =>
  unlessHeld(clipboard.copyPlain(text));
