import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { presetLimits } from '../src/shared/preset-limits';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { findMenuItem, menuOutline, type MenuItem } from './desktop/tray-menu';
import { ownPreset, withPresets } from './own-presets';
import { alex, claimsOf, enterDemo, signInInBrowser, token, zoe, whenTenantsAreRead } from './person';

const run = promisify(execFile);

/** The menu itself, without what its submenus hold. */
const outline = (menu: readonly MenuItem[]): string[] =>
  menuOutline(menu.map((item) => ({ ...item, children: [] })));
const labelled = (menu: readonly MenuItem[], label: string | RegExp): MenuItem | undefined =>
  findMenuItem(menu, [label]);

/** Requests for tokens do not get through until the returned function is called. */
async function holdTokenRequests({ app }: Program): Promise<() => Promise<void>> {
  await app.evaluate(({ session }) => {
    const held: (() => void)[] = [];
    Object.assign(globalThis, { held });
    session.defaultSession.webRequest.onBeforeRequest(
      { urls: ['http://127.0.0.1:*/*'] },
      ({ url }, answer) => {
        if (/\/oauth2\/v2\.0\/token(\?|$)/.test(url)) held.push(() => answer({}));
        else answer({});
      },
    );
  });
  return () =>
    app.evaluate(({ session }) => {
      session.defaultSession.webRequest.onBeforeRequest(null);
      // Put there above; no type knows of it.
      (globalThis as unknown as { held: (() => void)[] }).held.forEach((letThrough) => letThrough());
    });
}

test('the menu has the account, presets with their time, ways to copy, and the way out', async ({
  program,
  tray,
  desktop,
}) => {
  await enterDemo(program, desktop);
  // The sign-in gets one token itself, to find out which tenants and subscriptions there are.
  const before = outline(
    await tray.waitForMenu((menu) =>
      menu.some(({ label }) => /^Azure Resource Manager {4}\d+ h( \d+ min)?$/.test(label)),
    ),
  );
  expect(before.slice(0, 4)).toEqual([
    `${zoe} · Fjord Demo`,
    '-',
    expect.stringMatching(/^Azure Resource Manager {4}\d+ h( \d+ min)?$/),
    'Microsoft Graph    no token yet',
  ]);
  expect(before.slice(before.indexOf('Copy as curl'))).toEqual([
    'Copy as curl',
    'Copy as',
    '-',
    'Quick copy…',
    'Open Token Tray',
    'Settings…',
    'Quit',
  ]);
  await tray.click([/^Demo API/]);
  const after = outline(
    // The time, the last copy and the clipboard are known one after the other.
    await tray.waitForMenu((menu) =>
      [/^Demo API {4}(1 h \d+|\d+) min$/, /^Copy last again/, /^Clear clipboard/].every((wanted) =>
        menu.some(({ label }) => wanted.test(label)),
      ),
    ),
  );
  expect(after.slice(after.indexOf('Copy as'))).toEqual([
    'Copy as',
    '-',
    'Copy last again    Demo API · Token',
    'Clear clipboard    by itself within 60 s',
    '-',
    'Quick copy…',
    'Open Token Tray',
    'Settings…',
    'Quit',
  ]);
});

test('the ten most relevant presets are at hand, the rest under More, with their hotkeys', async ({
  desktop,
  launch,
}) => {
  const presets = Array.from({ length: 13 }, (_, n) =>
    ownPreset(`api-${n}`, {
      name: n === 9 ? 'W'.repeat(presetLimits.storedNameLength) : `API ${n}`,
      pinned: n === 12,
      ...(n === 1 ? { hotkey: 'CommandOrControl+Shift+F9' } : {}),
      ...(n === 2 ? { hotkey: 'CommandOrControl+Alt+-' } : {}),
    }),
  );
  const program = await launch(withPresets(desktop, presets));
  await enterDemo(program, desktop);
  const tray = await desktop.tray.icon();
  const names = (items: readonly MenuItem[]): string[] =>
    items.map(({ label }) => label.split('    ')[0] ?? '');
  const long = `${'W'.repeat(47)}…`;
  const menu = await tray.waitForMenu((items) => labelled(items, 'More') !== undefined);
  const inOrder = ['API 12', 'API 0', 'API 1', 'API 2', 'API 3', 'API 4', 'API 5', 'API 6', 'API 7', 'API 8'];
  expect(names(menu.slice(2, 13))).toEqual([...inOrder, 'More']);
  expect(names(labelled(menu, 'More')?.children ?? [])).toEqual([long, 'API 10', 'API 11']);
  expect(names(labelled(menu, 'Copy as')?.children ?? [])).toEqual([...inOrder, '', 'All in the window…']);
  // A panel is told no key that writes nothing.
  expect(labelled(menu, /^API 1 /)).toMatchObject({
    label: 'API 1    no token yet    Ctrl+Shift+F9',
    shortcut: '',
  });
  expect(labelled(menu, /^API 2 /)?.shortcut).toBe('Control+Alt+-');
  expect(labelled(menu, 'Quick copy…')?.shortcut).toBe('Control+Alt+t');
  expect(labelled(menu, /^API 0 /)?.shortcut).toBe('');
  // What is used moves up to those that are pinned.
  await tray.click(['More', /^API 11/]);
  await desktop.clipboard.waitFor((text) => token.test(text));
  const used = await tray.waitForMenu((items) => /^API 11 {4}\d/.test(items[3]?.label ?? ''));
  expect(names(used.slice(2, 5))).toEqual(['API 12', 'API 11', 'API 0']);
  expect(names(labelled(used, 'More')?.children ?? [])).toEqual(['API 8', long, 'API 10']);
});

test('Copy as has the formats that are used most', async ({ program, tray, desktop }) => {
  await enterDemo(program, desktop);
  const menu = await tray.waitForMenu((items) => labelled(items, 'Copy as') !== undefined);
  expect(findMenuItem(menu, ['Copy as', 'Demo API'])?.children.map(({ label }) => label)).toEqual([
    'Token',
    'Authorization header',
    'curl',
    'PowerShell',
    'HTTPie',
    'Python requests',
    'JavaScript fetch',
    'Environment variable',
  ]);
  await tray.click(['Copy as', 'Demo API', 'Authorization header']);
  await desktop.clipboard.waitFor((text) => text.startsWith('Authorization: Bearer eyJ'));
  await tray.waitForMenu(
    (items) => labelled(items, 'Copy last again    Demo API · Authorization header') !== undefined,
  );
  await tray.click(['Copy as', 'Demo API', 'Token']);
  await desktop.clipboard.waitFor((text) => token.test(text));
});

test('the account is changed from the menu, and another one is added', async ({ program, tray, desktop }) => {
  await enterDemo(program, desktop);
  await tray.click([`${zoe} · Fjord Demo`, 'Sign in with another account…']);
  await signInInBrowser(desktop, alex);
  const choices = (menu: readonly MenuItem[]): (string | number)[][] =>
    (menu[0]?.children ?? [])
      .filter(({ toggleType }) => toggleType === 'radio')
      .map(({ label, toggleState }) => [label, toggleState]);
  const both = await tray.waitForMenu((menu) => menu[0]?.label === `${alex} · Fjord Demo`);
  expect(both[0]?.children[0]).toMatchObject({ label: 'Fjord Demo · Demo', enabled: false });
  expect(choices(both)).toEqual([
    [`${zoe}    zoe.nunez@fjord-demo.example · Fjord Demo`, 0],
    [`${alex}    alex.moreau@fjord-demo.example · Fjord Demo`, 1],
  ]);
  await tray.click([`${alex} · Fjord Demo`, /^Zoë/]);
  const back = await tray.waitForMenu((menu) => menu[0]?.label === `${zoe} · Fjord Demo`);
  expect(choices(back).map(([, state]) => state)).toEqual([1, 0]);
  await tray.click([/^Demo API/]);
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['name']).toBe(zoe);
});

test('one click copies the token, and a notification says so where no window does', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  await tray.click([/^Demo API/]);
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)['aud']).toBe('api://demo.token-tray');
  const { body } = await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  expect(body).toMatch(/^Good for (1 h \d+ min|\d+ min)\. The clipboard is cleared in 60 s\.$/);
  expect(body).not.toContain('eyJ');
  expect(program.app.windows().filter((window) => !window.isClosed())).toEqual([]);
});

test('a click on the notification opens the window', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  await tray.click([/^Demo API/]);
  const notification = await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  expect(notification.actions).toContain('default');
  expect(program.app.windows().filter((window) => !window.isClosed())).toEqual([]);
  desktop.notifications.click(notification);
  const opened = await program.mainWindow();
  await expect(opened.getByText('Demo API token copied', { exact: true })).toBeVisible();
  await expect
    .poll(() =>
      program.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isVisible()),
      ),
    )
    .toEqual([true]);
});

test('Copy as curl copies a command that runs; it is cleared and copied again from the menu', async ({
  program,
  tray,
  desktop,
}) => {
  await enterDemo(program, desktop);
  expect(labelled(await tray.menu(), /^(Copy last|Clear)/)).toBeUndefined();
  await tray.click(['Copy as curl', /^Azure Resource Manager/]);
  const line = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  const { stdout } = await run('bash', ['-c', `${line} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({
    value: expect.arrayContaining([expect.objectContaining({ displayName: 'Demo production' })]),
  });
  await tray.click([/^Clear clipboard/]);
  await desktop.clipboard.waitFor((text) => text === '');
  await tray.waitForMenu((menu) => labelled(menu, /^Clear clipboard/) === undefined);
  await tray.click(['Copy last again    Azure Resource Manager · curl']);
  expect(await desktop.clipboard.waitFor((text) => text !== '')).toBe(line);
});

test('a click on a preset copies in the format that is set', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.evaluate(() =>
    window.tokenTray.run('changeSettings', { change: { defaultFormat: 'authorization-header' } }),
  );
  await tray.click([/^Demo API/]);
  await desktop.clipboard.waitFor((text) => text.startsWith('Authorization: Bearer eyJ'));
});

test('menu and tooltip say when the clipboard is cleared, and leave a menu that is open alone until then', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  // The tenants that the sign-in finds out come into the menu, too.
  await whenTenantsAreRead(page);
  await page.evaluate(() => window.tokenTray.run('changeSettings', { change: { clipboardClearsAfter: 10 } }));
  await tray.click([/^Demo API/]);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await tray.waitForState(
    ({ toolTip }) => toolTip === 'Token Tray — Demo API token on the clipboard, clears within 10 s',
  );
  await tray.waitForMenu((menu) => labelled(menu, 'Clear clipboard    by itself within 10 s') !== undefined);
  // Each change of a menu gives its items new ids. The presets' minutes may change once in these ten seconds.
  const seen = new Set<number>();
  await tray.waitForMenu((menu) => {
    const clear = labelled(menu, /^Clear clipboard/);
    if (clear?.label.endsWith('within 10 s')) seen.add(clear.id);
    return clear === undefined;
  });
  expect(seen.size).toBeLessThanOrEqual(2);
  expect(seen.size).toBeGreaterThan(0);
  expect(await desktop.clipboard.read()).toBe('');
  await tray.waitForState(({ toolTip }) => toolTip === 'Token Tray');
});

test('the icon is another one for a sign-in that is needed, a token on its way, and one on the clipboard', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await program.mainWindow();
  const idle = (await tray.state()).iconPixels;
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await page.getByRole('button', { name: 'Cancel' }).click();
  const needed = await tray.waitForState(({ toolTip }) => toolTip === 'Token Tray — sign-in needed');
  expect(needed.iconPixels).not.toBe(idle);
  await tray.click(['Sign in…']);
  await signInInBrowser(desktop, zoe);
  await tray.waitForState(({ iconPixels }) => iconPixels === idle);
  const release = await holdTokenRequests(program);
  await tray.click([/^Demo API/]);
  const renewing = await tray.waitForState(({ toolTip }) => toolTip === 'Token Tray — getting a token…');
  await tray.waitForMenu((menu) => labelled(menu, 'Demo API    getting a token…') !== undefined);
  await release();
  const onClipboard = await tray.waitForState(({ toolTip }) => toolTip.includes('clipboard'));
  const icons = [idle, needed.iconPixels, renewing.iconPixels, onClipboard.iconPixels];
  expect(new Set(icons).size).toBe(4);
});

test('Settings… and a click on the icon open the window', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  await page.close();
  await tray.click(['Settings…']);
  const opened = await program.mainWindow();
  await expect
    .poll(() => opened.evaluate(async () => (await window.tokenTray.getSnapshot()).windowPage))
    .toBe('settings');
  await opened.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
  await tray.activate();
  await expect((await program.mainWindow()).locator('body')).toBeVisible();
});

test('Quick copy… opens the palette', async ({ program, tray, desktop }) => {
  await enterDemo(program, desktop);
  await tray.click(['Quick copy…']);
  await expect((await program.window(/^app:\/\/token-tray\/palette\b/)).getByRole('combobox')).toBeVisible();
});

test('a sign-in that the tray starts opens the window to cancel it, and Open and Quit do as they say', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await page.close();
  await tray.click([/^Demo API/]);
  await desktop.browser.nextUrl();
  const waiting = await program.mainWindow();
  await expect(waiting.getByRole('dialog')).toBeVisible();
  await tray.click(['Cancel sign-in']);
  await expect(waiting.getByRole('dialog')).toBeHidden();
  await waiting.close();
  await tray.click(['Open Token Tray']);
  await expect((await program.mainWindow()).getByRole('textbox', { name: /search/i })).toBeVisible();
  const ended = program.waitForExit();
  await tray.click(['Quit']);
  await ended;
});
