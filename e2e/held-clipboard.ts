import type { Program } from './desktop/program';

/**
 * Makes the clipboard as it is while another program holds it: writing and clearing do nothing, and say nothing. X11
 * knows no such thing, so the program's own end of it is put out of action. Returns what lets go, and says how often it
 * was tried.
 */
export async function holdClipboard({ app }: Program): Promise<() => Promise<number>> {
  await app.evaluate(({ clipboard }) => {
    const methods = ['write', 'writeText', 'clear'].map((name) => ({
      name,
      method: Reflect.get(clipboard, name) as unknown,
    }));
    let tries = 0;
    const write = (): Promise<void> => {
      tries += 1;
      return Promise.resolve();
    };
    for (const { name } of methods) Reflect.set(clipboard, name, write);
    const letGo = (): number => {
      for (const { name, method } of methods) Reflect.set(clipboard, name, method);
      return tries;
    };
    Object.assign(globalThis, { letGo });
  });
  // Put there above; no type knows of it.
  return () => app.evaluate(() => (globalThis as unknown as { letGo: () => number }).letGo());
}
