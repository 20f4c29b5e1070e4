import { ipcChannels } from '../../../shared/ipc-channels';
import type { Snapshot } from '../../../shared/snapshot';
import type { State } from '../../state';

/** The part of `WebContents` that is used. */
export interface SnapshotPage {
  send(channel: string, snapshot: Snapshot): void;
  once(event: 'destroyed', ended: () => void): void;
}

/** Each page is told by itself: one that fails takes no other one with it. */
export function sendSnapshots(state: Pick<State, 'subscribe'>, page: SnapshotPage): void {
  const unsubscribe = state.subscribe((snapshot) => page.send(ipcChannels.snapshot, snapshot));
  page.once('destroyed', unsubscribe);
}
