import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import { lookAt } from './look';

/** Puts managed settings on this desktop; the program takes them with what this returns in its environment. */
async function managed(desktop: DesktopSession, content: object | string): Promise<Record<string, string>> {
  const file = path.join(desktop.home, 'managed.json');
  const text = typeof content === 'string' ? content : JSON.stringify(content, undefined, 2);
  await writeFile(file, text);
  return { TOKEN_TRAY_MANAGED_SETTINGS: file };
}

async function openSettings(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Demo tenant' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeFocused();
}

const choice = (page: Page, name: string): Locator => page.getByRole('combobox', { name, exact: true });
const onOff = (page: Page, name: string): Locator => page.getByRole('switch', { name, exact: true });
const hotkey = (page: Page, name: string): Locator =>
  page.getByRole('button', { name: new RegExp(`^${name} `) });

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`on a ${colorScheme} desktop`, () => {
    test.use({ colorScheme });

    test('settings that the organisation has fixed are shown as such, and cannot be changed', async ({
      desktop,
      launch,
    }) => {
      const env = await managed(desktop, {
        version: 1,
        organisation: 'Contoso',
        contact: 'help@contoso.com',
        settings: {
          clipboardClearsAfter: 30,
          activityList: false,
          paletteHotkey: 'CommandOrControl+Alt+K',
        },
        defaults: { notifyBeforeEnd: 10 },
      });
      const program = await launch({ env });
      const page = await program.mainWindow();
      await openSettings(page);
      const look = lookAt(page, colorScheme);
      await expect(
        page.getByText('Some settings are managed by Contoso. Questions: help@contoso.com'),
      ).toBeVisible();
      await look('settings-managed');

      const clears = choice(page, 'Clear the clipboard after');
      await expect(clears).toHaveText('30 seconds');
      await expect(clears).toHaveAccessibleDescription(/Set by Contoso$/);
      await expect(clears).toBeDisabled();
      await clears.focus();
      await expect(clears).toBeFocused();
      for (const key of ['Enter', 'ArrowDown', 'Space', 'End', 'Enter']) await page.keyboard.press(key);
      await clears.scrollIntoViewIfNeeded();
      await expect(clears).toBeInViewport();
      await clears.click({ force: true });
      await expect(page.getByRole('option')).toHaveCount(0);
      await expect(clears).toHaveText('30 seconds');

      const list = onOff(page, 'Keep a list of what was copied');
      await expect(list).toHaveAccessibleDescription(/Set by Contoso$/);
      await list.focus();
      await expect(list).toBeFocused();
      await page.keyboard.press('Space');
      await list.click({ force: true });
      await expect(list).not.toBeChecked();

      const palette = hotkey(page, 'Open the palette');
      await expect(palette).toHaveText('Ctrl+Alt+K');
      await palette.click({ force: true });
      await expect(palette).toHaveText('Ctrl+Alt+K');
      await expect(page.getByText(/^Hold Ctrl/)).toHaveCount(0);
      await look('settings-managed-locked');

      // Nor past the page's own controls.
      const outcomes = await page.evaluate(async () => [
        await window.tokenTray.run('changeSettings', { change: { activityList: true, theme: 'dark' } }),
        await window.tokenTray.run('resetSetting', { setting: 'clipboardClearsAfter' }),
        await window.tokenTray.run('setHotkey', { hotkey: 'palette', accelerator: null }),
        await window.tokenTray.run('resetSetting', { setting: 'paletteHotkey' }),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused', 'refused']);
      await expect(list).not.toBeChecked();
      await expect(page.getByRole('button', { name: /^Reset/ })).toHaveCount(0);

      // What is only laid down to begin with is the person's to change, and to put back.
      const ahead = choice(page, 'Before a pinned token ends');
      await expect(ahead).toHaveText('10 minutes before');
      await ahead.click();
      await page.getByRole('option', { name: '5 minutes before', exact: true }).click();
      await page.getByRole('button', { name: /^Reset “Before a pinned token ends” to “10 minutes/ }).click();
      await expect(ahead).toHaveText('10 minutes before');
    });
  });
}

test('what a person had set comes back when the organisation’s file is gone', async ({ desktop, launch }) => {
  const first = await launch();
  const page = await first.mainWindow();
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { theme: 'dark' } }));
  const folder = await first.userDataDir();
  await first.quit();
  const settings = async (): Promise<unknown> =>
    JSON.parse(await readFile(path.join(folder, 'settings.json'), 'utf8'));

  const env = await managed(desktop, { version: 1, settings: { theme: 'light' } });
  const second = await launch({ env });
  await second.startSecondInstance();
  const managedPage = await second.mainWindow();
  await openSettings(managedPage);
  await expect(choice(managedPage, 'Theme')).toHaveText('Light');
  await expect(choice(managedPage, 'Theme')).toHaveAccessibleDescription('Set by your organisation');
  await onOff(managedPage, 'When a copy is done').click();
  await expect(onOff(managedPage, 'When a copy is done')).not.toBeChecked();
  await second.quit();
  expect(await settings()).toMatchObject({ theme: 'dark', notifyCopied: false });

  const third = await launch();
  await third.startSecondInstance();
  const last = await third.mainWindow();
  await openSettings(last);
  await expect(choice(last, 'Theme')).toHaveText('Dark');
  await expect(last.getByText(/managed by/)).toHaveCount(0);
});

test('a wrong file is refused whole, with its line and the reason, and the program goes on', async ({
  desktop,
  launch,
}) => {
  const env = await managed(
    desktop,
    `{
  "version": 1,
  "settings": { "theme": "dark" },
  "clientApplications": [
    {
      "id": "app",
      "kind": "organisation",
      "clientId": "8b87af7d-8647-4dc7-8df4-5f69a2011bb5",
      "tenant": "contoso"
    }
  ]
}
`,
  );
  const program = await launch({ env });
  const page = await program.mainWindow();
  const notice = page
    .getByRole('listitem')
    .filter({ hasText: 'Your organisation’s settings were not used.' });
  await expect(notice).toContainText(
    'managed.json, line 9, clientApplications[0].tenant: It has to be the ID of a tenant,',
  );
  await expect(notice).toContainText('Tell your administrator.');
  await openSettings(page);
  await expect(choice(page, 'Theme')).toHaveText('Like the system');
  await lookAt(page, 'light')('managed-wrong-file');
});
