import type { TrayCommand } from './tray-menu';

/**
 * What a click on the icon itself does. Windows expects the program to open. On Linux the desktop decides what activates
 * an icon, a click or two, and what opens the menu; being activated then means the program. On macOS a click opens the
 * menu by itself.
 */
export function trayClick(platform: NodeJS.Platform): TrayCommand | undefined {
  return platform === 'darwin' ? undefined : { name: 'openMainWindow', args: {} };
}
