import { powerMonitor } from 'electron';

export interface PowerSurfaceOptions {
  /** The computer is about to sleep, or was locked. */
  readonly leaves: () => void;
  /** It has woken up, or was unlocked. */
  readonly returns: () => void;
  readonly locked: () => void;
  readonly unlocked: () => void;
}

/**
 * The Electron half of sleep and lock. Every system tells when it sleeps; only macOS and Windows tell Electron when they
 * are locked: https://www.electronjs.org/docs/latest/api/power-monitor
 * On Linux the sleep waits for `leaves`, and for promises after it as long as they need no timer and no I/O.
 */
export function startPower({ leaves, returns, locked, unlocked }: PowerSurfaceOptions): void {
  powerMonitor.on('suspend', leaves);
  powerMonitor.on('lock-screen', leaves);
  powerMonitor.on('resume', returns);
  powerMonitor.on('unlock-screen', returns);
  // It may have been locked before the program started.
  if (powerMonitor.getSystemIdleState(1) === 'locked') locked();
  powerMonitor.on('lock-screen', locked);
  powerMonitor.on('unlock-screen', unlocked);
}
