import { redact } from './identity/redact';
import type { Log } from './ports';

type Level = 'info' | 'warn' | 'error';

/**
 * The program's log file. Whatever is written passes the redaction first, so that a slip elsewhere leaks nothing. The
 * library is loaded with the first line, which on a good day never comes.
 */
export function createLog(file: string): Log {
  let opening: ReturnType<typeof open> | undefined;
  const write = (level: Level, text: string): void => {
    opening ??= open(file);
    void opening.then((logger) => logger[level](redact(text)));
  };
  return {
    info: (text) => write('info', text),
    warn: (text) => write('warn', text),
    error: (text) => write('error', text),
  };
}

async function open(file: string): Promise<Record<Level, (text: string) => void>> {
  const { default: electronLog } = await import('electron-log/node');
  const logger = electronLog.create({ logId: 'main' });
  // Looked for in a package.json otherwise, which a bundle does not have beside it; without one nothing is written.
  logger.transports.file.setAppName('token-tray');
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = 1024 * 1024;
  logger.transports.console.level = false;
  return logger;
}
