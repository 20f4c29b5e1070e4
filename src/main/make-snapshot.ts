import { accountKey } from '../shared/account-key';
import { isTemplate } from '../shared/copy-format';
import type { ClientApplication, ClientColour } from '../shared/client-application';
import { failureView } from '../shared/failure-advice';
import type { FailureView } from '../shared/failure';
import { formatFacts, type TemplateView } from '../shared/offered-formats';
import type { Preset } from '../shared/preset';
import { resourceLabel } from '../shared/scopes';
import { shareStructure } from '../shared/share-structure';
import type {
  AccountDetails,
  AccountView,
  CachedTokenView,
  ClientApplicationView,
  CloudView,
  IdentityView,
  LastCopy,
  PresetDetails,
  PresetView,
  SettingsView,
  Snapshot,
  TenantView,
} from '../shared/snapshot';
import type { TokenTimes } from '../shared/token-status';
import {
  clientNameOf,
  currentIdentity,
  identityOf,
  subscriptionOf,
  targetOf,
  tenantNameOf,
  tenantsOf,
  withDemoAddress,
  type Identity,
} from './identities';
import { endpointView } from './endpoint-snapshot';
import { findToken } from './identity/cached-tokens';
import type { AccountContents } from './identity/open-client';
import { presetViewsMaker, type CommonParts, type PresetFacts } from './preset-views';
import type { RecentCopy } from './presets/recent-copies';
import { asksForValues, knownRequest } from './sample-requests';
import { sharingView, teamNameOf } from './sharing-snapshot';
import type { AppState, FailureAbout } from './state';
import { templateViews } from './templates/template-views';
import { trialView } from './try-it/trial-view';

/** Makes the snapshot of a state. What is the same as in the last one it has made is the same object again. */
export type MakeSnapshot = (state: AppState) => Snapshot;

/** Its snapshots leave out what the cloud of a preset's account does not have. */
export function snapshotMaker(): MakeSnapshot {
  const presetViews = presetViewsMaker(presetView, currentIdentityView);
  let last: Snapshot | undefined;
  return (state) => {
    // Rows are compared by the preset they are of, and not by their place.
    const presets = presetViews(state);
    const { presets: lastPresets, ...lastOthers } = last ?? {};
    const others = shareStructure(lastOthers, othersOf(state, presets));
    if (last === undefined || others !== lastOthers || presets !== lastPresets) last = { ...others, presets };
    return last;
  };
}

/** Pure: what `snapshotMaker` makes of a state, whatever came before. */
export const makeSnapshot: MakeSnapshot = (state) => snapshotMaker()(state);

/** All of a snapshot but the rows of presets. */
function othersOf(state: AppState, presets: readonly PresetView[]): Omit<Snapshot, 'presets'> {
  const { clipboard, copyFailed, failure, question, signIn, lastSignInOn } = state;
  const current = currentIdentity(state);
  const account = current && accountViewOf(state, current);
  const templates = templateViews(state);
  const lastCopy = lastCopyOf(state.recentCopies, presets, templates);
  const failedPreset = presets.find(({ id }) => id === failure?.presetId);
  const clientApplications = state.clientApplications.map((each) => clientView(state, each));
  const clientApplication = clientApplications.find(({ id }) => id === current?.clientApplication.id);
  const shownPreset = shownPresetOf(state);
  const trial = trialView(state);
  const details = state.windowPage === 'account' ? detailsOf(state) : undefined;
  return {
    appVersion: state.appVersion,
    page: current === undefined ? 'welcome' : 'presets',
    windowPage: state.windowPage,
    clientApplications,
    ...(clientApplication === undefined ? {} : { clientApplication }),
    ...(current === undefined ? {} : { cloudName: current.cloud.name }),
    accounts: accountViews(state),
    ...(account === undefined ? {} : { account }),
    tenants: current === undefined ? [] : tenantViews(state, current),
    ...(details === undefined ? {} : { details }),
    clouds: cloudViews(state),
    forbidden: state.forbidden,
    forbiddenFormats: state.forbiddenFormats,
    shell: state.shell,
    templates,
    ...(showsTemplates(state) ? { ownTemplates: state.templates } : {}),
    ...(shownPreset === undefined ? {} : { shownPreset }),
    ...(trial === undefined ? {} : { trial }),
    ...(signIn === undefined ? {} : { signIn }),
    ...(lastSignInOn === undefined ? {} : { lastSignInOn }),
    ...(failure === undefined
      ? {}
      : { failure: withoutForbiddenFlow(state, failureViewOf(state, failure, failedPreset)) }),
    ...(question === undefined ? {} : { question }),
    ...(clipboard === undefined ? {} : { clipboard }),
    ...(lastCopy === undefined ? {} : { lastCopy }),
    ...(copyFailed === undefined ? {} : { copyFailed }),
    settings: settingsView(state),
    ...(state.windowPage === 'activity' ? { activity: state.activity } : {}),
    ...(state.windowPage === 'inspector' && state.inspection !== undefined
      ? { inspection: state.inspection }
      : {}),
    ...(state.windowPage === 'sharing' ? { sharing: sharingView(state) } : {}),
    endpoint: endpointView(state),
    commandLine: state.commandLine,
    notices: state.notices,
    theme: state.settings.theme,
  };
}

/** A failure with the names of what was involved. Pure. */
export function failureViewOf(
  state: AppState,
  { failure, clientApplicationId, accountId, tenantId }: FailureAbout,
  preset: PresetView | undefined,
): FailureView {
  const shown = preset === undefined ? {} : { preset: { id: preset.id, name: preset.name } };
  const fixed = {
    ...preset?.identity.fixed,
    clientApplicationId,
    ...(accountId === undefined ? {} : { accountId }),
  };
  const identity = clientApplicationId === undefined ? undefined : identityOf(state, { identity: fixed });
  if (identity === undefined) return failureView(failure, { ...shown, names: {} });
  const { account, clientApplication, cloud } = identity;
  // Where nothing better is known, the client application names its tenant, unless that is any.
  const tenant = tenantId ?? account?.tenantId ?? clientApplication.tenant;
  const isAny = tenant === '' || tenant === 'organizations';
  return failureView(failure, {
    ...shown,
    clientKind: clientApplication.kind,
    names: {
      ...(isAny ? {} : { tenant: tenantNameOf(state, identity, tenant) }),
      client: clientNameOf(clientApplication),
      cloud: cloud.name,
      ...(account === undefined ? {} : { account: account.username }),
    },
    place: {
      clientApplicationId: clientApplication.id,
      clientId: clientApplication.clientId,
      tenant,
      ...(account === undefined ? {} : { accountId: accountKey(clientApplication.id, account.id) }),
    },
  });
}

/** Another way to sign in is not offered where the organisation has laid down the one. */
function withoutForbiddenFlow(
  { lockedSettings, settings: { signInFlows } }: AppState,
  view: FailureView,
): FailureView {
  if (!lockedSettings.includes('signInFlows')) return view;
  const other = { browser: 'use-device-code', 'device-code': 'use-browser', 'browser-then-device-code': '' };
  return { ...view, actions: view.actions.filter((action) => action !== other[signInFlows]) };
}

function lastCopyOf(
  recentCopies: readonly RecentCopy[],
  presets: readonly PresetView[],
  templates: readonly TemplateView[],
): LastCopy | undefined {
  for (const { presetId, format } of recentCopies) {
    const preset = presets.find(({ id }) => id === presetId);
    if (preset === undefined) continue;
    const copy = { presetId, presetName: preset.name, format };
    if (!isTemplate(format)) return copy;
    const template = templates.find(({ id }) => id === format);
    if (template !== undefined) return { ...copy, formatName: template.name };
  }
  return undefined;
}

/** Their page, and the sheet with previews of them. */
const showsTemplates = ({ windowPage, shownPresetId, forbidden }: AppState): boolean =>
  (windowPage === 'templates' || shownPresetId !== undefined) && !forbidden.includes('ownTemplates');

const settingsView = ({
  settings,
  usualSettings,
  lockedSettings,
  managedBy,
  startAtLogin,
  hotkeyProblems,
  system,
}: AppState): SettingsView => ({
  values: settings,
  defaults: usualSettings,
  locked: lockedSettings,
  ...(managedBy === undefined ? {} : { managedBy }),
  ...(startAtLogin === undefined ? {} : { startAtLogin }),
  hotkeyProblems,
  ...system,
});

// Client applications, accounts, clouds

const colourOf = ({ colour, kind }: ClientApplication): ClientColour => colour ?? usualColours[kind];

const usualColours = {
  organisation: 'violet',
  'azure-cli': 'blue',
  demo: 'teal',
  'service-principal': 'grey',
} as const satisfies Record<ClientApplication['kind'], ClientColour>;

function clientView(state: AppState, clientApplication: ClientApplication): ClientApplicationView {
  const { id, kind, clientId, tenant, cloud, credential } = clientApplication;
  return {
    id,
    kind,
    name: clientNameOf(clientApplication),
    colour: colourOf(clientApplication),
    clientId,
    tenant,
    cloudId: cloud,
    cloudName: state.clouds.find((each) => each.id === cloud)?.name ?? cloud,
    isManaged: state.managedClientIds.has(id),
    ...(credential === undefined ? {} : { credential }),
    fixedBy: state.presets.filter(({ identity }) => identity?.clientApplicationId === id).length,
  };
}

const accountViews = (state: AppState): readonly AccountView[] =>
  state.clientApplications.flatMap(({ id }) =>
    (state.open[id]?.accounts ?? []).flatMap(({ account }) => {
      const identity = identityOf(state, { identity: { clientApplicationId: id, accountId: account.id } });
      const view = identity && accountViewOf(state, identity);
      return view === undefined ? [] : [view];
    }),
  );

function accountViewOf(state: AppState, identity: Identity): AccountView | undefined {
  const { account, clientApplication } = identity;
  if (account === undefined) return undefined;
  return {
    id: accountKey(clientApplication.id, account.id),
    clientApplicationId: clientApplication.id,
    clientName: clientNameOf(clientApplication),
    colour: colourOf(clientApplication),
    kind: account.kind,
    name: account.name || account.username,
    username: account.username,
    tenantId: account.tenantId,
    tenantName: tenantNameOf(state, identity, account.tenantId),
    tenants: tenantsOf(identity).map(({ id }) => ({ id, name: tenantNameOf(state, identity, id) })),
  };
}

function tenantViews(state: AppState, identity: Identity): readonly TenantView[] {
  const { account, contents } = identity;
  return tenantsOf(identity).map(({ id, domain, problem, subscriptions }) => {
    const inIt = account === undefined ? identity : { ...identity, account: { ...account, tenantId: id } };
    const chosen = subscriptionOf(state, inIt)?.id;
    return {
      id,
      name: tenantNameOf(state, identity, id),
      ...(domain === undefined ? {} : { domain }),
      isHome: id === contents?.account.homeTenantId,
      isCurrent: id === account?.tenantId,
      ...(problem === undefined ? {} : { problem }),
      subscriptions: subscriptions.map((each) => ({ ...each, isDefault: each.id === chosen })),
    };
  });
}

function detailsOf(state: AppState): AccountDetails | undefined {
  const shown = state.shownAccount;
  const identity = shown && identityOf(state, { identity: shown });
  const account = identity && accountViewOf(state, identity);
  if (shown === undefined || identity?.contents === undefined || account === undefined) return undefined;
  const { contents, clientApplication, cloud } = identity;
  const { signedInOn, directory } = contents;
  return {
    account,
    client: clientView(state, clientApplication),
    homeTenantId: contents.account.homeTenantId,
    ...(signedInOn === undefined ? {} : { signedInOn }),
    tenants: tenantViews(state, identity),
    ...(directory === undefined ? {} : { readOn: directory.readOn }),
    isReading: state.directoriesRead.has(account.id),
    readingFailed: state.directoriesFailed.has(account.id),
    canRead: cloud.arm !== undefined && !cloud.isAdfs,
    cached: cachedViews(state, identity, contents),
  };
}

const cachedViews = (
  state: AppState,
  identity: Identity,
  { tokens }: AccountContents,
): readonly CachedTokenView[] =>
  tokens
    .map(({ scopes, tenantId, expiresOn }) => ({
      resource: resourceLabel([[...scopes].find((scope) => scope.includes('/')) ?? [...scopes][0] ?? '']),
      tenantName: tenantNameOf(state, identity, tenantId),
      expiresOn,
    }))
    .sort((one, other) => one.resource.localeCompare(other.resource));

function cloudViews({
  clouds,
  ownCloudIds,
  managedCloudIds,
  clientApplications,
}: AppState): readonly CloudView[] {
  return clouds.map(({ id, name, authority, isAdfs, arm, resources }) => ({
    id,
    name,
    authority,
    isAdfs,
    origin: managedCloudIds.has(id) ? 'managed' : ownCloudIds.has(id) ? 'own' : 'built-in',
    ...(arm === undefined ? {} : { arm }),
    resources,
    usedBy: clientApplications.filter(({ cloud }) => cloud === id).length,
  }));
}

// Presets

function currentIdentityView(common: CommonParts): IdentityView | undefined {
  const current = currentIdentity(common);
  return current && identityView(common, {}, current, current);
}

function presetView(
  common: CommonParts,
  preset: Preset,
  { acquiring, keepFreshStopped, lastCopy, ...facts }: PresetFacts,
  currentView: IdentityView | undefined,
): PresetView | undefined {
  const current = currentIdentity(common);
  const identity = preset.identity === undefined ? current : identityOf(common, preset);
  const target = identity && targetOf(common, identity.cloud, preset);
  if (current === undefined || identity === undefined || target === undefined) return undefined;
  const { scopes } = target;
  const { account, contents } = identity;
  const token =
    account === undefined || contents === undefined
      ? undefined
      : findToken(contents.tokens, account.id, account.tenantId, scopes);
  const { hotkey } = preset;
  const team = teamNameOf(common.teams, preset.id);
  const problem = facts.problem ?? (account === undefined ? 'sign-in-needed' : undefined);
  return {
    id: preset.id,
    name: preset.name,
    icon: preset.icon,
    ...(preset.colour === undefined ? {} : { colour: preset.colour }),
    tags: preset.tags ?? [],
    ...formatFacts(preset, target),
    pinned: preset.pinned,
    scopes,
    resource: resourceLabel(scopes),
    keepFresh: preset.keepFresh,
    ...(preset.keepFresh && keepFreshStopped !== undefined ? { keepFreshStopped } : {}),
    ...(lastCopy === undefined ? {} : { lastUsedOn: lastCopy.on, lastFormat: lastCopy.format }),
    ...(hotkey === undefined ? {} : { hotkey }),
    identity:
      preset.identity === undefined && currentView !== undefined
        ? currentView
        : identityView(common, preset, identity, current),
    isManaged: team !== undefined || common.managedPresetIds.has(preset.id),
    ...(team === undefined ? {} : { team }),
    hasPlaceholders: asksForValues(target, common, identity),
    acquiring,
    ...(token === undefined ? {} : { token: tokenTimes(token) }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function shownPresetOf(state: AppState): PresetDetails | undefined {
  const preset = state.presets.find(({ id }) => id === state.shownPresetId);
  const identity = preset && identityOf(state, preset);
  const target = identity && targetOf(state, identity.cloud, preset);
  if (preset === undefined || identity === undefined || target === undefined) return undefined;
  const { account, cloud } = identity;
  const subscriptionId = subscriptionOf(state, identity)?.id;
  return {
    preset: withDemoAddress(state, { ...preset, targets: { ...preset.targets, [cloud.id]: target } }),
    cloudId: cloud.id,
    requests: target.requests.map((request) => knownRequest(request, state, identity, preset.id)),
    ...(account === undefined || account.tenantId === '' ? {} : { tenantId: account.tenantId }),
    ...(subscriptionId === undefined ? {} : { subscriptionId }),
  };
}

function identityView(
  common: CommonParts,
  preset: Pick<Preset, 'identity'>,
  identity: Identity,
  current: Identity,
): IdentityView {
  const { account, clientApplication, cloud } = identity;
  const fixed = preset.identity ?? {};
  return {
    clientApplicationId: clientApplication.id,
    clientName: clientNameOf(clientApplication),
    clientId: clientApplication.clientId,
    cloudName: cloud.name,
    isServicePrincipal: clientApplication.kind === 'service-principal',
    ...(account === undefined
      ? {}
      : {
          accountId: accountKey(clientApplication.id, account.id),
          accountName: account.name || account.username,
          username: account.username,
          tenantId: account.tenantId,
          tenantName: tenantNameOf(common, identity, account.tenantId),
        }),
    fixedClient: fixed.clientApplicationId !== undefined,
    fixedAccount: fixed.accountId !== undefined,
    fixedTenant: fixed.tenantId !== undefined,
    isCurrent:
      clientApplication.id === current.clientApplication.id &&
      account?.id === current.account?.id &&
      account?.tenantId === current.account?.tenantId,
    fixed,
  };
}

const tokenTimes = ({ issuedOn, expiresOn, refreshOn }: TokenTimes): TokenTimes => ({
  issuedOn,
  expiresOn,
  ...(refreshOn === undefined ? {} : { refreshOn }),
});
