import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { Bridge } from '../shared/ipc';
import { ipcChannels } from '../shared/ipc-channels';
import type { Snapshot } from '../shared/snapshot';

// Main parses every message and sends only snapshots, so this side has nothing to check.
const bridge: Bridge = {
  platform: process.platform,
  run: (name, args) => ipcRenderer.invoke(ipcChannels.command, name, args),
  revealToken: (slot) => ipcRenderer.invoke(ipcChannels.revealToken, slot),
  getSnapshot: () => ipcRenderer.invoke(ipcChannels.getSnapshot),
  onSnapshot: (listener) => {
    const forward = (_event: IpcRendererEvent, snapshot: Snapshot): void => listener(snapshot);
    ipcRenderer.on(ipcChannels.snapshot, forward);
    return () => ipcRenderer.off(ipcChannels.snapshot, forward);
  },
};

contextBridge.exposeInMainWorld('tokenTray', bridge);
