import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { quoteForPosix, quoteForPowerShell } from '../../../shared/snippets/quoting';

export interface StartFacts {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  readonly execPath: string;
  /** Of the program where it is not packaged. */
  readonly appPath: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The folders of PATH that have a file of this name which is this program. */
  readonly isOnPath: (name: string) => boolean;
}

/** What a person types to start the command line here, quoted for the shell that they are likely to use. Pure. */
export function startWords({ platform, isPackaged, execPath, appPath, env, isOnPath }: StartFacts): string {
  if (platform === 'win32') {
    // The script gives two hyphens, and waits for a program that has windows.
    const script = join(dirname(execPath), 'token-tray.cmd');
    if (isPackaged) return isOnPath('token-tray.cmd') ? 'token-tray' : `& ${quoteForPowerShell(script)}`;
    return `& ${quoteForPowerShell(execPath)} ${quoteForPowerShell(appPath)} --`;
  }
  if (!isPackaged) return `${plainOrQuoted(execPath)} ${plainOrQuoted(appPath)}`;
  const file = env['APPIMAGE'] ?? execPath;
  return isOnPath(basename(file)) ? basename(file) : plainOrQuoted(file);
}

const plainOrQuoted = (path: string): string => (/^[\w./@%+-]+$/.test(path) ? path : quoteForPosix(path));

/** Whether PATH finds this very file by its name. @param realPath as the file system has it; throws where there is none */
export function onPath(
  name: string,
  file: string,
  path: string | undefined,
  realPath: (file: string) => string,
): boolean {
  const real = (each: string): string | undefined => {
    try {
      return realPath(each);
    } catch {
      return undefined;
    }
  };
  const found = (path ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => real(resolve(folder, name)))
    .find((each) => each !== undefined);
  return found !== undefined && found === real(file);
}
