import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Settings } from '../../src/shared/settings';
import { expect, test } from '../desktop/fixtures';
import type { DesktopSession } from '../desktop/desktop-session';
import { menuOutline } from '../desktop/tray-menu';
import { numberedPresets, writePresets } from '../own-presets';
import { enterDemo, zoe } from '../person';
import { report } from './comparison';
import { Screen, telltale } from './screen';
import { settledMemory, whileRunning } from './tray-program';
import type { TrayProgram } from './tray-program';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const PRESETS = 50;
/** Starts of each program, in turns. */
const STARTS = 3;
/** The first three in each start warm up, show what a painted palette looks like, and do not count. */
const ROUNDS = 13;
/** Nobody presses Enter sooner after seeing something. */
const REACTION_MS = 200;
/** Until what comes after a start, or after a palette was opened, is done. */
const CALM_MS = 2_000;

test.use({ windowManager: true });

interface Readings {
  /** From the key press until the palette is on the screen and has the focus, in ms. */
  open: number[];
  /** From Enter until the clipboard has another owner, in ms. */
  copy: number[];
  /** Of all processes with the palette closed after its use, in MiB. */
  memory: number[];
}

/** Opens the palette and copies, again and again. */
async function useAgainAndAgain(screen: Screen, readings: Readings): Promise<void> {
  await delay(CALM_MS);
  const empty = await screen.look();
  const open = (): number => screen.press('Control', 'Alt', 't');
  const copy = async (): Promise<number> => {
    const copied = screen.nextCopy();
    const pressed = screen.press('Return');
    return (await copied) - pressed;
  };
  const untilClosed = () => screen.seen('a closed palette', async () => empty.equals(await screen.look()));

  // Once to get everything loaded and the token used last, which is then the first row.
  open();
  await delay(CALM_MS);
  await copy();
  await untilClosed();
  await delay(CALM_MS);
  open();
  await delay(CALM_MS);
  const line = telltale(empty, await screen.look());
  const painted = await screen.look(line);
  await copy();
  await untilClosed();

  for (let round = 2; round < ROUNDS; round += 1) {
    await delay(CALM_MS / 2);
    const unfocused = await screen.focus();
    const pressed = open();
    const shown = await screen.seen(
      'a painted palette with the focus',
      async () => painted.equals(await screen.look(line)) && (await screen.focus()) !== unfocused,
    );
    await delay(REACTION_MS);
    const copying = await copy();
    await untilClosed();
    if (round === 2) continue;
    readings.open.push(shown - pressed);
    readings.copy.push(copying);
  }
}

test('from the key to the palette, and from Enter to the clipboard', async ({ desktop, launch }, info) => {
  const folder = (name: string): string => path.join(desktop.folder, name);
  const profiles = {
    bare: folder('profile-bare'),
    kept: folder('profile-kept'),
    made: folder('profile-made'),
  };
  await prepare(desktop, launch, profiles);
  const product = (profile: string): TrayProgram => ({
    appFolder: repositoryRoot,
    profile,
    check: async (icon) => expect(menuOutline(await icon.menu()).join('\n')).toContain(zoe),
  });
  const programs = {
    bare: {
      appFolder: path.join(import.meta.dirname, 'bare-palette'),
      profile: profiles.bare,
      check: async (icon) => expect(menuOutline(await icon.menu())).toEqual(['Quit']),
    },
    kept: product(profiles.kept),
    made: product(profiles.made),
  } satisfies Record<string, TrayProgram>;

  const none = (): Readings => ({ open: [], copy: [], memory: [] });
  const readings = { bare: none(), kept: none(), made: none() };
  const screen = await Screen.connect(desktop.env);
  try {
    for (let start = 0; start < STARTS; start += 1) {
      for (const kind of ['bare', 'kept', 'made'] as const) {
        await whileRunning(desktop, programs[kind], async (root, icon) => {
          await useAgainAndAgain(screen, readings[kind]);
          await programs[kind].check(icon);
          readings[kind].memory.push(await settledMemory(root));
        });
      }
    }
  } finally {
    screen.close();
  }

  const beside = (what: keyof Readings) => ({ name: 'bare hidden window', readings: readings.bare[what] });
  const aim = (atMost: number) => ({ of: 'median', atMost }) as const;
  const opening = { unit: 'ms', reference: beside('open'), aim: aim(100) };
  await report(info, { name: 'hotkey to palette, kept ready', product: readings.kept.open, ...opening });
  await report(info, { name: 'hotkey to palette, made anew', product: readings.made.open, ...opening });
  for (const [kind, words] of [
    ['kept', 'kept ready'],
    ['made', 'made anew'],
  ] as const) {
    await report(info, {
      name: `Enter in the palette to the clipboard, ${words}`,
      unit: 'ms',
      product: readings[kind].copy,
      reference: beside('copy'),
      aim: aim(5),
    });
  }
  await report(info, {
    name: 'memory with the palette closed, kept ready',
    unit: 'MiB',
    product: readings.kept.memory,
    reference: { name: 'made anew', readings: readings.made.memory },
  });
});

/** Profiles of a person who is signed in and has a token. */
async function prepare(
  desktop: DesktopSession,
  launch: Parameters<Parameters<typeof test>[2]>[0]['launch'],
  { bare, kept, made }: { bare: string; kept: string; made: string },
): Promise<void> {
  mkdirSync(bare);
  writePresets(kept, numberedPresets(PRESETS));
  const program = await launch({ args: [`--user-data-dir=${kept}`] });
  const page = await enterDemo(program, desktop);
  const change = (wanted: Partial<Settings>) =>
    page.evaluate((settings) => window.tokenTray.run('changeSettings', { change: settings }), wanted);
  // The first copy gets the token; all that are measured find it in the cache.
  await page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'api-0' }));
  await change({ notifyCopied: false });
  await program.quit();

  cpSync(kept, made, { recursive: true });
  const other = await launch({ args: [`--user-data-dir=${made}`] });
  await other.startSecondInstance();
  const otherPage = await other.mainWindow();
  await otherPage.evaluate(() =>
    window.tokenTray.run('changeSettings', { change: { paletteReady: 'never' } }),
  );
  await other.quit();
}
