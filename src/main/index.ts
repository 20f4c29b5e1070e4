import { app, dialog, Menu } from 'electron';
import { t } from '../shared/messages';
import { startApp, type RunningApp } from './app';
import { registerAppScheme } from './surfaces/renderer-bridge/app-protocol';

/** How long quitting may wait for the clipboard and the disk, in ms. */
const quitPatience = 3000;

let running: RunningApp | undefined;
let closed = false;
let openWhenRunning = false;

// Without a listener it would only be seen on a terminal that nobody has open.
process.on('unhandledRejection', (reason) => running?.reportUnforeseen(reason));

// A second start opens the window of the first: that is the way in where a desktop shows no tray.
if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  registerAppScheme();
  // macOS takes Cut, Copy and Paste in text fields from its menu; elsewhere the default menu only costs time.
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
      : null,
  );
  // Has to be the appId of electron-builder.yml, or Windows shows no notifications.
  if (process.platform === 'win32') app.setAppUserModelId('io.github.tokentray.TokenTray');

  const open = (): void => {
    if (running === undefined) openWhenRunning = true;
    else running.openMainWindow();
  };
  app.on('second-instance', open);
  app.on('activate', open);
  // Listening is what keeps the program in the tray when the last window closes.
  app.on('window-all-closed', () => undefined);
  app.on('will-quit', (event) => {
    if (closed || running === undefined) return;
    event.preventDefault();
    void closeAndQuit(running);
  });

  app
    .whenReady()
    .then(async () => {
      running = await startApp(app.getAppPath(), () => app.quit());
      if (running.isFirstRun || openWhenRunning) running.openMainWindow();
    })
    .catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox(t('start.failed.title'), text);
      app.exit(1);
    });
}

async function closeAndQuit(toClose: RunningApp): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, quitPatience));
  await Promise.race([toClose.close().catch(() => undefined), patience]);
  closed = true;
  // Electron ignores a call to quit that comes while it is still telling about `will-quit`.
  setImmediate(() => app.quit());
}
