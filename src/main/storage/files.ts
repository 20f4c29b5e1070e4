import { copyFile, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Now } from '../ports';
import { hasCode } from './has-code';

/** The text of a file, or nothing where there is none. Other errors (no permission, …) are thrown. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

/** Copies a file, unless it is not there. The copy is whole or not there at all, whenever the program is killed. */
export async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, `${to}.new`);
    await rename(`${to}.new`, to);
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
}

/**
 * Renames `presets.json` to `presets.damaged-2026-11-22T15-53-00-000Z.json`, so that nothing is lost and the next
 * write starts clean. Returns the new file name.
 */
export async function setAside(path: string, now: Now): Promise<string> {
  const name = damagedName(path, now);
  await rename(path, join(dirname(path), name));
  return name;
}

/**
 * Keeps a damaged file under the name that `setAside` gives, and puts `text` in its place. The file is there at every
 * moment, so that a kill in between loses nothing. Returns the new file name.
 */
export async function replaceDamaged(path: string, text: string, now: Now): Promise<string> {
  const name = damagedName(path, now);
  await copyFile(path, join(dirname(path), name));
  const written = `${path}.new`;
  await writeFile(written, text);
  await rename(written, path);
  return name;
}

function damagedName(path: string, now: Now): string {
  const extension = extname(path);
  const stamp = new Date(now()).toISOString().replace(/[:.]/g, '-');
  return `${basename(path, extension)}.damaged-${stamp}${extension}`;
}
