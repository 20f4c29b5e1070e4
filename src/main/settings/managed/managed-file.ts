import { posix, win32 } from 'node:path';
import { readBounded, type FoundFile } from '../../storage/bounded-file';

/** For tests and trials: the path of a file that is read where the system has none. */
export const managedSettingsVariable = 'TOKEN_TRAY_MANAGED_SETTINGS';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where an administrator lays down managed settings. Pure. */
export function systemFile(platform: NodeJS.Platform, env: Environment): string {
  switch (platform) {
    case 'win32':
      return win32.join(
        env['ProgramData'] ?? env['PROGRAMDATA'] ?? 'C:\\ProgramData',
        'Token Tray',
        'managed.json',
      );
    case 'darwin':
      return '/Library/Application Support/Token Tray/managed.json';
    default:
      return '/etc/token-tray/managed.json';
  }
}

/** What the variable names, as an absolute path; nothing where it is not set. */
export function trialFile(platform: NodeJS.Platform, env: Environment): string | undefined {
  const named = env[managedSettingsVariable];
  if (named === undefined || named === '') return undefined;
  return platform === 'win32' ? win32.resolve(named) : posix.resolve(named);
}

/** Bytes. */
export const largestFile = 1024 * 1024;

export type ReadFile = (path: string) => Promise<FoundFile>;

export const readFileFromDisk: ReadFile = (path) => readBounded(path, largestFile);
