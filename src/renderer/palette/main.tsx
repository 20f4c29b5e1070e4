import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createSnapshotStore } from '../bridge/snapshot-store';
import { SnapshotStoreContext } from '../bridge/use-snapshot';
import { Palette } from './Palette';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
document.documentElement.dataset['platform'] = window.tokenTray.platform;
createRoot(root).render(
  <StrictMode>
    <SnapshotStoreContext value={createSnapshotStore(window.tokenTray)}>
      <Palette />
    </SnapshotStoreContext>
  </StrictMode>,
);
