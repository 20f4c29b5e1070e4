import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { AccountView, PresetView, Snapshot, TenantView } from '../shared/snapshot';
import { draftFor } from '../shared/test-support/preset-drafts';
import { demoClientId } from './demo';
import { alex, guestTenant, homeTenant, strictTenant, zoe } from './demo/test-demo';
import { pick } from './identity/test-client';
import { TestProgram } from './test-program';

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

/** Signed in to the demo as this person. Returns the client application's id. */
async function demoAs(name: string): Promise<string> {
  program.person = pick(name);
  await program.commands.chooseDemo();
  await expect.poll(() => snapshot().account?.name).toBe(name);
  return snapshot().clientApplication?.id ?? '';
}

/** Signed in to an app registration of the demo, beside the demo's own. */
async function organisationAs(name: string, cloud = 'demo'): Promise<string> {
  program.person = pick(name);
  const draft = { clientId: demoClientId, tenant: homeTenant.id, cloud };
  expect(await program.commands.chooseOrganisationApp(draft)).toEqual(done);
  await expect.poll(() => snapshot().account?.clientName).toContain(homeTenant.id);
  return snapshot().clientApplication?.id ?? '';
}

/** Signs in one more person in the client application in use. */
async function alsoAs(name: string): Promise<AccountView> {
  program.person = pick(name);
  await program.commands.signIn();
  return account(name);
}

function account(name: string, clientApplicationId = snapshot().clientApplication?.id): AccountView {
  const found = snapshot().accounts.find(
    (each) => each.name === name && each.clientApplicationId === clientApplicationId,
  );
  if (found === undefined) throw new Error(`${name} is not signed in there`);
  return found;
}

const accountFiles = async (clientApplicationId = ''): Promise<readonly string[]> =>
  (await readdir(program.folder)).filter((name) => name.startsWith(`account-${clientApplicationId}`));

const tokenSchema = z.object({
  aud: z.string(),
  // An AD FS says neither.
  tid: z.string().optional(),
  name: z.string().optional(),
  upn: z.string().optional(),
});

/** What the token on the clipboard says. */
function copiedToken() {
  const payload = program.clipboard.text.split('.')[1] ?? '';
  return tokenSchema.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

async function copy(presetId: string) {
  expect(await program.commands.copyToken({ presetId })).toEqual(done);
  return copiedToken();
}

describe('two client applications', () => {
  it('have the same person in both, each with tokens of its own, and switching signs nobody out', async () => {
    const demo = await demoAs(zoe);
    const organisation = await organisationAs(zoe);
    expect(snapshot().accounts).toHaveLength(2);
    expect(new Set(snapshot().accounts.map(({ id }) => id)).size).toBe(2);
    expect(new Set(snapshot().accounts.map(({ username }) => username)).size).toBe(1);
    expect(program.opened).toHaveLength(2);
    await copy('demo-api');
    const ofOrganisation = program.clipboard.text;
    await program.commands.selectClientApplication({ clientApplicationId: demo });
    expect(snapshot().account?.clientApplicationId).toBe(demo);
    expect(preset('demo-api').token).toBeUndefined();
    await copy('demo-api');
    expect(program.clipboard.text).not.toBe(ofOrganisation);
    await program.commands.selectAccount({ accountId: account(zoe, organisation).id });
    expect(snapshot().clientApplication?.id).toBe(organisation);
    await copy('demo-api');
    expect(program.clipboard.text).toBe(ofOrganisation);
    expect(program.opened).toHaveLength(2);
  });

  it('are both there after a restart, with the one that was in use in use', async () => {
    const demo = await demoAs(zoe);
    await organisationAs(alex);
    await program.commands.selectClientApplication({ clientApplicationId: demo });
    await program.leave();
    expect(snapshot().accounts).toEqual([]);
    await program.comeBack();
    expect(
      snapshot()
        .accounts.map(({ name }) => name)
        .sort(),
    ).toEqual([alex, zoe].sort());
    expect(snapshot().account).toMatchObject({ name: zoe, clientApplicationId: demo });
    await copy('demo-api');
    expect(program.opened).toHaveLength(2);
  });

  it('are signed out one account at a time: its file is gone at once, the others stay', async () => {
    const demo = await demoAs(zoe);
    await alsoAs(alex);
    const organisation = await organisationAs(zoe);
    const [before, others] = [await accountFiles(demo), await accountFiles(organisation)];
    expect([before.length, others.length]).toEqual([2, 1]);
    expect(await program.commands.signOut({ accountId: account(zoe, demo).id })).toEqual(done);
    expect(await accountFiles(demo)).toHaveLength(1);
    expect(await accountFiles(organisation)).toEqual(others);
    expect(snapshot().accounts.map(({ name, clientApplicationId: id }) => [name, id])).toEqual([
      [alex, demo],
      [zoe, organisation],
    ]);
    await program.leave();
    await program.comeBack();
    expect(snapshot().accounts).toHaveLength(2);
  });

  it('go one at a time: files, tokens and what presets have fixed of it, and nothing else', async () => {
    const demo = await demoAs(zoe);
    await copy('demo-api');
    const organisation = await organisationAs(alex);
    await copy('demo-api');
    const fix = (presetId: string, clientApplicationId: string, tenantId: string) =>
      program.commands.setPresetIdentity({ presetId, identity: { clientApplicationId, tenantId } });
    await fix('graph', organisation, homeTenant.id);
    await fix('key-vault', demo, guestTenant.id);
    await program.commands.changeSettings({ change: { defaultFormat: 'environment' } });
    const kept = await accountFiles(demo);
    const presets = program.presets.all.map(({ id }) => id);

    expect(await program.commands.removeClientApplication({ clientApplicationId: organisation })).toEqual(
      done,
    );
    expect(await accountFiles(organisation)).toEqual([]);
    expect(await accountFiles(demo)).toEqual(kept);
    expect(snapshot().clientApplications.map(({ id }) => id)).toEqual([demo]);
    expect(snapshot().clientApplication?.id).toBe(demo);
    expect(snapshot().accounts).toHaveLength(1);
    expect(program.presets.find('graph')?.identity).toBeUndefined();
    expect(program.presets.find('key-vault')?.identity).toEqual({
      clientApplicationId: demo,
      tenantId: guestTenant.id,
    });
    expect(program.presets.all.map(({ id }) => id)).toEqual(presets);
    expect(snapshot().settings.values.defaultFormat).toBe('environment');
    const file = await readFile(join(program.folder, 'client-applications.json'), 'utf8');
    expect(file).not.toContain(organisation);
    expect(preset('demo-api').token).toBeDefined();
    await copy('demo-api');
    expect(program.opened).toHaveLength(2);
    expect(await program.commands.removeClientApplication({ clientApplicationId: organisation })).toEqual(
      refused,
    );
  });

  it('go while a sign-in is open for one, which ends with it', async () => {
    const demo = await demoAs(zoe);
    program.person = undefined;
    const draft = { clientId: demoClientId, tenant: homeTenant.id, cloud: 'demo' };
    await program.commands.chooseOrganisationApp(draft);
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    const organisation = snapshot().clientApplication?.id ?? '';
    await program.commands.removeClientApplication({ clientApplicationId: organisation });
    expect(snapshot().signIn).toBeUndefined();
    expect(snapshot()).toMatchObject({ clientApplication: { id: demo }, account: { name: zoe } });
    expect(snapshot().failure).toBeUndefined();
    expect(await accountFiles(organisation)).toEqual([]);
  });

  it('go while nothing answers on the network', async () => {
    const demo = await demoAs(zoe);
    program.network = () => new Promise(() => undefined);
    const stuck = program.commands.renew({ presetId: 'demo-api' });
    await expect.poll(() => preset('demo-api').acquiring).toBe(true);
    await program.commands.removeClientApplication({ clientApplicationId: demo });
    expect(snapshot()).toMatchObject({ page: 'welcome', accounts: [] });
    expect(await accountFiles()).toEqual([]);
    void stuck;
  });
});

describe('forgetting everything', () => {
  it('leaves no account on disk and no client application; presets and settings stay', async () => {
    const demo = await demoAs(zoe);
    await alsoAs(alex);
    await organisationAs(zoe);
    await program.commands.addCloud({
      name: 'Lab',
      authority: 'https://login.lab.example',
      armEndpoint: '',
      armAudience: '',
      resources: '',
    });
    await program.commands.setPresetIdentity({
      presetId: 'graph',
      identity: { clientApplicationId: demo, tenantId: guestTenant.id },
    });
    await program.commands.changeSettings({ change: { defaultFormat: 'environment' } });
    const presets = program.presets.all.map(({ id }) => id);
    expect(await accountFiles()).toHaveLength(3);

    expect(await program.commands.forgetEverything()).toEqual(done);
    expect(await accountFiles()).toEqual([]);
    expect(snapshot()).toMatchObject({ page: 'welcome', clientApplications: [], accounts: [], presets: [] });
    expect(snapshot().clouds.every(({ origin }) => origin === 'built-in')).toBe(true);
    expect(program.presets.all.map(({ id }) => id)).toEqual(presets);
    expect(program.presets.find('graph')?.identity).toBeUndefined();
    expect(snapshot().settings.values.defaultFormat).toBe('environment');
    expect(program.demosRunning).toBe(0);
    // What is being written has another name until it is whole.
    const files = (await readdir(program.folder)).filter((name) => name.endsWith('.json'));
    for (const name of files) {
      const text = await readFile(join(program.folder, name), 'utf8');
      expect(text, name).not.toContain(demo);
    }
    await program.leave();
    await program.comeBack();
    expect(snapshot()).toMatchObject({ page: 'welcome', accounts: [] });
    await demoAs(alex);
  });

  it('takes what could not be read for want of the keyring, too', async () => {
    await demoAs(zoe);
    await program.leave();
    program.secrets.isOpen = false;
    await program.comeBack();
    expect(snapshot().notices.map(({ kind }) => kind)).toContain('keyring-locked');
    expect(await accountFiles()).toHaveLength(1);
    await program.commands.forgetEverything();
    expect(await accountFiles()).toEqual([]);
  });
});

describe('tenants and subscriptions', () => {
  /** Paths that ARM was asked for. */
  let asked: string[];
  /** What ARM answers instead, if anything. */
  let instead: (path: string) => Response | undefined;

  beforeEach(() => {
    asked = [];
    instead = () => undefined;
    const { network } = program;
    program.network = async (url, init) => {
      const path = url.split('/api/arm')[1];
      if (path === undefined) return network(url, init);
      asked.push(path);
      return instead(path) ?? network(url, init);
    };
  });

  const onlyHomeIsListed = (path: string): Response | undefined =>
    path.startsWith('/tenants')
      ? Response.json({ value: [{ tenantId: homeTenant.id, displayName: homeTenant.name }] })
      : undefined;

  const tenant = (id: string): TenantView => {
    const found = snapshot().tenants.find((each) => each.id === id);
    if (found === undefined) throw new Error('no such tenant');
    return found;
  };
  const untilRead = () => expect.poll(() => program.hasReadDirectories).toBe(true);
  const subscriptionIds = (id: string) => tenant(id).subscriptions.map((each) => each.id);

  it('are found after a sign-in, page by page, each with a token of its own', async () => {
    await demoAs(zoe);
    await untilRead();
    expect(snapshot().tenants.map(({ name, isHome, isCurrent }) => [name, isHome, isCurrent])).toEqual([
      [homeTenant.name, true, true],
      [guestTenant.name, false, false],
      [strictTenant.name, false, false],
    ]);
    expect(
      tenant(homeTenant.id).subscriptions.map(({ name, state, isDefault }) => [name, state, isDefault]),
    ).toEqual([
      ['Demo production', 'Enabled', true],
      ['Demo playground', 'Enabled', false],
      ['Prøvemiljø for kundeportalen i Ålesund', 'Enabled', false],
      [expect.stringMatching(/^Weather and tide data/), 'Enabled', false],
      ['東京データ分析', 'Enabled', false],
      ['Demo of last year', 'Disabled', false],
    ]);
    expect(tenant(guestTenant.id).subscriptions.map(({ name }) => name)).toEqual(['Harbour shared services']);
    expect(asked.filter((path) => path.startsWith('/tenants'))).toHaveLength(2);
    // Three pages at home, one as a guest; the third tenant gives no token.
    expect(asked.filter((path) => path.startsWith('/subscriptions'))).toHaveLength(4);
    expect(program.opened).toHaveLength(1);
  });

  it('are found, too, when it was copying that led to the sign-in', async () => {
    program.person = undefined;
    await program.commands.chooseDemo();
    await expect.poll(() => snapshot().signIn?.linkReady).toBe(true);
    await program.commands.cancelSignIn();
    await expect.poll(() => snapshot().signIn).toBeUndefined();
    program.person = pick(zoe);
    await program.commands.copyToken({ presetId: 'demo-api' });
    await expect.poll(() => snapshot().tenants).toHaveLength(3);
  });

  it('are there after a restart without asking again, and asked for again on request', async () => {
    await demoAs(zoe);
    await untilRead();
    await program.leave();
    asked.length = 0;
    await program.comeBack();
    expect(subscriptionIds(guestTenant.id)).toHaveLength(1);
    expect(asked).toEqual([]);
    instead = onlyHomeIsListed;
    await program.commands.refreshDirectory({ accountId: account(zoe).id });
    expect(snapshot().tenants.map(({ name }) => name)).toEqual([homeTenant.name]);
  });

  it('stay as they were when they cannot be read again, and the page says so', async () => {
    await demoAs(zoe);
    await untilRead();
    const before = snapshot().tenants;
    instead = () => Response.json({}, { status: 500 });
    const { id } = account(zoe);
    await program.commands.refreshDirectory({ accountId: id });
    await program.commands.showAccount({ accountId: id });
    expect(snapshot().tenants).toEqual(before);
    expect(snapshot().details).toMatchObject({ readingFailed: true, isReading: false, canRead: true });
    instead = () => undefined;
    await program.commands.refreshDirectory({ accountId: id });
    expect(snapshot().details?.readingFailed).toBe(false);
  });

  it('are chosen for the tokens that follow: the other tenant’s token, checked', async () => {
    await demoAs(zoe);
    await untilRead();
    expect((await copy('demo-api')).tid).toBe(homeTenant.id);
    await program.commands.selectTenant({ accountId: account(zoe).id, tenantId: guestTenant.id });
    expect(snapshot().account).toMatchObject({ tenantId: guestTenant.id, tenantName: guestTenant.name });
    expect((await copy('demo-api')).tid).toBe(guestTenant.id);
    await program.leave();
    await program.comeBack();
    expect((await copy('demo-api')).tid).toBe(guestTenant.id);
    await program.commands.selectTenant({ accountId: account(zoe).id, tenantId: homeTenant.id });
    expect((await copy('demo-api')).tid).toBe(homeTenant.id);
    expect(program.opened).toHaveLength(1);
  });

  it('are filled in where sample requests name them', async () => {
    await demoAs(zoe);
    await untilRead();
    const template = 'https://arm.example/subscriptions/{subscriptionId}/in/{tenantId}/{group}?x=1';
    await program.commands.addPreset(draftFor('Groups', 'https://management.azure.com/', template));
    const { id } = snapshot().presets.at(-1) ?? preset('graph');
    const accountId = account(zoe).id;
    const url = async (): Promise<string> => {
      await program.commands.copySnippet({ presetId: id, format: 'curl' });
      await program.answer('leave-in');
      await program.answer('go-on');
      return /https:\/\/arm\.example\/[^"' ]+/.exec(program.clipboard.text)?.[0] ?? '';
    };
    const [production = '', playground = ''] = subscriptionIds(homeTenant.id);
    const [harbour = ''] = subscriptionIds(guestTenant.id);
    const tenantId = homeTenant.id;
    expect(await url()).toBe(`https://arm.example/subscriptions/${production}/in/${tenantId}/{group}?x=1`);
    expect(snapshot().clipboard?.placeholders).toEqual(['{group}']);
    await program.commands.selectSubscription({ accountId, tenantId, subscriptionId: playground });
    expect(await url()).toContain(`/${playground}/in/${tenantId}/`);
    await program.commands.selectTenant({ accountId, tenantId: guestTenant.id });
    expect(await url()).toContain(`/${harbour}/in/${guestTenant.id}/`);
    await program.commands.selectTenant({ accountId, tenantId });
    expect(await url()).toContain(`/${playground}/in/${tenantId}/`);
    // No subscription is known any more: the person fills it in.
    instead = (path) => (path.startsWith('/subscriptions') ? Response.json({ value: [] }) : undefined);
    await program.commands.refreshDirectory({ accountId });
    expect(await url()).toContain(`/subscriptions/{subscriptionId}/in/${tenantId}/`);
    expect(snapshot().clipboard?.placeholders).toEqual(['{subscriptionId}', '{group}']);
  });

  it('are filled in as they are for whoever has just signed in, not for the account that was in use', async () => {
    await demoAs(zoe);
    await untilRead();
    const resource = 'api://demo.token-tray/second-factor';
    await program.commands.addPreset(draftFor('Groups', resource, 'https://arm.example/in/{tenantId}'));
    const { id } = snapshot().presets.at(-1) ?? preset('graph');
    await program.commands.signOut({ accountId: account(zoe).id });
    program.person = pick(zoe, 'Approve');
    await program.commands.copySnippet({ presetId: id, format: 'curl' });
    // Nobody is signed in who would say it, and nobody else is asked before somebody is.
    await program.answer('go-on');
    expect(program.clipboard.text).toContain(`/in/${homeTenant.id}`);
    expect(snapshot().clipboard?.placeholders).toEqual([]);
  });

  it('that want a second factor say so, and are solved by a sign-in there', async () => {
    await demoAs(zoe);
    await untilRead();
    expect(tenant(strictTenant.id)).toMatchObject({ problem: 'second-factor', subscriptions: [] });
    expect(tenant(homeTenant.id)).not.toHaveProperty('problem');
    expect(program.opened).toHaveLength(1);

    program.person = pick(zoe, 'Approve');
    await program.commands.signInForTenant({ accountId: account(zoe).id, tenant: strictTenant.id });
    expect(program.opened).toHaveLength(2);
    expect(program.opened[1]).toContain(strictTenant.id);
    expect(snapshot().account).toMatchObject({ tenantId: strictTenant.id, tenantName: strictTenant.name });
    await expect
      .poll(() => tenant(strictTenant.id).subscriptions.map(({ name }) => name))
      .toEqual(['Quay confidential']);
    expect(tenant(strictTenant.id)).not.toHaveProperty('problem');
    expect((await copy('demo-api')).tid).toBe(strictTenant.id);
    expect(program.opened).toHaveLength(2);
  });

  it.each([
    ['by its id', guestTenant.id],
    ['by its domain', guestTenant.domain],
  ])('that ARM does not list are added by hand %s, and stay', async (_how, named) => {
    instead = onlyHomeIsListed;
    await demoAs(zoe);
    await untilRead();
    const accountId = account(zoe).id;
    expect(await program.commands.signInForTenant({ accountId, tenant: named })).toEqual(done);
    expect(snapshot().failure).toBeUndefined();
    expect(snapshot().account?.tenantId).toBe(guestTenant.id);
    expect((await copy('demo-api')).tid).toBe(guestTenant.id);
    await program.commands.selectTenant({ accountId, tenantId: homeTenant.id });
    await program.commands.refreshDirectory({ accountId });
    expect(snapshot().tenants.map(({ id }) => id)).toEqual([homeTenant.id, guestTenant.id]);
    await program.leave();
    await program.comeBack();
    expect(snapshot().tenants.map(({ id }) => id)).toEqual([homeTenant.id, guestTenant.id]);
  });

  it('that somebody else signs in to are not used', async () => {
    await demoAs(zoe);
    await untilRead();
    program.person = pick(alex);
    await program.commands.signInForTenant({ accountId: account(zoe).id, tenant: homeTenant.id });
    expect(snapshot().failure?.kind).toBe('wrong-account');
    expect(snapshot().account?.name).toBe(zoe);
  });

  it('that do not exist are said, and nothing changes', async () => {
    await demoAs(zoe);
    await untilRead();
    const before = snapshot().tenants;
    await program.commands.signInForTenant({ accountId: account(zoe).id, tenant: 'nowhere.example' });
    expect(snapshot().failure).toBeDefined();
    expect(snapshot().tenants).toEqual(before);
    expect(snapshot().account?.tenantId).toBe(homeTenant.id);
  });
});

describe('an AD FS', () => {
  /** Signed in to the demo's AD FS. */
  async function adfsAs(name: string): Promise<AccountView> {
    await program.commands.addCloud({
      name: 'Basement',
      authority: 'https://adfs.demo.token-tray.invalid/adfs',
      armEndpoint: '',
      armAudience: '',
      resources: 'graph = https://graph.basement.example\nkey-vault = urn:basement:vault',
    });
    const cloud = snapshot().clouds.find((each) => each.name === 'Basement')?.id ?? '';
    program.person = pick(name);
    const draft = { clientId: demoClientId, tenant: '', cloud };
    expect(await program.commands.chooseOrganisationApp(draft)).toEqual(done);
    await expect.poll(() => snapshot().account ?? snapshot().failure).toBeDefined();
    expect(snapshot().failure).toBeUndefined();
    const [found] = snapshot().accounts;
    if (found === undefined) throw new Error('nobody is signed in');
    return found;
  }

  it('signs people in, and gives tokens silently from then on, also after a restart', async () => {
    const found = await adfsAs(zoe);
    expect(found).toMatchObject({ tenantId: '', tenantName: 'adfs.demo.token-tray.invalid' });
    expect(found.username).toContain('@');
    expect((await copy('graph')).aud).toBe('https://graph.basement.example');
    const first = program.clipboard.text;
    expect(preset('graph').token).toBeDefined();
    await copy('graph');
    expect(program.clipboard.text).toBe(first);
    await program.leave();
    await program.comeBack();
    expect(snapshot().account?.id).toBe(found.id);
    await copy('graph');
    expect(program.clipboard.text).toBe(first);
    await program.commands.renew({ presetId: 'graph' });
    await copy('graph');
    expect(program.clipboard.text).not.toBe(first);
    expect(program.opened).toHaveLength(1);
  });

  it('has no tenants, and offers none', async () => {
    const { id } = await adfsAs(zoe);
    await program.commands.showAccount({ accountId: id });
    expect(snapshot().details).toMatchObject({ canRead: false, tenants: [] });
    expect(snapshot().tenants).toEqual([]);
  });

  it('keeps two people apart', async () => {
    await adfsAs(zoe);
    const other = await alsoAsOther(alex);
    expect(snapshot().accounts).toHaveLength(2);
    expect(await accountFiles()).toHaveLength(2);
    expect((await copy('graph')).upn).toMatch(/^alex/);
    await program.commands.signOut({ accountId: other.id });
    expect(snapshot().accounts).toHaveLength(1);
    expect((await copy('graph')).upn).toMatch(/^zoe/);
    expect(program.opened).toHaveLength(2);
  });

  /** An AD FS says no names of people, so that they are known by who came last. */
  async function alsoAsOther(name: string): Promise<AccountView> {
    program.person = pick(name);
    await program.commands.signIn();
    const { account: found } = snapshot();
    if (found === undefined) throw new Error('nobody is signed in');
    return found;
  }
});

describe('what a preset has fixed', () => {
  const fix = (
    presetId: string,
    identity: Parameters<typeof program.commands.setPresetIdentity>[0]['identity'],
  ) => program.commands.setPresetIdentity({ presetId, identity });

  /** Of an account without its client application. */
  const idOf = ({ id, clientApplicationId }: AccountView): string => id.slice(clientApplicationId.length + 1);

  it('an account: its token is copied, never the one of the account in use, which stays in use', async () => {
    const demo = await demoAs(zoe);
    await alsoAs(alex);
    await fix('demo-api', { clientApplicationId: demo, accountId: idOf(account(zoe)) });
    expect(snapshot().account?.name).toBe(alex);
    expect(preset('demo-api').identity).toMatchObject({
      accountName: zoe,
      isCurrent: false,
      fixedAccount: true,
    });
    expect((await copy('demo-api')).name).toBe(zoe);
    expect((await copy('graph')).name).toBe(alex);
    expect(snapshot().account?.name).toBe(alex);
    await program.commands.setPresetIdentity({ presetId: 'demo-api', identity: {} });
    expect((await copy('demo-api')).name).toBe(alex);
    expect(program.opened).toHaveLength(2);
  });

  it('an account, whatever the client application in use is called: its token is copied', async () => {
    await demoAs(zoe);
    await alsoAs(alex);
    await fix('demo-api', { accountId: idOf(account(zoe)) });
    expect((await copy('demo-api')).name).toBe(zoe);
  });

  it('a tenant: the token is of that tenant, whatever tenant is in use', async () => {
    await demoAs(zoe);
    await fix('demo-api', { tenantId: guestTenant.id });
    expect((await copy('demo-api')).tid).toBe(guestTenant.id);
    expect((await copy('graph')).tid).toBe(homeTenant.id);
    expect(snapshot().account?.tenantId).toBe(homeTenant.id);
  });

  it('a tenant, while nobody is signed in: the sign-in is for that tenant, and so is the token', async () => {
    await demoAs(zoe);
    await fix('demo-api', { tenantId: guestTenant.id });
    await program.commands.signOut({ accountId: account(zoe).id });
    expect((await copy('demo-api')).tid).toBe(guestTenant.id);
    expect(program.opened).toHaveLength(2);
  });

  it('a client application: the account in use there, while another one is in use', async () => {
    const demo = await demoAs(zoe);
    const organisation = await organisationAs(alex);
    await fix('demo-api', { clientApplicationId: demo });
    expect(preset('demo-api').identity).toMatchObject({ clientApplicationId: demo, fixedClient: true });
    expect((await copy('demo-api')).name).toBe(zoe);
    expect(snapshot().clientApplication?.id).toBe(organisation);
    // Signing in for it does not change what is in use, either.
    await program.commands.signOut({ accountId: account(zoe, demo).id });
    program.person = pick(zoe);
    expect((await copy('demo-api')).name).toBe(zoe);
    expect(snapshot().clientApplication?.id).toBe(organisation);
    expect(snapshot().account?.name).toBe(alex);
  });

  it('an account that has signed out: somebody else’s token stays off the clipboard', async () => {
    const demo = await demoAs(zoe);
    await alsoAs(alex);
    await fix('demo-api', { clientApplicationId: demo, accountId: idOf(account(zoe)) });
    await program.commands.signOut({ accountId: account(zoe).id });
    expect(preset('demo-api')).toMatchObject({ problem: 'sign-in-needed' });
    expect(preset('demo-api').identity).not.toHaveProperty('accountId');
    program.person = pick(alex);
    await program.commands.copyToken({ presetId: 'demo-api' });
    expect(snapshot().failure).toMatchObject({ kind: 'wrong-account', preset: { id: 'demo-api' } });
    expect(program.clipboard.text).toBe('');
    expect(snapshot().clipboard).toBeUndefined();
    expect(snapshot().lastCopy).toBeUndefined();
    expect(program.opened).toHaveLength(3);
    program.person = pick(zoe);
    await program.commands.retryFailed();
    expect(copiedToken().name).toBe(zoe);
    expect(snapshot().failure).toBeUndefined();
  });

  it('is hidden where the cloud of its account has nothing of the kind, and shown where it has', async () => {
    const demo = await demoAs(zoe);
    await untilPublicIsChosen();
    const ids = (): readonly string[] => snapshot().presets.map(({ id }) => id);
    expect(ids()).not.toContain('demo-api');
    expect(preset('graph').scopes).toEqual(['https://graph.microsoft.com/.default']);
    await fix('demo-api', { clientApplicationId: demo });
    expect((await copy('demo-api')).name).toBe(zoe);
    const azure = snapshot().clientApplication?.id ?? '';
    await fix('demo-api', { clientApplicationId: azure });
    expect(ids()).not.toContain('demo-api');
    expect(await program.commands.copyToken({ presetId: 'demo-api' })).toEqual(refused);
    await program.commands.selectClientApplication({ clientApplicationId: demo });
    expect(ids()).not.toContain('demo-api');
    expect(ids()).toContain('demo-consent');
  });

  /** The Azure CLI's client application is in use, nobody is signed in, and nothing leaves this computer. */
  async function untilPublicIsChosen(): Promise<void> {
    const { network } = program;
    program.network = (url, init) =>
      url.startsWith('http://127.0.0.1') ? network(url, init) : Promise.reject(new TypeError('no network'));
    program.person = undefined;
    await program.commands.chooseAzureCli();
    await program.commands.cancelSignIn();
    await expect.poll(() => snapshot().signIn).toBeUndefined();
    expect(snapshot().clientApplication?.kind).toBe('azure-cli');
  }
});

describe('a custom cloud', () => {
  const lab = {
    name: 'Lab',
    // The demo's own authority under another name.
    authority: 'https://login.demo.token-tray.invalid/',
    armEndpoint: 'https://management.lab.example',
    armAudience: 'https://management.lab.example/',
    resources: 'key-vault = https://vault.lab.example\nstorage = https://storage.lab.example/',
  };

  async function labAs(name: string): Promise<string> {
    await program.commands.addCloud(lab);
    const cloud = snapshot().clouds.find((each) => each.name === 'Lab');
    await organisationAs(name, cloud?.id ?? '');
    return cloud?.id ?? '';
  }

  it('calls things by its own table, and offers nothing else', async () => {
    await labAs(zoe);
    expect(snapshot().cloudName).toBe('Lab');
    expect(snapshot().presets.map(({ id, scopes }) => [id, scopes[0]])).toEqual([
      ['resource-manager', 'https://management.lab.example//.default'],
      ['key-vault', 'https://vault.lab.example/.default'],
      ['storage', 'https://storage.lab.example//.default'],
    ]);
    expect((await copy('key-vault')).aud).toBe('https://vault.lab.example');
    expect((await copy('storage')).aud).toBe('https://storage.lab.example/');
    await program.commands.copySnippet({ presetId: 'resource-manager', format: 'curl' });
    expect(program.clipboard.text).toContain('https://management.lab.example/subscriptions?api-version=');
    const { stdout } = await run('bash', ['-n', '-c', program.clipboard.text]);
    expect(stdout).toBe('');
  });

  it('can be changed while it is in use, without signing anybody out', async () => {
    const cloudId = await labAs(zoe);
    const draft = { ...lab, resources: 'graph = https://graph.lab.example' };
    expect(await program.commands.editCloud({ cloudId, draft })).toEqual(done);
    expect(snapshot().account?.name).toBe(zoe);
    expect(snapshot().presets.map(({ id }) => id)).toEqual(['resource-manager', 'graph']);
    expect((await copy('graph')).aud).toBe('https://graph.lab.example');
    expect(program.opened).toHaveLength(1);
  });

  it('that is in use is not removed', async () => {
    const cloudId = await labAs(zoe);
    expect(await program.commands.removeCloud({ cloudId })).toEqual(refused);
    await program.commands.removeClientApplication({
      clientApplicationId: snapshot().clientApplication?.id ?? '',
    });
    expect(await program.commands.removeCloud({ cloudId })).toEqual(done);
    expect(snapshot().clouds.map(({ name }) => name)).not.toContain('Lab');
  });
});
