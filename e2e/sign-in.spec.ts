import { connect } from 'node:net';
import { expect, test } from './desktop/fixtures';
import { alex, enterDemo, row, signInInBrowser, waitingSheet, zoe } from './person';

const portOf = (authorizeUrl: string): number =>
  Number(new URL(new URL(authorizeUrl).searchParams.get('redirect_uri') ?? '').port);

const isListening = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });

test('signs in in the browser and comes back with the account', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await expect(waitingSheet(page)).toBeVisible();
  await expect(waitingSheet(page).getByText(/gives up in [45]:\d\d/i)).toBeVisible();
  await signInInBrowser(desktop, zoe);
  await expect(page.getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
  await expect(waitingSheet(page)).toBeHidden();
  const focused = await program.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.isVisible(),
  );
  expect(focused).toBe(true);
  expect(program.windowProblems).toEqual([]);
});

test.describe('with a window manager', () => {
  test.use({ windowManager: true });

  test('the window comes to the front when the sign-in is done', async ({ program, desktop }) => {
    const page = await program.mainWindow();
    await page.getByRole('button', { name: 'Demo tenant' }).click();
    await expect(waitingSheet(page)).toBeVisible();
    await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    await signInInBrowser(desktop, zoe);
    await expect
      .poll(() =>
        program.app.evaluate(({ BrowserWindow }) => {
          const [window] = BrowserWindow.getAllWindows();
          return [window?.isMinimized(), window?.isFocused()];
        }),
      )
      .toEqual([false, true]);
  });
});

test('Cancel ends the sign-in and frees its port', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  const port = portOf(await desktop.browser.nextUrl());
  expect(await isListening(port)).toBe(true);
  await waitingSheet(page).getByRole('button', { name: 'Cancel' }).click();
  await expect(waitingSheet(page)).toBeHidden();
  await expect.poll(() => isListening(port)).toBe(false);
  await expect(page.getByRole('alertdialog')).toHaveCount(0);
  await expect(row(page, 'Demo API').getByText('Sign-in needed')).toBeVisible();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await signInInBrowser(desktop, alex);
  await expect(page.getByRole('button', { name: `Account: ${alex}` })).toBeVisible();
});

test('the browser can be opened again, and the link copied and used', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  const first = await desktop.browser.nextUrl();
  await waitingSheet(page).getByRole('button', { name: 'Open the browser again' }).click();
  expect(await desktop.browser.nextUrl()).toBe(first);
  await waitingSheet(page).getByRole('button', { name: 'Copy the link' }).click();
  const link = await desktop.clipboard.waitFor((text) => text.startsWith('http'));
  expect(link).toBe(first);
  const browserPage = await desktop.browser.openPage(link);
  await browserPage.getByRole('button', { name: zoe }).click();
  await expect(page.getByRole('button', { name: `Account: ${zoe}` })).toBeVisible();
});

test('a second factor, consent and an ended session are each settled in the browser', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  for (const [preset, ...buttons] of [
    ['Demo: second factor', zoe, 'Approve'],
    ['Demo: consent', zoe, 'Accept'],
    ['Demo: expired session', zoe],
  ] as const) {
    await row(page, preset)
      .getByRole('button', { name: `Copy token for ${preset}` })
      .click();
    await signInInBrowser(desktop, ...buttons);
    await expect(row(page, preset).getByText(/\d( m)? left/)).toBeVisible();
    await expect(page.getByText(`${preset} token copied`, { exact: true })).toBeVisible();
  }
});

test('a policy that blocks is said in words, without a pointless retry, and can be reported', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const opened = desktop.browser.openedUrls().length;
  await row(page, 'Demo: blocked by policy')
    .getByRole('button', { name: /^Copy token/ })
    .click();
  const sheet = page.getByRole('alertdialog').or(page.getByRole('dialog'));
  await expect(
    sheet.getByText(/policy of Fjord Demo does not allow a token for Demo: blocked by policy/),
  ).toBeVisible();
  await expect(sheet.getByRole('button', { name: /sign in|try again/i })).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Copy for my administrator' }).click();
  const report = await desktop.clipboard.waitFor((text) => text.includes('AADSTS53003'));
  expect(report).toMatch(/Correlation ID: [0-9a-f-]{36}/);
  expect(report).not.toContain('eyJ');
  expect(desktop.browser.openedUrls()).toHaveLength(opened);
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toBeHidden();
});
