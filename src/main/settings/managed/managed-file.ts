import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

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

/** What there is at a path. `bytes` are there for a file of a size that is read. */
export type FoundFile =
  | { readonly kind: 'missing' | 'no-file' | 'not-readable' | 'too-large' }
  /** `mode` as the system has it, with the permissions in its last nine bits. */
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly mode: number };

export type ReadFile = (path: string) => Promise<FoundFile>;

/** Asks one open file for everything, so that nobody can exchange it in between. */
export const readFileFromDisk: ReadFile = async (path) => {
  try {
    // A pipe would wait for somebody to write into it; Windows has no such flag.
    const flags = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);
    const file = await open(path, flags);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return { kind: 'no-file' };
      if (stats.size > largestFile) return { kind: 'too-large' };
      return { kind: 'file', bytes: await file.readFile(), mode: stats.mode };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { kind: isNotThere(error) ? 'missing' : 'not-readable' };
  }
};

const isNotThere = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
