import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '../desktop/fixtures';
import { menuOutline } from '../desktop/tray-menu';
import { enterDemo, zoe } from '../person';
import { report } from './comparison';
import { measure } from './tray-program';
import type { Readings, TrayProgram } from './tray-program';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');
/** The first of them warms up and does not count. */
const REPETITIONS = 8;

type Kind = 'bare' | 'signedIn' | 'signedOut';

test('start to tray and idle memory, without a window', async ({ desktop, launch }, info) => {
  const folder = (name: string) => path.join(desktop.folder, name);
  const profiles = {
    bare: folder('profile-bare'),
    signedIn: folder('profile-signed-in'),
    signedOut: folder('profile-signed-out'),
  };
  mkdirSync(profiles.bare);

  const signedIn = await launch({ args: [`--user-data-dir=${profiles.signedIn}`] });
  await enterDemo(signedIn, desktop);
  await signedIn.quit();

  // A first run would open the window, so this is one that has been used and left.
  cpSync(profiles.signedIn, profiles.signedOut, { recursive: true });
  const signedOut = await launch({ args: [`--user-data-dir=${profiles.signedOut}`] });
  await signedOut.startSecondInstance();
  const page = await signedOut.mainWindow();
  await page.evaluate(async () => {
    const { tokenTray } = window;
    const { clientApplication } = await tokenTray.getSnapshot();
    await tokenTray.run('chooseAzureCli', {});
    await tokenTray.run('cancelSignIn', {});
    if (clientApplication !== undefined)
      await tokenTray.run('removeClientApplication', { clientApplicationId: clientApplication.id });
  });
  await expect(page.getByRole('button', { name: 'Account: Not signed in' })).toBeVisible();
  await signedOut.quit();

  const programs: Record<Kind, TrayProgram> = {
    bare: {
      appFolder: path.join(import.meta.dirname, 'bare-tray'),
      profile: profiles.bare,
      check: async (icon) => expect(menuOutline(await icon.menu())).toEqual(['One', 'Two', 'Quit']),
    },
    signedIn: {
      appFolder: repositoryRoot,
      profile: profiles.signedIn,
      check: async (icon) => expect(menuOutline(await icon.menu()).join('\n')).toContain(zoe),
    },
    signedOut: {
      appFolder: repositoryRoot,
      profile: profiles.signedOut,
      check: async (icon) => expect(menuOutline(await icon.menu()).join('\n')).not.toContain(zoe),
    },
  };
  const readings: Record<Kind, Readings[]> = { bare: [], signedIn: [], signedOut: [] };
  for (let round = 0; round < REPETITIONS; round += 1) {
    for (const kind of ['bare', 'signedIn', 'signedOut'] as const)
      readings[kind].push(await measure(desktop, programs[kind]));
  }

  const counted = (kind: Kind, quantity: keyof Readings) =>
    readings[kind].slice(1).map((each) => each[quantity]);
  for (const { quantity, title, unit, atMost } of [
    { quantity: 'startToTray', title: 'start to tray', unit: 'ms', atMost: 1.2 },
    { quantity: 'idleMemory', title: 'idle memory', unit: 'MiB', atMost: 1.1 },
  ] as const) {
    const reference = { name: 'bare tray', readings: counted('bare', quantity) };
    const aim = { of: 'ratio', atMost } as const;
    for (const { kind, words } of [
      { kind: 'signedIn', words: 'signed in to the demo' },
      { kind: 'signedOut', words: 'nobody signed in' },
    ] as const) {
      const product = counted(kind, quantity);
      await report(info, { name: `${title}, ${words}`, unit, product, reference, aim });
    }
  }
});
