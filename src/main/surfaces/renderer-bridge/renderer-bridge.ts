import { ipcMain, type WebContents } from 'electron';
import type { CommandMap, CommandOutcome } from '../../../shared/ipc';
import { ipcChannels } from '../../../shared/ipc-channels';
import type { Snapshot } from '../../../shared/snapshot';
import type { Log } from '../../ports';
import type { State } from '../../state';
import { dispatch } from './dispatch';
import { sendSnapshots } from './send-snapshots';
import { isTrustedSender } from './trusted-sender';

/** Main's half of the bridge: commands come in, snapshots go out. */
export class RendererBridge {
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
  }

  /** Sends snapshots to a page until it is destroyed. */
  connect(page: WebContents): void {
    sendSnapshots(this.state, page);
  }

  private refuse(): CommandOutcome {
    this.log.warn('refused: a message from a page that is not ours');
    return { outcome: 'refused' };
  }
}
