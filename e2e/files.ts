import type { Dirent } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { hasCode } from '../src/main/storage/has-code';

/** Every file below a folder, with its bytes as they are. One that is gone before it is read has none. */
export async function filesBelow(folder: string): Promise<{ name: string; bytes: Buffer }[]> {
  const entries = await entriesBelow(folder);
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  return Promise.all(files.map(async (name) => ({ name, bytes: await readIfThere(name) })));
}

/** A folder may go while it is being walked; then it is walked again. */
async function entriesBelow(folder: string, tries = 5): Promise<Dirent[]> {
  try {
    return await readdir(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    if (tries > 1 && hasCode(error, 'ENOENT')) return entriesBelow(folder, tries - 1);
    throw error;
  }
}

/** Of a process that has ended, too: the system then knows its file no more, or nobody to ask. */
export async function readIfThere(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (hasCode(error, 'ENOENT', 'ESRCH')) return Buffer.alloc(0);
    throw error;
  }
}

/** In one byte a letter, and in the two that Chromium's databases may use. */
export const holds = (bytes: Buffer, text: string): boolean =>
  bytes.includes(text) || bytes.includes(Buffer.from(text, 'utf16le'));
