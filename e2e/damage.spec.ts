import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
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

test('settings with values of the wrong kind are set aside, and the program starts with its defaults', async ({
  launch,
  desktop,
}) => {
  const folder = path.join(String(desktop.env['XDG_CONFIG_HOME']), 'Token Tray');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'settings.json'), '{"version":1,"theme":"pink"}');
  const program = await launch();
  expect(await program.userDataDir()).toBe(folder);
  const page = await program.mainWindow();
  await expect(page.getByText(/settings file was damaged/i)).toBeVisible();
  expect((await readdir(folder)).some((name) => name.startsWith('settings.damaged-'))).toBe(true);
});
