import { ipcMain, type WebContents } from 'electron';
import {
  inspectionSlotSchema,
  type CommandMap,
  type CommandOutcome,
  type RevealOutcome,
} from '../../../shared/ipc';
import type { InspectionSlot } from '../../../shared/inspector/inspection';
import { ipcChannels } from '../../../shared/ipc-channels';
import type { Snapshot } from '../../../shared/snapshot';
import { errorName } from '../../error-words';
import type { Log } from '../../ports';
import type { State } from '../../state';
import { dispatch } from './dispatch';
import { sendSnapshots } from './send-snapshots';
import { isTrustedSender } from './trusted-sender';

/** Main's half of the bridge: commands come in, snapshots go out. */
export class RendererBridge {
  /** What sends the whole snapshot to each page that is connected. */
  private readonly pages = new WeakMap<WebContents, () => void>();

  constructor(
    private readonly commands: CommandMap,
    private readonly state: State,
    private readonly log: Log,
    /** Refuses every page but the main window's, and that one unless a person has just pressed something in it. */
    reveal: (page: WebContents, slot: InspectionSlot) => RevealOutcome,
  ) {
    ipcMain.handle(
      ipcChannels.command,
      async (event, name: unknown, args: unknown): Promise<CommandOutcome> => {
        if (!isTrustedSender(event.senderFrame)) return this.refuse();
        return dispatch(this.commands, name, args, this.log);
      },
    );
    ipcMain.handle(ipcChannels.revealToken, (event, slot: unknown): RevealOutcome => {
      const wanted = inspectionSlotSchema.safeParse(slot);
      if (!isTrustedSender(event.senderFrame) || !wanted.success) {
        log.warn('refused: revealing a token to a page that is not ours, or with arguments of a wrong form');
        return { outcome: 'refused' };
      }
      return reveal(event.sender, wanted.data);
    });
    ipcMain.handle(ipcChannels.getSnapshot, (event): Snapshot => {
      if (!isTrustedSender(event.senderFrame)) throw new Error('Not for this page.');
      return this.state.snapshot;
    });
    ipcMain.on(ipcChannels.followSnapshot, ({ sender, senderFrame }) => {
      if (!isTrustedSender(senderFrame)) return void this.refuse();
      try {
        this.pages.get(sender)?.();
      } catch (error) {
        this.log.error(`a page could not be sent the snapshot: ${errorName(error)}`);
      }
    });
  }

  /** Sends snapshots to a page, from when it asks for them until it is destroyed. */
  connect(page: WebContents): void {
    this.pages.set(page, sendSnapshots(this.state, page));
  }

  private refuse(): CommandOutcome {
    this.log.warn('refused: a message from a page that is not ours');
    return { outcome: 'refused' };
  }
}
