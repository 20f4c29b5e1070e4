import { setTimeout as delay } from 'node:timers/promises';
import { watch } from 'node:fs';

/** Calls back after each change of what is waited for, until the returned function is called. */
export type Changes = (changed: () => void) => () => void;

const DEADLINE_MS = 40_000;

/** For what tells nobody that it changed. */
export const lookAgain: Changes = (changed) => {
  const timer = setInterval(changed, 20);
  return () => clearInterval(timer);
};

/** Changes of a file, or of the files in a folder. */
export function fileChanges(fileOrFolder: string): Changes {
  return (changed) => {
    const watcher = watch(fileOrFolder, changed);
    return () => watcher.close();
  };
}

/**
 * Reads until the value is the wanted one, again after each change.
 * @param what for the message, "the tray menu"
 * @throws Error with the last value, after 40 s
 */
export async function waitUntil<T>(
  what: string,
  read: () => T | Promise<T>,
  isWanted: (value: T) => boolean,
  changes: Changes,
): Promise<T> {
  const giveUp = new AbortController();
  const deadline = delay(DEADLINE_MS, 'late', { signal: giveUp.signal }).catch(() => 'late');
  // Made before each look, so that a change during it is not missed.
  let wake: (outcome: string) => void = () => undefined;
  const unsubscribe = changes(() => wake('changed'));
  try {
    for (;;) {
      const change = new Promise<string>((resolve) => (wake = resolve));
      const value = await read();
      if (isWanted(value)) return value;
      if ((await Promise.race([change, deadline])) === 'late') {
        throw new Error(`Waited in vain for ${what}. Last seen: ${JSON.stringify(value, undefined, 1)}`);
      }
    }
  } finally {
    giveUp.abort();
    unsubscribe();
  }
}
