import { copyFile, readFile, rename } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { Now } from '../ports';

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** The text of a file, or nothing where there is none. Other errors (no permission, …) are thrown. */
export async function readTextIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Copies a file, unless it is not there. */
export async function copyIfThere(from: string, to: string): Promise<void> {
  try {
    await copyFile(from, to);
  } catch (error) {
    if (!isMissing(error)) throw error;
  }
}

/**
 * Renames `presets.json` to `presets.damaged-2026-11-22T15-53-00-000Z.json`, so that nothing is lost and the next
 * write starts clean. Returns the new file name.
 */
export async function setAside(path: string, now: Now): Promise<string> {
  const extension = extname(path);
  const stamp = new Date(now()).toISOString().replace(/[:.]/g, '-');
  const name = `${basename(path, extension)}.damaged-${stamp}${extension}`;
  await rename(path, join(dirname(path), name));
  return name;
}
