import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { t } from '../../shared/messages';
import type { FileToSave } from '../preset-copies';
import type { SystemDialogs } from './file-dialogs';

// Times are written the way the person's system writes them.
const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** Asks where, and saves there. @throws what the file system throws */
export async function saveFileWithToken(
  { save }: Pick<SystemDialogs, 'save'>,
  { suggestedName, text, tokenExpiresOn }: FileToSave,
): Promise<'saved' | 'cancelled'> {
  const words = t('save-snippet.dialog', { time: timeOfDay.format(tokenExpiresOn) });
  const { canceled, filePath } = await save({
    title: words,
    // macOS shows no title.
    message: words,
    defaultPath: fileName(suggestedName),
    filters: [{ name: 'JSON', extensions: ['json'] }],
  });
  if (canceled || filePath === '') return 'cancelled';
  await writePrivate(filePath, text);
  return 'saved';
}

/** Asks where, beginning in a folder, and saves there. False: nowhere. @throws what the file system throws */
export async function savePrivately(
  { save }: Pick<SystemDialogs, 'save'>,
  folder: string,
  name: string,
  bytes: Buffer,
): Promise<boolean> {
  const { canceled, filePath } = await save({ defaultPath: join(folder, name) });
  if (canceled || filePath === '') return false;
  await writePrivate(filePath, bytes);
  return true;
}

/** Only its owner may read it, also where the file was there already. @throws what the file system throws */
async function writePrivate(path: string, content: string | Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.chmod(0o600);
    await file.writeFile(content);
  } finally {
    await file.close();
  }
}

/** What no file system takes: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const fileName = (name: string): string => name.replace(/[<>:"/\\|?*\p{Cc}]+/gu, '-').slice(-120);
