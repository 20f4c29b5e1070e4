import { app, globalShortcut } from 'electron';
import { HotkeySurface, type HotkeySurfaceOptions } from './hotkey-surface';

/** The Electron half of the hotkeys. */
export function startHotkeys(options: Omit<HotkeySurfaceOptions, 'shortcuts'>): HotkeySurface {
  const hotkeys = new HotkeySurface({ ...options, shortcuts: globalShortcut });
  // Whatever became of the page that paused them, hotkeys are for when another program has the focus.
  const resume = (): void => hotkeys.pause(false);
  app.on('browser-window-blur', resume);
  app.on('browser-window-created', (_event, window) => window.once('closed', resume));
  return hotkeys;
}
