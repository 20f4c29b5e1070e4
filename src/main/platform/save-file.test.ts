import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SaveDialogOptions } from 'electron';
import { expect, it, onTestFinished } from 'vitest';
import type { SystemDialogs } from './file-dialogs';
import { saveFileWithToken } from './save-file';

const file = { suggestedName: 'a/b: "c"\n.json', text: '{"token":"x"}', tokenExpiresOn: Date.now() + 60_000 };

async function place(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'token-tray-save-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'environment.json');
}

/** The system's dialog, which answers with this path. */
function dialog(path: string): { asked: SaveDialogOptions[]; save: SystemDialogs['save'] } {
  const asked: SaveDialogOptions[] = [];
  const save: SystemDialogs['save'] = (options) => {
    asked.push(options);
    return Promise.resolve({ canceled: path === '', filePath: path });
  };
  return { asked, save };
}

it.runIf(process.platform !== 'win32')(
  'is for its owner alone, also where a file was there that others could read',
  async () => {
    const path = await place();
    await writeFile(path, 'before, and longer than what comes after it', { mode: 0o644 });
    const system = dialog(path);
    expect(await saveFileWithToken(system, file)).toBe('saved');
    expect(await readFile(path, 'utf8')).toBe(file.text);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(system.asked[0]?.title).toContain('holds the token in clear');
    expect(system.asked[0]?.defaultPath).toBe('a-b- -c-.json');
  },
);

it('is not written where nobody says where', async () => {
  expect(await saveFileWithToken(dialog(''), file)).toBe('cancelled');
});
