import type { Program } from './desktop/program';

/**
 * Makes the clipboard as it is while another program holds it: writing does nothing, and says nothing. X11 knows no such
 * thing, so the program's own end of it is put out of action. Returns what lets go.
 */
export async function holdClipboard({ app }: Program): Promise<() => Promise<void>> {
  await app.evaluate(({ clipboard }) => {
    const methods = ['write', 'writeText'].map((name) => ({
      name,
      method: Reflect.get(clipboard, name) as unknown,
    }));
    for (const { name } of methods) Reflect.set(clipboard, name, () => Promise.resolve());
    const letGo = (): void => {
      for (const { name, method } of methods) Reflect.set(clipboard, name, method);
    };
    Object.assign(globalThis, { letGo });
  });
  return () => app.evaluate(() => (globalThis as unknown as { letGo: () => void }).letGo());
}
