import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { demoResources } from '../../demo/resources';
import { demoClientId } from '../../demo';
import { alex, containing, guestTenant, homeTenant, matching, zoe } from '../../demo/test-demo';
import { pick, typeCode } from '../../identity/test-client';
import { enterDemo } from '../../test-enter-demo';
import { TestProgram } from '../../test-program';
import { healthy, json, typed } from './test-command-line';

let program: TestProgram;

beforeEach(async () => {
  program = await new TestProgram().start();
});

afterEach(() => program.stop());

async function signedIn(): Promise<void> {
  await enterDemo(program);
  await expect.poll(() => program.hasReadDirectories).toBe(true);
}

/** As an import would: nobody has typed it. */
const addPreset = (url: string): Promise<void> =>
  program.presets.add({
    id: 'imported',
    name: 'Imported',
    icon: 'custom',
    pinned: false,
    keepFresh: false,
    targets: { demo: { scopes: [`${vault}/.default`], requests: [{ method: 'GET', url, headers: [] }] } },
  });

const claims = (token: unknown): unknown =>
  JSON.parse(Buffer.from(String(token).split('.')[1] ?? '', 'base64url').toString('utf8'));

const vault = 'https://vault.azure.net';

describe('get-access-token', () => {
  it('answers as az does, for Azure Resource Manager where nothing is said', async () => {
    await signedIn();
    const answer = await typed(program, 'get-access-token');
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(json(answer)).toEqual({
      accessToken: matching(/^ey/),
      expiresOn: matching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}$/),
      expires_on: expect.any(Number) as number,
      subscription: matching(/^[0-9a-f-]{36}$/),
      tenant: matching(/^[0-9a-f-]{36}$/),
      tokenType: 'Bearer',
    });
    expect(Object.keys(json(answer) as object)).toEqual(Object.keys(json(answer) as object).toSorted());
  });

  it('is the token alone for the usual line of scripts', async () => {
    await signedIn();
    const { stdout } = await typed(
      program,
      `get-access-token --resource ${vault} --query accessToken -o tsv`,
    );
    expect(stdout).toMatch(/^ey[\w.-]+\n$/);
    expect(claims(stdout)).toMatchObject({ aud: vault });
  });

  it('keeps the slash of a resource, and has no subscription where a tenant was said', async () => {
    await signedIn();
    const { tenantId = '' } = program.state.snapshot.account ?? {};
    const answer = await typed(program, `get-access-token --resource ${vault}/ --tenant ${tenantId}`);
    expect(json(answer)).not.toHaveProperty('subscription');
    expect(claims((json(answer) as { accessToken: string }).accessToken)).toMatchObject({
      aud: `${vault}/`,
      tid: tenantId,
    });
  });

  it.each([
    ['scopes', `--scope ${vault}/.default`, vault],
    [
      'scopes rather than a resource',
      `--resource https://graph.microsoft.com --scope ${vault}/.default`,
      vault,
    ],
    ['a resource type', '--resource-type ms-graph', 'https://graph.microsoft.com/'],
    ['a preset by its name', ['--preset', 'key vault'], vault],
    ['a preset by its id', '--preset key-vault', vault],
    ['an abbreviated option', `--scop ${vault}/.default`, vault],
  ])('is for %s', async (_what, options, aud) => {
    await signedIn();
    const words = typeof options === 'string' ? options.split(' ') : options;
    const { stdout } = await typed(program, [
      'get-access-token',
      ...words,
      '--query',
      'accessToken',
      '-o',
      'tsv',
    ]);
    expect(claims(stdout)).toMatchObject({ aud });
  });

  it('is of the tenant of a subscription, by id and by name; tenant and subscription may be said together', async () => {
    await signedIn();
    const [first, ...others] = program.state.snapshot.tenants.filter(
      ({ subscriptions }) => subscriptions.length > 0,
    );
    const tenant = others[0] ?? first;
    const { id, name } = tenant?.subscriptions[0] ?? { id: '', name: '' };
    for (const wanted of [id, name]) {
      const answer = await typed(program, ['get-access-token', '-s', wanted]);
      expect(json(answer)).toMatchObject({ subscription: id, tenant: tenant?.id });
    }
    const both = await typed(program, [
      'get-access-token',
      '--subscription',
      id,
      '--tenant',
      tenant?.id ?? '',
    ]);
    expect(json(both)).toMatchObject({ subscription: id, tenant: tenant?.id });
    expect(await typed(program, 'get-access-token -s nothing')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: "ERROR: Subscription 'nothing' not found. Check the spelling and casing and try again.\n",
    });
  });

  it('is a new one where that is wanted, and the same one else', async () => {
    await signedIn();
    const line = `get-access-token --resource ${vault} --query accessToken -o tsv`;
    const { stdout } = await typed(program, line);
    expect((await typed(program, line)).stdout).toBe(stdout);
    expect((await typed(program, `${line} --force-refresh`)).stdout).not.toBe(stdout);
  });

  it('prints a snippet of a preset instead', async () => {
    await signedIn();
    const { stdout, stderr } = await typed(program, 'get-access-token --preset demo-api --format curl');
    expect(stdout).toMatch(/^curl .*"Authorization: Bearer ey[\w.-]+"/s);
    expect(stdout.endsWith('\n')).toBe(true);
    expect(stderr).toBe('');
    expect(await typed(program, 'get-access-token --preset demo-api --format pgpassword')).toMatchObject({
      exitCode: 1,
      stdout: '',
    });
    expect(await typed(program, 'get-access-token --preset demo-api --format nothing')).toMatchObject({
      exitCode: 2,
      stdout: '',
    });
    expect(await typed(program, 'get-access-token --format curl')).toMatchObject({ exitCode: 2, stdout: '' });
  });

  it('says what is left to fill in of a snippet', async () => {
    await signedIn();
    await addPreset(`${program.state.value.demoOrigin ?? ''}/{name}`);
    const { stdout, stderr } = await typed(program, 'get-access-token --preset imported --format curl');
    expect(stderr).toBe('WARNING: Fill in first: {name}\n');
    expect(stdout).toContain('/{name}');
  });

  it('does not send a token where it may not be meant for, and says where to allow it', async () => {
    await signedIn();
    await addPreset('https://evil.example/');
    expect(await typed(program, 'get-access-token --preset imported --format curl')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: containing('goes to evil.example'),
    });
  });

  it('opens no browser unless that is said, and says what to do', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await program.commands.cancelSignIn();
    const opened = program.opened.length;
    const answer = await typed(program, 'get-access-token');
    expect(answer).toMatchObject({ exitCode: 1, stdout: '', stderr: containing("Run 'token-tray sign-in'") });
    expect(program.opened).toHaveLength(opened);
    program.person = pick(zoe);
    expect((await typed(program, `get-access-token --interactive --resource ${vault}`)).exitCode).toBe(0);
  });

  it('says what went wrong in plain words, with what an administrator asks for', async () => {
    await signedIn();
    const { exitCode, stdout, stderr } = await typed(
      program,
      `get-access-token --resource ${demoResources.blocked}`,
    );
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^ERROR: [A-Z].*\.\n {2}Code: AADSTS53003\n/s);
    expect(stderr).toMatch(/Correlation ID: [0-9a-f-]{36}/);
    expect(stderr).not.toContain('ey');
  });

  it.each([
    ['an unknown option', '--bogus', "unknown option '--bogus'"],
    [
      'a beginning of several options',
      '--res x',
      'ambiguous option: --res could match --resource, --resource-type',
    ],
    ['an unknown format', '-o xml', 'Allowed values: json, jsonc, yaml, yamlc, table, tsv, none.'],
    ['an unknown resource type', '--resource-type nothing', 'Allowed choices are aad-graph, arm'],
    ['a query that is none', '--query [', 'JMESPath'],
    ['too much', 'extra', 'too many arguments'],
  ])('ends with 2 for %s', async (_what, options, text) => {
    await signedIn();
    expect(await typed(program, `get-access-token ${options}`)).toMatchObject({
      exitCode: 2,
      stdout: '',
      stderr: containing(text),
    });
  });

  it.each([
    ['two resources', ['--resource', 'https://a.example https://b.example'], 'address or ID of an API'],
    ['a token', ['--resource', 'eyJhbGciOiJSUzI1NiJ9.eyJhdWQiOiJ4In0.c2ln'], 'address or ID of an API'],
    [
      'scopes of two APIs',
      ['--scope', 'https://a.example/.default', 'https://b.example/.default'],
      'scopes of one API',
    ],
    ['claims that are none', ['--claims', 'hello'], 'WWW-Authenticate'],
    ['an unknown account', ['--account', 'nobody@contoso.com'], "Account 'nobody@contoso.com' not found"],
    ['an unknown client', ['--client', 'nothing'], "Client application 'nothing' not found"],
    ['an unknown cloud', ['--cloud', 'nowhere'], 'nowhere'],
    ['an unknown preset', ['--preset', 'nothing'], "Preset 'nothing' not found"],
  ])('ends with 1 for %s', async (_what, options, text) => {
    await signedIn();
    const answer = await typed(program, ['get-access-token', ...options]);
    expect(answer).toMatchObject({ exitCode: 1, stdout: '', stderr: containing(text) });
    expect(answer.stderr).toMatch(/^ERROR: /);
  });
});

describe('accounts', () => {
  it('are listed and shown with az’s own keys, without any token', async () => {
    await signedIn();
    const list = json(await typed(program, 'account list')) as readonly Record<string, unknown>[];
    expect(Object.keys(list[0] ?? {})).toEqual([
      'cloudName',
      'homeTenantId',
      'id',
      'isDefault',
      'managedByTenants',
      'name',
      'state',
      'tenantId',
      'user',
    ]);
    expect(list.filter(({ isDefault }) => isDefault === true)).toHaveLength(1);
    const shown = json(await typed(program, 'account show')) as Record<string, unknown>;
    expect(shown).toMatchObject({ environmentName: 'Demo', isDefault: true, user: { type: 'user' } });
    expect((await typed(program, 'account list -o table')).stdout).toMatch(
      /^Name +CloudName +SubscriptionId +TenantId +State +IsDefault\n-/,
    );
  });

  it('are those that can be used in the cloud in use, unless all are wanted', async () => {
    await signedIn();
    const some = await typed(program, 'account list');
    const all = await typed(program, 'account list --all');
    const states = (answer: typeof all): unknown =>
      [...new Set((json(answer) as readonly Record<string, unknown>[]).map(({ state }) => state))].toSorted();
    expect(states(some)).toEqual(['Enabled']);
    expect(some.stderr).toMatch(/^WARNING: A few accounts are skipped .*'--all'/);
    expect(states(all)).toEqual(['Disabled', 'Enabled']);
    expect(all.stderr).toBe('');
  });

  it('have the tenant in use among them, also where it has no subscription', async () => {
    await signedIn();
    const accountId = program.state.snapshot.account?.id ?? '';
    await program.commands.selectTenant({ accountId, tenantId: guestTenant.id });
    // As if there were none: all of the demo's tenants have some.
    const { open, currentId = '' } = program.state.value;
    const contents = open[currentId];
    if (contents === undefined) throw new Error('The client application in use is open.');
    const accounts = contents.accounts.map(({ directory, ...each }) => ({
      ...each,
      directory: directory && {
        ...directory,
        tenants: directory.tenants.map((tenant) =>
          tenant.id === guestTenant.id ? { ...tenant, subscriptions: [] } : tenant,
        ),
      },
    }));
    program.state.update({ open: { ...open, [currentId]: { ...contents, accounts } } });
    expect(json(await typed(program, 'account show'))).toMatchObject({
      id: guestTenant.id,
      tenantId: guestTenant.id,
      isDefault: true,
    });
  });

  it('of another client application have its subscriptions', async () => {
    await signedIn();
    const first = program.state.snapshot.account?.username;
    program.person = pick(alex);
    const draft = { clientId: demoClientId, tenant: homeTenant.id, cloud: 'demo' };
    await program.commands.chooseOrganisationApp(draft);
    await expect.poll(() => program.state.snapshot.account?.name).toBe(alex);
    const second = program.state.snapshot.clientApplication?.id ?? '';
    const name = program.state.snapshot.account?.clientName ?? '';
    const directory = () => program.state.value.open[second]?.accounts[0]?.directory;
    await expect
      .poll(() => directory()?.tenants.some(({ subscriptions }) => subscriptions.length > 0))
      .toBe(true);
    await program.commands.selectClientApplication({
      clientApplicationId: program.state.value.clientApplications.find(({ id }) => id !== second)?.id ?? '',
    });
    expect(program.state.snapshot.account?.username).toBe(first);
    // Both see it.
    const words = ['get-access-token', '--client', name, '-s', 'Demo production', '--query', 'accessToken'];
    const answer = await typed(program, words);
    expect(answer).toMatchObject({ exitCode: 0, stderr: '' });
    expect(claims(json(answer))).toMatchObject({ name: alex });
  });

  it('are none before anybody is signed in', async () => {
    expect(await typed(program, 'account list')).toMatchObject({
      exitCode: 0,
      stdout: '[]\n',
      stderr: 'WARNING: Please run "token-tray sign-in" to access your accounts.\n',
    });
    expect(await typed(program, 'sign-in')).toMatchObject({
      exitCode: 1,
      stderr: containing('Open it and choose how to sign in.'),
    });
    expect(await typed(program, 'account show')).toMatchObject({
      exitCode: 1,
      stderr: containing('token-tray sign-in'),
    });
  });

  it('sign in and out', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await program.commands.cancelSignIn();
    program.person = pick(zoe);
    const answer = await typed(program, 'sign-in');
    expect(answer).toMatchObject({ exitCode: 0, progress: containing('Signed in to') });
    expect(program.state.snapshot.account?.name).toBe(zoe);
    expect(await typed(program, 'sign-out')).toMatchObject({
      exitCode: 0,
      stdout: '',
      progress: containing('Signed out'),
    });
    expect(program.state.snapshot.account).toBeUndefined();
    expect(await typed(program, 'sign-out')).toMatchObject({ exitCode: 1 });
  });

  it('sign in with a code', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await program.commands.cancelSignIn();
    const answer = typed(program, 'sign-in --device-code');
    await expect.poll(() => program.state.snapshot.signIn?.deviceCode).toBeDefined();
    const { userCode = '', verificationUri = '' } = program.state.snapshot.signIn?.deviceCode ?? {};
    await typeCode({ userCode, verificationUri: program.demo.tenant.toLoopback(verificationUri) }, pick(zoe));
    expect(await answer).toMatchObject({ exitCode: 0, progress: containing(`enter the code ${userCode}`) });
  });

  it('leave a sign-in alone that somebody else has begun', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await expect.poll(() => program.state.snapshot.signIn?.linkReady).toBe(true);
    const left = new AbortController();
    const answer = typed(program, 'sign-in', { left: left.signal });
    const { signIn } = program.state.snapshot;
    left.abort();
    await new Promise(setImmediate);
    expect(program.state.snapshot.signIn).toEqual(signIn);
    await program.commands.cancelSignIn();
    expect(await answer).toMatchObject({ exitCode: 1 });
  });

  it('give up a sign-in when whoever has asked for it is gone', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await program.commands.cancelSignIn();
    const left = new AbortController();
    const answer = typed(program, 'sign-in', { left: left.signal });
    await expect.poll(() => program.state.snapshot.signIn).toBeDefined();
    left.abort();
    expect(await answer).toMatchObject({ exitCode: 1 });
    await expect.poll(() => program.state.snapshot.signIn).toBeUndefined();
  });
});

describe('presets', () => {
  it('are listed and shown', async () => {
    await signedIn();
    const list = json(await typed(program, 'presets list')) as readonly Record<string, unknown>[];
    expect(list.map(({ name }) => name)).toEqual(program.state.snapshot.presets.map(({ name }) => name));
    const shown = json(await typed(program, ['presets', 'show', 'Microsoft Graph']));
    expect(shown).toMatchObject({
      id: 'graph',
      clouds: { public: { scopes: ['https://graph.microsoft.com/.default'] } },
    });
    expect(await typed(program, 'presets show nothing')).toMatchObject({ exitCode: 1 });
  });

  it('go out to standard output or a file, and come in again', async () => {
    await signedIn();
    const { stdout, stderr } = await typed(program, 'presets export graph');
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, presets: [{ name: 'Microsoft Graph' }] });
    const written = await typed(program, 'presets export graph --file out.json');
    expect(written).toMatchObject({
      exitCode: 0,
      stdout: '',
      stderr: '',
      progress: '1 written to out.json.\n',
    });
    expect(await readFile(join(program.folder, 'out.json'), 'utf8')).toBe(stdout);
    expect(await typed(program, 'presets export --file out.json')).toMatchObject({
      exitCode: 1,
      stderr: containing('is there already'),
    });
    expect(json(await typed(program, 'presets import out.json'))).toMatchObject([
      { status: 'same', done: 'skipped' },
    ]);
    const changed = stdout.replace('"Microsoft Graph"', '"Graph of ours"');
    expect(await typed(program, 'presets import -', { input: changed })).toMatchObject({
      exitCode: 1,
      stderr: containing('--replace or --keep-both'),
    });
    expect(program.presets.find('graph')?.name).toBe('Microsoft Graph');
    await typed(program, 'presets import - --replace', { input: changed });
    expect(program.presets.find('graph')?.name).toBe('Graph of ours');
    expect(program.state.snapshot.sharing).toBeUndefined();
  });

  it.each([
    ['no presets', 'hello', 'ERROR: '],
    ['a newer version', '{"format":"token-tray-presets","version":9,"presets":[]}', 'ERROR: '],
  ])('do not come in from %s', async (_what, input, text) => {
    const before = program.presets.all;
    expect(await typed(program, 'presets import -', { input })).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: containing(text),
    });
    expect(program.presets.all).toBe(before);
    expect(await typed(program, 'presets import gone.json')).toMatchObject({
      exitCode: 1,
      stderr: containing('could not be read'),
    });
  });
});

describe('the doctor', () => {
  it('says what is wrong and what to do, for a person and for a script', async () => {
    const told = await typed(program, 'doctor');
    expect(told.exitCode).toBe(1);
    expect(told.stdout).toContain('FAILED   Accounts: Nothing is set up yet\n         → Open Token Tray');
    const all = json(await typed(program, 'doctor -o json')) as readonly Record<string, unknown>[];
    expect(all.map(({ check }) => check)).toContain('Keyring');
    await signedIn();
    expect(await typed(program, 'doctor')).toMatchObject({
      exitCode: 0,
      stdout: containing('ok       Accounts: 1 signed in'),
    });
    const facts = { ...healthy, hasKeyring: false, clockSkew: 3_600_000 };
    expect(await typed(program, 'doctor', { facts })).toMatchObject({
      exitCode: 1,
      stdout: containing('FAILED   Clock'),
    });
    expect((await typed(program, 'doctor')).stdout).not.toContain('contoso');
  });
});

describe('az', () => {
  it('is answered for what Token Tray knows, with the same options', async () => {
    await signedIn();
    const { stdout } = await typed(
      program,
      `az account get-access-token --resource ${vault} --query accessToken --output tsv`,
    );
    expect(claims(stdout)).toMatchObject({ aud: vault });
    expect(json(await typed(program, 'az account show --query user.type'))).toBe('user');
    expect(await typed(program, 'az account get-access-token --preset graph')).toMatchObject({ exitCode: 2 });
  });
});

describe('help', () => {
  it.each(['--help', 'help', 'get-access-token --help', 'account --help', 'presets import -h'])(
    'is there for %s',
    async (line) => {
      const { exitCode, stdout, stderr } = await typed(program, line);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
      expect(stdout).toContain('Usage: token-tray');
    },
  );

  it('says the version, and what was meant', async () => {
    expect((await typed(program, '--version')).stdout).toBe('0.0.0\n');
    expect(await typed(program, 'get-acces-token')).toMatchObject({
      exitCode: 2,
      stderr: containing('Did you mean get-access-token?'),
    });
  });

  it('is all there is where the organisation does not allow the command line', async () => {
    program.state.update({ forbidden: ['commandLine'] });
    expect(await typed(program, 'get-access-token')).toMatchObject({
      exitCode: 1,
      stdout: '',
      stderr: containing('organisation'),
    });
  });
});
