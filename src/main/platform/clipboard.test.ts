import type { ClipboardBookmark, ClipboardItem } from 'electron';
import { describe, expect, it } from 'vitest';
import { ClipboardHeld, clipboardFor, type Clipboard } from './clipboard';

/**
 * What all programs share. While one of them has it open, Electron can do nothing with it and says nothing: Chromium's
 * clipboard_win.cc gives up without an error. Which formats there are can be asked all the same.
 */
class SystemFake {
  private formats: Record<string, string | Blob> = {};
  isHeld = false;
  writes = 0;

  get types(): string[] {
    return Object.keys(this.formats);
  }
  get text(): string {
    const text = this.formats['text/plain'];
    return this.isHeld || typeof text !== 'string' ? '' : text;
  }
  data(type: string): string | Blob | undefined {
    return this.formats[type];
  }
  put(formats: Record<string, string | Blob>): void {
    if (this.isHeld) return;
    this.formats = formats;
    this.writes += 1;
  }
}

/** Electron up to 43: synchronous, and with a `write` that takes no hints. */
class SynchronousFake {
  constructor(private readonly system: SystemFake) {}
  write({ text = '' }: { text?: string }): void {
    this.writeText(text);
  }
  writeText(text: string): void {
    this.system.put({ 'text/plain': text });
  }
  readText(): string {
    return this.system.text;
  }
  availableFormats(): string[] {
    return this.system.types;
  }
  has(format: string): boolean {
    return this.system.types.includes(format);
  }
  clear(): void {
    this.system.put({});
  }
}

class ItemFake implements ClipboardItem {
  constructor(readonly items: Record<string, string | Blob>) {
    if (Object.keys(items).length === 0) throw new TypeError('at least one MIME type is required');
  }
  get types(): string[] {
    return Object.keys(this.items);
  }
  getType(type: string): Promise<Blob & ClipboardBookmark> {
    const data = this.items[type];
    if (data === undefined) return Promise.reject(new Error(`There is no ${type}.`));
    return Promise.resolve(new Blob([data]) as Blob & ClipboardBookmark);
  }
}

/**
 * Electron from 44: asynchronous, one write of items. It refuses what is no item; of a clipboard that is held it says as
 * little as before (shell/browser/api/electron_api_clipboard.cc).
 */
class AsynchronousFake {
  constructor(private readonly system: SystemFake) {}
  async write(items: ClipboardItem[]): Promise<void> {
    const [item] = items;
    if (!(item instanceof ItemFake)) throw new TypeError('clipboard.write expects an array of ClipboardItem');
    // Blobs are read before anything is written.
    await Promise.all(item.types.map((type) => item.getType(type)));
    this.system.put(item.items);
  }
  writeText(text: string): Promise<void> {
    this.system.put({ 'text/plain': text });
    return Promise.resolve();
  }
  readText(): Promise<string> {
    return Promise.resolve(this.system.text);
  }
  read(): Promise<ClipboardItem[]> {
    return Promise.resolve([]);
  }
  has(mimeType: string): Promise<boolean> {
    return Promise.resolve(this.system.types.includes(mimeType));
  }
  clear(): void {
    this.system.put({});
  }
}

const platforms = ['linux', 'win32', 'darwin'] as const;
const older = (system: SystemFake, platform: NodeJS.Platform): Clipboard =>
  clipboardFor({ clipboard: new SynchronousFake(system) }, platform);
const newer = (system: SystemFake, platform: NodeJS.Platform): Clipboard =>
  clipboardFor({ clipboard: new AsynchronousFake(system), ClipboardItem: ItemFake }, platform);
const both = [
  ['up to Electron 43', older],
  ['from Electron 44', newer],
] as const;

describe.each(platforms)('the clipboard on %s', (platform) => {
  it.each(both)('gives back what was written, and is empty after clearing, %s', async (_name, make) => {
    const clipboard = make(new SystemFake(), platform);
    for (const text of ['a secret', 'Zoë\n“€”\t😀']) {
      await clipboard.writeSecret(text);
      expect(await clipboard.readText()).toBe(text);
      await clipboard.writeText(`${text} in the open`);
      expect(await clipboard.readText()).toBe(`${text} in the open`);
    }
    clipboard.clear();
    expect(await clipboard.readText()).toBe('');
  });

  it.each(both)('has no text while it holds a picture, %s', async (_name, make) => {
    const system = new SystemFake();
    system.put({ 'image/png': new Blob(['pixels']) });
    expect(await make(system, platform).readText()).toBe('');
  });

  it('says that it cannot keep a secret out of histories up to Electron 43', () => {
    expect(older(new SystemFake(), platform).canHideFromHistory).toBe(false);
    expect(newer(new SystemFake(), platform).canHideFromHistory).toBe(true);
  });

  it('marks secrets only: a plain text goes without hints', async () => {
    const system = new SystemFake();
    await newer(system, platform).writeText('plain');
    expect(system.types).toEqual(['text/plain']);
  });

  it('writes a secret with its hints at once, so that no manager sees one without the other', async () => {
    const system = new SystemFake();
    await newer(system, platform).writeSecret('secret');
    expect(system.writes).toBe(1);
    expect(system.types.length).toBeGreaterThan(1);
  });
});

describe.each(both)('an empty text, %s', (_name, make) => {
  it.each(['linux', 'darwin'] as const)(
    'is a text like any other on %s, where nobody holds a clipboard',
    async (platform) => {
      const system = new SystemFake();
      system.put({ 'text/plain': '' });
      expect(await make(system, platform).readText()).toBe('');
    },
  );
});

describe.each(both)('a clipboard that another program holds on Windows, %s', (_name, make) => {
  it('is not taken for one without a text', async () => {
    const system = new SystemFake();
    const clipboard = make(system, 'win32');
    await clipboard.writeSecret('secret');
    system.isHeld = true;
    await expect(clipboard.readText()).rejects.toThrow(ClipboardHeld);
    system.isHeld = false;
    expect(await clipboard.readText()).toBe('secret');
  });
});

describe('the hints that keep a secret out of clipboard histories', () => {
  const hintsOn = async (platform: NodeJS.Platform): Promise<Record<string, number[]>> => {
    const system = new SystemFake();
    await newer(system, platform).writeSecret('secret');
    const hints = system.types.filter((type) => type !== 'text/plain');
    const entries = hints.map(async (type): Promise<[string, number[]]> => {
      const name = /^electron application\/osclipboard;format="(.+)"$/.exec(type)?.[1] ?? type;
      return [name, [...new Uint8Array(await new Blob([system.data(type) ?? '']).arrayBuffer())]];
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
