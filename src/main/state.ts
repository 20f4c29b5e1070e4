import type { ClientApplication } from '../shared/client-application';
import { failureActions, type Failure } from '../shared/failure';
import type { Preset, PresetTarget } from '../shared/preset';
import { resourceLabel } from '../shared/scopes';
import type {
  AccountView,
  ClipboardView,
  Notice,
  NoticeKind,
  PresetView,
  SignInView,
  Snapshot,
  Theme,
} from '../shared/snapshot';
import type { PresetProblem } from '../shared/token-status';
import type { ActiveClient } from './identity/active-client';
import { findToken, type CacheContents, type CachedAccount } from './identity/cached-tokens';
import type { Cloud } from './identity/clouds';
import type { SignInProgress } from './identity/token-service';
import { demoApiPlaceholder } from './presets/catalogue';
import { inListOrder } from './presets/presets';

/** What the state is while no client application is in use. */
export const nothingOpen = {
  clientApplication: undefined,
  cloud: undefined,
  demoOrigin: undefined,
  cache: { accounts: [], tokens: [] },
  accountId: undefined,
  acquiring: {},
  problems: {},
  signIn: undefined,
  failure: undefined,
} satisfies Partial<AppState>;

/** What the state is when a client application has been opened. */
export function clientOpened(active: ActiveClient, accountId: string | undefined): Partial<AppState> {
  const { clientApplication, cloud, demoOrigin, cache } = active;
  return { clientApplication, cloud, demoOrigin, cache: cache.contents, accountId };
}

/** A sign-in under way as surfaces show it. */
export function signInView(progress: SignInProgress | undefined): SignInView | undefined {
  if (progress === undefined) return undefined;
  const { purpose, endsOn, browserFailed, link } = progress;
  return {
    endsOn,
    browserFailed,
    linkReady: link !== undefined,
    ...(purpose === undefined ? {} : { presetName: purpose }),
  };
}

/** Everything the program knows that a surface may show. Replaced as a whole with each change. */
export interface AppState {
  readonly appVersion: string;
  readonly clientApplication?: ClientApplication | undefined;
  readonly cloud?: Cloud | undefined;
  /** Where the demo API is, while the demo is in use. */
  readonly demoOrigin?: string | undefined;
  /** Names of tenants that are known, by id. */
  readonly tenantNames: Readonly<Record<string, string>>;
  readonly cache: CacheContents;
  readonly accountId?: string | undefined;
  readonly presets: readonly Preset[];
  /** How many requests for its token are under way, by preset id. */
  readonly acquiring: Readonly<Record<string, number>>;
  readonly problems: Readonly<Record<string, PresetProblem>>;
  readonly signIn?: SignInView | undefined;
  readonly lastSignInOn?: number | undefined;
  readonly failure?: { readonly failure: Failure; readonly presetId?: string | undefined } | undefined;
  readonly clipboard?: ClipboardView | undefined;
  readonly notices: readonly Notice[];
  readonly dismissedNotices: readonly string[];
  readonly theme: Theme;
}

export type Unsubscribe = () => void;

/** Holds the state, makes the snapshot, and tells surfaces when it has changed. */
export class State {
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private made: Snapshot | undefined;
  private telling = false;

  constructor(private current: AppState) {}

  get value(): AppState {
    return this.current;
  }

  get snapshot(): Snapshot {
    this.made ??= makeSnapshot(this.current);
    return this.made;
  }

  update(change: Partial<AppState>): void {
    this.current = { ...this.current, ...change };
    this.made = undefined;
    if (this.telling) return;
    // Several changes in one turn are told once.
    this.telling = true;
    setImmediate(() => {
      this.telling = false;
      for (const listener of this.listeners) listener(this.snapshot);
    });
  }

  subscribe(listener: (snapshot: Snapshot) => void): Unsubscribe {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  addNotice(notice: Notice): void {
    const { notices, dismissedNotices } = this.current;
    if (dismissedNotices.includes(notice.kind) || notices.some(({ kind }) => kind === notice.kind)) return;
    this.update({ notices: [...notices, notice] });
  }

  removeNotice(kind: NoticeKind): void {
    this.update({ notices: this.current.notices.filter((notice) => notice.kind !== kind) });
  }
}

/** The account in use: the one chosen, else the first that is signed in. */
export function currentAccount({ cache, accountId }: AppState): CachedAccount | undefined {
  return cache.accounts.find(({ id }) => id === accountId) ?? cache.accounts[0];
}

/** What a preset is in the current cloud, with the demo API's address filled in. */
export function targetOf({ cloud, demoOrigin }: AppState, preset: Preset): PresetTarget | undefined {
  const target = cloud === undefined ? undefined : preset.targets[cloud.id];
  if (target === undefined || demoOrigin === undefined) return target;
  const url = target.request.url.replace(demoApiPlaceholder, demoOrigin);
  return { ...target, request: { ...target.request, url } };
}

/** The way back of `targetOf`: an address of the demo API is kept for the port of the next start, too. */
export function asStored({ cloud, demoOrigin }: AppState, preset: Preset): Preset {
  const target = cloud === undefined ? undefined : preset.targets[cloud.id];
  if (cloud === undefined || target === undefined || demoOrigin === undefined) return preset;
  const url = target.request.url.replace(demoOrigin, demoApiPlaceholder);
  return {
    ...preset,
    targets: { ...preset.targets, [cloud.id]: { ...target, request: { ...target.request, url } } },
  };
}

/** Pure. Leaves out what the current cloud does not have. */
export function makeSnapshot(state: AppState): Snapshot {
  const { clientApplication, cloud, clipboard, failure, signIn, lastSignInOn } = state;
  const account = currentAccount(state);
  const presets = inListOrder(state.presets).flatMap((preset) => {
    const target = targetOf(state, preset);
    return target === undefined ? [] : [presetView(state, preset, target, account)];
  });
  const failedPreset = presets.find(({ id }) => id === failure?.presetId);
  return {
    appVersion: state.appVersion,
    page: clientApplication === undefined ? 'welcome' : 'presets',
    ...(clientApplication === undefined ? {} : { clientApplication }),
    ...(cloud === undefined ? {} : { cloudName: cloud.name }),
    accounts: state.cache.accounts.map((each) => accountView(each, state)),
    ...(account === undefined ? {} : { account: accountView(account, state) }),
    presets,
    ...(signIn === undefined ? {} : { signIn }),
    ...(lastSignInOn === undefined ? {} : { lastSignInOn }),
    ...(failure === undefined
      ? {}
      : {
          failure: {
            ...failure.failure,
            actions: failureActions(failure.failure.kind, clientApplication?.kind),
            ...(failedPreset === undefined
              ? {}
              : { preset: { id: failedPreset.id, name: failedPreset.name } }),
          },
        }),
    ...(clipboard === undefined ? {} : { clipboard }),
    notices: state.notices,
    theme: state.theme,
  };
}

function presetView(
  { cache, acquiring, problems }: AppState,
  preset: Preset,
  { scopes, request }: PresetTarget,
  account: CachedAccount | undefined,
): PresetView {
  const token =
    account === undefined ? undefined : findToken(cache.tokens, account.id, account.tenantId, scopes);
  const problem = problems[preset.id] ?? (account === undefined ? 'sign-in-needed' : undefined);
  return {
    id: preset.id,
    name: preset.name,
    icon: preset.icon,
    pinned: preset.pinned,
    scopes,
    resource: resourceLabel(scopes),
    request,
    acquiring: (acquiring[preset.id] ?? 0) > 0,
    ...(token === undefined ? {} : { token: { issuedOn: token.issuedOn, expiresOn: token.expiresOn } }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function accountView(account: CachedAccount, { tenantNames }: AppState): AccountView {
  const domain = account.username.split('@')[1];
  return {
    id: account.id,
    name: account.name || account.username,
    username: account.username,
    tenantId: account.tenantId,
    tenantName: tenantNames[account.tenantId] ?? domain ?? account.tenantId,
  };
}
