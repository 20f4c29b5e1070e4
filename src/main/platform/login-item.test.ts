import type { LoginItemSettings, LoginItemSettingsOptions, Settings } from 'electron';
import { describe, expect, it } from 'vitest';
import { AutostartEntry } from './autostart-entry';
import { launchAtLogin, loginItemFor, MacLoginItem, WindowsLoginItem, type OwnStart } from './login-item';

const name = 'io.github.tokentray.TokenTray';
const program = 'C:\\Users\\Zoë N\\AppData\\Local\\Programs\\Token Tray\\Token Tray.exe';
const launch = { program, args: ['--at-login'] };

/** The registry as Electron's `shell/browser/browser_win.cc` reads and writes it. */
class FakeWindows {
  readonly run = new Map<string, string>();
  /** What the Task Manager notes beside it. */
  readonly switchedOff = new Set<string>();
  locked = false;

  setLoginItemSettings({ openAtLogin = false, path = '', args = [], name: value = name }: Settings): void {
    if (this.locked) return;
    this.switchedOff.delete(value);
    if (openAtLogin) this.run.set(value, [path, ...args].join(' '));
    else this.run.delete(value);
  }

  getLoginItemSettings({ path = '', args = [] }: LoginItemSettingsOptions = {}): LoginItemSettings {
    // As `CommandLine::FromString` takes the program of a command line.
    const programOf = (line: string): string =>
      /^"([^"]*)"|^\S+/.exec(line)?.slice(0, 2).reverse().find(Boolean) ?? '';
    const launchItems = [...this.run]
      .filter(([, line]) => programOf(line).toLowerCase() === programOf(path).toLowerCase())
      .map(([value, line]) => ({
        name: value,
        path: programOf(line),
        args: line.split(' ').slice(1),
        scope: 'user' as const,
        enabled: !this.switchedOff.has(value),
      }));
    return {
      openAtLogin: this.run.get(name) === [path, ...args].join(' '),
      wasOpenedAtLogin: false,
      status: 'not-found',
      executableWillLaunchAtLogin: launchItems.some(({ enabled }) => enabled),
      launchItems,
    };
  }
}

describe('start at login on Windows', () => {
  it('is a command line in quotation marks, and is found again', async () => {
    const windows = new FakeWindows();
    const item = new WindowsLoginItem(windows, name, launch);
    expect(await item.isOn()).toBe(false);
    await item.set(true);
    expect([...windows.run]).toEqual([[name, `"${program}" --at-login`]]);
    expect(await item.isOn()).toBe(true);
    await item.set(false);
    expect(windows.run.size).toBe(0);
    expect(await item.isOn()).toBe(false);
  });

  it('has a folder with spaces in quotation marks, too', async () => {
    const windows = new FakeWindows();
    const args = ['C:\\My Sources\\token-tray', '--at-login'];
    await new WindowsLoginItem(windows, name, { program, args }).set(true);
    expect(windows.run.get(name)).toBe(`"${program}" "C:\\My Sources\\token-tray" --at-login`);
  });

  it('is off when the Task Manager has switched it off, and on again when it is switched on here', async () => {
    const windows = new FakeWindows();
    const item = new WindowsLoginItem(windows, name, launch);
    await item.set(true);
    windows.switchedOff.add(name);
    expect(await item.isOn()).toBe(false);
    await item.refresh();
    expect(await item.isOn()).toBe(false);
    await item.set(true);
    expect(await item.isOn()).toBe(true);
  });

  it('does not take an entry of somebody else for its own', async () => {
    const windows = new FakeWindows();
    windows.run.set('by hand', `"${program}"`);
    windows.run.set('other', 'C:\\Users\\Zoë N\\other.exe');
    expect(await new WindowsLoginItem(windows, name, launch).isOn()).toBe(false);
  });

  it('says when Windows has not done it', async () => {
    const windows = new FakeWindows();
    const item = new WindowsLoginItem(windows, name, launch);
    windows.locked = true;
    await expect(item.set(true)).rejects.toThrow();
    windows.locked = false;
    await item.set(true);
    windows.locked = true;
    await expect(item.set(false)).rejects.toThrow();
  });

  it('has its arguments put right when they were other ones', async () => {
    const windows = new FakeWindows();
    windows.run.set(name, `"${program}" --hidden`);
    await new WindowsLoginItem(windows, name, launch).refresh();
    expect(windows.run.get(name)).toBe(`"${program}" --at-login`);
    windows.run.clear();
    await new WindowsLoginItem(windows, name, launch).refresh();
    expect(windows.run.size).toBe(0);
  });
});

describe('start at login on macOS', () => {
  const mac = (approved: boolean) => ({
    openAtLogin: false,
    setLoginItemSettings(settings: Settings): void {
      this.openAtLogin = approved && settings.openAtLogin === true;
    },
    getLoginItemSettings(): LoginItemSettings {
      const { openAtLogin } = this;
      const status = openAtLogin ? 'enabled' : approved ? 'not-registered' : 'requires-approval';
      return {
        openAtLogin,
        status,
        wasOpenedAtLogin: false,
        executableWillLaunchAtLogin: false,
        launchItems: [],
      };
    },
  });

  it('is what the system says', async () => {
    const item = new MacLoginItem(mac(true));
    expect(await item.isOn()).toBe(false);
    await item.set(true);
    expect(await item.isOn()).toBe(true);
    await item.refresh();
    await item.set(false);
    expect(await item.isOn()).toBe(false);
  });

  it('says when the system waits for an approval', async () => {
    const item = new MacLoginItem(mac(false));
    await expect(item.set(true)).rejects.toThrow();
    expect(await item.isOn()).toBe(false);
    await item.set(false);
  });
});

describe('what is started at login', () => {
  const start = (change: Partial<OwnStart>): OwnStart => ({
    execPath: '/opt/Token Tray/token-tray',
    argv: ['/opt/Token Tray/token-tray'],
    env: {},
    isPackaged: true,
    appPath: '/opt/Token Tray/resources/app.asar',
    ...change,
  });

  it('is the installed program', () => {
    expect(launchAtLogin(start({}))).toEqual({
      program: '/opt/Token Tray/token-tray',
      args: ['--at-login'],
    });
  });

  it('is the AppImage, not the folder that it is mounted on while it runs', () => {
    const env = { APPIMAGE: '/home/zoe/Token Tray.AppImage', APPDIR: '/tmp/.mount_TokenXy' };
    const execPath = '/tmp/.mount_TokenXy/token-tray';
    expect(launchAtLogin(start({ env, execPath })).program).toBe('/home/zoe/Token Tray.AppImage');
  });

  it('is not the AppImage of the terminal that it was started from', () => {
    const env = { APPIMAGE: '/home/zoe/Terminal.AppImage', APPDIR: '/tmp/.mount_TermiXy' };
    expect(launchAtLogin(start({ env })).program).toBe('/opt/Token Tray/token-tray');
    const sources = start({ env, isPackaged: false, execPath: '/tmp/.mount_TermiXy/electron' });
    expect(launchAtLogin(sources).program).toBe('/tmp/.mount_TermiXy/electron');
  });

  it('is Electron with the folder of the sources where it is not packaged', () => {
    const sources = start({ execPath: '/checkout/electron', isPackaged: false, appPath: '/my checkout' });
    expect(launchAtLogin(sources)).toEqual({
      program: '/checkout/electron',
      args: ['/my checkout', '--at-login'],
    });
  });

  it('keeps the switches without which it would not run, and no others', () => {
    const argv = [
      'token-tray',
      '--no-sandbox',
      '--password-store=kwallet6',
      '--ozone-platform=wayland',
      '--inspect=0',
      '--remote-debugging-port=0',
      '--palette',
      '--at-login',
      '--no-sandbox-and-more',
      'file',
    ];
    expect(launchAtLogin(start({ argv })).args).toEqual([
      '--no-sandbox',
      '--password-store=kwallet6',
      '--ozone-platform=wayland',
      '--at-login',
    ]);
  });
});

it('is the login item of the system', () => {
  const make = (platform: NodeJS.Platform) =>
    loginItemFor({
      app: new FakeWindows(),
      platform,
      start: { execPath: '/x', argv: [], env: {}, isPackaged: true, appPath: '/x' },
      appId: name,
      appName: 'Token Tray',
      configFolder: '/nowhere',
    });
  expect(make('win32')).toBeInstanceOf(WindowsLoginItem);
  expect(make('darwin')).toBeInstanceOf(MacLoginItem);
  expect(make('linux')).toBeInstanceOf(AutostartEntry);
});
