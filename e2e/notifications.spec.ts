import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { draftFor } from '../src/shared/test-support/preset-drafts';
import path from 'node:path';
import type { Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import type { DesktopSession } from './desktop/desktop-session';
import type { Program } from './desktop/program';
import { holdClipboard } from './held-clipboard';
import { enterDemo, row, signInInBrowser, token, waitingSheet, whenTenantsAreRead, zoe } from './person';

const repository = path.resolve(import.meta.dirname, '..');

/** Gives a command as the pages do. */
const run = (page: Page, name: string, args: object): Promise<unknown> =>
  page.evaluate(
    ([commandName, commandArgs]) => {
      // The compiler does not follow a name and its arguments into the page.
      const { tokenTray } = window as unknown as {
        tokenTray: { run(name: unknown, args: unknown): Promise<unknown> };
      };
      return tokenTray.run(commandName, commandArgs);
    },
    [name, args] as const,
  );

async function closeWindow(program: Program, page: Page): Promise<void> {
  await page.close();
  await program.waitForProcesses((all) => !all.some(({ type }) => type === 'renderer'));
}

/** The program with a clock that can be put forward. */
function withClock(desktop: DesktopSession): string {
  const folder = path.join(desktop.folder, 'program');
  for (const part of ['out', 'assets']) {
    cpSync(path.join(repository, part), path.join(folder, part), { recursive: true });
  }
  symlinkSync(path.join(repository, 'node_modules'), path.join(folder, 'node_modules'));
  const manifest = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as object;
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...manifest, main: 'start.js' }));
  writeFileSync(path.join(folder, 'start.js'), "import './clock.js';\nimport './out/main/index.js';\n");
  writeFileSync(
    path.join(folder, 'clock.js'),
    `let ahead = 0;
const Real = Date;
globalThis.Date = class extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [Real.now() + ahead] : given));
  }
  static now() {
    return Real.now() + ahead;
  }
};
globalThis.putClockForward = (ms) => (ahead += ms);
`,
  );
  return folder;
}

const putClockForward = (program: Program, minutes: number): Promise<void> =>
  program.app.evaluate((_electron, ms) => {
    // Of the program's own start, see `withClock`.
    (globalThis as unknown as { putClockForward(ms: number): void }).putClockForward(ms);
  }, minutes * 60_000);

test('a copy is said as quietly as can be, with no token and no name of a person', async ({
  program,
  tray,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const url = 'https://orders.example.com/{customer}/items/{item}';
  await run(page, 'addPreset', draftFor('Orders API', 'api://orders.example.com', url));
  await row(page, 'Orders API')
    .getByRole('button', { name: /^Copy curl/ })
    .click();
  await page.getByRole('button', { name: 'Copy with placeholders' }).click();
  await desktop.clipboard.waitFor((text) => text.includes('/{customer}/items/{item}'));
  await run(page, 'changeSettings', { change: { clipboardClearsAfter: 120 } });
  await closeWindow(program, page);
  await tray.click(['Copy as curl', /^Orders API/]);
  const copied = await desktop.notifications.waitFor(
    ({ title }) => title === 'Orders API curl command copied',
  );
  expect(copied.body).toMatch(
    /^Good for (1 h \d+ min|\d+ min)\. The clipboard is cleared in 2 min\. First fill in \{customer\}, \{item\}\.$/,
  );
  expect(copied.hints['urgency']).toBe(1);
  expect(copied.expiresAfter).toBe(-1);
  const all = JSON.stringify(desktop.notifications.shown);
  expect(all).not.toContain('eyJ');
  expect(all).not.toContain(zoe);
});

test('each copy takes the place of the one before, and goes with what was copied', async ({
  program,
  tray,
  desktop,
}) => {
  await closeWindow(program, await enterDemo(program, desktop));
  await tray.click([/^Demo API/]);
  const first = await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  await tray.click([/^Microsoft Graph/]);
  const second = await desktop.notifications.waitFor(({ title }) => title === 'Microsoft Graph token copied');
  expect(first.up).toBe(false);
  expect(second.id).not.toBe(first.id);
  expect(desktop.notifications.up).toEqual([second]);
  await tray.click([/^Clear clipboard/]);
  await desktop.notifications.waitForAll(() => !second.up);
});

test('nothing stays behind that nobody would answer after quitting', async ({ program, tray, desktop }) => {
  await closeWindow(program, await enterDemo(program, desktop));
  await tray.click([/^Demo API/]);
  const copied = await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
  expect(copied.up).toBe(true);
  await program.quit();
  expect(desktop.notifications.up).toEqual([]);
});

test('a copy is not said where it is switched off', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  await run(page, 'changeSettings', { change: { notifyCopied: false } });
  await closeWindow(program, page);
  await tray.click([/^Demo API/]);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await tray.click(['Open Token Tray']);
  const opened = await program.mainWindow();
  await run(opened, 'changeSettings', { change: { notifyCopied: true } });
  await closeWindow(program, opened);
  await tray.click([/^Microsoft Graph/]);
  await desktop.notifications.waitFor(({ title }) => title === 'Microsoft Graph token copied');
  expect(desktop.notifications.shown).toHaveLength(1);
});

test.describe('in a window that has the focus', () => {
  test.use({ windowManager: true });

  test('a copy is said there, and not once more', async ({ program, tray, desktop }) => {
    const page = await enterDemo(program, desktop);
    await expect
      .poll(() => program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getFocusedWindow() !== null))
      .toBe(true);
    await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
    await expect(page.getByText('Demo API token copied', { exact: true })).toBeVisible();
    await closeWindow(program, page);
    await tray.click([/^Microsoft Graph/]);
    await desktop.notifications.waitFor(({ title }) => title === 'Microsoft Graph token copied');
    expect(desktop.notifications.shown).toHaveLength(1);
  });
});

test('a copy that needs a sign-in says so until the sign-in ends; a click opens the browser again', async ({
  program,
  tray,
  desktop,
}) => {
  const window = await program.mainWindow();
  await window.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await window.getByRole('button', { name: 'Cancel' }).click();
  await expect(waitingSheet(window)).toBeHidden();
  // A plain sign-in is its window's business.
  expect(desktop.notifications.shown).toEqual([]);
  await closeWindow(program, window);
  await tray.click([/^Demo API/]);
  const needed = await desktop.notifications.waitFor(
    ({ title }) => title === 'Sign in to get the Demo API token',
  );
  expect(needed.body).toBe('Your browser is open and waiting. Click to open the page again.');
  await desktop.browser.nextUrl();
  await tray.click(['Cancel sign-in']);
  await desktop.notifications.waitForAll(() => !needed.up);

  await tray.click([/^Demo API/]);
  const again = await desktop.notifications.waitFor(({ id }) => id > needed.id);
  expect(again.title).toBe(needed.title);
  const url = await desktop.browser.nextUrl();
  desktop.notifications.click(again);
  const page = await desktop.browser.openNextPage();
  expect(desktop.browser.openedUrls().at(-1)).toBe(url);
  await page.getByRole('button', { name: zoe, exact: true }).click();
  await desktop.clipboard.waitFor((text) => token.test(text));
});

test('a clipboard that another program holds is said; a click copies after all', async ({
  program,
  tray,
  desktop,
}) => {
  await closeWindow(program, await enterDemo(program, desktop));
  const letGo = await holdClipboard(program);
  await tray.click([/^Demo API/]);
  const held = await desktop.notifications.waitFor(
    ({ title }) => title === 'The clipboard is in use by another program',
  );
  expect(await letGo()).toBeGreaterThan(0);
  desktop.notifications.click(held);
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.notifications.waitFor(({ title }) => title === 'Demo API token copied');
});

test('before a pinned token ends it is said; a click renews it, and one more copies it', async ({
  launch,
  desktop,
}) => {
  const program = await launch({ appFolder: withClock(desktop) });
  const tray = await desktop.tray.icon();
  const page = await enterDemo(program, desktop);
  await run(page, 'setPinned', { presetId: 'demo-short-lived', pinned: true });
  await closeWindow(program, page);
  await tray.click([/^Demo: short-lived token/]);
  const first = await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.notifications.waitFor(({ title }) => title === 'Demo: short-lived token token copied');
  // Its whole life is hardly longer than the notice, which is no reason to say so at once.
  expect(desktop.notifications.shown).toHaveLength(1);

  await putClockForward(program, 3.5);
  await tray.click([/^Clear clipboard/]);
  const ending = await desktop.notifications.waitFor(({ title }) => title.includes('ends in'));
  expect(ending.title).toBe('Demo: short-lived token token ends in 2 min');
  expect(ending.body).toMatch(/^It is good until \d{1,2}:\d\d.*\. Click to renew it\.$/);
  expect(ending.hints['urgency']).toBe(1);
  desktop.notifications.click(ending);
  const renewed = await desktop.notifications.waitFor(({ title }) => title.endsWith('renewed'));
  expect(renewed.body).toMatch(/^Good for [56] min\. Click to copy it\.$/);
  desktop.notifications.click(renewed);
  const second = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(second).not.toBe(first);
});

test('the end of a token is not said where it is switched off, nor of what is not pinned', async ({
  launch,
  desktop,
}) => {
  const program = await launch({ appFolder: withClock(desktop) });
  const tray = await desktop.tray.icon();
  const page = await enterDemo(program, desktop);
  await run(page, 'setPinned', { presetId: 'demo-short-lived', pinned: true });
  await run(page, 'changeSettings', { change: { notifyBeforeEnd: 0, notifyCopied: false } });
  await run(page, 'copyToken', { presetId: 'demo-short-lived' });
  await putClockForward(program, 4);
  await run(page, 'clearClipboard', {});
  await run(page, 'setPinned', { presetId: 'demo-short-lived', pinned: false });
  await run(page, 'changeSettings', { change: { notifyBeforeEnd: 30 } });
  await closeWindow(program, page);
  expect(desktop.notifications.shown).toEqual([]);
  await tray.click(['Open Token Tray']);
  const opened = await program.mainWindow();
  await run(opened, 'setPinned', { presetId: 'demo-short-lived', pinned: true });
  await desktop.notifications.waitFor(({ title }) => /ends in [12] min$/.test(title));
  expect(desktop.notifications.shown).toHaveLength(1);
});

test('keeping fresh that ends for want of a sign-in is said once for all; a click signs in', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  // Both at once, and nothing before them on the network: what stops later than a moment after another is said by itself.
  await whenTenantsAreRead(page);
  await page.evaluate(
    (presetIds) =>
      Promise.all(
        presetIds.map((presetId) => window.tokenTray.run('setKeepFresh', { presetId, keepFresh: true })),
      ),
    ['demo-second-factor', 'demo-consent'],
  );
  await closeWindow(program, page);
  const stopped = await desktop.notifications.waitFor(({ title }) => title.includes('fresh'));
  expect(stopped.title).toBe('Sign in again to keep 2 APIs fresh');
  expect(stopped.hints['urgency']).toBe(1);
  desktop.notifications.click(stopped);
  await signInInBrowser(desktop, zoe, 'Approve');
  const opened = await program.mainWindow();
  await expect(row(opened, 'Demo: second factor').getByText(/\d( m)? left/)).toBeVisible();
});

test('keeping fresh that is refused for good is said; a click tries again and shows why it fails', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await run(page, 'setKeepFresh', { presetId: 'demo-blocked', keepFresh: true });
  await closeWindow(program, page);
  const stopped = await desktop.notifications.waitFor(({ title }) => title.includes('fresh'));
  expect(stopped.title).toBe('Demo: blocked by policy is no longer kept fresh');
  desktop.notifications.click(stopped);
  const opened = await program.mainWindow();
  await expect(opened.getByRole('dialog')).toContainText('Demo: blocked by policy');
});

test('keeping fresh that ends is not said where it is switched off', async ({ program, tray, desktop }) => {
  const page = await enterDemo(program, desktop);
  await run(page, 'changeSettings', { change: { notifyRenewalFailed: false } });
  await run(page, 'setKeepFresh', { presetId: 'demo-blocked', keepFresh: true });
  await page.waitForFunction(async () => {
    const { presets } = await window.tokenTray.getSnapshot();
    return presets.some(({ keepFreshStopped }) => keepFreshStopped === 'failed');
  });
  await run(page, 'changeSettings', { change: { notifyRenewalFailed: true } });
  await run(page, 'setKeepFresh', { presetId: 'demo-consent', keepFresh: true });
  await closeWindow(program, page);
  // This one stopped later and is said: the other would have been before.
  await desktop.notifications.waitFor(({ title }) => title === 'Sign in again to keep Demo: consent fresh');
  expect(desktop.notifications.shown).toHaveLength(1);
  await tray.click(['Quit']);
});
