import { ipcChannels } from '../../../shared/ipc-channels';
import type { Snapshot } from '../../../shared/snapshot';
import { updateBetween, type SnapshotUpdate } from '../../../shared/snapshot-update';
import type { State } from '../../state';

/** The part of `WebContents` that is used. */
export interface SnapshotPage {
  send(channel: string, update: SnapshotUpdate): void;
  once(event: 'destroyed', ended: () => void): void;
}

/**
 * Returns what a page calls when it is loaded, again too: it is then sent the whole snapshot, and from there on what
 * changes of it. Each page is told by itself: one that fails takes no other one with it.
 */
export function sendSnapshots(state: Pick<State, 'snapshot' | 'subscribe'>, page: SnapshotPage): () => void {
  let follows = false;
  /** What the page has. A send that fails leaves it as it is, and the next one brings what that had. */
  let sent: Snapshot | undefined;
  const send = (snapshot: Snapshot): void => {
    const update = updateBetween(sent, snapshot);
    if (update === undefined) return;
    page.send(ipcChannels.snapshotUpdate, update);
    sent = snapshot;
  };
  const unsubscribe = state.subscribe((snapshot) => {
    if (follows) send(snapshot);
  });
  page.once('destroyed', unsubscribe);
  return () => {
    follows = true;
    sent = undefined;
    send(state.snapshot);
  };
}
