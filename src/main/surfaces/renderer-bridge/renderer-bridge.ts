import { ipcMain, type WebContents } from 'electron';
import type { CommandMap, CommandOutcome } from '../../../shared/ipc';
import { ipcChannels } from '../../../shared/ipc-channels';
import type { Snapshot } from '../../../shared/snapshot';
import type { Log } from '../../ports';
import type { State } from '../../state';
import { dispatch } from './dispatch';
import { isTrustedSender } from './trusted-sender';

/** Main's half of the bridge: commands come in, snapshots go out. */
export class RendererBridge {
  private readonly pages = new Set<WebContents>();

  constructor(
    private readonly commands: CommandMap,
    private readonly state: State,
    private readonly log: Log,
  ) {
    ipcMain.handle(
      ipcChannels.command,
      async (event, name: unknown, args: unknown): Promise<CommandOutcome> => {
        if (!isTrustedSender(event.senderFrame)) return this.refuse();
        return dispatch(this.commands, name, args, this.log);
      },
    );
    ipcMain.handle(ipcChannels.getSnapshot, (event): Snapshot => {
      if (!isTrustedSender(event.senderFrame)) throw new Error('Not for this page.');
      return this.state.snapshot;
    });
    this.state.subscribe((snapshot) => {
      for (const page of this.pages) page.send(ipcChannels.snapshot, snapshot);
    });
  }

  /** Sends snapshots to a page until it is destroyed. */
  connect(page: WebContents): void {
    this.pages.add(page);
    page.once('destroyed', () => this.pages.delete(page));
  }

  private refuse(): CommandOutcome {
    this.log.warn('refused: a message from a page that is not ours');
    return { outcome: 'refused' };
  }
}
