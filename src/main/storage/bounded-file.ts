import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { hasCode } from './has-code';

/** What there is at a path. `bytes` are there for a file of a size that is read. */
export type FoundFile =
  | { readonly kind: 'missing' | 'no-file' | 'not-readable' | 'too-large' }
  /** `mode` as the system has it, with the permissions in its last nine bits. `stamp` changes with the file. */
  | { readonly kind: 'file'; readonly bytes: Uint8Array; readonly mode: number; readonly stamp?: string };

/** Reads a file of at most `largest` bytes. Asks one open file for everything, so that nobody can exchange it in between. */
export async function readBounded(path: string, largest: number): Promise<FoundFile> {
  try {
    // A pipe would wait for somebody to write into it; Windows has no such flag.
    const flags = constants.O_RDONLY | (process.platform === 'win32' ? 0 : constants.O_NONBLOCK);
    const file = await open(path, flags);
    try {
      const stats = await file.stat();
      if (!stats.isFile()) return { kind: 'no-file' };
      if (stats.size > largest) return { kind: 'too-large' };
      const stamp = `${stats.mtimeMs}-${stats.size}`;
      return { kind: 'file', bytes: await file.readFile(), mode: stats.mode, stamp };
    } finally {
      await file.close();
    }
  } catch (error) {
    return { kind: hasCode(error, 'ENOENT', 'ENOTDIR') ? 'missing' : 'not-readable' };
  }
}
