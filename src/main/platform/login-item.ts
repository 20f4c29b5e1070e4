import type { App } from 'electron';
import { AutostartEntry } from './autostart-entry';

/** The operating system's list of what starts when a person signs in to it. */
export interface LoginItem {
  /** As the system has it, whoever has changed it last. @throws what the system throws */
  isOn(): Promise<boolean>;
  /** @throws what the system throws, and when it has not done what it was told */
  set(on: boolean): Promise<void>;
  /** Where it is on, but starts the program from where that was before, puts that right. @throws as `set` */
  refresh(): Promise<void>;
}

/** How to start a program. */
export interface Launch {
  readonly program: string;
  readonly args: readonly string[];
}

/** What the running program knows of its own start. */
export interface OwnStart {
  readonly execPath: string;
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly isPackaged: boolean;
  /** Folder or archive of the program, for an Electron that is not packaged with it. */
  readonly appPath: string;
}

/** Where the program does not run, or does not find its keyring, without one of these, it will not at login, either. */
const keptSwitch = /^--(no-sandbox|disable-gpu|password-store|ozone-platform|ozone-platform-hint)(=|$)/;

/** How the system has to start this program at login. */
export function launchAtLogin({ execPath, argv, env, isPackaged, appPath }: OwnStart): Launch {
  const { APPIMAGE: appImage, APPDIR: mountedOn } = env;
  // An AppImage runs from a folder that is gone when it ends. Programs started by another AppImage inherit its variables.
  const runsFromImage = isPackaged && mountedOn !== undefined && execPath.startsWith(`${mountedOn}/`);
  return {
    program: runsFromImage ? (appImage ?? execPath) : execPath,
    args: [...argv.filter((arg) => keptSwitch.test(arg)), ...(isPackaged ? [] : [appPath]), '--at-login'],
  };
}

type LoginItemApi = Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>;

/** The registry's `Run` key. https://www.electronjs.org/docs/latest/api/app#appsetloginitemsettingssettings-macos-windows */
export class WindowsLoginItem implements LoginItem {
  private readonly command: { path: string; args: string[] };

  /** @param name of the value in the registry; Electron looks for one called like the application user model id */
  constructor(
    private readonly app: LoginItemApi,
    private readonly name: string,
    { program, args }: Launch,
  ) {
    // Electron writes, and compares, both as they are: without quotation marks a path ends at its first space.
    // https://github.com/electron/electron/issues/53911
    this.command = { path: `"${program}"`, args: args.map((arg) => (arg.includes(' ') ? `"${arg}"` : arg)) };
  }

  isOn(): Promise<boolean> {
    const { launchItems } = this.app.getLoginItemSettings(this.command);
    // Not `enabled`: somebody has switched it off in the Task Manager or in Windows' settings.
    return Promise.resolve(launchItems.some(({ name, enabled }) => name === this.name && enabled));
  }

  async set(on: boolean): Promise<void> {
    this.app.setLoginItemSettings({ openAtLogin: on, name: this.name, ...this.command });
    if ((await this.isOn()) !== on) throw new Error('Windows has not changed what starts at login.');
  }

  async refresh(): Promise<void> {
    // `openAtLogin` says whether the command is the same to the letter.
    const isSame = this.app.getLoginItemSettings(this.command).openAtLogin;
    if (!isSame && (await this.isOn())) await this.set(true);
  }
}

/** System Settings → General → Login Items. The system finds the program wherever it is moved to. */
export class MacLoginItem implements LoginItem {
  constructor(private readonly app: LoginItemApi) {}

  isOn(): Promise<boolean> {
    return Promise.resolve(this.app.getLoginItemSettings().openAtLogin);
  }

  async set(on: boolean): Promise<void> {
    this.app.setLoginItemSettings({ openAtLogin: on });
    // It wants the person's approval after it was switched off in System Settings, and a signature always.
    if ((await this.isOn()) !== on) throw new Error('macOS has not changed what starts at login.');
  }

  refresh(): Promise<void> {
    return Promise.resolve();
  }
}

export interface LoginItemOptions {
  readonly app: LoginItemApi;
  readonly platform: NodeJS.Platform;
  readonly start: OwnStart;
  /** Of the program: `io.github.tokentray.TokenTray` */
  readonly appId: string;
  readonly appName: string;
  /** `$XDG_CONFIG_HOME` or what stands for it. */
  readonly configFolder: string;
}

export function loginItemFor({ app, platform, start, ...names }: LoginItemOptions): LoginItem {
  const launch = launchAtLogin(start);
  if (platform === 'win32') return new WindowsLoginItem(app, names.appId, launch);
  if (platform === 'darwin') return new MacLoginItem(app);
  return new AutostartEntry({ ...names, launch, isPackaged: start.isPackaged });
}
