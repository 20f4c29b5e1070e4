import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CommandOutcome } from '../../shared/ipc';

const done: CommandOutcome = { outcome: 'done' };

/** The page's world, in which main answers a copy with `answer`. */
async function page(answer: () => Promise<CommandOutcome>) {
  const commands: [string, unknown][] = [];
  const run = (name: string, args: unknown): Promise<CommandOutcome> => {
    commands.push([name, args]);
    return name.startsWith('copy') ? answer() : Promise.resolve(done);
  };
  vi.stubGlobal('window', { tokenTray: { run } });
  let heard: () => void = () => undefined;
  const document = {
    visibilityState: 'visible',
    addEventListener: (_name: string, listener: () => void) => (heard = listener),
  };
  const turn = (visibilityState: 'hidden' | 'visible'): void => {
    document.visibilityState = visibilityState;
    heard();
  };
  vi.stubGlobal('document', document);
  vi.stubGlobal('requestAnimationFrame', (paint: () => void) => setTimeout(paint, 16));
  vi.resetModules();
  const { copyAndClose } = await import('./copy-and-close');
  return { commands, names: () => commands.map(([name]) => name), copyAndClose, turn };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a copy from the palette', () => {
  it('gives the command of its format', async () => {
    const { commands, copyAndClose } = await page(() => Promise.resolve(done));
    await copyAndClose('graph', 'default');
    await copyAndClose('graph', 'token');
    await copyAndClose('graph', 'powershell');
    expect(commands.filter(([name]) => name.startsWith('copy'))).toEqual([
      ['copyInDefaultFormat', { presetId: 'graph' }],
      ['copyToken', { presetId: 'graph' }],
      ['copySnippet', { presetId: 'graph', format: 'powershell' }],
    ]);
  });

  it('closes the palette when it is done, and not before', async () => {
    let finish: (outcome: CommandOutcome) => void = () => undefined;
    const { names, copyAndClose } = await page(() => new Promise((resolve) => (finish = resolve)));
    const outcome = copyAndClose('graph', 'default');
    await vi.advanceTimersByTimeAsync(100);
    expect(names()).toEqual(['copyInDefaultFormat']);
    finish(done);
    await expect(outcome).resolves.toBe('closed');
    await vi.advanceTimersByTimeAsync(50);
    expect(names()).toEqual(['copyInDefaultFormat', 'closePalette']);
  });

  it('does not keep the palette open while somebody has to sign in', async () => {
    const { names, copyAndClose } = await page(() => new Promise(() => undefined));
    const outcome = copyAndClose('graph', 'default');
    await vi.advanceTimersByTimeAsync(150);
    await expect(outcome).resolves.toBe('closed');
    await vi.advanceTimersByTimeAsync(50);
    expect(names()).toContain('closePalette');
  });

  it('leaves the palette open when the command is not taken, and says so', async () => {
    const refused = await page(() => Promise.resolve({ outcome: 'refused' }));
    await expect(refused.copyAndClose('graph', 'default')).resolves.toBe('refused');
    const failed = await page(() => Promise.reject(new Error('gone')));
    await expect(failed.copyAndClose('graph', 'default')).resolves.toBe('failed');
    await vi.advanceTimersByTimeAsync(1000);
    expect([...refused.names(), ...failed.names()]).not.toContain('closePalette');
  });

  it.each([
    ['while it waits for the copy', 100],
    ['while it waits for the last picture', 160],
  ])('leaves a palette open that was hidden and opened again %s', async (_when, leftAfter) => {
    const { names, copyAndClose, turn } = await page(() => new Promise(() => undefined));
    const outcome = copyAndClose('graph', 'default');
    await vi.advanceTimersByTimeAsync(leftAfter);
    turn('hidden');
    turn('visible');
    await vi.advanceTimersByTimeAsync(1000);
    await expect(outcome).resolves.toBe('closed');
    expect(names()).toEqual(['copyInDefaultFormat']);
  });

  it('closes the palette, however late it was told that it is seen', async () => {
    const { names, copyAndClose, turn } = await page(() => Promise.resolve(done));
    void copyAndClose('graph', 'default');
    turn('visible');
    await vi.advanceTimersByTimeAsync(50);
    expect(names()).toContain('closePalette');
  });
});
