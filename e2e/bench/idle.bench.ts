import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { DesktopSession } from '../desktop/desktop-session';
import { expect, test as singleDesktopTest } from '../desktop/fixtures';
import { menuOutline } from '../desktop/tray-menu';
import { numberedPresets, writePresets } from '../own-presets';
import { enterDemo } from '../person';
import { report } from './comparison';
import { measureIdling } from './tray-program';
import type { TrayProgram, Work } from './tray-program';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
const PRESETS = 50;
const REPETITIONS = 5;
/** As long as it takes for every label of the tray menu to count down. */
const WATCHED_MS = 60_000;

/** Both programs are watched in the same minutes, each on a desktop of its own. */
const test = singleDesktopTest.extend<{ otherDesktop: DesktopSession }>({
  otherDesktop: async ({ desktop }, use) => {
    const other = await DesktopSession.start(desktop.options);
    await use(other);
    await other.stop();
  },
});

test('doing nothing with 50 presets kept fresh, without a window', async ({
  desktop,
  otherDesktop,
  launch,
}, info) => {
  const profiles = {
    bare: path.join(otherDesktop.folder, 'profile-bare'),
    kept: path.join(desktop.folder, 'profile-kept-fresh'),
  };
  mkdirSync(profiles.bare);
  writePresets(profiles.kept, numberedPresets(PRESETS, { keepFresh: true }));
  const program = await launch({ args: [`--user-data-dir=${profiles.kept}`] });
  const page = await enterDemo(program, desktop);
  const tokens = () =>
    page.evaluate(async () => {
      const snapshot = await window.tokenTray.getSnapshot();
      return snapshot.presets.filter(({ token }) => token !== undefined).length;
    });
  await expect.poll(tokens, { timeout: 120_000 }).toBe(PRESETS);
  await program.quit();

  const programs: Record<keyof typeof profiles, TrayProgram> = {
    bare: {
      appFolder: path.join(import.meta.dirname, 'bare-tray'),
      profile: profiles.bare,
      check: async (icon) => expect(menuOutline(await icon.menu())).toEqual(['One', 'Two', 'Quit']),
    },
    kept: {
      appFolder: repositoryRoot,
      profile: profiles.kept,
      check: async (icon) =>
        expect(menuOutline(await icon.menu())).toContainEqual(expect.stringMatching(/^API 0 .*\d min$/)),
    },
  };
  const readings: Record<keyof typeof profiles, Work[]> = { bare: [], kept: [] };
  for (let round = 0; round < REPETITIONS; round += 1) {
    const [bare, kept] = await Promise.all([
      measureIdling(otherDesktop, programs.bare, WATCHED_MS),
      measureIdling(desktop, programs.kept, WATCHED_MS),
    ]);
    readings.bare.push(bare);
    readings.kept.push(kept);
  }

  for (const { quantity, title, unit, atMost } of [
    // A thousandth of one processor is nothing that a person or a battery could tell.
    { quantity: 'processorTime', title: 'processor time', unit: 'ms/s', atMost: 1 },
    { quantity: 'wakeUps', title: 'wake-ups', unit: '/s', atMost: 1 },
  ] as const) {
    const counted = (kind: keyof typeof profiles) => readings[kind].map((work) => work[quantity]);
    await report(info, {
      name: `${title} at rest, ${PRESETS} presets kept fresh`,
      unit,
      product: counted('kept'),
      reference: { name: 'bare tray', readings: counted('bare') },
      aim: { of: 'difference', atMost },
    });
  }
});
