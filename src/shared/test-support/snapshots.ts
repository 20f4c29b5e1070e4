import { defaultSettings } from '../settings';
import type { AccountView, IdentityView, PresetView, SettingsView, Snapshot } from '../snapshot';

/** The settings of a new installation, on a system that can do everything. */
export const settingsView = (change: Partial<SettingsView> = {}): SettingsView => ({
  values: defaultSettings,
  defaults: defaultSettings,
  locked: [],
  startAtLogin: false,
  hotkeyProblems: {},
  hotkeysNeedPortal: false,
  canHideFromHistory: true,
  canTellLock: true,
  ...change,
});

/** A snapshot of somebody who is signed in and has these presets. */
export const snapshotWith = (change: Partial<Snapshot> = {}): Snapshot => {
  const account: AccountView = {
    id: 'client-1/zoe.home',
    clientApplicationId: 'client-1',
    clientName: 'App of contoso.com',
    colour: 'violet',
    kind: 'user',
    name: 'Zoë Nuñez',
    username: 'zoe@contoso.com',
    tenantId: 'home',
    tenantName: 'Contoso',
    tenants: [],
  };
  return {
    appVersion: '1.2.3',
    page: 'presets',
    windowPage: 'main',
    settings: settingsView(),
    clientApplications: [],
    accounts: [account],
    account,
    tenants: [],
    clouds: [],
    forbidden: [],
    forbiddenFormats: [],
    shell: 'posix',
    templates: [],
    presets: [],
    endpoint: { state: 'off', consumers: [], inMemoryOnly: false, waiting: [], signInsNeeded: [] },
    commandLine: { command: 'token-tray' },
    notices: [],
    theme: 'system',
    ...change,
  };
};

/** The same, signed out. */
export function signedOutSnapshot(change: Partial<Snapshot> = {}): Snapshot {
  const { account: _account, ...rest } = snapshotWith({ accounts: [], ...change });
  return rest;
}

/** The account of `snapshotWith`. */
export const identityView = (change: Partial<IdentityView> = {}): IdentityView => ({
  clientApplicationId: 'client-1',
  clientName: 'App of contoso.com',
  clientId: '12345678-90ab-cdef-1234-567890abcdef',
  cloudName: 'Azure public cloud',
  isServicePrincipal: false,
  accountId: 'client-1/zoe.home',
  accountName: 'Zoë Nuñez',
  username: 'zoe@contoso.com',
  tenantId: 'home',
  tenantName: 'Contoso',
  fixedClient: false,
  fixedAccount: false,
  fixedTenant: false,
  isCurrent: true,
  fixed: {},
  ...change,
});

export const presetView = (change: Partial<PresetView> = {}): PresetView => ({
  id: 'graph',
  name: 'Microsoft Graph',
  icon: 'graph',
  tags: [],
  delivery: 'bearer',
  pinned: false,
  keepFresh: false,
  scopes: ['https://graph.microsoft.com/.default'],
  resource: 'graph.microsoft.com',
  hasRequests: true,
  identity: identityView(),
  isManaged: false,
  hasPlaceholders: false,
  acquiring: false,
  ...change,
});
