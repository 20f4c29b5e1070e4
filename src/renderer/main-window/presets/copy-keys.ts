import type { CopyFormat } from '../../../shared/copy-format';

/** The two formats that have a key of their own in a row. */
export interface CopyKeys {
  /** Enter */
  readonly plain: CopyFormat;
  /** Ctrl or Cmd with Enter: curl, or the token where curl is what Enter copies. */
  readonly command: CopyFormat;
}

export const copyKeys = (defaultFormat: CopyFormat): CopyKeys => ({
  plain: defaultFormat,
  command: defaultFormat === 'curl' ? 'token' : 'curl',
});

/** The keys that copy a format, as a menu shows them, where it has some. */
export function copyKeyWords(
  format: CopyFormat,
  { plain, command }: CopyKeys,
  platform: string,
): string | null {
  if (format === plain) return '↵';
  if (format === command) return platform === 'darwin' ? '⌘ ↵' : 'Ctrl+↵';
  return null;
}
