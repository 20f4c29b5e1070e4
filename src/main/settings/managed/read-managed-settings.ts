import { t } from '../../../shared/messages';
import type { ManagedSettings } from '../../../shared/managed-settings';
import type { Wrong } from '../../json-file/problem';
import type { FoundFile } from '../../storage/bounded-file';
import { systemFile, trialFile, type ReadFile } from './managed-file';

export interface WrongManagedSettings extends Wrong {
  readonly kind: 'wrong';
  readonly file: string;
}

export type ManagedSettingsResult =
  | { readonly kind: 'none' }
  | { readonly kind: 'ok'; readonly file: string; readonly settings: ManagedSettings }
  | WrongManagedSettings;

/** Written to by users other than its owner: Windows says it in another way, and is not asked. */
const othersMayWrite = 0o022;

/**
 * What the organisation has laid down. A system file, right or wrong, makes the variable count for nothing. A wrong file
 * is refused whole. Never throws.
 */
export async function readManagedSettings(
  readFile: ReadFile,
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): Promise<ManagedSettingsResult> {
  const file = systemFile(platform, env);
  const found = await readFile(file);
  if (found.kind === 'file' && platform !== 'win32' && (found.mode & othersMayWrite) !== 0)
    return { kind: 'wrong', file, reason: t('managed.wrong.writable') };
  if (found.kind !== 'missing') return parsed(file, found);
  const trial = trialFile(platform, env);
  return trial === undefined ? { kind: 'none' } : parsed(trial, await readFile(trial));
}

async function parsed(file: string, found: FoundFile): Promise<ManagedSettingsResult> {
  if (found.kind !== 'file')
    return { kind: 'wrong', file, reason: t(`managed.wrong.${reasons[found.kind]}`) };
  // Most computers have no such file, and their start does not pay for its reader.
  const { parseManagedSettings } = await import('./parse-managed-settings');
  const result = parseManagedSettings(found.bytes);
  return result.kind === 'ok' ? { file, ...result } : { kind: 'wrong', file, ...result.problem };
}

const reasons = {
  missing: 'not-there',
  'no-file': 'no-file',
  'not-readable': 'not-readable',
  'too-large': 'too-large',
} as const satisfies Record<Exclude<FoundFile['kind'], 'file'>, string>;
