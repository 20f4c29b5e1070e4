import { t } from '../../shared/messages';

export const isMac = window.tokenTray.platform === 'darwin';

/** A key held with the one that gives commands: `Ctrl+1`, `⌘1`. */
export const withCommand = (key: string): string =>
  isMac ? t('palette.key.with-command', { key }) : t('palette.key.with-control', { key });

/** A key held with the one for other choices: `Alt+↵`, `⌥↵`. */
export const withAlt = (key: string): string =>
  isMac ? t('palette.key.with-option', { key }) : t('palette.key.with-alt', { key });
