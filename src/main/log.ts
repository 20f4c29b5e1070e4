import electronLog from 'electron-log/node';
import { redact } from './identity/redact';
import type { Log } from './ports';

/** The program's log file. Whatever is written passes the redaction first, so that a slip elsewhere leaks nothing. */
export function createLog(file: string): Log {
  const logger = electronLog.create({ logId: 'main' });
  // Looked for in a package.json otherwise, which a bundle does not have beside it; without one nothing is written.
  logger.transports.file.setAppName('token-tray');
  logger.transports.file.resolvePathFn = () => file;
  logger.transports.file.maxSize = 1024 * 1024;
  logger.transports.console.level = false;
  return {
    info: (text) => logger.info(redact(text)),
    warn: (text) => logger.warn(redact(text)),
    error: (text) => logger.error(redact(text)),
  };
}
