import path from 'node:path';
import type { Page } from 'playwright/test';
import type { Bridge } from '../../src/shared/ipc';
import type { Snapshot } from '../../src/shared/snapshot';
import { expect, test } from '../desktop/fixtures';
import { numberedPresets, writePresets } from '../own-presets';
import { claimsOf, enterDemo, token } from '../person';
import { report } from './comparison';

const PRESETS = 200;

const audience = (number: number): string => `https://api-${number}.example.com`;

const snapshot = (page: Page): Promise<Snapshot> => page.evaluate(() => window.tokenTray.getSnapshot());

/** Round trips from the page to main and back, in ms: copies, and in turns with them a command that does nothing. */
function roundTrips(page: Page, presetIds: string[]): Promise<{ copies: number[]; nothings: number[] }> {
  return page.evaluate(async (ids) => {
    const { tokenTray } = window;
    const nextPicture = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const nothingToDo = () => new Promise((resolve) => requestIdleCallback(resolve));
    const timed = async (give: () => ReturnType<Bridge['run']>) => {
      // The list is drawn anew after each copy; that belongs to the one before.
      await nextPicture();
      await nextPicture();
      await nothingToDo();
      const start = performance.now();
      const { outcome } = await give();
      const took = performance.now() - start;
      if (outcome !== 'done') throw new Error(`A command was ${outcome}.`);
      return took;
    };
    const copies: number[] = [];
    const nothings: number[] = [];
    for (const presetId of ids) {
      copies.push(await timed(() => tokenTray.run('copyToken', { presetId })));
      // No sign-in is under way, so there is nothing to open again.
      nothings.push(await timed(() => tokenTray.run('openBrowserAgain', {})));
    }
    return { copies, nothings };
  }, presetIds);
}

test('a cached token to the clipboard, with 200 presets', async ({ desktop, launch }, info) => {
  const presets = numberedPresets(PRESETS);
  const profile = path.join(desktop.folder, 'profile-200-presets');
  writePresets(profile, presets);
  const program = await launch({ args: [`--user-data-dir=${profile}`] });
  const page = await enterDemo(program, desktop);

  const ids = presets.map(({ id }) => id);
  // Gets every token from the demo tenant, and warms up.
  await roundTrips(page, ids);
  const before = await snapshot(page);
  expect(before.presets.filter((preset) => preset.token !== undefined)).toHaveLength(PRESETS);

  const { copies, nothings } = await roundTrips(page, ids);
  const after = await snapshot(page);
  expect(after.failure).toBeUndefined();
  expect(after.presets.map((preset) => preset.token)).toEqual(before.presets.map((preset) => preset.token));
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe(audience(PRESETS - 1));

  await report(info, {
    name: 'copy of a cached token, 200 presets',
    unit: 'ms',
    product: copies,
    reference: { name: 'a command that does nothing', readings: nothings },
    aim: { of: 'median', atMost: 5 },
  });
});
