import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from './desktop/fixtures';
import { holdClipboard } from './held-clipboard';
import { claimsOf, enterDemo, row, signInInBrowser, token, zoe } from './person';

const run = promisify(execFile);

test('one click copies a token, another Clear takes it away', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)).toMatchObject({ aud: 'api://demo.token-tray', name: zoe });
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeVisible();
  await expect(page.getByText(/^Good for (1 h \d+ min|\d+ min) · clears in 0:\d\d$/)).toBeVisible();
  await expect(row(page, 'Demo API').getByText(/\d( m)? left/)).toBeVisible();
  await page.getByRole('button', { name: /^Clear/ }).click();
  await desktop.clipboard.waitFor((text) => text === '');
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeHidden();
});

test('the copied curl line runs in a terminal and the demo API answers with JSON', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy curl for Demo API' }).click();
  const line = await desktop.clipboard.waitFor((text) => text.startsWith('curl '));
  expect(line).toMatch(/ -H "Authorization: Bearer eyJ/);
  const { stdout } = await run('bash', ['-c', `${line} --silent`]);
  expect(JSON.parse(stdout)).toMatchObject({ method: 'GET', calledBy: { name: zoe } });

  // The API does look at the token: a changed signature and a token for another API are turned away.
  const forged = line.replace(/(eyJ[\w-]+\.[\w-]+\.)([\w-]{4})/, '$1AAAA');
  const { stdout: refused } = await run('bash', ['-c', `${forged} --silent`]);
  expect(refused).toContain('signature');
  await row(page, 'Microsoft Graph').getByRole('button', { name: 'Copy curl for Microsoft Graph' }).click();
  const graphLine = await desktop.clipboard.waitFor((text) => text.includes('/api/me'));
  const { stdout: me } = await run('bash', ['-c', `${graphLine} --silent`]);
  expect(JSON.parse(me)).toMatchObject({ displayName: zoe });
  const elsewhere = graphLine.replace('/api/me', '/api/subscriptions?api-version=2022-12-01');
  const { stdout: wrongAudience } = await run('bash', ['-c', `${elsewhere} --silent`]);
  expect(wrongAudience).toContain('InvalidAuthenticationTokenAudience');
});

test('a second copy of a good token needs neither browser nor a new token', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  const button = row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' });
  await button.click();
  const first = await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.clipboard.write('something else');
  await button.click();
  expect(await desktop.clipboard.waitFor((text) => text !== 'something else')).toBe(first);
  expect(desktop.browser.openedUrls()).toHaveLength(1);
});

test('copying while signed out signs in first and then copies', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'Demo tenant' }).click();
  await desktop.browser.nextUrl();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  await expect(page.getByRole('dialog').getByText('Demo API')).toBeVisible();
  await signInInBrowser(desktop, zoe);
  await desktop.clipboard.waitFor((text) => token.test(text));
});

test('Clear leaves alone what another program has copied since', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  await desktop.clipboard.waitFor((text) => token.test(text));
  await desktop.clipboard.write('a shopping list');
  // The button is about to go: the program looks every few seconds whether there is anything to clear.
  await page.evaluate(() => window.tokenTray.run('clearClipboard', {}));
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeHidden();
  expect(await desktop.clipboard.read()).toBe('a shopping list');
});

test('Clear says that another program holds the clipboard, and clears it as soon as it can', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  await desktop.clipboard.waitFor((text) => token.test(text));
  const letGo = await holdClipboard(program);
  await page.getByRole('button', { name: 'Clear now' }).click();
  await expect(page.getByText(/^The clipboard is in use by another program. Try again/).last()).toBeVisible();
  expect(await desktop.clipboard.read()).toMatch(token);
  await letGo();
  await desktop.clipboard.waitFor((text) => text === '');
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeHidden();
});

test('a clipboard that another program holds is tried three times; one click then copies the token after all', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const message = page.getByText('The clipboard is in use by another program. The token is not lost.');
  await desktop.clipboard.write('of the other program');
  const letGo = await holdClipboard(program);
  await row(page, 'Demo API').getByRole('button', { name: 'Copy token for Demo API' }).click();
  await expect(message.last()).toBeVisible();
  expect(await desktop.clipboard.read()).toBe('of the other program');
  expect(await letGo()).toBe(3);
  const opened = desktop.browser.openedUrls().length;
  await page.getByRole('button', { name: 'Copy again' }).click();
  const copied = await desktop.clipboard.waitFor((text) => token.test(text));
  expect(claimsOf(copied)).toMatchObject({ aud: 'api://demo.token-tray', name: zoe });
  await expect(message).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Copy again' })).toHaveCount(0);
  await expect(page.getByText('Demo API token copied', { exact: true })).toBeVisible();
  expect(desktop.browser.openedUrls()).toHaveLength(opened);
});
