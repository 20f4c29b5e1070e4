import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyFormats, endpointFormats, holdsToken } from '../shared/copy-format';
import { fits } from '../shared/offered-formats';
import { defaultSettings, settingNameSchema, type SettingName, type Settings } from '../shared/settings';
import type { ActivityEntry, PresetView, Snapshot } from '../shared/snapshot';
import { alex, zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { TestProgram } from './test-program';
import { otherSettings } from './test-support/other-settings';

const run = promisify(execFile);
const done = { outcome: 'done' };
const refused = { outcome: 'refused' };

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
  program.person = pick(zoe);
});

afterEach(() => program.stop());

const snapshot = (): Snapshot => program.state.snapshot;

function preset(id: string): PresetView {
  const found = snapshot().presets.find((each) => each.id === id);
  if (found === undefined) throw new Error(`no preset ${id} in the snapshot`);
  return found;
}

/** The demo, with somebody signed in. */
async function signedIn(): Promise<void> {
  await program.commands.chooseDemo();
  await expect.poll(() => snapshot().account).toBeDefined();
}

describe('choosing a client application', () => {
  it('begins on the welcome page and signs in at once after the choice', async () => {
    expect(snapshot().page).toBe('welcome');
    await signedIn();
    expect(snapshot()).toMatchObject({ page: 'presets', cloudName: 'Demo', account: { name: zoe } });
  });

  it.each([
    [{ clientId: 'my app', tenant: 'contoso.com' }, { clientId: 'client-id-not-a-guid' }],
    [
      { clientId: '12345678-90ab-cdef-1234-567890abcdef', tenant: 'my company' },
      { tenant: 'tenant-not-guid-or-domain' },
    ],
    [
      { clientId: ' ', tenant: '' },
      { clientId: 'client-id-missing', tenant: 'tenant-missing' },
    ],
  ])('saves nothing of a wrong form: %j', async (draft, problems) => {
    expect(await program.commands.chooseOrganisationApp(draft)).toEqual({ outcome: 'invalid', problems });
    expect(snapshot().page).toBe('welcome');
    expect(await readdir(program.folder)).not.toContain('client-applications.json');
    expect(program.opened).toEqual([]);
  });

  it('opens one client application when two are chosen at once', async () => {
    program.person = undefined;
    await Promise.all([program.commands.chooseDemo(), program.commands.chooseDemo()]);
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    expect(program.demosRunning).toBe(1);
    await program.commands.cancelSignIn();
    await expect.poll(() => snapshot().signIn).toBeUndefined();
    const [demo] = snapshot().clientApplications;
    await Promise.all([
      program.commands.chooseDemo(),
      program.commands.removeClientApplication({ clientApplicationId: demo?.id ?? '' }),
    ]);
    await program.commands.cancelSignIn();
    // Whichever came last: what is open and what is shown are the same.
    expect(program.demosRunning).toBe(snapshot().page === 'welcome' ? 0 : 1);
  });

  it('keeps the token of a client application that was removed off the clipboard', async () => {
    await signedIn();
    program.person = undefined;
    const copying = program.commands.copyToken({ presetId: 'demo-second-factor' });
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    const both = [
      program.commands.removeClientApplication({
        clientApplicationId: snapshot().clientApplication?.id ?? '',
      }),
      program.commands.copyToken({ presetId: 'demo-api' }),
    ];
    await Promise.all([copying, ...both]);
    expect(snapshot()).toMatchObject({ page: 'welcome' });
    expect(snapshot().clipboard).toBeUndefined();
    expect(snapshot().failure).toBeUndefined();
    expect(program.clipboard.text).toBe('');
  });

  it('finds the sign-in again after a restart', async () => {
    await signedIn();
    await program.leave();
    expect(snapshot()).toMatchObject({ page: 'presets', accounts: [] });
    await program.comeBack();
    expect(snapshot().account?.name).toBe(zoe);
    expect(program.opened).toHaveLength(1);
  });
});

describe('copying', () => {
  it('puts a token on the clipboard and says what was copied', async () => {
    await signedIn();
    expect(await program.commands.copyToken({ presetId: 'demo-api' })).toEqual(done);
    expect(program.clipboard.text).toMatch(/^eyJ[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(snapshot().clipboard).toMatchObject({ presetName: 'Demo API', format: 'token', placeholders: [] });
    const { token } = preset('demo-api');
    expect(token?.expiresOn).toBeGreaterThan(Date.now() + 55 * 60_000);
    expect(Math.abs((token?.expiresOn ?? 0) - (snapshot().clipboard?.tokenExpiresOn ?? 0))).toBeLessThan(
      1000,
    );
  });

  it('puts a curl command on the clipboard that the demo API answers', async () => {
    await signedIn();
    await program.commands.copySnippet({ presetId: 'resource-manager', format: 'curl' });
    const { stdout } = await run('bash', ['-c', `${program.clipboard.text} --silent`]);
    expect(JSON.parse(stdout)).toMatchObject({
      value: [...Array.from({ length: 5 }, () => ({ state: 'Enabled' })), { state: 'Disabled' }],
    });
  });

  it.each(['graph', 'key-vault', 'storage', 'devops', 'demo-api'])(
    'works for every preset of the demo: %s',
    async (presetId) => {
      await signedIn();
      await program.commands.copySnippet({ presetId, format: 'curl' });
      const { stdout } = await run('bash', [
        '-c',
        `${program.clipboard.text} --silent --write-out '%{http_code}' --output /dev/null`,
      ]);
      expect(stdout).toBe('200');
    },
  );

  it('signs in by itself when nobody is signed in, and uses that account from then on', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    await program.commands.cancelSignIn();
    await expect.poll(() => snapshot().signIn).toBeUndefined();
    expect(snapshot().failure).toBeUndefined();
    program.person = pick(alex);
    await program.commands.copyToken({ presetId: 'graph' });
    expect(snapshot().account?.name).toBe(alex);
    expect(program.clipboard.text).toMatch(/^eyJ/);
  });

  it('says that the clipboard could not be written, and keeps the token’s status', async () => {
    await signedIn();
    program.clipboardIsHeld = true;
    await program.commands.copyToken({ presetId: 'demo-api' });
    expect(snapshot().copyFailed).toMatchObject({ presetId: 'demo-api', format: 'token' });
    expect(snapshot().failure).toBeUndefined();
    expect(preset('demo-api')).toMatchObject({ acquiring: false });
    expect(preset('demo-api').token).toBeDefined();
    expect(snapshot().clipboard).toBeUndefined();
  });

  it('takes back that a copy failed when it is done again, or dismissed', async () => {
    await signedIn();
    program.clipboardIsHeld = true;
    await program.commands.copySnippet({ presetId: 'demo-api', format: 'curl' });
    await program.commands.dismissCopyFailed();
    expect(snapshot().copyFailed).toBeUndefined();
    await program.commands.copySnippet({ presetId: 'demo-api', format: 'curl' });
    expect(snapshot().copyFailed).toBeDefined();
    program.clipboardIsHeld = false;
    await program.commands.copySnippet({ presetId: 'demo-api', format: 'curl' });
    expect(program.clipboard.text).toMatch(/^curl /);
    expect(snapshot().copyFailed).toBeUndefined();
  });

  it('answers that the clipboard is held when there is no token to be lost', async () => {
    await signedIn();
    program.clipboardIsHeld = true;
    const held = { outcome: 'clipboard-held' };
    await expect(program.commands.copyHelpText({ text: 'redirect-uri' })).resolves.toEqual(held);
    expect(snapshot().copyFailed).toBeUndefined();
  });

  it('goes on trying to clear a clipboard that is held', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    program.clipboardIsHeld = true;
    await expect(program.commands.clearClipboard()).resolves.toEqual({ outcome: 'clipboard-held' });
    expect(snapshot().clipboard).toBeDefined();
    program.clipboardIsHeld = false;
    await expect.poll(() => program.clipboard.text).toBe('');
    expect(snapshot().clipboard).toBeUndefined();
  });

  it('tries three times before it says so', async () => {
    await signedIn();
    program.clipboardIsHeld = true;
    const copying = program.commands.copyToken({ presetId: 'demo-api' });
    await expect.poll(() => program.clipboardTries).toBe(1);
    program.clipboardIsHeld = false;
    await copying;
    expect(program.clipboard.text).toMatch(/^eyJ/);
    expect(snapshot().copyFailed).toBeUndefined();
    expect(snapshot().clipboard).toMatchObject({ presetId: 'demo-api' });
  });

  it('does again what failed', async () => {
    await signedIn();
    await program.commands.copySnippet({ presetId: 'demo-blocked', format: 'curl' });
    const first = snapshot().failure;
    expect(first?.kind).toBe('blocked');
    expect(await program.commands.retryFailed()).toEqual(done);
    expect(snapshot().failure?.kind).toBe('blocked');
    expect(snapshot().failure?.details).not.toBe(first?.details);
    await program.commands.dismissFailure();
    expect(await program.commands.retryFailed()).toEqual(refused);
  });

  it('clears only what it wrote', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.clearClipboard();
    expect(program.clipboard.text).toBe('');
    expect(snapshot().clipboard).toBeUndefined();
    await program.commands.copyToken({ presetId: 'demo-api' });
    program.clipboard.text = 'a shopping list';
    await program.commands.clearClipboard();
    expect(program.clipboard.text).toBe('a shopping list');
  });
});

describe('what was copied', () => {
  it('is cleared in the time that is set, which may be changed while it is there', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    const copiedOn = snapshot().clipboard?.copiedOn ?? 0;
    expect(snapshot().clipboard?.clearsOn).toBe(copiedOn + 60_000);
    await program.commands.changeSettings({ change: { clipboardClearsAfter: 600 } });
    expect(snapshot().clipboard?.clearsOn).toBe(copiedOn + 600_000);
    await program.commands.changeSettings({ change: { clipboardClearsAfter: 0 } });
    expect(snapshot().clipboard).not.toHaveProperty('clearsOn');
    await program.commands.resetSetting({ setting: 'clipboardClearsAfter' });
    expect(snapshot().clipboard?.clearsOn).toBe(copiedOn + 60_000);
    expect(program.clipboard.text).toMatch(/^eyJ/);
  });

  it('goes when the person leaves the computer, unless it is set to stay', async () => {
    await signedIn();
    await program.commands.changeSettings({ change: { clipboardClearsOnLock: false } });
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.leaveComputer();
    expect(program.clipboard.text).toMatch(/^eyJ/);
    expect(snapshot().clipboard).toBeDefined();
    await program.commands.resetSetting({ setting: 'clipboardClearsOnLock' });
    await program.commands.leaveComputer();
    expect(program.clipboard.text).toBe('');
    expect(snapshot().clipboard).toBeUndefined();
  });

  it('goes when the person comes back, if its time was over meanwhile', async () => {
    await signedIn();
    await program.commands.changeSettings({ change: { clipboardClearsOnLock: false } });
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.leaveComputer();
    program.slept = 60_000;
    program.commands.returnToComputer();
    await expect.poll(() => program.clipboard.text).toBe('');
    expect(snapshot().clipboard).toBeUndefined();
  });

  it('is no longer said to be there when another program has replaced it', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.lookAtClipboard();
    expect(snapshot().clipboard).toBeDefined();
    program.clipboard.text = 'a shopping list';
    await program.commands.lookAtClipboard();
    expect(snapshot().clipboard).toBeUndefined();
    expect(program.clipboard.text).toBe('a shopping list');
  });
});

it('tells every surface when the person comes back: the time has gone on meanwhile', async () => {
  const told: Snapshot[] = [];
  program.state.subscribe((each) => told.push(each));
  program.commands.returnToComputer();
  await expect.poll(() => told).toEqual([snapshot()]);
});

describe('what goes wrong', () => {
  it('refuses a preset it does not know, logs it, and goes on', async () => {
    await signedIn();
    expect(await program.commands.copyToken({ presetId: 'no-such-preset' })).toEqual(refused);
    expect(program.logged.join('\n')).toContain('unknown preset');
    expect(await program.commands.copyToken({ presetId: 'demo-api' })).toEqual(done);
  });

  it('shows a policy that blocks without offering to try again', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-blocked' });
    expect(snapshot().failure).toMatchObject({
      kind: 'blocked',
      actions: [],
      preset: { id: 'demo-blocked' },
    });
    expect(preset('demo-blocked').problem).toBe('failed');
    expect(program.clipboard.text).toBe('');
    await program.commands.copyFailureDetails();
    expect(program.clipboard.text).toMatch(/AADSTS53003[^]*Correlation ID: [0-9a-f-]{36}/);
    await program.commands.dismissFailure();
    expect(snapshot().failure).toBeUndefined();
  });

  it('asks for the second factor when the person signs in for that preset', async () => {
    await signedIn();
    program.person = pick(zoe, 'Approve');
    await program.commands.signInForPreset({ presetId: 'demo-second-factor' });
    expect(preset('demo-second-factor').token).toBeDefined();
    expect(program.clipboard.text).toBe('');
  });

  it('says no longer that a sign-in is needed once somebody has signed in', async () => {
    await signedIn();
    program.person = undefined;
    const asked = program.commands.copyToken({ presetId: 'demo-consent' });
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    await program.commands.cancelSignIn();
    await asked;
    expect(preset('demo-consent').problem).toBe('sign-in-needed');
    program.person = pick(zoe);
    await program.commands.signIn();
    expect(preset('demo-consent').problem).toBeUndefined();
  });

  it('says in the row that a sign-in is needed after one was cancelled', async () => {
    await signedIn();
    program.person = undefined;
    const asked = program.commands.copyToken({ presetId: 'demo-consent' });
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    expect(preset('demo-consent').acquiring).toBe(true);
    await program.commands.cancelSignIn();
    expect(await asked).toEqual(done);
    expect(preset('demo-consent')).toMatchObject({ acquiring: false, problem: 'sign-in-needed' });
    expect(snapshot().failure).toBeUndefined();
  });

  it('keeps tokens and accounts out of the log, the snapshot and every file', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    const token = program.clipboard.text;
    await program.commands.copyToken({ presetId: 'demo-blocked' });
    await program.commands.copyToken({ presetId: 'demo-api' });
    expect(JSON.stringify(snapshot())).not.toContain('eyJ');
    expect(program.logged.join('\n')).not.toMatch(/eyJ|@/);
    // What is being written has another name until it is whole.
    const files = (await readdir(program.folder)).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const text = await readFile(join(program.folder, name), 'latin1');
      expect(text, name).not.toContain(token);
      // A header of a JWT and the dot behind it: base64 alone may well hold "eyJ".
      expect(text, name).not.toMatch(/eyJ[\w-]{10,}\.|@/);
    }
  });
});

describe('the sign-in link', () => {
  it('is copied as this computer’s browser can open it', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    expect(await program.commands.copySignInLink()).toEqual(done);
    expect(new URL(program.clipboard.text).origin).toBe(program.demo.tenant.origin);
    await program.commands.cancelSignIn();
  });

  it('is refused when no sign-in is under way', async () => {
    await signedIn();
    expect(await program.commands.copySignInLink()).toEqual(refused);
  });
});

describe('accounts', () => {
  it('are switched without signing anyone out', async () => {
    await signedIn();
    program.person = pick(alex);
    await program.commands.signIn();
    expect(snapshot().accounts).toHaveLength(2);
    expect(snapshot().account?.name).toBe(alex);
    const other = snapshot().accounts.find(({ name }) => name === zoe);
    await program.commands.selectAccount({ accountId: other?.id ?? '' });
    expect(snapshot().account?.name).toBe(zoe);
    await program.commands.copyToken({ presetId: 'demo-api' });
    expect(program.opened).toHaveLength(2);
  });

  it('are gone after signing out, with their tokens', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.signOut({ accountId: snapshot().account?.id ?? '' });
    expect(snapshot()).toMatchObject({ accounts: [], page: 'presets' });
    expect(preset('demo-api')).toMatchObject({ problem: 'sign-in-needed' });
    expect(preset('demo-api').token).toBeUndefined();
  });

  it('that are unknown are refused', async () => {
    await signedIn();
    expect(await program.commands.selectAccount({ accountId: 'nobody' })).toEqual(refused);
    expect(await program.commands.signOut({ accountId: 'nobody' })).toEqual(refused);
  });
});

describe('copying in a format', () => {
  const beginnings: Partial<Record<(typeof copyFormats)[number], RegExp>> = {
    token: /^eyJ/,
    curl: /^curl "http/,
    'authorization-header': /^Authorization: Bearer eyJ/,
    powershell: /^Invoke-RestMethod -Method Get -Uri 'http/,
    environment: /^export TOKEN='eyJ/,
    'az-json': /^\{\n {2}"accessToken": "eyJ/,
    'http-file': /^### Demo API\nGET http/,
  };
  const fitting = copyFormats.filter(
    (format) => holdsToken(format) && fits(format, { delivery: 'bearer', hasRequests: true }),
  );

  it.each(fitting)('puts that on the clipboard, and says so: %s', async (format) => {
    await signedIn();
    const copying =
      format === 'token'
        ? program.commands.copyToken({ presetId: 'demo-api' })
        : program.commands.copySnippet({ presetId: 'demo-api', format });
    expect(await copying).toEqual(done);
    expect(program.clipboard.text).toMatch(beginnings[format] ?? /eyJ/);
    expect(snapshot().clipboard?.format).toBe(format);
  });

  it.each(endpointFormats)('gets no token for a text that has none: %s', async (format) => {
    await signedIn();
    await program.commands.signOut({ accountId: snapshot().account?.id ?? '' });
    expect(await program.commands.copySnippet({ presetId: 'demo-api', format })).toEqual(refused);
    await program.commands.changeSettings({ change: { localEndpoint: true } });
    expect(await program.commands.copySnippet({ presetId: 'demo-api', format })).toEqual(done);
    expect(program.clipboard.text).toMatch(/IDENTITY_ENDPOINT/);
    expect(program.clipboard.text).not.toMatch(/eyJ/);
    expect(snapshot().clipboard).toMatchObject({ format });
    expect(snapshot().clipboard?.tokenExpiresOn).toBeUndefined();
    expect(snapshot().signIn).toBeUndefined();
  });

  it('takes the one that is set as the default, from the moment on that it is', async () => {
    await signedIn();
    for (const defaultFormat of ['token', 'environment', 'curl'] as const) {
      await program.commands.changeSettings({ change: { defaultFormat } });
      await program.commands.copyInDefaultFormat({ presetId: 'demo-api' });
      expect(program.clipboard.text).toMatch(beginnings[defaultFormat] ?? /^$/);
    }
    expect(await program.commands.copyInDefaultFormat({ presetId: 'no-such-preset' })).toEqual(refused);
  });
});

describe('a template', () => {
  const [draft, other] = [
    { name: ' Mine ', text: 'mytool {{url|sh}} {{token|sh}}' },
    { name: 'Other', text: '{{token}}' },
  ];
  const ids = () => snapshot().templates.map(({ id }) => id);
  const names = () => snapshot().templates.map(({ name }) => name);

  it('is copied under its name, and what it is called stays in the activity list', async () => {
    await signedIn();
    expect(await program.commands.addTemplate(draft)).toEqual(done);
    const [format] = ids();
    if (format === undefined) throw new Error('It was not added.');
    expect(await program.commands.copySnippet({ presetId: 'demo-api', format })).toEqual(done);
    expect(program.clipboard.text).toMatch(/^mytool 'http[^']+' 'eyJ[^']+'$/);
    expect(snapshot().clipboard).toMatchObject({ format, formatName: 'Mine' });
    expect(snapshot().lastCopy).toMatchObject({ format, formatName: 'Mine' });
    expect(program.state.value.activity[0]).toMatchObject({ format, formatName: 'Mine' });

    await program.commands.deleteTemplate({ templateId: format });
    expect(await program.commands.copySnippet({ presetId: 'demo-api', format })).toEqual(refused);
    expect(snapshot().lastCopy).toBeUndefined();
    expect(await program.commands.restoreTemplate({ templateId: format })).toEqual(done);
    expect(await program.commands.copyLast()).toEqual(done);
  });

  it('is changed and moved, and refused where it is wrong, unknown or forbidden', async () => {
    await signedIn();
    await program.commands.addTemplate(draft);
    await program.commands.addTemplate(other);
    const [first] = ids();
    if (first === undefined) throw new Error('It was not added.');
    await program.commands.moveTemplate({ templateId: first, to: 1 });
    expect(names()).toEqual(['Other', 'Mine']);
    expect(await program.commands.editTemplate({ templateId: first, draft: other })).toEqual(done);
    expect(names()).toEqual(['Other', 'Other']);
    expect(await program.commands.addTemplate({ name: '', text: '{{tokn}}' })).toEqual({
      outcome: 'invalid',
      problems: { name: 'name-missing', text: 'template-wrong' },
    });
    program.state.update({ forbidden: ['ownTemplates'] });
    expect(await program.commands.addTemplate(draft)).toEqual(refused);
    expect(await program.commands.copySnippet({ presetId: 'demo-api', format: first })).toEqual(refused);
    expect(names()).toEqual([]);
  });
});

it('a Postman environment is saved where the person says, unless the organisation forbids it', async () => {
  await signedIn();
  const args = { presetId: 'demo-api', format: 'postman-environment' } as const;
  expect(await program.commands.saveSnippet(args)).toEqual(done);
  expect(JSON.parse(program.saved[0]?.text ?? '')).toMatchObject({ name: 'Demo API' });
  expect(program.clipboard.text).toBe('');
  program.state.update({ forbiddenFormats: ['postman-environment'] });
  expect(await program.commands.saveSnippet(args)).toEqual(refused);
  expect(program.saved).toHaveLength(1);
});

describe('copying again', () => {
  it('does the last copy once more, in its format', async () => {
    await signedIn();
    await program.commands.copySnippet({ presetId: 'graph', format: 'curl' });
    await program.commands.copySnippet({ presetId: 'demo-api', format: 'authorization-header' });
    expect(snapshot().lastCopy).toEqual({
      presetId: 'demo-api',
      presetName: 'Demo API',
      format: 'authorization-header',
    });
    await program.commands.clearClipboard();
    expect(await program.commands.copyLast()).toEqual(done);
    expect(program.clipboard.text).toMatch(/^Authorization: Bearer eyJ/);
    expect(snapshot().clipboard?.presetId).toBe('demo-api');
  });

  it('opens the palette before the first copy, as there is something to choose', async () => {
    await signedIn();
    expect(snapshot().lastCopy).toBeUndefined();
    expect(await program.commands.copyLast()).toEqual(done);
    expect(program.paletteOpened).toBe(1);
    expect(program.clipboard.text).toBe('');
  });

  it('takes the copy before that when the last preset was deleted, and comes back to it with the preset', async () => {
    await signedIn();
    await program.commands.copySnippet({ presetId: 'graph', format: 'curl' });
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.deletePreset({ presetId: 'demo-api' });
    expect(snapshot().lastCopy).toMatchObject({ presetId: 'graph', format: 'curl' });
    expect(await program.commands.copyLast()).toEqual(done);
    expect(program.clipboard.text).toMatch(/^curl "http\S+\/api\/me"/);
    await program.commands.deletePreset({ presetId: 'graph' });
    expect(snapshot().lastCopy).toBeUndefined();
    await program.commands.restorePreset({ presetId: 'demo-api' });
    expect(snapshot().lastCopy).toMatchObject({ presetId: 'demo-api', format: 'token' });
  });

  it('is not changed by a copy that failed', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'graph' });
    program.clipboardIsHeld = true;
    await program.commands.copySnippet({ presetId: 'demo-api', format: 'curl' });
    await program.commands.copyToken({ presetId: 'demo-blocked' });
    expect(snapshot().lastCopy).toMatchObject({ presetId: 'graph', format: 'token' });
    expect(preset('demo-api')).not.toHaveProperty('lastUsedOn');
    expect(preset('graph').lastUsedOn).toBeLessThanOrEqual(Date.now());
  });
});

describe('settings', () => {
  const onDisk = async (): Promise<Record<string, unknown>> =>
    JSON.parse(await readFile(join(program.folder, 'settings.json'), 'utf8')) as Record<string, unknown>;
  const values = (): Settings => snapshot().settings.values;
  const change = (setting: SettingName) => {
    const { paletteHotkey, copyLastHotkey } = otherSettings;
    if (setting === 'paletteHotkey')
      return program.commands.setHotkey({ hotkey: 'palette', accelerator: paletteHotkey });
    if (setting === 'copyLastHotkey')
      return program.commands.setHotkey({ hotkey: 'copy-last', accelerator: copyLastHotkey });
    return program.commands.changeSettings({ change: { [setting]: otherSettings[setting] } });
  };

  it.each(settingNameSchema.options)(
    'act at once, are on the disk, and go back to their defaults: %s',
    async (setting) => {
      const changed = { ...defaultSettings, [setting]: otherSettings[setting] };
      expect(values()).toEqual(defaultSettings);
      expect(await change(setting)).toEqual(done);
      expect(values()).toEqual(changed);
      const { version, dismissedNotices, ...saved } = await onDisk();
      expect({ version, dismissedNotices }).toEqual({ version: 2, dismissedNotices: [] });
      expect(saved).toEqual({ [setting]: otherSettings[setting] });
      expect(await program.commands.resetSetting({ setting })).toEqual(done);
      expect(values()).toEqual(defaultSettings);
      expect(await onDisk()).toEqual({ version, dismissedNotices });
    },
  );

  it('are several in one change', async () => {
    await program.commands.changeSettings({ change: { theme: 'light', notifyBeforeEnd: 10 } });
    expect(values()).toEqual({ ...defaultSettings, theme: 'light', notifyBeforeEnd: 10 });
    expect(snapshot().theme).toBe('light');
  });

  it('act also when the disk does not take them, and the person hears of it', async () => {
    await rm(program.folder, { recursive: true });
    await writeFile(program.folder, 'no folder');
    expect(await program.commands.changeSettings({ change: { theme: 'dark' } })).toEqual(done);
    expect(snapshot().theme).toBe('dark');
    expect(snapshot().notices.map(({ kind }) => kind)).toEqual(['not-saved']);
  });

  it('of a preset say whether it is kept fresh', async () => {
    await signedIn();
    expect(preset('graph').keepFresh).toBe(false);
    expect(await program.commands.setKeepFresh({ presetId: 'graph', keepFresh: true })).toEqual(done);
    expect(preset('graph').keepFresh).toBe(true);
    const file = await readFile(join(program.folder, 'presets.json'), 'utf8');
    expect(file.match(/"keepFresh": true/g)).toHaveLength(1);
    await program.commands.setKeepFresh({ presetId: 'graph', keepFresh: false });
    expect(preset('graph').keepFresh).toBe(false);
    expect(await program.commands.setKeepFresh({ presetId: 'nothing', keepFresh: true })).toEqual(refused);
  });
});

describe('start at login', () => {
  const notices = (): string[] => snapshot().notices.map(({ kind }) => kind);

  it('is not known before the system was asked', async () => {
    expect(snapshot().settings).not.toHaveProperty('startAtLogin');
    program.startsAtLogin = true;
    await program.commands.lookAtLoginItem();
    expect(snapshot().settings.startAtLogin).toBe(true);
  });

  it('is switched on and off in the system', async () => {
    expect(await program.commands.setStartAtLogin({ startAtLogin: true })).toEqual(done);
    expect(program.startsAtLogin).toBe(true);
    expect(snapshot().settings.startAtLogin).toBe(true);
    await program.commands.setStartAtLogin({ startAtLogin: false });
    expect(program.startsAtLogin).toBe(false);
    expect(snapshot().settings.startAtLogin).toBe(false);
  });

  it('stays as it is, with a word about it, when the system does not do it', async () => {
    program.loginItemsAreLocked = true;
    expect(await program.commands.setStartAtLogin({ startAtLogin: true })).toEqual(done);
    expect(snapshot().settings.startAtLogin).toBe(false);
    expect(notices()).toEqual(['start-at-login-unchanged']);
    program.loginItemsAreLocked = false;
    await program.commands.setStartAtLogin({ startAtLogin: true });
    expect(snapshot().settings.startAtLogin).toBe(true);
    expect(notices()).toEqual([]);
  });

  it('is looked at anew when the settings are shown', async () => {
    await program.commands.lookAtLoginItem();
    program.startsAtLogin = true;
    await program.commands.showPage({ page: 'settings' });
    await expect.poll(() => snapshot().settings.startAtLogin).toBe(true);
  });
});

describe('the activity', () => {
  async function shown(): Promise<readonly ActivityEntry[]> {
    await program.commands.showPage({ page: 'activity' });
    return snapshot().activity ?? [];
  }

  it('says what was copied when, in which format, for which account, newest first', async () => {
    await signedIn();
    // Till then its tenant is called by its domain.
    await expect.poll(() => program.hasReadDirectories).toBe(true);
    const before = Date.now();
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.copySnippet({ presetId: 'graph', format: 'powershell' });
    const { account } = snapshot();
    const entries = await shown();
    const of = { username: account?.username, tenantName: account?.tenantName };
    expect(entries.map(({ on: _on, ...rest }) => rest)).toEqual([
      { presetName: 'Microsoft Graph', format: 'powershell', ...of },
      { presetName: 'Demo API', format: 'token', ...of },
    ]);
    for (const { on } of entries) expect(on).toBeGreaterThanOrEqual(before);
    expect(JSON.stringify(entries)).not.toContain('eyJ');
  });

  it('has nothing of a copy that came to nothing', async () => {
    await signedIn();
    program.clipboardIsHeld = true;
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.copyToken({ presetId: 'demo-blocked' });
    await program.commands.copyToken({ presetId: 'no-such-preset' });
    await program.commands.renew({ presetId: 'graph' });
    expect(await shown()).toEqual([]);
  });

  it('has nothing of what is copied while it is switched off', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.changeSettings({ change: { activityList: false } });
    await program.commands.copyToken({ presetId: 'graph' });
    expect(await shown()).toMatchObject([{ presetName: 'Demo API' }]);
    await program.commands.resetSetting({ setting: 'activityList' });
    await program.commands.copyToken({ presetId: 'graph' });
    expect(await shown()).toHaveLength(2);
  });

  it('is empty when it has been cleared, also of what was copied before it was switched off', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    await program.commands.changeSettings({ change: { activityList: false } });
    expect(await program.commands.clearActivity()).toEqual(done);
    expect(await shown()).toEqual([]);
    // What is repeated is not a list of what was done.
    expect(snapshot().lastCopy).toBeDefined();
  });

  it('goes to the window only while it shows it', async () => {
    await signedIn();
    await program.commands.copyToken({ presetId: 'demo-api' });
    expect(snapshot()).not.toHaveProperty('activity');
    expect(await shown()).toHaveLength(1);
    expect(program.windowOpened).toBe(1);
    await program.commands.showPage({ page: 'main' });
    expect(snapshot()).toMatchObject({ windowPage: 'main' });
    expect(snapshot()).not.toHaveProperty('activity');
    expect(program.windowOpened).toBe(2);
  });
});
