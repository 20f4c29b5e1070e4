import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { Preset } from '../../src/shared/preset';
import type { Settings } from '../../src/shared/settings';
import { expect, test } from '../desktop/fixtures';
import type { DesktopSession } from '../desktop/desktop-session';
import type { Program } from '../desktop/program';
import { lookAgain, waitUntil } from '../desktop/wait-until';
import { enterDemo } from '../person';
import { report } from './comparison';

const ROUNDS = 25;
const PRESETS = 50;

test.use({ windowManager: true });

/** Milliseconds since the epoch, finer than `Date.now`. The same clock in all processes. */
const wallClock = (): number => performance.timeOrigin + performance.now();

/** A keyboard that is at hand: starting xdotool for each key would take longer than what is measured. */
class ReadyKeyboard {
  private readonly xdotool: ChildProcess;

  constructor(env: Record<string, string>) {
    this.xdotool = spawn('xdotool', ['-'], { env, stdio: ['pipe', 'ignore', 'ignore'] });
  }

  /** @returns when it was pressed */
  press(keys: string): number {
    const now = wallClock();
    this.xdotool.stdin?.write(`key ${keys}\n`);
    return now;
  }

  close(): void {
    this.xdotool.stdin?.end();
  }
}

/** What a page notes of itself. */
interface Notes {
  /** When a frame with rows was drawn for the first time while the page had the focus. */
  painted?: number | undefined;
  /** When Enter arrived in the program, as the event itself says. */
  enter?: number | undefined;
}

/** Runs in every page, before its own script. */
function takeNotes(): void {
  const notes: Notes = {};
  Object.assign(window, { notes });
  const look = (): void => {
    if (document.visibilityState !== 'visible') return;
    const isThere = document.hasFocus() && document.querySelector('[role=option]') !== null;
    // The frame after the one that has it is begun when that one was drawn.
    if (isThere) requestAnimationFrame(() => (notes.painted ??= performance.timeOrigin + performance.now()));
    else requestAnimationFrame(look);
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') notes.painted = undefined;
    else look();
  });
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter') notes.enter = performance.timeOrigin + event.timeStamp;
    },
    { capture: true },
  );
  look();
}

/** Has main note when the clipboard was written. */
const noteCopies = (program: Program): Promise<void> =>
  program.app.evaluate(({ clipboard }) => {
    const writeText = clipboard.writeText.bind(clipboard);
    const notes = { copied: 0 };
    Object.assign(globalThis, { notes });
    Object.assign(clipboard, {
      writeText: (text: string) => {
        const written = writeText(text);
        notes.copied = performance.timeOrigin + performance.now();
        return written;
      },
    });
  });

const copiedOn = (program: Program): Promise<number> =>
  program.app.evaluate(() => (globalThis as unknown as { notes: { copied: number } }).notes.copied);

const notesOf = (page: Page): Promise<Notes> =>
  page.evaluate(() => (window as unknown as { notes: Notes }).notes);

const palettes = (program: Program): Page[] =>
  program.app.windows().filter((page) => !page.isClosed() && page.url().includes('palette'));

const isOpen = (program: Program): Promise<boolean> =>
  program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().some(
      (window) => window.isVisible() && window.webContents.getURL().includes('palette'),
    ),
  );

async function waitUntilClosed(program: Program): Promise<void> {
  await waitUntil(
    'the palette to close',
    () => isOpen(program),
    (open) => !open,
    lookAgain,
  );
}

interface Readings {
  /** From the key press to the painted palette with the focus, in ms. */
  open: number[];
  /** From Enter to the clipboard, in ms. */
  copy: number[];
}

/** Opens the palette and copies, again and again. The first time warms up and does not count. */
async function measure(program: Program, keyboard: ReadyKeyboard): Promise<Readings> {
  const readings: Readings = { open: [], copy: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const pressed = keyboard.press('ctrl+alt+t');
    const painted = await waitUntil(
      'the palette to be painted',
      async () => {
        const page = palettes(program)[0];
        // A page that is only just being made has no notes yet.
        return page === undefined ? undefined : (await notesOf(page).catch(() => undefined))?.painted;
      },
      (time) => time !== undefined && time >= pressed,
      lookAgain,
    );
    const page = palettes(program)[0];
    if (page === undefined || painted === undefined) throw new Error('The palette was there a moment ago.');
    const before = await copiedOn(program);
    keyboard.press('Return');
    // Read at once: the page may be gone when the copy is done.
    const copied = await waitUntil(
      'the copy',
      () => copiedOn(program),
      (time) => time > before,
      lookAgain,
    );
    await waitUntilClosed(program);
    const enter = (await notesOf(page).catch((): Notes => ({}))).enter;
    if (round === 0) continue;
    readings.open.push(painted - pressed);
    if (enter !== undefined) readings.copy.push(copied - enter);
  }
  return readings;
}

function makePreset(number: number): Preset {
  return {
    id: `api-${number}`,
    name: `API ${number}`,
    icon: 'custom',
    pinned: number < 5,
    keepFresh: false,
    targets: {
      demo: {
        scopes: [`https://api-${number}.example.com/.default`],
        request: { method: 'GET', url: '{demo}/api/echo', headers: [] },
      },
    },
  };
}

async function startTokenTray(
  desktop: DesktopSession,
  launch: (options: { args: string[] }) => Promise<Program>,
): Promise<{ program: Program; set: (change: Partial<Settings>) => Promise<void> }> {
  const presets = Array.from({ length: PRESETS }, (_, number) => makePreset(number));
  const profile = path.join(desktop.folder, 'profile-palette');
  mkdirSync(profile);
  writeFileSync(path.join(profile, 'presets.json'), JSON.stringify({ version: 1, presets }));
  const program = await launch({ args: [`--user-data-dir=${profile}`] });
  await program.app.context().addInitScript(takeNotes);
  const page = await enterDemo(program, desktop);
  // The first copy gets the token; all that are measured find it in the cache.
  await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'api-0' }));
  await noteCopies(program);
  const set = async (change: Partial<Settings>): Promise<void> => {
    await page.evaluate((wanted) => window.tokenTray.run('changeSettings', { change: wanted }), change);
  };
  await set({ notifyCopied: false });
  return { program, set };
}

test('from the key to the palette, and from Enter to the clipboard', async ({ desktop, launch }, info) => {
  test.setTimeout(300_000);
  const keyboard = new ReadyKeyboard(desktop.env);
  const bare = await launch({ appFolder: path.join(import.meta.dirname, 'bare-palette') });
  await bare.app.context().addInitScript(takeNotes);
  const bareWindow = await bare.window(/page\.html/);
  await bareWindow.reload();
  await noteCopies(bare);
  const reference = await measure(bare, keyboard);
  await bare.quit();

  const { program, set } = await startTokenTray(desktop, launch);
  const kept = await measure(program, keyboard);
  await set({ paletteReady: 'never' });
  await waitUntil(
    'no palette',
    () => palettes(program).length,
    (count) => count === 0,
    lookAgain,
  );
  const made = await measure(program, keyboard);
  expect(kept.copy).toHaveLength(ROUNDS);
  keyboard.close();

  const beside = (what: keyof Readings) => ({ name: 'bare hidden window', readings: reference[what] });
  const aim = (atMost: number) => ({ of: 'median', atMost }) as const;
  const open = { unit: 'ms', reference: beside('open'), aim: aim(100) };
  await report(info, { name: 'hotkey to palette, kept ready', product: kept.open, ...open });
  await report(info, { name: 'hotkey to palette, made anew', product: made.open, ...open });
  await report(info, {
    name: 'Enter in the palette to the clipboard',
    unit: 'ms',
    product: kept.copy,
    reference: beside('copy'),
    aim: aim(5),
  });
});
