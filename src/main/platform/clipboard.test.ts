import type { ClipboardBookmark, ClipboardItem } from 'electron';
import { describe, expect, it } from 'vitest';
import { clipboardFor } from './clipboard';

/** Electron up to 43: synchronous, and with a `write` that takes no hints. */
class SynchronousFake {
  text = '';
  write({ text = '' }: { text?: string }): void {
    this.text = text;
  }
  writeText(text: string): void {
    this.text = text;
  }
  readText(): string {
    return this.text;
  }
  clear(): void {
    this.text = '';
  }
}

class ItemFake implements ClipboardItem {
  constructor(readonly items: Record<string, string | Blob>) {}
  get types(): string[] {
    return Object.keys(this.items);
  }
  getType(type: string): Promise<Blob & ClipboardBookmark> {
    const data = this.items[type];
    if (data === undefined) return Promise.reject(new Error(`There is no ${type}.`));
    return Promise.resolve(new Blob([data]) as Blob & ClipboardBookmark);
  }
}

/** Electron from 44: asynchronous, one write of items. */
class AsynchronousFake {
  held: ItemFake | undefined;
  writes = 0;
  write([item]: ClipboardItem[]): Promise<void> {
    this.held = item instanceof ItemFake ? item : undefined;
    this.writes += 1;
    return Promise.resolve();
  }
  writeText(text: string): Promise<void> {
    this.held = new ItemFake({ 'text/plain': text });
    return Promise.resolve();
  }
  async readText(): Promise<string> {
    return this.held === undefined ? '' : (await this.held.getType('text/plain')).text();
  }
  clear(): void {
    this.held = undefined;
  }
}

const platforms = ['linux', 'win32', 'darwin'] as const;
const newer = (clipboard: AsynchronousFake, platform: NodeJS.Platform) =>
  clipboardFor({ clipboard, ClipboardItem: ItemFake }, platform);

describe.each(platforms)('the clipboard on %s', (platform) => {
  it.each([
    ['up to Electron 43', () => clipboardFor({ clipboard: new SynchronousFake() }, platform)],
    ['from Electron 44', () => newer(new AsynchronousFake(), platform)],
  ])('gives back what was written, and is empty after clearing, %s', async (_name, make) => {
    const clipboard = make();
    for (const text of ['a secret', 'Zoë\n“€”\t😀']) {
      await clipboard.writeSecret(text);
      expect(await clipboard.readText()).toBe(text);
      await clipboard.writeText(`${text} in the open`);
      expect(await clipboard.readText()).toBe(`${text} in the open`);
    }
    clipboard.clear();
    expect(await clipboard.readText()).toBe('');
  });

  it('says that it cannot keep a secret out of histories up to Electron 43', () => {
    expect(clipboardFor({ clipboard: new SynchronousFake() }, platform).canHideFromHistory).toBe(false);
    expect(newer(new AsynchronousFake(), platform).canHideFromHistory).toBe(true);
  });

  it('marks secrets only: a plain text goes without hints', async () => {
    const fake = new AsynchronousFake();
    await newer(fake, platform).writeText('plain');
    expect(fake.held?.types).toEqual(['text/plain']);
  });

  it('writes a secret with its hints at once, so that no manager sees one without the other', async () => {
    const fake = new AsynchronousFake();
    await newer(fake, platform).writeSecret('secret');
    expect(fake.writes).toBe(1);
    expect(fake.held?.types.length).toBeGreaterThan(1);
  });
});

describe('the hints that keep a secret out of clipboard histories', () => {
  const hintsOn = async (platform: NodeJS.Platform): Promise<Record<string, number[]>> => {
    const fake = new AsynchronousFake();
    await newer(fake, platform).writeSecret('secret');
    const hints = (fake.held?.types ?? []).filter((type) => type !== 'text/plain');
    const entries = hints.map(async (type): Promise<[string, number[]]> => {
      const name = /^electron application\/osclipboard;format="(.+)"$/.exec(type)?.[1] ?? type;
      return [
        name,
        [...new Uint8Array(await ((await fake.held?.getType(type)) ?? new Blob()).arrayBuffer())],
      ];
    });
    return Object.fromEntries(await Promise.all(entries));
  };

  it('are three on Windows, two of them a DWORD 0', async () => {
    const hints = await hintsOn('win32');
    expect(hints).toMatchObject({
      CanIncludeInClipboardHistory: [0, 0, 0, 0],
      CanUploadToCloudClipboard: [0, 0, 0, 0],
    });
    // Its presence is what counts; an empty one might not be written at all.
    expect(hints['ExcludeClipboardContentFromMonitorProcessing']?.length).toBeGreaterThan(0);
  });

  it('are nspasteboard’s on macOS and Klipper’s on Linux', async () => {
    expect(Object.keys(await hintsOn('darwin'))).toEqual(['org.nspasteboard.ConcealedType']);
    expect(await hintsOn('linux')).toEqual({ 'x-kde-passwordManagerHint': [...Buffer.from('secret')] });
  });
});

it('refuses a clipboard of a kind that it does not know, instead of failing at the first copy', () => {
  expect(() => clipboardFor({ clipboard: {} }, 'linux')).toThrow(TypeError);
  const bare = { writeText: () => undefined, readText: () => '' };
  expect(() => clipboardFor({ clipboard: bare }, 'linux')).toThrow(TypeError);
});
