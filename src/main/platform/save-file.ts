import type { Dialog } from 'electron';
import { open } from 'node:fs/promises';
import { t } from '../../shared/messages';
import type { FileToSave } from '../preset-copies';

// Times are written the way the person's system writes them.
const timeOfDay = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });

/** Asks where, and saves there. @throws what the file system throws */
export async function saveFileWithToken(
  dialog: Pick<Dialog, 'showSaveDialog'>,
  { suggestedName, text, tokenExpiresOn }: FileToSave,
): Promise<'saved' | 'cancelled'> {
  const words = t('save-snippet.dialog', { time: timeOfDay.format(tokenExpiresOn) });
  const { canceled, filePath } = await dialog.showSaveDialog({
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

/** Only its owner may read it, also where the file was there already. @throws what the file system throws */
export async function writePrivate(path: string, content: string | Buffer): Promise<void> {
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
