import type { ClientApplication } from '../shared/client-application';
import type { HotkeyProblem } from '../shared/accelerator';
import { failureActions, type Failure } from '../shared/failure';
import type { Preset, PresetTarget } from '../shared/preset';
import { resourceLabel } from '../shared/scopes';
import { defaultSettings, type Settings } from '../shared/settings';
import type {
  AccountView,
  ActivityEntry,
  ClipboardView,
  CopyFailed,
  LastCopy,
  Notice,
  NoticeKind,
  PresetView,
  SettingsView,
  SignInView,
  Snapshot,
  WindowPage,
} from '../shared/snapshot';
import type { PresetProblem, TokenTimes } from '../shared/token-status';
import { errorTrace } from './error-words';
import type { ActiveClient } from './identity/active-client';
import { findToken, type CacheContents, type CachedAccount } from './identity/cached-tokens';
import type { Cloud } from './identity/clouds';
import type { SignInProgress } from './identity/token-service';
import type { Log } from './ports';
import { demoApiPlaceholder } from './presets/catalogue';
import { inListOrder } from './presets/presets';
import type { RecentCopy } from './presets/recent-copies';

/** What the state is while no client application is in use. */
export const nothingOpen = {
  clientApplication: undefined,
  cloud: undefined,
  demoOrigin: undefined,
  cache: { accounts: [], tokens: [] },
  accountId: undefined,
  acquiring: {},
  problems: {},
  keepFreshStopped: {},
  copyFailed: undefined,
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
  /** Presets that are no longer kept fresh, by id, until somebody does something about it. */
  readonly keepFreshStopped: Readonly<Record<string, PresetProblem>>;
  readonly signIn?: SignInView | undefined;
  readonly lastSignInOn?: number | undefined;
  readonly failure?: { readonly failure: Failure; readonly presetId?: string | undefined } | undefined;
  readonly clipboard?: ClipboardView | undefined;
  readonly copyFailed?: CopyFailed | undefined;
  /** Newest first. */
  readonly recentCopies: readonly RecentCopy[];
  /** Newest first. */
  readonly activity: readonly ActivityEntry[];
  readonly windowPage: WindowPage;
  readonly settings: Settings;
  readonly startAtLogin?: boolean | undefined;
  readonly hotkeyProblems: Readonly<Record<string, HotkeyProblem>>;
  readonly system: SystemAbilities;
  readonly notices: readonly Notice[];
  readonly dismissedNotices: readonly string[];
}

/** What this system can do and another cannot. */
export type SystemAbilities = Pick<SettingsView, 'hotkeysNeedPortal' | 'canHideFromHistory' | 'canTellLock'>;

/** What the state is at the start, apart from what files and system say. */
export const initialState = {
  tenantNames: {},
  ...nothingOpen,
  recentCopies: [],
  activity: [],
  windowPage: 'main',
  hotkeyProblems: {},
  notices: [],
} as const satisfies Partial<AppState>;

export type Unsubscribe = () => void;

/** Holds the state, makes the snapshot, and tells surfaces when it has changed. */
export class State {
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private made: Snapshot | undefined;
  private telling = false;

  constructor(
    private current: AppState,
    private readonly log: Log,
  ) {}

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
      for (const listener of this.listeners) this.tell(listener);
    });
  }

  /** A surface that fails takes no other one with it. */
  private tell(listener: (snapshot: Snapshot) => void): void {
    try {
      listener(this.snapshot);
    } catch (error) {
      this.log.error(`what follows the state failed: ${errorTrace(error)}`);
    }
  }

  subscribe(listener: (snapshot: Snapshot) => void): Unsubscribe {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Tells the snapshot again, although nothing has changed but the time: timers count no sleep. */
  refresh(): void {
    this.update({});
  }

  addNotice(notice: Notice): void {
    const { notices, dismissedNotices } = this.current;
    if (dismissedNotices.includes(notice.kind) || notices.some(({ kind }) => kind === notice.kind)) return;
    this.update({ notices: [...notices, notice] });
  }

  /** Keeping a preset fresh has stopped for this reason, or goes on. */
  setKeepFreshStopped(presetId: string, problem: PresetProblem | undefined): void {
    const { [presetId]: _before, ...others } = this.current.keepFreshStopped;
    this.update({ keepFreshStopped: problem === undefined ? others : { ...others, [presetId]: problem } });
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
  const { clientApplication, cloud, clipboard, copyFailed, failure, signIn, lastSignInOn } = state;
  const account = currentAccount(state);
  // From the oldest on: a file written by hand may name a preset twice, and the newest copy counts.
  const lastUsedOn = new Map(state.recentCopies.toReversed().map(({ presetId, on }) => [presetId, on]));
  const presets = inListOrder(state.presets).flatMap((preset) => {
    const target = targetOf(state, preset);
    return target === undefined
      ? []
      : [presetView(state, preset, target, account, lastUsedOn.get(preset.id))];
  });
  const lastCopy = lastCopyOf(state.recentCopies, presets);
  const failedPreset = presets.find(({ id }) => id === failure?.presetId);
  return {
    appVersion: state.appVersion,
    page: clientApplication === undefined ? 'welcome' : 'presets',
    windowPage: state.windowPage,
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
    ...(lastCopy === undefined ? {} : { lastCopy }),
    ...(copyFailed === undefined ? {} : { copyFailed }),
    settings: settingsView(state),
    ...(state.windowPage === 'activity' ? { activity: state.activity } : {}),
    notices: state.notices,
    theme: state.settings.theme,
  };
}

function lastCopyOf(
  recentCopies: readonly RecentCopy[],
  presets: readonly PresetView[],
): LastCopy | undefined {
  for (const { presetId, format } of recentCopies) {
    const preset = presets.find(({ id }) => id === presetId);
    if (preset !== undefined) return { presetId, presetName: preset.name, format };
  }
  return undefined;
}

const settingsView = ({ settings, startAtLogin, hotkeyProblems, system }: AppState): SettingsView => ({
  values: settings,
  defaults: defaultSettings,
  ...(startAtLogin === undefined ? {} : { startAtLogin }),
  hotkeyProblems,
  ...system,
});

function presetView(
  { cache, acquiring, problems, keepFreshStopped }: AppState,
  preset: Preset,
  { scopes, request }: PresetTarget,
  account: CachedAccount | undefined,
  lastUsedOn: number | undefined,
): PresetView {
  const token =
    account === undefined ? undefined : findToken(cache.tokens, account.id, account.tenantId, scopes);
  const { hotkey } = preset;
  const stopped = keepFreshStopped[preset.id];
  const problem = problems[preset.id] ?? (account === undefined ? 'sign-in-needed' : undefined);
  return {
    id: preset.id,
    name: preset.name,
    icon: preset.icon,
    pinned: preset.pinned,
    scopes,
    resource: resourceLabel(scopes),
    request,
    keepFresh: preset.keepFresh,
    ...(preset.keepFresh && stopped !== undefined ? { keepFreshStopped: stopped } : {}),
    ...(lastUsedOn === undefined ? {} : { lastUsedOn }),
    ...(hotkey === undefined ? {} : { hotkey }),
    acquiring: (acquiring[preset.id] ?? 0) > 0,
    ...(token === undefined ? {} : { token: tokenTimes(token) }),
    ...(problem === undefined ? {} : { problem }),
  };
}

const tokenTimes = ({ issuedOn, expiresOn, refreshOn }: TokenTimes): TokenTimes => ({
  issuedOn,
  expiresOn,
  ...(refreshOn === undefined ? {} : { refreshOn }),
});

/** The name of the tenant that an account's tokens are for, as far as it is known. */
export const tenantNameOf = ({ tenantId, username }: CachedAccount, { tenantNames }: AppState): string =>
  tenantNames[tenantId] ?? username.split('@')[1] ?? tenantId;

function accountView(account: CachedAccount, state: AppState): AccountView {
  return {
    id: account.id,
    name: account.name || account.username,
    username: account.username,
    tenantId: account.tenantId,
    tenantName: tenantNameOf(account, state),
  };
}
