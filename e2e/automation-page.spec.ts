import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { createServer } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Locator, Page } from 'playwright/test';
import type { DesktopSession } from './desktop/desktop-session';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { lookAt, type Look } from './look';
import { enterDemo, row } from './person';
import { scrollsSideways } from './room';

/** Forced colours are those of a person's contrast theme. */
const allColours = ['light', 'dark', 'forced'] as const;
type Colours = (typeof allColours)[number];

async function lookIn(page: Page, colours: Colours): Promise<Look> {
  await page.emulateMedia({ forcedColors: colours === 'forced' ? 'active' : 'none' });
  return lookAt(page, colours);
}

async function openPage(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Scripts and SDKs' }).click();
  await expect(page.getByRole('heading', { name: 'Scripts and SDKs', level: 1 })).toBeFocused();
}

async function openActivity(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Activity' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeFocused();
}

const endpointSwitch = (page: Page): Locator =>
  page.getByRole('switch', { name: 'Give tokens to programs on this computer' });

async function switchOn(page: Page): Promise<void> {
  await endpointSwitch(page).click();
  await expect(page.getByText(/^Running on port \d+$/)).toBeVisible();
}

const program = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Programs' }).getByRole('listitem').filter({ hasText: name });

interface Lines {
  readonly endpoint: string;
  readonly secret: string;
}

/** What is on the clipboard after the lines were copied. */
async function copiedLines(desktop: DesktopSession): Promise<Lines> {
  const text = await desktop.clipboard.waitFor((each) => each.includes('IDENTITY_ENDPOINT'));
  const value = (name: string): string => new RegExp(`${name}='([^']+)'`).exec(text)?.[1] ?? '';
  return { endpoint: value('IDENTITY_ENDPOINT'), secret: value('IDENTITY_HEADER') };
}

/** Adds a program by its name and an API of the presets, and copies its lines. */
async function addProgram(
  page: Page,
  desktop: DesktopSession,
  name: string,
  change: (form: Locator) => Promise<void>,
): Promise<Lines> {
  await page.getByRole('button', { name: 'Add a program', exact: true }).click();
  const form = page.getByRole('dialog', { name: 'Add a program' });
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await change(form);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: `Copy the lines for “${name}”` });
  await sheet.getByRole('button', { name: 'Copy', exact: true }).click();
  const lines = await copiedLines(desktop);
  await sheet.getByRole('button', { name: 'Done' }).click();
  await expect(sheet).toHaveCount(0);
  return lines;
}

/** Asks as an SDK does. */
const ask = ({ endpoint, secret }: Lines, resource: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = `${endpoint}?api-version=2019-08-01&resource=${encodeURIComponent(resource)}`;
    httpRequest(url, { headers: { 'X-IDENTITY-HEADER': secret } }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

async function makeSmall(started: Program, page: Page): Promise<void> {
  await started.app.evaluate(({ BrowserWindow }) => {
    for (const window of BrowserWindow.getAllWindows()) window.setSize(360, 480);
  });
  await page.waitForFunction(() => window.innerWidth <= 360);
}

const vault = 'https://vault.azure.net';
/** Below those that systems give out by themselves, so that nothing of this test run has it. */
const ownPort = 27_123;
const longName = 'Nightly reconciliation of orders and invoices for all Nordic subsidiaries (test)';

for (const colours of allColours) {
  test.describe(`in ${colours} colours`, () => {
    test.use({ colorScheme: colours === 'dark' ? 'dark' : 'light' });
    test.setTimeout(300_000);

    test('the endpoint is switched on, a program is added, gets tokens, and is revoked', async ({
      program: started,
      desktop,
    }) => {
      const page = await enterDemo(started, desktop);
      const look = await lookIn(page, colours);
      await openPage(page);
      await look('automation-off');
      await page.getByText('Use it as az').click();
      await page.getByText('Complete commands with Tab').click();
      await look('automation-command-line');
      await page.getByRole('button', { name: 'Copy the line: bash, zsh' }).click();
      await desktop.clipboard.waitFor((text) => text.startsWith("alias az='"));
      await page.getByText('Use it as az').click();
      await page.getByText('Complete commands with Tab').click();

      await switchOn(page);
      await look('automation-empty');
      await page.getByRole('button', { name: 'Add “My notebook”' }).click();
      const form = page.getByRole('dialog', { name: 'Add a program' });
      await expect(form.getByRole('textbox', { name: 'Name' })).toHaveValue('My notebook');
      await look('automation-add');
      await form.getByRole('button', { name: 'Add', exact: true }).click();
      await expect(form.getByText(/^Choose at least one API above/)).toBeVisible();
      await look('automation-add-problems');
      await form.getByRole('button', { name: 'Key Vault', exact: true }).click();
      await expect(form.getByRole('textbox', { name: 'Addresses, one a line' })).toHaveValue(vault);
      await form.getByRole('textbox', { name: 'Find an API' }).fill('service bus');
      await form.getByRole('textbox', { name: 'Find an API' }).press('Enter');
      await look('automation-add-search');
      await form.getByRole('checkbox', { name: 'It runs in a container' }).check();
      await form.getByRole('radio', { name: /^Ask me/ }).check();
      await look('automation-add-end');
      await form.getByRole('button', { name: 'Add', exact: true }).click();

      const sheet = page.getByRole('dialog', { name: 'Copy the lines for “My notebook”' });
      await expect(sheet).toBeVisible();
      await look('automation-secret');
      await page.keyboard.press('Escape');
      await expect(sheet.getByText('You have not copied the lines.')).toBeVisible();
      await look('automation-secret-not-copied');
      await page.keyboard.press('Escape');
      await sheet.getByRole('tab', { name: 'Docker' }).click();
      await look('automation-secret-docker');
      await sheet.getByRole('tab', { name: 'bash' }).click();
      await sheet.getByRole('button', { name: 'Copy', exact: true }).click();
      const lines = await copiedLines(desktop);
      await look('automation-secret-copied');
      expect(await page.locator('body').innerText()).not.toContain(lines.secret);
      await sheet.getByRole('button', { name: 'Done' }).click();
      await expect(program(page, 'My notebook')).toContainText('Not used yet');
      expect(await ask(lines, vault)).toBe(200);
      await expect(program(page, 'My notebook')).toContainText('1 token');

      // What it may not have yet is asked about on the page.
      expect(await ask(lines, 'https://graph.microsoft.com')).toBe(403);
      await expect(page.getByText('“My notebook” wants tokens for Microsoft Graph')).toBeVisible();
      await look('automation-wish');
      await page.getByRole('button', { name: 'Allow “My notebook” tokens for Microsoft Graph' }).click();
      await expect(program(page, 'My notebook')).toContainText('Microsoft Graph');
      expect(await ask(lines, 'https://graph.microsoft.com')).toBe(200);

      await page.keyboard.press('Control+,');
      await page.getByRole('button', { name: /Set up…/ }).scrollIntoViewIfNeeded();
      await look('automation-settings');
      await page.getByRole('button', { name: /Set up…/ }).click();
      await expect(page.getByRole('heading', { name: 'Scripts and SDKs', level: 1 })).toBeVisible();
      // Back to where one came from.
      await page.keyboard.press('Escape');
      await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
      await page.keyboard.press('Escape');
      await openActivity(page);
      await expect(page.getByRole('img', { name: 'By a program, through the local endpoint' })).toHaveCount(
        2,
      );
      await look('automation-activity');
      await page.keyboard.press('Escape');
      await openPage(page);
      await page.getByRole('button', { name: 'More for My notebook' }).click();
      await look('automation-menu');
      await page.getByRole('menuitem', { name: 'Revoke…' }).click();
      await look('automation-revoke');
      await page.getByRole('button', { name: 'Revoke', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'No program yet' })).toBeVisible();
      expect(await ask(lines, vault)).toBe(401);
    });

    test('long names, all states and a small window', async ({ program: started, desktop }) => {
      const page = await enterDemo(started, desktop);
      const look = await lookIn(page, colours);
      await openPage(page);
      await switchOn(page);
      await addProgram(page, desktop, longName, async (form) => {
        for (const api of ['Key Vault', 'Microsoft Graph', 'Storage', 'Azure Resource Manager'])
          await form.getByRole('button', { name: api, exact: true }).click();
        await form.getByRole('textbox', { name: 'Addresses, one a line' }).press('Control+End');
        await form
          .getByRole('textbox', { name: 'Addresses, one a line' })
          .pressSequentially('\napi://orders-of-customers.example.com/test-environment-2');
      });
      const blocked = await addProgram(page, desktop, 'Billing service', async (form) => {
        await form.getByRole('button', { name: 'Demo: blocked by policy', exact: true }).click();
        await form.getByRole('combobox', { name: 'Account' }).selectOption({ index: 1 });
        await form.getByRole('combobox', { name: 'Its secret is good for' }).selectOption('never');
      });
      await addProgram(page, desktop, 'Old script', async (form) => {
        await form.getByRole('button', { name: 'Key Vault', exact: true }).click();
      });
      await page.getByRole('button', { name: 'More for Old script' }).click();
      await page.getByRole('menuitem', { name: 'Switch off' }).click();
      await expect(program(page, 'Old script')).toContainText('Off');
      const resource = await page.evaluate(async () => {
        const { endpoint } = await window.tokenTray.getSnapshot();
        return endpoint.consumers.find(({ name }) => name === 'Billing service')?.resources[0] ?? '';
      });
      expect(await ask(blocked, resource)).not.toBe(200);
      await expect(program(page, 'Billing service')).toContainText('Failed last time');
      await look('automation-programs');
      await page.getByRole('list', { name: 'Programs' }).scrollIntoViewIfNeeded();
      await look('automation-programs-scrolled');
      await makeSmall(started, page);
      await look('automation-small');
      await program(page, longName).scrollIntoViewIfNeeded();
      expect(await scrollsSideways(page)).toBe(false);
      await look('automation-small-programs');
      await program(page, longName).getByRole('button').first().click();
      expect(await scrollsSideways(page)).toBe(false);
      await look('automation-small-edit');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: `More for ${longName}` }).click();
      await page.getByRole('menuitem', { name: 'New secret…' }).click();
      await look('automation-small-renew');
      await page.getByRole('button', { name: 'Make a new secret' }).click();
      await expect(page.getByRole('dialog', { name: /^Copy the lines for/ })).toBeVisible();
      // Lines of code do, each of them staying one.
      expect(await page.evaluate(() => document.body.scrollWidth > window.innerWidth)).toBe(false);
      await look('automation-small-secret');
    });
  });
}

for (const scheme of ['light', 'dark'] as const) {
  test.describe(`without a keyring, in ${scheme} colours`, () => {
    test.use({ keyring: false, colorScheme: scheme });

    test('programs are there until the program ends, and nobody gets a token while the screen is locked', async ({
      program: started,
      desktop,
    }) => {
      const page = await enterDemo(started, desktop);
      const look = lookAt(page, scheme);
      await openPage(page);
      await switchOn(page);
      const lines = await addProgram(page, desktop, 'My notebook', async (form) => {
        await form.getByRole('button', { name: 'Key Vault', exact: true }).click();
      });
      await expect(page.getByText(/^This system has no keyring for the secrets/)).toBeVisible();
      await look('automation-in-memory');
      expect(await ask(lines, vault)).toBe(200);
      // What macOS and Windows tell; Linux tells nothing of the kind.
      const tell = (event: 'lock-screen' | 'unlock-screen'): Promise<unknown> =>
        started.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event);
      await tell('lock-screen');
      await expect(page.getByText('Paused while the computer is locked')).toBeVisible();
      expect(await ask(lines, vault)).toBe(403);
      await look('automation-paused');
      await tell('unlock-screen');
      await expect(page.getByText(/^Running on port \d+$/)).toBeVisible();
      expect(await ask(lines, vault)).toBe(200);
    });
  });
}

test('a port that is taken is said, with the way out', async ({ program: started, desktop }) => {
  const taken = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => taken.once('listening', resolve));
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const page = await enterDemo(started, desktop);
  await openPage(page);
  await switchOn(page);
  await page.getByRole('combobox', { name: 'Port' }).click();
  await page.getByRole('option', { name: 'A fixed one' }).click();
  const field = page.getByRole('textbox', { name: 'Port number' });
  await expect(field).toBeFocused();
  await field.fill('80');
  await field.press('Enter');
  await expect(page.getByText('Enter a number from 1024 to 65535.')).toBeVisible();
  await field.fill(String(port));
  await field.press('Enter');
  await expect(page.getByText(`Not running: another program has port ${port}.`)).toBeVisible();
  await lookAt(page, 'light')('automation-port-taken');
  await page.getByRole('button', { name: 'Use a free port' }).click();
  await expect(page.getByText(/^Running on port \d+$/)).toBeVisible();
  taken.close();
});

test('a command without a token gets one when it runs', async ({ program: started, desktop }) => {
  const page = await enterDemo(started, desktop);
  const copyAs = async (): Promise<void> => {
    await row(page, 'Demo API').click();
    await row(page, 'Demo API').press('c');
    await expect(page.getByRole('dialog', { name: /Demo API/ })).toBeVisible();
  };
  const format = page.getByRole('option', { name: 'curl, without a token' });
  await copyAs();
  await expect(format).toHaveCount(0);
  await page.keyboard.press('Escape');

  await openPage(page);
  await switchOn(page);
  const { endpoint, secret } = await addProgram(page, desktop, 'My script', async (form) => {
    await form.getByRole('button', { name: 'Demo API', exact: true }).click();
  });
  await page.keyboard.press('Escape');
  await copyAs();
  await format.click();
  await lookAt(page, 'light')('automation-copy-as');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  const text = await desktop.clipboard.waitFor((each) => each.includes('$IDENTITY_HEADER'));
  expect(text).not.toContain('eyJ');
  await expect(page.getByText('Demo API copied as curl, without a token', { exact: true })).toBeVisible();
  const run = promisify(execFile);
  const env = { PATH: process.env['PATH'], IDENTITY_ENDPOINT: endpoint, IDENTITY_HEADER: secret };
  const { stdout } = await run('bash', ['-c', text], { env });
  expect(stdout).toContain('zoe.nunez@fjord-demo.example');
});

test('the page by keyboard, with what was typed kept from a stray Esc', async ({
  program: started,
  desktop,
}) => {
  const page = await enterDemo(started, desktop);
  await openPage(page);
  await page.keyboard.press('Tab');
  await expect(endpointSwitch(page)).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByText(/^Running on port \d+$/)).toBeVisible();
  await page.getByRole('button', { name: 'Add a program', exact: true }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await expect(name).toBeFocused();
  await page.keyboard.type('My script');
  await page.keyboard.press('Escape');
  await expect(page.getByText('Discard what you typed?')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Addresses, one a line' })).toBeFocused();
  await page.keyboard.type('https://vault.azure.net');
  await name.press('Enter');
  const sheet = page.getByRole('dialog', { name: /^Copy the lines for/ });
  await expect(sheet.getByRole('button', { name: 'Copy', exact: true })).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Shift+Tab');
  await expect(sheet.getByRole('tab', { name: 'bash' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(sheet.getByText(/^For the terminal or the script that starts it\.$/)).toBeVisible();
  await sheet.getByRole('button', { name: 'Copy', exact: true }).press('Enter');
  await desktop.clipboard.waitFor((text) => text.startsWith("$env:IDENTITY_ENDPOINT = '"));
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  expect(
    await page.evaluate(async () => (await window.tokenTray.getSnapshot()).endpoint.freshSecretOf),
  ).toBeUndefined();
  // The focus is on something of the page, not lost.
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'More', exact: true })).toBeFocused();
});

test('what the organisation does not allow, or has fixed, is said', async ({ launch, desktop }) => {
  const file = path.join(desktop.home, 'managed.json');
  await writeFile(
    file,
    JSON.stringify({
      version: 1,
      organisation: 'Contoso',
      forbid: { commandLine: true, localEndpoint: true },
    }),
  );
  const forbidding = await launch({ env: { TOKEN_TRAY_MANAGED_SETTINGS: file } });
  const page = await enterDemo(forbidding, desktop);
  await openPage(page);
  await expect(page.getByText('Your organisation does not allow the command line.')).toBeVisible();
  await expect(page.getByText('Your organisation does not allow the local endpoint.')).toBeVisible();
  await expect(endpointSwitch(page)).toHaveCount(0);
  await lookAt(page, 'light')('automation-forbidden');
  await forbidding.quit();

  await writeFile(
    file,
    JSON.stringify({
      version: 1,
      organisation: 'Contoso',
      settings: { localEndpoint: true, localEndpointPort: ownPort },
    }),
  );
  const fixing = await launch({ env: { TOKEN_TRAY_MANAGED_SETTINGS: file } });
  await fixing.startSecondInstance();
  const again = await fixing.mainWindow();
  await openPage(again);
  await expect(again.getByText(`Running on port ${ownPort}`)).toBeVisible();
  await expect(endpointSwitch(again)).toHaveAccessibleDescription('Set by Contoso');
  await expect(again.getByRole('combobox', { name: 'Port' })).toHaveAccessibleDescription(/Set by Contoso$/);
  await lookAt(again, 'light')('automation-managed');
});
