import { setTimeout as delay } from 'node:timers/promises';
import x11 from 'x11';
import type { Answer, Display, FixesExtension, TestExtension, XClient } from 'x11';

const Z_PIXMAP = 2;
const ALL_PLANES = 0xffffffff;
const BYTES_PER_PIXEL = 4;
const OWNER_CHANGED = 1;

/** X11 keysyms, /usr/include/X11/keysymdef.h */
const keysyms = { Control: 0xffe3, Alt: 0xffe9, Return: 0xff0d, t: 0x74 } as const;
export type Key = keyof typeof keysyms;

/** In pixels of the screen. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Milliseconds; only differences of them mean something. */
const now = (): number => performance.now();

const answered = <T>(ask: (answer: Answer<T>) => void): Promise<T> =>
  new Promise((resolve, reject) => {
    ask((error, value) => (error ? reject(error) : resolve(value)));
  });

/** What the screen showed. */
export class Picture {
  constructor(
    readonly area: Area,
    private readonly bytes: Buffer,
  ) {}

  equals(other: Picture): boolean {
    return this.bytes.equals(other.bytes);
  }

  /** The colour of a pixel; its place is counted from the picture's own corner. */
  colour(x: number, y: number): number {
    // The fourth byte means nothing.
    return this.bytes.readUIntLE((y * this.area.width + x) * BYTES_PER_PIXEL, 3);
  }
}

/**
 * The line of the screen that shows best that a window is painted: most of it differs from what was there before, and
 * from the window's empty ground. Of the left third only: on the right are times that count down.
 */
export function telltale(before: Picture, after: Picture): Area {
  const { width, height } = before.area;
  const changed: { x: number; y: number; colour: number }[] = [];
  const counts = new Map<number, number>();
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = after.colour(x, y);
      if (colour === before.colour(x, y)) continue;
      changed.push({ x, y, colour });
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const [ground] = [...counts].sort(([, one], [, other]) => other - one)[0] ?? [];
  const left = changed.reduce((least, { x }) => Math.min(least, x), width);
  const right = changed.reduce((most, { x }) => Math.max(most, x), 0);
  const area = {
    x: left + Math.round((right - left) / 20),
    width: Math.round((right - left) / 4),
    height: 1,
  };
  const lines = new Map<number, number>();
  for (const { x, y, colour } of changed) {
    if (colour === ground || x < area.x || x >= area.x + area.width) continue;
    lines.set(y, (lines.get(y) ?? 0) + 1);
  }
  const [best] = [...lines].sort(([, one], [, other]) => other - one);
  if (best === undefined) throw new Error('Nothing was painted.');
  return { ...area, y: best[0] };
}

/**
 * What a person has before them: screen, keyboard, and the clipboard's owner, by a connection of its own to the X server.
 * The programs know nothing of it. A debugger would take part in what is measured: it keeps hidden pages visible.
 */
export class Screen {
  private whenCopied: () => void = () => undefined;

  private constructor(
    private readonly client: XClient,
    private readonly root: number,
    private readonly size: Area,
    private readonly keyboard: TestExtension,
    private readonly keycodes: ReadonlyMap<number, number>,
  ) {
    client.on('event', ({ name }) => {
      if (name === 'SelectionNotify') this.whenCopied();
    });
    // An X server that ends takes the answers with it. What waits for one then says in vain for what.
    client.on('error', () => undefined);
  }

  static async connect(env: Readonly<Record<string, string>>): Promise<Screen> {
    const display = await answered<Display>((answer) =>
      x11.createClient({ display: env['DISPLAY'] ?? '' }, answer),
    );
    const { client, min_keycode: first, max_keycode: last } = display;
    const [screen] = display.screen;
    if (screen === undefined) throw new Error('The X server has no screen.');
    const keyboard = await answered<TestExtension>((answer) => client.require('xtest', answer));
    const fixes = await answered<FixesExtension>((answer) => client.require('fixes', answer));
    const clipboard = await answered<number>((answer) => client.InternAtom(false, 'CLIPBOARD', answer));
    fixes.SelectSelectionInput(screen.root, clipboard, OWNER_CHANGED);
    const mapping = await answered<readonly (readonly number[])[]>((answer) =>
      client.GetKeyboardMapping(first, last - first + 1, answer),
    );
    const keycodes = new Map(mapping.map(([keysym], index) => [keysym ?? 0, first + index]));
    const size = { x: 0, y: 0, width: screen.pixel_width, height: screen.pixel_height };
    return new Screen(client, screen.root, size, keyboard, keycodes);
  }

  /** @returns when the last of them was pressed, in ms */
  press(...keys: readonly Key[]): number {
    const codes = keys.map((key) => this.keycodes.get(keysyms[key]) ?? 0);
    const fake = (type: number, code: number): void => this.keyboard.FakeInput(type, code, 0, 0, 0, 0);
    const pressed = now();
    for (const code of codes) fake(this.keyboard.KeyPress, code);
    for (const code of codes.reverse()) fake(this.keyboard.KeyRelease, code);
    return pressed;
  }

  async look(area: Area = this.size): Promise<Picture> {
    const { x, y, width, height } = area;
    const { data } = await answered<{ data: Buffer }>((answer) =>
      this.client.GetImage(Z_PIXMAP, this.root, x, y, width, height, ALL_PLANES, answer),
    );
    return new Picture(area, data.subarray(0, width * height * BYTES_PER_PIXEL));
  }

  async focus(): Promise<number> {
    return (await answered<{ focus: number }>((answer) => this.client.GetInputFocus(answer))).focus;
  }

  /** @returns when it was seen, in ms. Looks about once in each millisecond. */
  async seen(what: string, isThere: () => Promise<boolean>): Promise<number> {
    const deadline = now() + 20_000;
    while (!(await isThere())) {
      if (now() > deadline) throw new Error(`Waited in vain for ${what}.`);
      await delay(1);
    }
    return now();
  }

  /** @returns when the clipboard gets its next owner, in ms */
  nextCopy(): Promise<number> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('Waited in vain for a copy.')), 20_000);
      this.whenCopied = () => {
        clearTimeout(timer);
        resolve(now());
      };
    });
  }

  close(): void {
    this.client.terminate();
  }
}
