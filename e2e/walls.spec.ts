import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import { enterDemo, row, token } from './person';

/** Gives a command past the page's own code, with whatever arguments. */
const command = (page: Page, name: string, args: unknown): Promise<unknown> =>
  page.evaluate(
    ([commandName, commandArgs]) => {
      // Its own type lets no wrong name and no wrong form through.
      const { tokenTray } = window as unknown as {
        tokenTray: { run(name: unknown, args: unknown): Promise<unknown> };
      };
      return tokenTray.run(commandName, commandArgs);
    },
    [name, args],
  );

test('an unknown preset, a wrong form and an unknown command are refused, logged, and the program goes on', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  expect(await command(page, 'copyToken', { presetId: 'no-such-preset' })).toEqual({ outcome: 'refused' });
  expect(await command(page, 'copyToken', { presetId: ['demo-api'] })).toEqual({ outcome: 'refused' });
  expect(await command(page, 'copyToken', undefined)).toEqual({ outcome: 'refused' });
  expect(await command(page, 'constructor', {})).toEqual({ outcome: 'refused' });
  expect(await command(page, 'openHelpLink', { link: 'file:///etc/passwd' })).toEqual({ outcome: 'refused' });
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  await desktop.clipboard.waitFor((text) => token.test(text));
  const log = await readFile(path.join(await program.userDataDir(), 'logs', 'main.log'), 'utf8');
  expect(log).toContain('unknown preset');
  expect(log).toContain('arguments of a wrong form');
  expect(log).toContain('a command that does not exist');
  expect(log).not.toMatch(/eyJ|@fjord-demo/);
});

test('no token ever reaches a page', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.evaluate(() => {
    const { tokenTray } = window;
    const seen: string[] = [];
    Object.assign(window, { seen });
    tokenTray.followSnapshot((update) => seen.push(JSON.stringify(update)));
  });
  await row(page, 'Demo API').getByRole('button', { name: 'Copy curl for Demo API' }).click();
  const line = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  await expect(page.getByText('Demo API curl command copied', { exact: true })).toBeVisible();
  // Put there above; no type knows of it.
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen.join('\n'));
  expect(seen).toContain('"format":"curl"');
  expect(seen).not.toContain('eyJ');
  expect(await page.content()).not.toContain('eyJ');
  expect(line).toContain('eyJ');
});

test.describe('a page that tries', () => {
  test.use({ windowsMayComplain: true });

  test('cannot leave, open windows, run foreign scripts, reach the network or get a permission', async ({
    program,
  }) => {
    const page = await program.mainWindow();
    const address = page.url();
    const results = await page.evaluate(async () => {
      const state = async (name: string) =>
        (await navigator.permissions.query({ name: name as PermissionName })).state;
      const script = document.createElement('script');
      script.textContent = 'window.foreign = true';
      document.body.append(script);
      return {
        opened: window.open('https://example.com/') === null,
        foreign: 'foreign' in window,
        network: await fetch('https://example.com/').then(
          () => true,
          () => false,
        ),
        node: typeof Reflect.get(window, 'require') + typeof Reflect.get(window, 'process'),
        permissions: [
          await state('geolocation'),
          await state('notifications'),
          await state('clipboard-read'),
        ],
      };
    });
    expect(results).toEqual({
      opened: true,
      foreign: false,
      network: false,
      node: 'undefinedundefined',
      permissions: ['denied', 'denied', 'denied'],
    });
    await page.evaluate(() => window.location.assign('https://example.com/'));
    await page.evaluate(() => window.location.assign('file:///etc/passwd'));
    expect(page.url()).toBe(address);
    expect(program.app.windows()).toHaveLength(1);
    const preferences = await program.app.evaluate(({ BrowserWindow }) => {
      // Electron's types leave this method out.
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Electron.WebPreferences;
      };
      const { sandbox, contextIsolation, nodeIntegration } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration };
    });
    expect(preferences).toEqual({ sandbox: true, contextIsolation: true, nodeIntegration: false });
  });
});
