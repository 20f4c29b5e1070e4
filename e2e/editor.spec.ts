import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright/test';
import type { Preset } from '../src/shared/preset';
import { expect, test } from './desktop/fixtures';
import type { DesktopSession } from './desktop/desktop-session';
import type { Program } from './desktop/program';
import { lookAt } from './look';
import { enterDemo, openPresetForm, row } from './person';

const minutes = 60_000;

/** The presets as they are on disk. */
async function saved(program: Program): Promise<readonly Preset[]> {
  const file = path.join(await program.userDataDir(), 'presets.json');
  if (!existsSync(file)) return [];
  return (JSON.parse(readFileSync(file, 'utf8')) as { presets: Preset[] }).presets;
}

const editor = (page: Page, title: string): Locator => page.getByRole('form', { name: title });

async function openNew(page: Page): Promise<Locator> {
  await openPresetForm(page);
  const form = editor(page, 'Add a preset');
  await expect(form.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  return form;
}

const section = (form: Locator, name: string): Locator => form.getByRole('button', { name, expanded: false });
const unfold = (form: Locator, name: string): Promise<void> => section(form, name).click();

async function edit(page: Page, preset: string): Promise<Locator> {
  await row(page, preset).focus();
  await row(page, preset).press('e');
  return editor(page, 'Edit preset');
}

async function fillAll(page: Page, form: Locator): Promise<void> {
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Orders');
  await form.getByRole('button', { name: 'Icon: Globe' }).click();
  await form.getByRole('radio', { name: 'Briefcase' }).click();
  await form.getByRole('radio', { name: 'Teal' }).check();
  await form.getByRole('textbox', { name: 'Resource' }).fill('api://demo.token-tray');
  await form.getByRole('textbox', { name: 'Address' }).fill('https://orders.example/{customer}/items');
  await form.getByRole('button', { name: 'Add a header' }).click();
  await form.getByRole('textbox', { name: 'Header 1: name' }).fill('x-ms-version');
  await form.getByRole('textbox', { name: 'Header 1: value' }).fill('2021-12-02');
  await form.getByRole('button', { name: 'Add another' }).click();
  await form.getByRole('combobox', { name: 'Method' }).selectOption('POST');
  await form.getByRole('textbox', { name: 'Address' }).fill('https://orders.example/items');
  await form.getByRole('textbox', { name: 'Name of the request' }).fill('Add an item');
  await form.getByRole('textbox', { name: 'Body' }).fill('{"size": 3}');
  await form.getByRole('button', { name: 'Add Content-Type: application/json' }).click();
  await unfold(form, 'Account');
  const tenant = form.getByRole('combobox', { name: 'Tenant' });
  await tenant.selectOption({ index: 1 });
  await unfold(form, 'Tags and notes');
  await form.getByRole('textbox', { name: 'Tags' }).fill('team, test');
  await form.getByRole('textbox', { name: 'Notes' }).fill('Ask Kim.');
  await unfold(form, 'Options');
  await form.getByRole('switch', { name: 'Pinned' }).click();
  await form.getByRole('button', { name: /^Hotkey/ }).click();
  await page.keyboard.press('Control+Alt+O');
  await expect(form.getByRole('button', { name: /^Hotkey/ })).toHaveText('Ctrl+Alt+O');
}

test('a preset is made with all there is to it, seen beforehand, edited and duplicated', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const form = await openNew(page);
  await fillAll(page, form);
  await expect(form.getByRole('region', { name: 'What is copied' }).locator('pre')).toHaveText(
    /^curl -X POST .https:\/\/orders\.example\/items. -H .Authorization: Bearer eyJ0eXAi….*Content-Type: application\/json.*\{"size": 3\}/,
  );
  await page.keyboard.press('Control+s');
  await expect(row(page, 'Orders')).toBeFocused();
  const made = (await saved(program)).find(({ name }) => name === 'Orders');
  expect(made).toMatchObject({
    icon: 'business',
    colour: 'teal',
    tags: ['team', 'test'],
    notes: 'Ask Kim.',
    pinned: true,
    hotkey: 'CommandOrControl+Alt+O',
    targets: {
      demo: {
        scopes: ['api://demo.token-tray/.default'],
        requests: [
          {
            method: 'GET',
            url: 'https://orders.example/{customer}/items',
            headers: [{ name: 'x-ms-version', value: '2021-12-02' }],
          },
          {
            name: 'Add an item',
            method: 'POST',
            url: 'https://orders.example/items',
            headers: [{ name: 'Content-Type', value: 'application/json' }],
            body: '{"size": 3}',
          },
        ],
      },
    },
  });
  expect(made?.identity?.tenantId).toMatch(/^[0-9a-f-]{36}$/);
  expect(Object.keys(made?.identity ?? {})).toEqual(['tenantId']);

  // Moved by keyboard, the second request is what "Copy curl" copies.
  const edited = await edit(page, 'Orders');
  await edited.getByRole('button', { name: 'POST Add an item' }).focus();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(edited.getByRole('button', { name: 'POST Add an item' })).toBeFocused();
  await edited.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Orders')).toBeFocused();
  const after = (await saved(program)).find(({ name }) => name === 'Orders');
  const [list, add] = made?.targets['demo']?.requests ?? [];
  expect(after).toEqual({ ...made, targets: { demo: { ...made?.targets['demo'], requests: [add, list] } } });

  await page.getByRole('button', { name: 'More for Orders' }).click();
  await page.getByRole('menuitem', { name: 'Duplicate…' }).click();
  const copy = editor(page, 'Duplicate preset');
  await expect(copy.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Orders (copy)');
  await copy.getByRole('button', { name: 'Add preset' }).click();
  await expect(row(page, 'Orders (copy)')).toBeFocused();
  const { id: _id, hotkey: _hotkey, ...rest } = after ?? made ?? { id: '' };
  expect((await saved(program)).at(-1)).toMatchObject({ ...rest, name: 'Orders (copy)' });
  expect((await saved(program)).at(-1)).not.toHaveProperty('hotkey');
});

test('what is wrong is said at its field, which is opened and focused, and nothing typed is lost', async ({
  program,
  desktop,
}) => {
  test.setTimeout(3 * minutes);
  const page = await enterDemo(program, desktop);
  const before = await saved(program);
  const form = await openNew(page);
  const save = (): Promise<void> => page.keyboard.press('Control+Enter');
  const expectWrong = async (field: Locator, words: string): Promise<void> => {
    await save();
    await expect(field).toBeFocused();
    await expect(form.getByText(words)).toBeVisible();
  };
  const name = form.getByRole('textbox', { name: 'Name', exact: true });
  await expectWrong(name, 'Give it a name.');
  await name.fill('Orders');
  const resource = form.getByRole('textbox', { name: 'Resource' });
  await form.getByRole('button', { name: 'Access' }).click();
  await expectWrong(resource, 'Enter the resource the token is for, such as https://vault.azure.net.');
  const token = ['eyJ0eXAiOiJKV1QifQ', 'eyJzdWIiOiJ6b2UifQ', 'c2lnbmF0dXJl'].join('.');
  await resource.fill(token);
  await expectWrong(resource, 'This is a token. Enter what it is for');
  await expect(resource).toHaveValue(token);
  await resource.fill('api://orders');
  const url = form.getByRole('textbox', { name: 'Address' });
  await url.fill('http://orders.example');
  await form.getByRole('button', { name: 'GET http://orders.example' }).click();
  await form.getByRole('button', { name: 'Requests' }).click();
  await expectWrong(url, 'Plain http would send your token readable over the network.');
  await expect(url).toHaveValue('http://orders.example');
  await url.fill('https://orders.example');
  await form.getByRole('button', { name: 'Add a header' }).click();
  const header = form.getByRole('textbox', { name: 'Header 1: name' });
  await header.fill('Authorization');
  await expectWrong(header, 'Token Tray adds this header, with a token that is valid. Remove this one.');
  await header.fill('x a');
  await expectWrong(header, 'A header’s name has letters, digits and hyphens, no spaces or colons.');
  await header.fill('x-a');
  await unfold(form, 'Tags and notes');
  const tags = form.getByRole('textbox', { name: 'Tags' });
  await tags.fill('t'.repeat(41));
  await form.getByRole('button', { name: 'Tags and notes' }).click();
  await expectWrong(tags, 'Use tags of 40 characters or fewer.');
  await tags.fill('test');
  await unfold(form, 'Options');
  const hotkey = form.getByRole('button', { name: /^Hotkey/ });
  await hotkey.click();
  await page.keyboard.press('Control+Alt+T');
  await form.getByRole('button', { name: 'Options' }).click();
  await expectWrong(hotkey, 'Token Tray has this hotkey for something else already.');
  expect(await saved(program)).toEqual(before);
  await hotkey.click();
  await page.keyboard.press('Backspace');
  await save();
  await expect(row(page, 'Orders')).toBeFocused();
});

test('what was pasted in the wrong place is seen for what it is, and put right at one press', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const form = await openNew(page);
  await form.getByRole('textbox', { name: 'Name', exact: true }).fill('Mine');
  const resource = form.getByRole('textbox', { name: 'Resource' });
  const url = 'https://contoso.vault.azure.net/secrets/x?api-version=7.4';
  await resource.fill(url);
  await form.getByRole('button', { name: 'Use that' }).click();
  await expect(resource).toHaveValue('https://vault.azure.net');
  await expect(form.getByText('https://vault.azure.net/.default', { exact: true })).toBeVisible();
  await expect(form.getByRole('textbox', { name: 'Address' })).toHaveValue(url);
  await resource.fill('https://graph.microsoft.com/User.Read');
  await form.getByRole('button', { name: 'Use as a scope' }).click();
  const scopes = form.getByRole('textbox', { name: 'Scopes' });
  await expect(scopes).toHaveValue('https://graph.microsoft.com/User.Read');
  await scopes.fill('https://management.azure.com/');
  await form.getByRole('button', { name: 'Add /.default' }).click();
  await expect(scopes).toHaveValue('https://management.azure.com//.default');
  await scopes.fill('api://demo.token-tray/read api://b/x api://b/y');
  await form.getByRole('button', { name: 'Split' }).click();
  await expect(scopes).toHaveValue('api://demo.token-tray/read');
  await page.keyboard.press('Control+s');
  await expect(row(page, 'Mine')).toHaveCount(0);
  const second = editor(page, 'Add a preset');
  await expect(second.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Mine api://b');
  await expect(second.getByRole('textbox', { name: 'Scopes' })).toHaveValue('api://b/x api://b/y');
  await page.keyboard.press('Control+s');
  await expect(row(page, 'Mine api://b')).toBeFocused();
  await expect(row(page, 'Mine')).toBeVisible();
});

test('other clouds are set up apart, and only where that was asked for', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  const form = await edit(page, 'Key Vault');
  const cloud = form.getByRole('combobox', { name: 'Cloud' });
  await expect(cloud).toHaveValue('demo');
  await cloud.selectOption('china');
  const resource = form.getByRole('textbox', { name: 'Resource' });
  await expect(resource).toHaveValue('https://vault.azure.cn');
  await resource.fill('https://other.vault.azure.cn');
  await cloud.selectOption('us-government');
  await form.getByRole('button', { name: 'Leave out' }).click();
  await expect(resource).toHaveCount(0);
  const before = (await saved(program)).find(({ id }) => id === 'key-vault');
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, 'Key Vault')).toBeFocused();
  const after = (await saved(program)).find(({ id }) => id === 'key-vault');
  expect(after?.targets['china']?.scopes).toEqual(['https://other.vault.azure.cn/.default']);
  expect(after?.targets['us-government']).toBeUndefined();
  if (before !== undefined) expect(after?.targets['public']).toEqual(before.targets['public']);
});

test('what was typed survives other pages, a stray Esc and another preset that is asked for', async ({
  program,
  desktop,
}) => {
  const page = await enterDemo(program, desktop);
  const form = await openNew(page);
  const name = form.getByRole('textbox', { name: 'Name', exact: true });
  await page.keyboard.press('Escape');
  await expect(form).toHaveCount(0);
  await openNew(page);
  await name.fill('Half done');
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('Half done');
  await page.keyboard.press('Escape');
  await expect(form.getByText('Discard what you typed?')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(name).toBeFocused();
  await form.getByRole('button', { name: 'Cancel' }).click();
  await form.getByRole('button', { name: 'Discard' }).click();
  await expect(form).toHaveCount(0);
  await expect(row(page, 'Half done')).toHaveCount(0);
});

test('a whole command that is pasted for the address fills in the request', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  const form = await openNew(page);
  const address = form.getByRole('textbox', { name: 'Address' });
  await desktop.clipboard.write("curl -X PUT 'https://orders.example/1' -H 'x-a: b' -d '{}'");
  await address.focus();
  await page.keyboard.press('Control+v');
  await expect(address).toHaveValue('https://orders.example/1');
  await expect(form.getByRole('combobox', { name: 'Method' })).toHaveValue('PUT');
  await expect(form.getByRole('textbox', { name: 'Body' })).toHaveValue('{}');
  const name = form.getByRole('textbox', { name: 'Header 1: name' });
  await desktop.clipboard.write('Accept: text/plain\nx-ms-version: 7');
  await name.fill('');
  await name.focus();
  await page.keyboard.press('Control+v');
  await expect(name).toHaveValue('Accept');
  await expect(form.getByRole('textbox', { name: 'Header 2: value' })).toHaveValue('7');
});

test('a preset is deleted in the editor and comes back', async ({ program, desktop }) => {
  const page = await enterDemo(program, desktop);
  const form = await edit(page, 'Storage');
  await form.getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(row(page, 'Storage')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(row(page, 'Storage')).toBeFocused();
});

async function visit(page: Page, scheme: string): Promise<void> {
  const look = lookAt(page, scheme);
  const form = await edit(page, 'Key Vault');
  await expect(form.getByText('Asked for, to the letter:')).toBeVisible();
  await look('editor');
  await form.getByRole('button', { name: 'Icon: Key' }).click();
  await expect(page.getByRole('radio', { name: 'Briefcase' })).toBeVisible();
  await look('editor-icons');
  await form.getByRole('radio', { name: 'Key', exact: true }).press('Escape');
  await form.getByRole('button', { name: 'Access' }).click();
  await form.getByRole('button', { name: 'Add another' }).click();
  await form.getByRole('combobox', { name: 'Method' }).selectOption('POST');
  await form
    .getByRole('textbox', { name: 'Address' })
    .fill(`https://{vault}.vault.azure.net/${'long/'.repeat(30)}`);
  await form.getByRole('textbox', { name: 'Body' }).fill('{"a": 1,\n "b": }');
  await form.getByRole('button', { name: 'Add a header' }).click();
  await form.getByRole('textbox', { name: 'Header 1: name' }).fill('Authorization');
  await form.getByRole('textbox', { name: 'Header 1: value' }).fill('Bearer x');
  await page.keyboard.press('Control+s');
  await look('editor-requests');
  await form.getByRole('button', { name: 'Requests' }).click();
  for (const name of ['Account', 'Delivery', 'Tags and notes', 'Options']) await unfold(form, name);
  await form.getByRole('switch', { name: 'Pinned' }).scrollIntoViewIfNeeded();
  await look('editor-rest');
  await form.getByRole('region', { name: 'What is copied' }).scrollIntoViewIfNeeded();
  await look('editor-preview');
  await form.getByRole('button', { name: 'Cancel' }).click();
  await look('editor-discard');
  await form.getByRole('button', { name: 'Discard' }).click();
}

async function seen(program: Program, desktop: DesktopSession, scheme: 'light' | 'dark'): Promise<void> {
  const page = await enterDemo(program, desktop);
  await page.evaluate((theme) => window.tokenTray.run('changeSettings', { change: { theme } }), scheme);
  await visit(page, scheme);
}

for (const scheme of ['light', 'dark'] as const) {
  test(`the editor looks right and is reachable: ${scheme}`, async ({ program, desktop }) => {
    test.setTimeout(3 * minutes);
    await seen(program, desktop, scheme);
  });
}
