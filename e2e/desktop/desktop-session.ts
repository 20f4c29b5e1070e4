import { randomUUID } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { hasCode } from '../../src/main/storage/has-code';
import { SystemBrowser } from './browser';
import { Bus } from './bus';
import { Clipboard } from './clipboard';
import { Keyboard } from './keyboard';
import { LoginManager } from './login-manager';
import { NotificationServer } from './notification-server';
import { firstLine, killProcesses, processesWithEnvironment, startDaemon, waitForEnd } from './processes';
import { SettingsPortal } from './settings-portal';
import type { ColorScheme } from './settings-portal';
import { StatusNotifierWatcher } from './status-notifier';
import { Terminal } from './terminal';
import { fileChanges, lookAgain, waitUntil } from './wait-until';

/** What kind of desktop. */
export interface DesktopOptions {
  /** An unlocked keyring; without it nothing on this desktop keeps secrets. */
  keyring: boolean;
  /** Gives windows a frame and takes care of focus. */
  windowManager: boolean;
  colorScheme: ColorScheme;
}

/** Marks every process of a session, so that none is left behind. */
const SESSION_VARIABLE = 'TOKEN_TRAY_DESKTOP_SESSION';
/** How often at most the processes of a session are looked for and killed. */
const MOST_ROUNDS = 5;
const SECRETS = {
  destination: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
};

/** Knows no services to start on demand: a program on the machine must not get into the session by itself. */
function busConfiguration(socket: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path=${socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;
}

/** A desktop of its own: screen, keyboard, session bus, tray, clipboard, browser, home folder, keyring, window manager. */
export class DesktopSession {
  /** Environment of programs on this desktop. */
  readonly env: Record<string, string>;
  /** Scratch folder of the session, removed with it. */
  readonly folder: string;
  readonly home: string;
  readonly options: DesktopOptions;
  readonly browser: SystemBrowser;
  readonly keyboard: Keyboard;
  private readonly id = randomUUID();
  private parts:
    | {
        bus: Bus;
        tray: StatusNotifierWatcher;
        settings: SettingsPortal;
        notifications: NotificationServer;
        loginManager: LoginManager;
        clipboard: Clipboard;
      }
    | undefined;

  private constructor(options: DesktopOptions) {
    this.options = options;
    // Short, because the path of a socket may have 107 characters only.
    this.folder = mkdtempSync('/tmp/tt-');
    this.home = this.subfolder('home');
    const commands = this.subfolder('bin');
    const runtime = this.subfolder('run');
    chmodSync(runtime, 0o700);
    this.env = {
      [SESSION_VARIABLE]: this.id,
      PATH: `${commands}:${process.env['PATH'] ?? '/usr/bin:/bin'}`,
      HOME: this.home,
      LANG: 'C.UTF-8',
      TMPDIR: this.subfolder('tmp'),
      TZ: 'UTC',
      USER: 'person',
      XDG_CACHE_HOME: this.subfolder('home/.cache'),
      XDG_CONFIG_HOME: this.subfolder('home/.config'),
      XDG_DATA_HOME: this.subfolder('home/.local/share'),
      XDG_RUNTIME_DIR: runtime,
      XDG_SESSION_TYPE: 'x11',
      XDG_STATE_HOME: this.subfolder('home/.local/state'),
      // There is no accessibility bus here, and GTK says so on every start otherwise.
      NO_AT_BRIDGE: '1',
    };
    this.browser = new SystemBrowser(this.env, this.subfolder('browser'), commands);
    this.keyboard = new Keyboard(this.env);
  }

  /** Starts everything and waits until it is ready. */
  static async start(options: DesktopOptions): Promise<DesktopSession> {
    const session = new DesktopSession(options);
    try {
      await session.startParts();
    } catch (error) {
      await session.stop();
      throw error;
    }
    return session;
  }

  get bus(): Bus {
    return this.startedParts.bus;
  }

  get tray(): StatusNotifierWatcher {
    return this.startedParts.tray;
  }

  get settings(): SettingsPortal {
    return this.startedParts.settings;
  }

  get notifications(): NotificationServer {
    return this.startedParts.notifications;
  }

  get loginManager(): LoginManager {
    return this.startedParts.loginManager;
  }

  get clipboard(): Clipboard {
    return this.startedParts.clipboard;
  }

  /** Opens another program, which then has the focus. Needs a window manager. */
  openTerminal(): Promise<Terminal> {
    return Terminal.open(this.env, this.subfolder('terminals'));
  }

  /** Ends every process of the session and removes its files. */
  async stop(): Promise<void> {
    try {
      await this.browser.close();
      this.parts?.bus.disconnect();
    } finally {
      try {
        await this.endProcesses();
      } finally {
        await this.removeFolder();
      }
    }
  }

  /** All of it, also what is written while it is being removed: `maxRetries` does not look again at what is in a folder. */
  private async removeFolder(): Promise<void> {
    await waitUntil(
      'the folder of the session to be removed',
      () => {
        try {
          rmSync(this.folder, { recursive: true, force: true });
          return true;
        } catch (error) {
          if (hasCode(error, 'ENOTEMPTY')) return false;
          throw error;
        }
      },
      Boolean,
      lookAgain,
    );
  }

  private async endProcesses(): Promise<void> {
    const processes = () => processesWithEnvironment(SESSION_VARIABLE, this.id);
    // Again, because one that was just starting may have started others meanwhile.
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const left = processes();
      if (left.length === 0) return;
      killProcesses(left);
      await waitForEnd(left);
    }
    const left = processes();
    if (left.length > 0)
      throw new Error(`The session starts processes without end: ${JSON.stringify(left, undefined, 1)}`);
  }

  private get startedParts() {
    if (this.parts === undefined) throw new Error('The desktop session has not started.');
    return this.parts;
  }

  private subfolder(name: string): string {
    const folder = path.join(this.folder, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  }

  private async startParts(): Promise<void> {
    const [, bus] = await Promise.all([this.startScreen(), this.startBus()]);
    const [tray, settings, notifications, loginManager] = await Promise.all([
      StatusNotifierWatcher.start(bus),
      SettingsPortal.start(bus, this.options.colorScheme),
      NotificationServer.start(bus),
      LoginManager.start(bus),
      this.options.keyring ? this.startKeyring(bus) : undefined,
      this.options.windowManager ? this.startWindowManager() : undefined,
    ]);
    this.parts = { bus, tray, settings, notifications, loginManager, clipboard: new Clipboard(this.env) };
  }

  private async startScreen(): Promise<void> {
    // `-r`: no key repeats by itself. A busy machine holds each one down for a while; `Keyboard.hold` repeats on purpose.
    const command = ['Xvfb', '-displayfd', '3', '-screen', '0', '1280x1000x24', '-nolisten', 'tcp', '-r'];
    const screen = startDaemon(command, this.env, ['ignore', 'ignore', 'ignore', 'pipe']);
    this.env['DISPLAY'] = `:${await firstLine(screen, 3)}`;
  }

  private async startBus(): Promise<Bus> {
    const configuration = path.join(this.folder, 'bus.conf');
    writeFileSync(configuration, busConfiguration(path.join(this.folder, 'bus')));
    const command = ['dbus-daemon', `--config-file=${configuration}`, '--nofork', '--print-address=1'];
    const address = await firstLine(startDaemon(command, this.env, ['ignore', 'pipe', 'ignore']), 1);
    this.env['DBUS_SESSION_BUS_ADDRESS'] = address;
    // What sleeps and wakes up is told on the system bus; here it is the same one.
    this.env['DBUS_SYSTEM_BUS_ADDRESS'] = address;
    return Bus.connect(address);
  }

  private async startKeyring(bus: Bus): Promise<void> {
    const changes = await bus.signals(
      'NameOwnerChanged',
      'CollectionCreated',
      'CollectionChanged',
      'PropertiesChanged',
    );
    const command = ['gnome-keyring-daemon', '--foreground', '--unlock', '--components=secrets'];
    const keyring = startDaemon(command, this.env, ['pipe', 'ignore', 'ignore']);
    keyring.stdin?.end('password');
    await waitUntil('the keyring', () => bus.hasOwner(SECRETS.destination), Boolean, changes);
    // Without a default collection the first secret would ask for a new keyring's password.
    const defaultCollection = async () => (await bus.call(SECRETS, 'ReadAlias', 's', ['default']))[0];
    await waitUntil('the default keyring', defaultCollection, (found) => found !== '/', changes);
  }

  private async startWindowManager(): Promise<void> {
    const ready = path.join(this.folder, 'window-manager-ready');
    const command = ['openbox', '--sm-disable', '--startup', `touch '${ready}'`];
    startDaemon(command, this.env, ['ignore', 'ignore', 'ignore']);
    await waitUntil('the window manager', () => existsSync(ready), Boolean, fileChanges(this.folder));
  }
}
