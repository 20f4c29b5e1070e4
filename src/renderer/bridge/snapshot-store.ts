import type { Bridge } from '../../shared/ipc';
import type { Snapshot } from '../../shared/snapshot';
import { shareStructure } from './share-structure';

/** The newest snapshot, in the form `useSyncExternalStore` asks for. `undefined` until the first one has come. */
export interface SnapshotStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Snapshot | undefined;
}

export function createSnapshotStore(bridge: Pick<Bridge, 'getSnapshot' | 'onSnapshot'>): SnapshotStore {
  let current: Snapshot | undefined;
  const listeners = new Set<() => void>();
  const accept = (snapshot: Snapshot): void => {
    const shared = shareStructure(current, snapshot);
    if (shared === current) return;
    current = shared;
    for (const listener of listeners) listener();
  };
  bridge.onSnapshot(accept);
  bridge.getSnapshot().then(
    (snapshot) => {
      // One that was pushed meanwhile is newer than the answer.
      if (current === undefined) accept(snapshot);
    },
    // Main has logged why, and pushes one as soon as there is one.
    () => undefined,
  );
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => current,
  };
}
