import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Snapshot } from '../../shared/snapshot';
import type { SnapshotStore } from './snapshot-store';

export const SnapshotStoreContext = createContext<SnapshotStore | undefined>(undefined);

function useStore(): SnapshotStore {
  const store = useContext(SnapshotStoreContext);
  if (store === undefined) throw new Error('No snapshot store around this component');
  return store;
}

/** The snapshot's part that `select` picks, before the first snapshot too. `select` must not build new objects. */
export function useSnapshotIfAny<Part>(select: (snapshot: Snapshot | undefined) => Part): Part {
  const store = useStore();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

/** The snapshot's part that `select` picks, for components that are shown only when there is one. */
export function useSnapshot<Part>(select: (snapshot: Snapshot) => Part): Part {
  return useSnapshotIfAny((snapshot) => {
    if (snapshot === undefined) throw new Error('Shown before the first snapshot');
    return select(snapshot);
  });
}
