import { expect, test } from './desktop/fixtures';

test('the first run opens the window on a welcome page with three ways to begin', async ({
  program,
  tray,
}) => {
  const page = await program.mainWindow();
  for (const name of ['My organisation’s app', 'Azure CLI’s public client', 'Demo tenant'])
    await expect(page.getByRole('button', { name })).toBeVisible();
  await expect(page.getByText('Microsoft Azure CLI')).toBeVisible();
  await expect(page.getByText('nothing leaves this computer')).toBeVisible();
  await tray.waitForMenu((menu) => menu.some(({ label }) => label === 'Set up Token Tray…'));
  expect(program.windowProblems).toEqual([]);
});

test('the organisation’s form explains itself, copies the redirect URI, and saves nothing wrong', async ({
  program,
  desktop,
}) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'My organisation’s app' }).click();

  await page.getByText('How do I get these?').click();
  await page.getByRole('button', { name: 'Copy the redirect address' }).click();
  await desktop.clipboard.waitFor((text) => text === 'http://localhost');

  const clientId = page.getByRole('textbox', { name: 'Application (client) ID' });
  const tenant = page.getByRole('textbox', { name: 'Directory (tenant) ID or domain' });
  await clientId.fill('my app');
  await tenant.fill('my company');
  await page.getByRole('button', { name: 'Continue to sign in' }).click();
  await expect(page.getByText('A client ID looks like')).toBeVisible();
  await expect(page.getByText('A tenant is an ID like')).toBeVisible();
  await expect(clientId).toHaveValue('my app');
  expect(desktop.browser.openedUrls()).toEqual([]);
});

test('the organisation’s app leads to Microsoft’s sign-in page with the right request', async ({
  program,
  desktop,
}) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'My organisation’s app' }).click();
  await page
    .getByRole('textbox', { name: 'Application (client) ID' })
    .fill(' 11111111-2222-3333-4444-555555555555 ');
  await page.getByRole('textbox', { name: 'Directory (tenant) ID or domain' }).fill('contoso.com');
  await page.getByRole('button', { name: 'Continue to sign in' }).click();
  const url = new URL(await desktop.browser.nextUrl());
  expect(url.origin + url.pathname).toBe(
    'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/authorize',
  );
  const { code_challenge: challenge, ...query } = Object.fromEntries(url.searchParams);
  expect(query).toMatchObject({
    client_id: '11111111-2222-3333-4444-555555555555',
    response_type: 'code',
    response_mode: 'form_post',
    code_challenge_method: 'S256',
    prompt: 'select_account',
  });
  expect(challenge).toMatch(/^[\w-]{43}$/);
  expect(query['redirect_uri']).toMatch(/^http:\/\/localhost:\d+$/);
});

test('Azure CLI’s public client is used only after it was chosen', async ({ program, desktop }) => {
  const page = await program.mainWindow();
  expect(desktop.browser.openedUrls()).toEqual([]);
  await page.getByRole('button', { name: 'Azure CLI’s public client' }).click();
  const url = new URL(await desktop.browser.nextUrl());
  expect(url.searchParams.get('client_id')).toBe('04b07795-8ddb-461a-bbee-02f9e1bf7b46');
});
