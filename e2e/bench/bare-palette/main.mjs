/** What a global hotkey, a window that is kept hidden, and a text for the clipboard cost in any Electron program. */
import { app, BrowserWindow, clipboard, globalShortcut, ipcMain, Menu, nativeImage, Tray } from 'electron';
import { fileURLToPath } from 'node:url';

const icon = fileURLToPath(new URL('../../../assets/tray/idle-dark-24.png', import.meta.url));
/** Held, or it would be collected as garbage. @type {Tray | undefined} */
let tray;

/** About as long as a token. */
const text = 'x'.repeat(1500);

void app.whenReady().then(async () => {
  const window = new BrowserWindow({
    width: 560,
    height: 500,
    show: false,
    frame: false,
    alwaysOnTop: true,
    skipTaskbar: true,
    webPreferences: { nodeIntegration: true, contextIsolation: false },
  });
  ipcMain.on('copy', () => {
    void clipboard.writeText(text);
    window.hide();
  });
  await window.loadFile(fileURLToPath(new URL('page.html', import.meta.url)));
  globalShortcut.register('CommandOrControl+Alt+T', () => {
    window.show();
    window.focus();
  });
  tray = new Tray(nativeImage.createFromPath(icon));
  tray.setContextMenu(Menu.buildFromTemplate([{ label: 'Quit', click: () => app.quit() }]));
});
