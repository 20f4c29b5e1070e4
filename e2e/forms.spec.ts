import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { enterDemo, openPresetForm, row } from './person';

/** What a file of the program holds now; undefined when there is none. */
async function saved(program: Program, name: string): Promise<string | undefined> {
  const file = path.join(await program.userDataDir(), name);
  return existsSync(file) ? readFile(file, 'utf8') : undefined;
}

/** The message stands beside the field, belongs to it for readers too, and what was typed is still there. */
async function expectProblem(field: Locator, typed: string, words: string): Promise<void> {
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await expect(field).toHaveAccessibleDescription(new RegExp(words.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')));
  const message = field.page().getByText(words, { exact: true });
  await expect(message).toBeVisible();
  const [above, below] = [await field.boundingBox(), await message.boundingBox()];
  const gap = (below?.y ?? Infinity) - ((above?.y ?? 0) + (above?.height ?? 0));
  expect(gap, 'px between the field and its message').toBeLessThan(16);
  await expect(field).toHaveValue(typed);
}

const organisation = (page: Page) => ({
  clientId: page.getByRole('textbox', { name: 'Application (client) ID' }),
  tenant: page.getByRole('textbox', { name: 'Directory (tenant) ID or domain' }),
  send: page.getByRole('button', { name: 'Continue to sign in' }),
});

const notAClientId =
  'A client ID looks like 12345678-90ab-cdef-1234-567890abcdef. Copy it from the app’s Overview page.';
const notATenant =
  'A tenant is an ID like 12345678-90ab-cdef-1234-567890abcdef or a domain like contoso.com.';
const guid = '11111111-2222-3333-4444-555555555555';

for (const { what, clientId, tenant } of [
  { what: 'a client id that is no GUID', clientId: 'my app', tenant: 'contoso.com' },
  { what: 'a client id that lacks a digit', clientId: guid.slice(1), tenant: guid },
  { what: 'a tenant that is neither GUID nor domain', clientId: guid, tenant: 'my company' },
] as const) {
  test(`${what} is explained beside the field, and nothing is saved`, async ({ program, desktop }) => {
    const page = await program.mainWindow();
    await page.getByRole('button', { name: 'My organisation’s app' }).click();
    const form = organisation(page);
    await form.clientId.fill(clientId);
    await form.tenant.fill(tenant);
    const before = await saved(program, 'client-applications.json');
    await form.tenant.press('Enter');
    const [wrong, right, words] =
      clientId === guid
        ? [form.tenant, form.clientId, notATenant]
        : [form.clientId, form.tenant, notAClientId];
    await expectProblem(wrong, clientId === guid ? tenant : clientId, words);
    await expect(wrong).toBeFocused();
    await expect(right).not.toHaveAttribute('aria-invalid', 'true');
    await expect(right).toHaveValue(clientId === guid ? clientId : tenant);
    expect(await saved(program, 'client-applications.json')).toBe(before);
    expect(before ?? '').not.toContain(guid);
    expect(desktop.browser.openedUrls()).toEqual([]);

    // The message goes as soon as the field is right.
    await wrong.fill(guid);
    await expect(page.getByText(words, { exact: true })).toHaveCount(0);
    await expect(wrong).not.toHaveAttribute('aria-invalid', 'true');
  });
}

// The message must not move the button away from under the pointer, or the click is lost.
test('one click on the button sends the form, also when a message appears', async ({ program }) => {
  const page = await program.mainWindow();
  await page.getByRole('button', { name: 'My organisation’s app' }).click();
  const form = organisation(page);
  await form.clientId.fill(guid);
  await form.tenant.fill('my company');
  await form.send.click();
  await expect(form.tenant).toHaveAttribute('aria-invalid', 'true');
  await expect(form.tenant).toBeFocused();
});

const twoResources = 'These scopes belong to different APIs. A token is for one API: make a preset for each.';
const plainHttp =
  'Plain http would send your token readable over the network. Use https, or http only for localhost.';

test('scopes of two resources and an http address are explained, and the preset is not saved', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const before = await saved(program, 'presets.json');
  await openPresetForm(page);
  const form = page.getByRole('form', { name: 'Add a preset' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Two at once');
  await form.getByRole('radio', { name: 'Scopes' }).check();
  const scopes = form.getByRole('textbox', { name: 'Scopes' });
  const url = form.getByRole('textbox', { name: 'Address' });
  const both = 'https://graph.microsoft.com/User.Read https://vault.azure.net/user_impersonation';
  await scopes.fill(both);
  await url.fill('http://orders.example/items');
  await form.getByRole('button', { name: 'Add preset', exact: true }).click();
  await expectProblem(scopes, both, twoResources);
  await expectProblem(url, 'http://orders.example/items', plainHttp);
  await expect(scopes).toBeFocused();
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Two at once');
  expect(await saved(program, 'presets.json')).toBe(before);

  // The same form saves once both are right, so it was these that held it back.
  await scopes.fill('https://graph.microsoft.com/User.Read');
  await url.fill('http://localhost:8080/items');
  await form.getByRole('button', { name: 'Add preset', exact: true }).click();
  await expect(row(page, 'Two at once')).toBeVisible();
  await expect(row(page, 'Two at once')).toBeFocused();
  await expect.poll(() => saved(program, 'presets.json')).toContain('Two at once');
});

test('an edit that is refused leaves the preset as it was', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await row(page, 'Storage').getByRole('button', { name: 'Pin Storage' }).click();
  await expect.poll(() => saved(program, 'presets.json')).toContain('"storage"');
  const before = await saved(program, 'presets.json');
  await page.getByRole('button', { name: 'More for Storage' }).click();
  await page.getByRole('menuitem', { name: /^Edit/ }).click();
  const form = page.getByRole('form', { name: 'Edit preset' });
  const url = form.getByRole('textbox', { name: 'Address' });
  await url.fill('http://storage.example/');
  await form.getByRole('button', { name: 'Save', exact: true }).click();
  await expectProblem(url, 'http://storage.example/', plainHttp);
  expect(await saved(program, 'presets.json')).toBe(before);
});

test('closing a changed form asks before anything is lost, an unchanged one closes at once', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const before = await saved(program, 'presets.json');
  const form = page.getByRole('form', { name: 'Add a preset' });
  const name = form.getByRole('textbox', { name: 'Name', exact: true });
  await openPresetForm(page);
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form).toHaveCount(0);

  await openPresetForm(page);
  await name.fill('Orders');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await expect(form.getByText('Discard what you typed?', { exact: true })).toBeVisible();
  await form.getByRole('button', { name: 'Keep editing' }).click();
  await expect(name).toHaveValue('Orders');
  await name.press('Escape');
  await expect(form.getByText('Discard what you typed?', { exact: true })).toBeVisible();
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toHaveCount(0);
  await expect(row(page, 'Orders')).toHaveCount(0);
  expect(await saved(program, 'presets.json')).toBe(before);
  await openPresetForm(page);
  await expect(name).toHaveValue('');
});

// The focus must not go nowhere with the button, or Esc closes the form by the browser's own way.
test('Esc asks again after “Keep editing”', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  await openPresetForm(page);
  const form = page.getByRole('form', { name: 'Add a preset' });
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Orders');
  await page.keyboard.press('Escape');
  await form.getByRole('button', { name: 'Keep editing' }).click();
  await page.keyboard.press('Escape');
  await expect(form.getByText('Discard what you typed?', { exact: true })).toBeVisible();
});
