/** Apart from `ipc.ts`, so that the preload script does not carry the schemas. */
export const ipcChannels = {
  command: 'token-tray:command',
  revealToken: 'token-tray:reveal-token',
  getSnapshot: 'token-tray:get-snapshot',
  followSnapshot: 'token-tray:follow-snapshot',
  snapshotUpdate: 'token-tray:snapshot-update',
} as const;
