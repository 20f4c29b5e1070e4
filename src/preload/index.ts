import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../shared/ipc';
import { ipcChannels } from '../shared/ipc-channels';
import type { SnapshotUpdate } from '../shared/snapshot-update';

// Main parses every message and sends only snapshots, so this side has nothing to check.
const bridge: Bridge = {
  platform: process.platform,
  run: (name, args) => ipcRenderer.invoke(ipcChannels.command, name, args),
  revealToken: (slot) => ipcRenderer.invoke(ipcChannels.revealToken, slot),
  getSnapshot: () => ipcRenderer.invoke(ipcChannels.getSnapshot),
  followSnapshot: (listener) => {
    const forward = (_event: IpcRendererEvent, update: SnapshotUpdate): void => listener(update);
    ipcRenderer.on(ipcChannels.snapshotUpdate, forward);
    ipcRenderer.send(ipcChannels.followSnapshot);
    return () => ipcRenderer.off(ipcChannels.snapshotUpdate, forward);
  },
};

contextBridge.exposeInMainWorld('tokenTray', bridge);
