import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { quantile } from '../../build/bench-figures.mjs';
import { trayMenu } from '../../src/main/surfaces/tray/tray-menu';
import type { Snapshot } from '../../src/shared/snapshot';
import { updateBetween } from '../../src/shared/snapshot-update';
import { test } from '../desktop/fixtures';
import type { DesktopSession } from '../desktop/desktop-session';
import type { LaunchOptions, Program } from '../desktop/program';
import { menuOutline } from '../desktop/tray-menu';
import { numberedPresets, writePresets } from '../own-presets';
import { enterDemo, zoe } from '../person';
import { report } from './comparison';
import { whileRunning, type TrayProgram } from './tray-program';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const PRESETS = 1000;
const FEW = 5;
/** The first start of each program warms up and does not count. */
const STARTS = 9;
const TYPED = 60;
const REDRAWS = 40;
/** What a wheel that is turned fast moves a list by within a frame, in px. */
const STEP = 100;

/** A page that has nothing but a thousand lines and a field, to show what this screen and this machine are capable of. */
const barePage = `data:text/html,${encodeURIComponent(`<!doctype html>
  <title>bare</title>
  <style>
    body { margin: 0 }
    main { height: 560px; overflow-y: auto }
    p { margin: 0; height: 64px; content-visibility: auto }
  </style>
  <input><output></output><main></main>
  <script>
    const [input, output, main] = document.querySelectorAll('input, output, main');
    for (let n = 0; n < ${PRESETS}; n += 1) main.append(Object.assign(document.createElement('p'), { textContent: n }));
    input.addEventListener('input', () => (output.textContent = input.value));
  </script>`)}`;

const snapshotOf = (page: Page): Promise<Snapshot> => page.evaluate(() => window.tokenTray.getSnapshot());

/** A profile of somebody who is signed in and has so many presets. */
async function prepare(
  desktop: DesktopSession,
  launch: (options: LaunchOptions) => Promise<Program>,
  profile: string,
  count: number,
): Promise<void> {
  writePresets(profile, numberedPresets(count));
  const program = await launch({ args: [`--user-data-dir=${profile}`] });
  await enterDemo(program, desktop);
  await program.quit();
}

test('start to tray with a thousand presets', async ({ desktop, launch }, info) => {
  const profiles = {
    few: path.join(desktop.folder, 'profile-few'),
    many: path.join(desktop.folder, 'profile-many'),
  };
  await prepare(desktop, launch, profiles.few, FEW);
  cpSync(profiles.few, profiles.many, { recursive: true });
  writePresets(profiles.many, numberedPresets(PRESETS));
  const program = (profile: string): TrayProgram => ({
    appFolder: repositoryRoot,
    profile,
    // The account is read after the icon is there.
    check: async (icon) => {
      await icon.waitForMenu((menu) => menuOutline(menu).join().includes(zoe));
    },
  });
  const readings: Record<keyof typeof profiles, number[]> = { few: [], many: [] };
  for (let start = 0; start < STARTS; start += 1) {
    for (const kind of ['few', 'many'] as const) {
      const of = program(profiles[kind]);
      readings[kind].push(
        await whileRunning(desktop, of, async (_root, icon, startToTray) => {
          await of.check(icon);
          return startToTray;
        }),
      );
    }
  }
  await report(info, {
    name: `start to tray, ${PRESETS} presets`,
    unit: 'ms',
    product: readings.many.slice(1),
    reference: { name: `${FEW} presets`, readings: readings.few.slice(1) },
    aim: { of: 'ratio', atMost: 1.1 },
  });
});

/** The times between pictures, in ms, while what scrolls in a page goes from its top to its end. */
const scrollThrough = (page: Page): Promise<number[]> =>
  page.evaluate(async (step) => {
    const scroller = [...document.querySelectorAll<HTMLElement>('main, main *')].find(
      (element) =>
        element.scrollHeight > element.clientHeight + 1000 && getComputedStyle(element).overflowY === 'auto',
    );
    if (scroller === undefined) throw new Error('nothing scrolls');
    const frame = (): Promise<number> => new Promise((resolve) => void requestAnimationFrame(resolve));
    const took: number[] = [];
    let before = await frame();
    while (scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight - 1) {
      scroller.scrollTop += step;
      const now = await frame();
      took.push(now - before);
      before = now;
    }
    scroller.scrollTop = 0;
    return took;
  }, STEP);

/** For each of these queries, typed into a page's field: until the page is another one, and until that is painted, in ms. */
const answers = (page: Page, typed: string[]): Promise<{ worked: number[]; seen: number[] }> =>
  page.evaluate(async (texts) => {
    const input = document.querySelector('input');
    // React takes a value that is set in the usual way for one of its own.
    const field = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value');
    if (input === null || field === undefined) throw new Error('no field');
    const worked: number[] = [];
    const seen: number[] = [];
    for (const text of texts) {
      const from = performance.now();
      field.set?.call(input, text);
      input.dispatchEvent(new Event('input', { bubbles: true }));
      // What React makes of it is in the page by then.
      await Promise.resolve();
      worked.push(performance.now() - from);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)));
      seen.push(performance.now() - from);
    }
    return { worked, seen };
  }, typed);

const queries = Array.from({ length: TYPED }, (_, n) => {
  const whole = `api ${n * 16}`;
  return whole.slice(0, 1 + (n % whole.length));
});

test('list, search and palette with a thousand presets', async ({ desktop, launch }, info) => {
  const profile = path.join(desktop.folder, 'profile-many');
  writePresets(profile, numberedPresets(PRESETS));
  const program = await launch({ args: [`--user-data-dir=${profile}`] });
  const page = await enterDemo(program, desktop);
  await program.app.evaluate(({ BrowserWindow }, url) => {
    const window = new BrowserWindow({ width: 440, height: 680 });
    void window.loadURL(url);
  }, barePage);
  const bare = await program.window(/^data:/);

  const readings = { list: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn < 3; turn += 1) {
    await bare.bringToFront();
    const plain = await scrollThrough(bare);
    await page.bringToFront();
    const list = await scrollThrough(page);
    // The first time through, everything is drawn for the first time.
    if (turn === 0) continue;
    readings.bare.push(...plain);
    readings.list.push(...list);
  }
  const frame = quantile(readings.bare, 0.5);
  const dropped = (took: readonly number[]): number =>
    (100 * took.filter((ms) => ms > 1.5 * frame).length) / took.length;
  const beside = (values: number[]) => ({ name: 'bare list', readings: values });
  await report(info, {
    name: `a frame while scrolling, ${PRESETS} presets`,
    unit: 'ms',
    product: readings.list,
    reference: beside(readings.bare),
    aim: { of: 'ratio', atMost: 1.1 },
  });
  await report(info, {
    name: 'frames dropped while scrolling',
    unit: '%',
    product: [dropped(readings.list)],
    reference: beside([dropped(readings.bare)]),
    aim: { of: 'difference', atMost: 1 },
  });

  const plain = await answers(bare, queries);
  await page.bringToFront();
  const list = await answers(page, queries);
  const search = { unit: 'ms', aim: { of: 'median', atMost: 16 } } as const;
  const field = { name: 'bare field', readings: plain.worked };
  await report(info, { name: 'search key to answer', product: list.worked, reference: field, ...search });
  await report(info, {
    name: 'search key to painted answer',
    unit: 'ms',
    product: list.seen,
    reference: { name: 'bare field', readings: plain.seen },
  });
  await page.evaluate(() => window.tokenTray.run('openPalette', {}));
  const palette = await program.window(/\/palette\//);
  await palette.getByRole('combobox').waitFor();
  const found = await answers(palette, queries);
  await report(info, { name: 'palette key to answer', product: found.worked, reference: field, ...search });
});

/** What the native half of each redraw of the tray's menu takes, in ms, while something is changed so many times. */
async function nativeRedraws(program: Program, page: Page): Promise<number[]> {
  await program.app.evaluate(({ Menu, Tray }) => {
    const took: number[] = [];
    let building = 0;
    Object.assign(globalThis, { trayRedraws: took });
    const build = Menu.buildFromTemplate.bind(Menu);
    Menu.buildFromTemplate = (template) => {
      const from = performance.now();
      const menu = build(template);
      building += performance.now() - from;
      return menu;
    };
    const prototype: { setContextMenu: (this: Electron.Tray, menu: Electron.Menu | null) => void } =
      Tray.prototype;
    const set = prototype.setContextMenu;
    prototype.setContextMenu = function (menu) {
      const from = performance.now();
      set.call(this, menu);
      took.push(building + performance.now() - from);
      building = 0;
    };
  });
  for (let turn = 0; turn < REDRAWS; turn += 1) {
    await page.evaluate(
      async (pinned) => {
        await window.tokenTray.run('setPinned', { presetId: 'api-0', pinned });
        // Until the tray has drawn it.
        await new Promise((resolve) => setTimeout(resolve, 50));
      },
      turn % 2 === 1,
    );
  }
  // Put there above; no type knows of it.
  return program.app.evaluate(() => (globalThis as unknown as { trayRedraws: number[] }).trayRedraws);
}

/** What the pure half takes, in ms: which items there are, and whether they are others than before. */
function pureRedraws(snapshot: Snapshot): number[] {
  return Array.from({ length: REDRAWS }, () => {
    const from = performance.now();
    JSON.stringify(trayMenu(snapshot, Date.now(), 'linux'));
    return performance.now() - from;
  }).slice(REDRAWS / 4);
}

test('tray menu and snapshots with a thousand presets', async ({ desktop, launch }, info) => {
  const measured = async (count: number) => {
    const profile = path.join(desktop.folder, `profile-${count}`);
    mkdirSync(profile);
    writePresets(profile, numberedPresets(count));
    const program = await launch({ args: [`--user-data-dir=${profile}`] });
    const page = await enterDemo(program, desktop);
    const copy = () => page.evaluate(() => window.tokenTray.run('copyToken', { presetId: 'api-0' }));
    await copy();
    const whole = await snapshotOf(page);
    await page.evaluate(() => {
      const sizes: number[] = [];
      Object.assign(window, { sizes });
      window.tokenTray.followSnapshot((update) => {
        if (update.kind === 'change') sizes.push(JSON.stringify(update).length);
      });
    });
    for (let turn = 0; turn < 10; turn += 1) await copy();
    // Put there above; no type knows of it.
    const changes = await page.evaluate(() => (window as unknown as { sizes: number[] }).sizes);
    const native = await nativeRedraws(program, page);
    await program.quit();
    const pure = pureRedraws(whole);
    const from = performance.now();
    updateBetween(whole, { ...whole, presets: [...whole.presets] });
    const comparing = performance.now() - from;
    const redraws = native.map((ms, index) => ms + (pure[index % pure.length] ?? 0));
    return { redraws, changes, comparing };
  };
  const many = await measured(PRESETS);
  const few = await measured(FEW);
  const reference = (of: keyof typeof few): { name: string; readings: number[] } => ({
    name: `${FEW} presets`,
    readings: [few[of]].flat(),
  });
  await report(info, {
    name: `tray menu built, ${PRESETS} presets`,
    unit: 'ms',
    product: many.redraws,
    reference: reference('redraws'),
    aim: { of: 'median', atMost: 5 },
  });
  await report(info, {
    name: 'sent to the window for a change',
    unit: 'bytes',
    product: many.changes,
    reference: reference('changes'),
    aim: { of: 'ratio', atMost: 1.1 },
  });
  await report(info, {
    name: 'which rows have changed',
    unit: 'ms',
    product: [many.comparing],
    reference: reference('comparing'),
    aim: { of: 'median', atMost: 5 },
  });
});
