import type { CopyFormat } from './copy-format';
import {
  commandFormat,
  fittingFormat,
  isOffered,
  type FormatFacts,
  type FormatOffer,
} from './offered-formats';

/** The two formats of a preset that have a key of their own. */
export interface CopyKeys {
  /** Enter */
  readonly plain: CopyFormat;
  /** Ctrl or Cmd with Enter: curl or what takes its place, or the token where Enter copies that one. */
  readonly command: CopyFormat | undefined;
}

export function copyKeys(defaultFormat: CopyFormat, offer: FormatOffer, facts: FormatFacts): CopyKeys {
  const plain = fittingFormat(defaultFormat, offer, facts);
  const others = [commandFormat(offer, facts), 'token' as const];
  const command = others.find(
    (format) => format !== undefined && format !== plain && isOffered(format, offer, facts),
  );
  return { plain, command };
}

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
