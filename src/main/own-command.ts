import { quoteForPosix, quoteForPowerShell } from '../shared/snippets/quoting';
import type { OwnStart } from './platform/login-item';

/** What packages call the program on the path. */
const packagedName = 'token-tray';

/** What a person types in a terminal to start this installation, quoted as the shells of their system need it. */
export function ownCommand(
  { execPath, env, isPackaged, appPath }: OwnStart,
  platform: NodeJS.Platform,
): string {
  // A batch file beside it: PowerShell and cmd.exe wait for that one.
  if (platform === 'win32' && isPackaged)
    return `& ${quoteForPowerShell(execPath.replace(/[^\\/]*$/, `${packagedName}.cmd`))}`;
  const { APPIMAGE: appImage, APPDIR: mountedOn } = env;
  if (appImage !== undefined && mountedOn !== undefined && execPath.startsWith(`${mountedOn}/`))
    return quoted(appImage);
  // The Debian package puts a link to it on the path.
  if (isPackaged && platform === 'linux' && execPath.startsWith('/opt/')) return packagedName;
  return isPackaged ? quoted(execPath) : `${quoted(execPath)} ${quoted(appPath)}`;
}

const quoted = (path: string): string => (/^[\w./-]+$/.test(path) ? path : quoteForPosix(path));
