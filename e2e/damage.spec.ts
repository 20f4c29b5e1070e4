import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { enterDemo, row } from './person';

test('a damaged presets file is set aside, and the last good copy comes back with one notice', async ({
  launch,
  desktop,
}) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await row(page, 'Azure DevOps').getByRole('button', { name: 'Pin Azure DevOps' }).click();
  await expect(row(page, 'Azure DevOps').getByRole('button', { name: 'Unpin Azure DevOps' })).toBeVisible();
  const folder = await first.userDataDir();
  await first.quit();
  const whole = await readFile(path.join(folder, 'presets.json'), 'utf8');
  const half = whole.slice(0, whole.length / 2);
  await writeFile(path.join(folder, 'presets.json'), half);

  const second = await launch();
  await second.startSecondInstance();
  const again = await second.mainWindow();
  await expect(again.getByText(/presets file was damaged/)).toHaveCount(1);
  await expect(again.getByText(/back from the last good copy/)).toBeVisible();
  await expect(row(again, 'Azure DevOps').getByRole('button', { name: 'Unpin Azure DevOps' })).toBeVisible();
  const kept = (await readdir(folder)).find((name) => name.startsWith('presets.damaged-'));
  expect(await readFile(path.join(folder, String(kept)), 'utf8')).toBe(half);
  await second.quit();

  const third = await launch();
  await third.startSecondInstance();
  await expect(row(await third.mainWindow(), 'Azure DevOps')).toBeVisible();
  await expect((await third.mainWindow()).getByText(/presets file was damaged/)).toHaveCount(0);
});

/** The folder of the program's files on this desktop, before its first start. */
async function userData(desktop: DesktopSession): Promise<string> {
  const folder = path.join(String(desktop.env['XDG_CONFIG_HOME']), 'Token Tray');
  await mkdir(folder, { recursive: true });
  return folder;
}

const values = (page: Page) =>
  page.evaluate(async () => (await window.tokenTray.getSnapshot()).settings.values);

test('a settings file with wrong values keeps the good ones, says so once, and is kept', async ({
  launch,
  desktop,
}) => {
  const folder = await userData(desktop);
  const byHand = JSON.stringify({
    version: 1,
    theme: 'pink',
    defaultFormat: 'curl',
    clipboardClearsAfter: 5,
    notifyBeforeEnd: 10,
    colour: 'pink',
  });
  await writeFile(path.join(folder, 'settings.json'), byHand);
  const first = await launch();
  expect(await first.userDataDir()).toBe(folder);
  const page = await first.mainWindow();
  await expect(page.getByText(/Some settings in the settings file were not valid/)).toHaveCount(1);
  expect(await values(page)).toMatchObject({
    theme: 'system',
    defaultFormat: 'curl',
    clipboardClearsAfter: 60,
    notifyBeforeEnd: 10,
  });
  const kept = (await readdir(folder)).find((name) => name.startsWith('settings.damaged-'));
  await expect(page.getByText(String(kept))).toBeVisible();
  expect(await readFile(path.join(folder, String(kept)), 'utf8')).toBe(byHand);
  await first.quit();

  const second = await launch();
  await second.startSecondInstance();
  const again = await second.mainWindow();
  await expect(again.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await expect(again.getByText(/settings file/)).toHaveCount(0);
  expect(await values(again)).toMatchObject({ defaultFormat: 'curl', notifyBeforeEnd: 10 });
});

test('a settings file that is none is set aside, and the last good copy comes back', async ({
  launch,
  desktop,
}) => {
  const folder = await userData(desktop);
  const first = await launch();
  const page = await first.mainWindow();
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { theme: 'dark' } }));
  await first.quit();
  await writeFile(path.join(folder, 'settings.json'), '[]');

  const second = await launch();
  const again = await second.mainWindow();
  await expect(again.getByText(/settings are back from the last good copy/)).toBeVisible();
  expect(await values(again)).toMatchObject({ theme: 'dark' });
  expect((await readdir(folder)).some((name) => name.startsWith('settings.damaged-'))).toBe(true);
});
