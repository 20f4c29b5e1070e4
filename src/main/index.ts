import { app, dialog, Menu } from 'electron';
import { t } from '../shared/messages';
import type { RunningApp } from './app';
import { appId } from './app-id';
import { commandLineArguments } from './automation/command-line-client/command-line-arguments';
import { receivedStartArguments, startArguments, startCommand, type StartCommand } from './start-arguments';
import { registerAppScheme } from './surfaces/renderer-bridge/app-protocol';

/** How long quitting may wait for the clipboard and the disk, in ms. */
const quitPatience = 3000;

let running: RunningApp | undefined;
let closed = false;
/** What was wished for while the program was still starting. */
const waiting: StartCommand[] = [];

// Without a listener it would only be seen on a terminal that nobody has open.
process.on('unhandledRejection', (reason) => running?.reportUnforeseen(reason));

const given = startArguments(process.argv);
const commandLine = commandLineArguments(process.argv, app.isPackaged ? undefined : app.getAppPath());
// A command is carried out here and now: while this module is loading Electron has not begun with screen, graphics and bus,
// so that a command needs none of them and is done sooner.
if (commandLine !== undefined) {
  const { runClient } = await import('./automation/command-line-client/client-main');
  await runClient(commandLine);
}
// A second start opens the window of the first, or what its arguments say: that is the way in where a desktop shows no
// tray, or gives no hotkeys.
else if (app.requestSingleInstanceLock(given)) start();
else app.quit();

function start(): void {
  // While Electron gets ready.
  const loading = import('./app');
  registerAppScheme();
  // Else Chromium fetches a dictionary from Google at each first start. Later than this it is on its way already.
  app.on('session-created', (session) => session.setSpellCheckerLanguages([]));
  // macOS takes Cut, Copy and Paste in text fields from its menu; elsewhere the default menu only costs time.
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }])
      : null,
  );
  if (process.platform === 'win32') app.setAppUserModelId(appId);

  if (process.platform === 'linux') askPortalForHotkeys();

  app.on('second-instance', (_event, _argv, _folder, data) =>
    run(startCommand(receivedStartArguments(data), true)),
  );
  // macOS tells of the first start, too; its arguments say what that leads to.
  app.on('activate', () => running?.run('openMainWindow'));
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
      // macOS starts it without arguments.
      const atLogin =
        given.atLogin || (process.platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin);
      const { startApp } = await loading;
      running = await startApp(app.getAppPath(), () => app.quit());
      const own = startCommand({ ...given, atLogin }, running.showsWindow);
      for (const command of new Set([own, ...waiting])) run(command);
    })
    .catch((error: unknown) => {
      const text = error instanceof Error ? error.message : String(error);
      dialog.showErrorBox(t('start.failed.title'), text);
      app.exit(1);
    });
}

function run(command: StartCommand | undefined): void {
  if (command === undefined) return;
  if (running === undefined) waiting.push(command);
  else running.run(command);
}

/** The only way to global hotkeys on Wayland: https://www.electronjs.org/docs/latest/api/global-shortcut */
function askPortalForHotkeys(): void {
  // A switch is replaced, not added to.
  const features = [app.commandLine.getSwitchValue('enable-features'), 'GlobalShortcutsPortal'];
  app.commandLine.appendSwitch('enable-features', features.filter((each) => each !== '').join(','));
}

async function closeAndQuit(toClose: RunningApp): Promise<void> {
  const patience = new Promise((resolve) => setTimeout(resolve, quitPatience));
  await Promise.race([toClose.close().catch(() => undefined), patience]);
  closed = true;
  // Electron ignores a call to quit that comes while it is still telling about `will-quit`.
  setImmediate(() => app.quit());
}
