/** What any Electron program costs that shows an icon and a menu in the tray, and nothing else. */
import { app, Menu, nativeImage, Tray } from 'electron';
import { fileURLToPath } from 'node:url';

const icon = fileURLToPath(new URL('../../../assets/tray/idle-dark-24.png', import.meta.url));
/** Held, or it would be collected as garbage. @type {Tray | undefined} */
let tray;

void app.whenReady().then(() => {
  tray = new Tray(nativeImage.createFromPath(icon));
  tray.setContextMenu(
    Menu.buildFromTemplate([{ label: 'One' }, { label: 'Two' }, { label: 'Quit', click: () => app.quit() }]),
  );
});
