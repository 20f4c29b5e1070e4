import { describe, expect, it } from 'vitest';
import { ownCommand } from './own-command';
import type { OwnStart } from './platform/login-item';

const packaged = (execPath: string, env: OwnStart['env'] = {}): OwnStart => ({
  execPath,
  env,
  argv: [execPath],
  isPackaged: true,
  appPath: '/unused',
});

describe('the command that starts this installation', () => {
  it.each([
    ['the Debian package', packaged('/opt/Token Tray/token-tray'), 'linux', 'token-tray'],
    [
      'an AppImage',
      packaged('/tmp/.mount_x/token-tray', {
        APPIMAGE: '/home/zoë/Token Tray.AppImage',
        APPDIR: '/tmp/.mount_x',
      }),
      'linux',
      "'/home/zoë/Token Tray.AppImage'",
    ],
    [
      'one that another AppImage has started',
      packaged('/usr/local/token-tray', { APPIMAGE: '/other.AppImage', APPDIR: '/tmp/.mount_y' }),
      'linux',
      '/usr/local/token-tray',
    ],
    [
      'macOS',
      packaged('/Applications/Token Tray.app/Contents/MacOS/Token Tray'),
      'darwin',
      "'/Applications/Token Tray.app/Contents/MacOS/Token Tray'",
    ],
    [
      'Windows',
      packaged("C:\\Users\\O'Neil\\Token Tray\\Token Tray.exe"),
      'win32',
      "& 'C:\\Users\\O''Neil\\Token Tray\\token-tray.cmd'",
    ],
    [
      'a folder of sources',
      { ...packaged('/electron'), isPackaged: false, appPath: '/home/a b' },
      'linux',
      "/electron '/home/a b'",
    ],
  ] as const)('is right for %s', (_what, start, platform, command) => {
    expect(ownCommand(start, platform)).toBe(command);
  });
});
