import { mkdtempSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onPath, startWords, type StartFacts } from './start-words';

const facts = (change: Partial<StartFacts>): StartFacts => ({
  platform: 'linux',
  isPackaged: true,
  execPath: '/opt/Token Tray/token-tray',
  appPath: '/opt/Token Tray/resources/app.asar',
  env: {},
  isOnPath: () => false,
  ...change,
});

describe('what starts the command line', () => {
  it.each([
    ['a package that is on the path', { isOnPath: (): boolean => true }, 'token-tray'],
    ['a package that is not', {}, "'/opt/Token Tray/token-tray'"],
    ['an AppImage', { env: { APPIMAGE: '/home/zoe/Token-Tray.AppImage' } }, '/home/zoe/Token-Tray.AppImage'],
    [
      'a folder',
      { isPackaged: false, execPath: '/usr/bin/electron', appPath: '/src/tt' },
      '/usr/bin/electron /src/tt',
    ],
    [
      'a folder with a quote',
      { isPackaged: false, execPath: '/usr/bin/electron', appPath: "/src/it's" },
      "/usr/bin/electron '/src/it'\\''s'",
    ],
    [
      'Windows',
      { platform: 'win32' as const, execPath: "/Apps/O'Neil/Token Tray.exe" },
      "& '/Apps/O''Neil/token-tray.cmd'",
    ],
    ['Windows, on the path', { platform: 'win32' as const, isOnPath: (): boolean => true }, 'token-tray'],
  ])('is right for %s', (_what, change, words) => {
    expect(startWords(facts(change))).toBe(words);
  });

  it('is on the path only if the first of its name is this very file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'token-tray-path-'));
    const file = join(folder, 'program');
    writeFileSync(file, '');
    symlinkSync(file, join(folder, 'token-tray'));
    expect(onPath('token-tray', file, `/nowhere:${folder}`, realpathSync)).toBe(true);
    expect(onPath('token-tray', '/bin/sh', folder, realpathSync)).toBe(false);
    expect(onPath('missing', file, folder, realpathSync)).toBe(false);
    expect(onPath('token-tray', file, undefined, realpathSync)).toBe(false);
  });
});
