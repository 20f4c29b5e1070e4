import type { Bridge } from '../../shared/ipc';
import type { Snapshot } from '../../shared/snapshot';
import { withUpdate } from '../../shared/snapshot-update';

/** The newest snapshot, in the form `useSyncExternalStore` asks for. `undefined` until the first one has come. */
export interface SnapshotStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => Snapshot | undefined;
}

export function createSnapshotStore(bridge: Pick<Bridge, 'followSnapshot'>): SnapshotStore {
  let current: Snapshot | undefined;
  const listeners = new Set<() => void>();
  bridge.followSnapshot((update) => {
    const next = withUpdate(current, update);
    if (next === current) return;
    current = next;
    for (const listener of listeners) listener();
  });
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => current,
  };
}
