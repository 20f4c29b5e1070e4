import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../shared/settings';
import type { Snapshot } from '../shared/snapshot';
import { accountKey } from '../shared/account-key';
import type { ClientApplication } from '../shared/client-application';
import { readCache, type CacheContents, type CachedAccount } from './identity/cached-tokens';
import { cloudById, demoCloud } from './identity/clouds';
import type { ClientContents } from './identity/open-client';
import { makeSnapshot } from './make-snapshot';
import type { Log } from './ports';
import { initialPresets } from './presets/catalogue';
import { initialState, State, type AppState } from './state';

const home = 'home-tenant';
const zoe: CachedAccount = {
  kind: 'user',
  id: `zoe.${home}`,
  name: 'Zoë',
  username: 'zoe@contoso.com',
  homeTenantId: home,
  tenantId: home,
};
const alex = { ...zoe, id: `alex.${home}`, name: '', username: 'alex@contoso.com' };
const arm = 'https://management.azure.com//.default';
const cache: CacheContents = {
  accounts: [zoe, alex],
  tokens: [{ accountId: zoe.id, tenantId: home, scopes: new Set([arm]), issuedOn: 1000, expiresOn: 2000 }],
};
const clientApplication: ClientApplication = {
  id: 'client-1',
  kind: 'organisation',
  clientId: '12345678-90ab-cdef-1234-567890abcdef',
  tenant: 'contoso.com',
  cloud: 'public',
};

/** Everybody of a cache in one open client application. */
const opened = (
  { accounts, tokens }: CacheContents = cache,
  client: ClientApplication = clientApplication,
): Partial<AppState> => {
  const contents: ClientContents = {
    clientApplication: client,
    cloud: cloudById(client.cloud) ?? demoCloud,
    accounts: accounts.map((account) => ({
      account,
      tokens: tokens.filter(({ accountId }) => accountId === account.id),
      directory: undefined,
      signedInOn: undefined,
    })),
  };
  return { clientApplications: [client], currentId: client.id, open: { [client.id]: contents } };
};
const inCloud = (cloud: string): Partial<AppState> => opened(cache, { ...clientApplication, cloud });
const keyOf = ({ id }: CachedAccount): string => accountKey(clientApplication.id, id);
const using = ({ id }: CachedAccount): Partial<AppState> => ({ accountIds: { [clientApplication.id]: id } });

const logged: string[] = [];
const log: Log = {
  info: (text) => void logged.push(`info: ${text}`),
  warn: (text) => void logged.push(`warn: ${text}`),
  error: (text) => void logged.push(`error: ${text}`),
};

const state = (change: Partial<AppState> = {}): AppState => ({
  ...initialState,
  appVersion: '1.2.3',
  ...opened(),
  presets: initialPresets(),
  dismissedNotices: [],
  settings: defaultSettings,
  system: { hotkeysNeedPortal: false, canHideFromHistory: true, canTellLock: false },
  ...change,
});
const shown = (change: Partial<AppState>, id: string) =>
  makeSnapshot(state(change)).presets.find((preset) => preset.id === id);

describe('the snapshot', () => {
  it('is the welcome page until a client application is chosen', () => {
    const snapshot = makeSnapshot(state({ currentId: undefined }));
    expect(snapshot.page).toBe('welcome');
    expect(snapshot.presets).toEqual([]);
    expect(makeSnapshot(state()).page).toBe('presets');
  });

  it('shows only the presets of the current cloud, pinned ones first', () => {
    const ids = (cloud: string): string[] => makeSnapshot(state(inCloud(cloud))).presets.map(({ id }) => id);
    expect(ids('public')).toEqual(['resource-manager', 'graph', 'key-vault', 'storage', 'devops']);
    expect(ids('china')).not.toContain('devops');
    expect(ids('demo')).toContain('demo-api');
  });

  it('shows a token’s times to the account it belongs to, and to nobody else', () => {
    expect(shown({}, 'resource-manager')?.token).toEqual({ issuedOn: 1000, expiresOn: 2000 });
    expect(shown({}, 'graph')).not.toHaveProperty('token');
    expect(shown(using(alex), 'resource-manager')).not.toHaveProperty('token');
    const guest = { ...zoe, tenantId: 'other-tenant' };
    expect(shown(opened({ ...cache, accounts: [guest] }), 'resource-manager')).not.toHaveProperty('token');
  });

  it('says that a sign-in is needed while nobody is signed in', () => {
    const empty = { accounts: [], tokens: [] };
    expect(shown(opened(empty), 'graph')?.problem).toBe('sign-in-needed');
    expect(shown({}, 'graph')).not.toHaveProperty('problem');
    expect(shown({ problems: { graph: 'failed' } }, 'graph')?.problem).toBe('failed');
  });

  it('says that a token is being got until the last request for it is over', () => {
    const acquiring = (count: number) => shown({ acquiring: { graph: count } }, 'graph')?.acquiring;
    expect([acquiring(2), acquiring(1), acquiring(0)]).toEqual([true, true, false]);
  });

  it('is of the account that was chosen, or of the first that is left', () => {
    const account = (who: CachedAccount) => makeSnapshot(state(using(who))).account;
    expect(account(alex)).toMatchObject({
      id: keyOf(alex),
      name: 'alex@contoso.com',
      tenantName: 'contoso.com',
    });
    expect(account({ ...zoe, id: 'signed-out' })).toMatchObject({ id: keyOf(zoe) });
    expect(makeSnapshot(state({ tenantNames: { [home]: 'Contoso' } })).account?.tenantName).toBe('Contoso');
  });

  it('has the demo API’s address in every sample of the demo', () => {
    const demo = state({ ...inCloud('demo'), demoOrigin: 'http://127.0.0.1:43821' });
    const { presets } = makeSnapshot(demo);
    expect(presets.length).toBeGreaterThan(5);
    const requests = presets.map(
      ({ id }) => makeSnapshot({ ...demo, shownPresetId: id }).shownPreset?.requests[0],
    );
    expect(requests.filter((request) => !request?.url.startsWith('http://127.0.0.1:43821/api/'))).toEqual([]);
  });

  it('offers what helps with a failure, and names its preset', () => {
    const details = { text: 'x', errorClass: 'x', happenedOn: 0 };
    const failure = { failure: { kind: 'consent', details } as const, presetId: 'graph' };
    expect(makeSnapshot(state({ failure })).failure).toEqual({
      kind: 'consent',
      advice: 'consent',
      details,
      actions: ['sign-in', 'copy-consent-link'],
      names: {},
      preset: { id: 'graph', name: 'Microsoft Graph' },
    });
  });

  it('has the list of activity only while the window shows it', () => {
    const entry = {
      on: 1,
      presetName: 'Graph',
      format: 'curl',
      username: zoe.username,
      tenantName: 'Contoso',
    } as const;
    const of = (windowPage: AppState['windowPage']) => makeSnapshot(state({ windowPage, activity: [entry] }));
    expect(of('activity').activity).toEqual([entry]);
    for (const page of ['main', 'settings'] as const) {
      expect(of(page).windowPage).toBe(page);
      expect(of(page)).not.toHaveProperty('activity');
    }
  });

  it('repeats the newest copy of a preset that the current cloud has', () => {
    const recentCopies = [
      { presetId: 'deleted', format: 'token', on: 4 },
      { presetId: 'demo-api', format: 'token', on: 3 },
      { presetId: 'graph', format: 'curl', on: 2 },
      { presetId: 'storage', format: 'token', on: 1 },
      { presetId: 'graph', format: 'token', on: 0 },
    ] as const;
    const { lastCopy } = makeSnapshot(state({ recentCopies }));
    expect(lastCopy).toEqual({ presetId: 'graph', presetName: 'Microsoft Graph', format: 'curl' });
    expect(shown({ recentCopies }, 'graph')?.lastUsedOn).toBe(2);
    expect(shown({ recentCopies }, 'devops')).not.toHaveProperty('lastUsedOn');
    expect(makeSnapshot(state({ recentCopies, ...inCloud('demo') })).lastCopy?.presetId).toBe('demo-api');
    expect(makeSnapshot(state())).not.toHaveProperty('lastCopy');
  });

  it('has the settings, their defaults, and what this system makes of them', () => {
    const settings = { ...defaultSettings, theme: 'dark', paletteHotkey: null } as const;
    const snapshot = makeSnapshot(state({ settings }));
    expect(snapshot.settings).toEqual({
      values: settings,
      defaults: defaultSettings,
      locked: [],
      hotkeyProblems: {},
      hotkeysNeedPortal: false,
      canHideFromHistory: true,
      canTellLock: false,
    });
    expect(snapshot.theme).toBe('dark');
    expect(makeSnapshot(state({ startAtLogin: false })).settings.startAtLogin).toBe(false);
  });

  it('holds no token, ever: it goes to a page and comes back as plain data without one', () => {
    const entry = { home_account_id: zoe.id, realm: home, secret: 'eyJ.the-token-itself' };
    const read = readCache(
      JSON.stringify({
        Account: { a: { ...entry, username: zoe.username, client_info: 'the-token-itself' } },
        IdToken: { i: entry },
        AccessToken: { t: { ...entry, target: arm, cached_at: '1', expires_on: '2' } },
        RefreshToken: { r: entry },
      }),
      'organizations',
    );
    const snapshot = makeSnapshot(state(opened(read)));
    expect(snapshot.presets[0]?.token).toEqual({ issuedOn: 1000, expiresOn: 2000 });
    expect(structuredClone(snapshot)).toEqual(snapshot);
    expect(JSON.stringify(snapshot)).not.toMatch(/token-itself|eyJ/);
  });
});

describe('telling surfaces', () => {
  const nextTurn = (): Promise<void> => new Promise(setImmediate);

  it('happens once for several changes in one turn, with all of them', async () => {
    const told: Snapshot[] = [];
    const holder = new State(state(), log);
    holder.subscribe((snapshot) => told.push(snapshot));
    holder.update({ settings: { ...defaultSettings, theme: 'dark' } });
    holder.update(using(alex));
    expect(holder.snapshot).toMatchObject({ theme: 'dark', account: { id: keyOf(alex) } });
    await nextTurn();
    expect(told).toEqual([holder.snapshot]);
    holder.update({ settings: { ...defaultSettings, theme: 'light' } });
    await nextTurn();
    expect(told).toHaveLength(2);
  });

  it('is told again when it is of another time, although nothing has changed', async () => {
    const told: Snapshot[] = [];
    const holder = new State(state(), log);
    holder.subscribe((snapshot) => told.push(snapshot));
    const before = holder.snapshot;
    holder.refresh();
    await nextTurn();
    expect(told).toEqual([before]);
  });

  it('goes on to the others when one of them fails, each time, and the log says so', async () => {
    logged.length = 0;
    const told: string[] = [];
    const holder = new State(state(), log);
    holder.subscribe(() => told.push('first'));
    holder.subscribe(() => {
      throw new TypeError('no tray');
    });
    holder.subscribe(() => told.push('last'));
    holder.refresh();
    await nextTurn();
    holder.refresh();
    await nextTurn();
    expect(told).toEqual(['first', 'last', 'first', 'last']);
    expect(logged).toHaveLength(2);
    for (const text of logged) {
      expect(text).toMatch(/^error: what follows the state failed: TypeError: no tray\n.+state\.test/s);
    }
  });

  it('ends with the subscription', async () => {
    let count = 0;
    const holder = new State(state(), log);
    const stop = holder.subscribe(() => (count += 1));
    stop();
    holder.update({ settings: { ...defaultSettings, theme: 'dark' } });
    await nextTurn();
    expect(count).toBe(0);
  });
});

describe('a notice', () => {
  const kinds = (holder: State): string[] => holder.snapshot.notices.map(({ kind }) => kind);

  it('is said once, until it is removed', () => {
    const holder = new State(state(), log);
    holder.addNotice({ kind: 'not-saved' });
    holder.addNotice({ kind: 'not-saved' });
    holder.addNotice({ kind: 'presets-restored', file: 'presets.damaged.json' });
    expect(kinds(holder)).toEqual(['not-saved', 'presets-restored']);
    holder.removeNotice('not-saved');
    expect(kinds(holder)).toEqual(['presets-restored']);
  });

  it('is not said again to a person who has dismissed it', () => {
    const holder = new State(state({ dismissedNotices: ['tokens-in-memory-only'] }), log);
    holder.addNotice({ kind: 'tokens-in-memory-only' });
    expect(kinds(holder)).toEqual([]);
  });
});
