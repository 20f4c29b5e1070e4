import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Where the running program can be talked to, and the key that shows that whoever does may read this person's files: a
 * file for its owner alone. It is what keeps others out on Windows, where Node's pipes let everybody read.
 */
export interface Rendezvous {
  readonly version: 1;
  /** Of a Unix socket, or the name of a pipe. */
  readonly path: string;
  readonly key: string;
}

export const rendezvousFile = (userData: string): string => join(userData, 'command-line.json');

/** Undefined: there is none, or it makes no sense. Loaded by the command line itself, so that it does without zod. */
export async function readRendezvous(userData: string): Promise<Rendezvous | undefined> {
  try {
    return parse(JSON.parse(await readFile(rendezvousFile(userData), 'utf8')));
  } catch {
    return undefined;
  }
}

function parse(value: unknown): Rendezvous | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { version, path, key } = value as Partial<Record<keyof Rendezvous, unknown>>;
  return version === 1 && typeof path === 'string' && typeof key === 'string'
    ? { version, path, key }
    : undefined;
}
