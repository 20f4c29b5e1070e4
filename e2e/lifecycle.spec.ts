import { expect, test } from './desktop/fixtures';
import { menuOutline } from './desktop/tray-menu';
import { enterDemo, openPresetForm, row, token, zoe } from './person';

test('closing the window leaves the program in the tray without a renderer', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  expect(program.processes().some(({ type }) => type === 'main')).toBe(true);
  await tray.waitForMenu((menu) => menu.some(({ label }) => label === 'Quit'));
});

test('starting it a second time opens the window of the first', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  const second = await program.startSecondInstance();
  expect(second.code).toBe(0);
  await expect((await program.mainWindow()).getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
});

test('after quitting and starting again the account, presets and pins are there', async ({
  launch,
  desktop,
}) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await row(page, 'Azure DevOps').getByRole('button', { name: 'Pin Azure DevOps' }).click();
  await openPresetForm(page);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Grüße & Co');
  await page.getByRole('textbox', { name: 'Resource' }).fill('api://demo.token-tray');
  await page
    .getByRole('textbox', { name: 'Address' })
    .fill(`${new URL(desktop.browser.openedUrls()[0] ?? '').origin}/api/echo`);
  await page.getByRole('button', { name: 'Add preset', exact: true }).click();
  await row(page, 'Grüße & Co')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  await first.quit();
  await desktop.clipboard.waitFor((text) => text === '');

  const second = await launch();
  const tray = await desktop.tray.icon();
  // Tray only: nothing opens by itself.
  await tray.waitForMenu((menu) => menu.some(({ label }) => label === `${zoe} · Fjord Demo`));
  expect(second.app.windows()).toEqual([]);
  const menu = await tray.menu();
  // Used last, so it stands right after those that are pinned.
  expect(menuOutline(menu)).toContainEqual(expect.stringMatching(/^Grüße & Co {4}(1 h \d+|\d+) min$/));
  expect(menu.findIndex(({ label }) => label.startsWith('Azure DevOps'))).toBeLessThan(
    menu.findIndex(({ label }) => label.startsWith('Key Vault')),
  );
  await tray.click([/^Grüße/]);
  expect(await desktop.clipboard.waitFor((text) => token.test(text))).toBe(copied);
  expect(desktop.browser.openedUrls()).toHaveLength(1);
});

test('a kill at any moment loses no preset', async ({ launch, desktop }) => {
  const first = await launch();
  const page = await enterDemo(first, desktop);
  await row(page, 'Storage').getByRole('button', { name: 'Pin Storage' }).click();
  await expect(row(page, 'Storage').getByRole('button', { name: 'Unpin Storage' })).toBeVisible();
  await first.kill();
  await launch();
  const tray = await desktop.tray.icon();
  const menu = await tray.waitForMenu((items) => items.some(({ label }) => label.startsWith('Storage')));
  expect(menu.findIndex(({ label }) => label.startsWith('Storage'))).toBeLessThan(
    menu.findIndex(({ label }) => label.startsWith('Key Vault')),
  );
});
