/** The smallest program that does each thing the harness reads: tray, menu, clipboard, browser, secrets, a window, a hotkey. */
import {
  app,
  BrowserWindow,
  clipboard,
  globalShortcut,
  Menu,
  nativeImage,
  nativeTheme,
  Notification,
  safeStorage,
  shell,
  Tray,
} from 'electron';
import { Buffer } from 'node:buffer';
import process from 'node:process';

/** @type {Tray} */
let tray;
let copies = 0;

/** @param {string} name @param {readonly string[]} args */
function argument(name, args) {
  const start = `--${name}=`;
  return args.find((arg) => arg.startsWith(start))?.slice(start.length) ?? '';
}

/** Synchronous up to Electron 43, a promise from 44. @param {string} text */
async function write(text) {
  await clipboard.writeText(text);
}

async function copy() {
  copies += 1;
  await write(`copy ${copies}`);
  showMenu();
  tray.setToolTip(`Copied ${copies} times`);
}

/**
 * Only the synchronous half is in every Electron; its types call it deprecated.
 * @type {{ isEncryptionAvailable(): boolean, encryptString(text: string): Buffer }}
 */
const secrets = safeStorage;

async function encrypt() {
  const ciphertext = secrets.isEncryptionAvailable() ? secrets.encryptString('secret').toString() : '';
  await write(`${safeStorage.getSelectedStorageBackend()} ${ciphertext.slice(0, 3)}`);
}

function notify() {
  const notification = new Notification({ title: 'Probe', body: 'Click me' });
  notification.on('click', () => void write('notification clicked'));
  notification.show();
}

function openWindow() {
  const policy = `<meta http-equiv=Content-Security-Policy content="script-src 'none'">`;
  const page = `${policy}<script>1</script><h1>Probe</h1>`;
  void new BrowserWindow({ width: 300, height: 200 }).loadURL(`data:text/html,${encodeURIComponent(page)}`);
}

function showMenu() {
  /** @type {Electron.MenuItemConstructorOptions[]} */
  const template = [
    { label: `Copied ${copies} times`, enabled: false },
    { type: 'separator' },
    { label: 'Copy', click: () => void copy() },
    {
      label: 'More_and more',
      submenu: [
        { label: 'Encrypt', click: () => void encrypt() },
        { label: 'Theme', click: () => void write(nativeTheme.shouldUseDarkColors ? 'dark' : 'light') },
      ],
    },
    { label: 'Open page', click: () => void shell.openExternal(argument('open', process.argv)) },
    { label: 'Open window', click: openWindow },
    { label: 'Notify', click: notify },
    { label: 'Hidden', visible: false },
    { label: 'Switch', type: 'checkbox', checked: true },
    { label: 'Quit', click: () => app.quit() },
  ];
  tray.setContextMenu(Menu.buildFromTemplate(template));
}

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, args) => void write(`second says ${argument('say', args)}`));
  // Without a listener the program would end with its last window.
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(() => {
    const pixels = Buffer.alloc(16 * 16 * 4, 200);
    tray = new Tray(nativeImage.createFromBitmap(pixels, { width: 16, height: 16 }));
    tray.on('click', () => void write('icon clicked'));
    showMenu();
    const hotkey = argument('hotkey', process.argv);
    if (hotkey === '') return;
    const isOurs = globalShortcut.register(hotkey, () => void write('hotkey pressed'));
    void write(isOurs ? 'hotkey taken' : 'hotkey refused');
  });
} else {
  app.quit();
}
