import { spawn } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { constants as systemConstants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** What is run instead of this program. */
export interface RealAz {
  readonly program: string;
  readonly args: readonly string[];
}

/** A script longer than this, in bytes, is none that only calls Token Tray. */
const longestAlias = 4096;

/** Hands everything over to the Azure CLI, terminal and all, and resolves with its exit code. */
export async function runRealAz(argv: readonly string[], execPath: string): Promise<number> {
  const az = findRealAz(process.env['PATH'] ?? '', process.platform, execPath);
  if (az === undefined) {
    process.stderr.write(
      'ERROR: Token Tray answers account get-access-token, account show and account list. For all else install the Azure CLI: https://aka.ms/installazurecli\n',
    );
    return 1;
  }
  const child = spawn(az.program, [...az.args, ...argv], { stdio: 'inherit' });
  // It hears of Ctrl+C itself; this process stays for its exit code.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      process.stderr.write(`ERROR: ${error.message}\n`);
      resolve(1);
    });
    child.once('exit', (code, signal) =>
      resolve(signal === null ? (code ?? 1) : 128 + systemConstants.signals[signal]),
    );
  });
}

/** The first az on the path that is not this program under another name. */
export function findRealAz(
  searched: string,
  platform: NodeJS.Platform,
  execPath: string,
): RealAz | undefined {
  for (const folder of searched.split(delimiter).filter((each) => each !== '')) {
    const found = platform === 'win32' ? onWindows(folder) : elsewhere(join(folder, 'az'), execPath);
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * Its az.cmd only starts the Python beside it. A batch file would need a shell, and that would take what stands in the
 * arguments for commands of its own: https://flatt.tech/research/posts/batbadbut-you-cant-securely-execute-commands-on-windows
 */
function onWindows(folder: string): RealAz | undefined {
  const python = join(dirname(folder), 'python.exe');
  return existsSync(join(folder, 'az.cmd')) && existsSync(python)
    ? { program: python, args: ['-IBm', 'azure.cli'] }
    : undefined;
}

function elsewhere(file: string, execPath: string): RealAz | undefined {
  try {
    accessSync(file, constants.X_OK);
    if (!statSync(file).isFile() || realpathSync(file) === realpathSync(execPath)) return undefined;
    return isAlias(file) ? undefined : { program: file, args: [] };
  } catch {
    return undefined;
  }
}

/** A script in whose few lines Token Tray is called would come back here for ever. */
const isAlias = (file: string): boolean =>
  statSync(file).size <= longestAlias && /token-tray/i.test(readFileSync(file, 'latin1'));
