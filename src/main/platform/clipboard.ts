import type { ClipboardItem } from 'electron';

/** Another program has the clipboard open, and nobody else can use it until that one is done. */
export class ClipboardHeld extends Error {
  override readonly name = 'ClipboardHeld';
}

/**
 * The system clipboard, as much of it as a secret needs. Writing and clearing say nothing when another program holds the
 * clipboard, in no version of Electron: only reading tells whether they have worked.
 */
export interface Clipboard {
  /** Whether a write can carry the hints that keep it out of clipboard histories. */
  readonly canHideFromHistory: boolean;
  writeSecret(text: string): Promise<void>;
  writeText(text: string): Promise<void>;
  /** Empty when there is no text. @throws ClipboardHeld when there is one that cannot be read now */
  readText(): Promise<string>;
  clear(): void;
}

/** Electron up to 43. */
export interface SynchronousClipboard {
  writeText(text: string): void;
  readText(): string;
  availableFormats(): string[];
  clear(): void;
}

/** Electron from 44: https://www.electronjs.org/docs/latest/api/clipboard */
export interface AsynchronousClipboard {
  write(items: ClipboardItem[]): Promise<void>;
  writeText(text: string): Promise<void>;
  readText(): Promise<string>;
  has(mimeType: string): Promise<boolean>;
  clear(): void;
}

type ClipboardItemConstructor = new (items: Record<string, string | Blob>) => ClipboardItem;

const plainText = 'text/plain';

/** Up to Electron 43 there is no way to write a text and its hints at once, so the text goes without. */
export class PlainClipboard implements Clipboard {
  readonly canHideFromHistory = false;

  constructor(
    private readonly clipboard: SynchronousClipboard,
    private readonly platform: NodeJS.Platform,
  ) {}

  async writeSecret(text: string): Promise<void> {
    await this.writeText(text);
  }

  writeText(text: string): Promise<void> {
    this.clipboard.writeText(text);
    return Promise.resolve();
  }

  readText(): Promise<string> {
    const text = this.clipboard.readText();
    return readable(text, this.platform, () => this.clipboard.availableFormats().includes(plainText));
  }

  clear(): void {
    this.clipboard.clear();
  }
}

/** From Electron 44: text and hints in one atomic write. */
export class HintingClipboard implements Clipboard {
  readonly canHideFromHistory = true;

  constructor(
    private readonly clipboard: AsynchronousClipboard,
    private readonly Item: ClipboardItemConstructor,
    private readonly platform: NodeJS.Platform,
  ) {}

  async writeSecret(text: string): Promise<void> {
    await this.clipboard.write([new this.Item({ [plainText]: text, ...historyHints(this.platform) })]);
  }

  async writeText(text: string): Promise<void> {
    await this.clipboard.writeText(text);
  }

  async readText(): Promise<string> {
    const text = await this.clipboard.readText();
    return readable(text, this.platform, () => this.clipboard.has(plainText));
  }

  clear(): void {
    this.clipboard.clear();
  }
}

/**
 * On Windows a text that cannot be read looks like none at all. Whether there is one can be asked without opening the
 * clipboard, so that works while another program has it open:
 * https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-isclipboardformatavailable
 */
async function readable(
  text: string,
  platform: NodeJS.Platform,
  hasText: () => boolean | Promise<boolean>,
): Promise<string> {
  if (text === '' && platform === 'win32' && (await hasText())) throw new ClipboardHeld();
  return text;
}

const raw = (name: string): string => `electron application/osclipboard;format="${name}"`;
const doubleWordZero = (): Blob => new Blob([new Uint8Array(4)]);

/** What clipboard managers look for before they keep a text. All of it is advice to them, none of it binds them. */
function historyHints(platform: NodeJS.Platform): Record<string, string | Blob> {
  switch (platform) {
    case 'win32':
      // https://learn.microsoft.com/windows/win32/dataxchg/clipboard-formats#cloud-clipboard-and-clipboard-history-formats
      return {
        [raw('ExcludeClipboardContentFromMonitorProcessing')]: new Blob([new Uint8Array(1)]),
        [raw('CanIncludeInClipboardHistory')]: doubleWordZero(),
        [raw('CanUploadToCloudClipboard')]: doubleWordZero(),
      };
    case 'darwin':
      // http://nspasteboard.org
      return { [raw('org.nspasteboard.ConcealedType')]: new Blob([new Uint8Array(1)]) };
    default:
      // Klipper's hint, which other managers on Linux follow.
      return { [raw('x-kde-passwordManagerHint')]: new Blob(['secret']) };
  }
}

/** The adapter that fits the Electron that is running. */
export function clipboardFor(
  electron: { clipboard: object; ClipboardItem?: ClipboardItemConstructor },
  platform: NodeJS.Platform,
): Clipboard {
  const { clipboard, ClipboardItem: Item } = electron;
  if (Item !== undefined && isAsynchronous(clipboard)) return new HintingClipboard(clipboard, Item, platform);
  if (isSynchronous(clipboard)) return new PlainClipboard(clipboard, platform);
  throw new TypeError('This Electron has a clipboard of a kind that is not known.');
}

const hasFunctions = (value: object, names: readonly string[]): boolean =>
  names.every((name) => name in value && typeof Reflect.get(value, name) === 'function');

const isAsynchronous = (clipboard: object): clipboard is AsynchronousClipboard =>
  hasFunctions(clipboard, ['write', 'writeText', 'readText', 'has', 'clear']);

const isSynchronous = (clipboard: object): clipboard is SynchronousClipboard =>
  hasFunctions(clipboard, ['writeText', 'readText', 'availableFormats', 'clear']);
