import type {
  BaseWindow,
  Dialog,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron';
import { writeFile } from 'node:fs/promises';
import { t } from '../../shared/messages';

/** Electron's dialogs, over the window that has the focus. */
export interface SystemDialogs {
  readonly open: (options: OpenDialogOptions) => Promise<OpenDialogReturnValue>;
  readonly save: (options: SaveDialogOptions) => Promise<SaveDialogReturnValue>;
}

export const dialogsOver = (
  dialog: Pick<Dialog, 'showOpenDialog' | 'showSaveDialog'>,
  windows: Pick<typeof BaseWindow, 'getFocusedWindow'>,
): SystemDialogs => ({
  open: (options) => {
    const over = windows.getFocusedWindow();
    return over === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(over, options);
  },
  save: (options) => {
    const over = windows.getFocusedWindow();
    return over === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(over, options);
  },
});

/** Asks the person for files, and writes what they save. */
export const fileDialogs = ({ open, save }: SystemDialogs) => ({
  openFile: async (title: string): Promise<string | undefined> => {
    const { filePaths } = await open({
      title,
      filters: [
        { name: t('import.filter'), extensions: ['json', 'jsonc', 'http', 'rest', 'code-workspace'] },
        { name: t('import.filter.all'), extensions: ['*'] },
      ],
      properties: ['openFile'],
    });
    return filePaths[0];
  },
  saveFile: async (title: string, name: string): Promise<string | undefined> => {
    const filters = [{ name: 'JSON', extensions: ['json'] }];
    const { canceled, filePath } = await save({ title, defaultPath: name, filters });
    return canceled || filePath === '' ? undefined : filePath;
  },
  write: (path: string, text: string): Promise<void> => writeFile(path, text),
});
