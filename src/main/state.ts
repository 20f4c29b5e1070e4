import type { HotkeyProblem } from '../shared/accelerator';
import type { ClientApplication } from '../shared/client-application';
import type { BuiltInFormat } from '../shared/copy-format';
import type { Failure } from '../shared/failure';
import type { InspectionView } from '../shared/inspector/inspection';
import type { OwnTemplate } from '../shared/own-template';
import type { Preset, PresetIdentity } from '../shared/preset';
import type { Question } from '../shared/question';
import { defaultSettings, type SettingName, type Settings } from '../shared/settings';
import type {
  ActivityEntry,
  ClipboardView,
  CopyFailed,
  ForbiddenThing,
  ManagedBy,
  Notice,
  NoticeKind,
  SettingsView,
  SignInView,
  Snapshot,
  WindowPage,
} from '../shared/snapshot';
import type { Shell } from '../shared/snippets/shell';
import type { ExportReport, SharingView, TeamView } from '../shared/sharing-view';
import type { PresetProblem } from '../shared/token-status';
import { noEndpoint, type EndpointContents } from './automation/endpoint/endpoint-contents';
import { errorTrace } from './error-words';
import { allClouds, type Cloud } from './identity/clouds';
import type { ClientContents } from './identity/open-client';
import type { SignInProgress } from './identity/sign-in-desk';
import { snapshotMaker } from './make-snapshot';
import type { Log } from './ports';
import type { AllAnswers } from './presets/preset-answers';
import type { RecentCopy } from './presets/recent-copies';
import type { ImportState } from './sharing/preset-imports';
import type { Trial } from './try-it/try-it';

/** A sign-in under way as surfaces show it. */
export function signInView(progress: SignInProgress | undefined): SignInView | undefined {
  if (progress === undefined) return undefined;
  const { purpose, endsOn, browserFailed, link, flow, canSwitch, deviceCode } = progress;
  return {
    flow,
    canSwitch,
    endsOn,
    browserFailed,
    linkReady: link !== undefined,
    ...(purpose === undefined ? {} : { presetName: purpose }),
    ...(deviceCode === undefined ? {} : { deviceCode }),
  };
}

/** A failure, and what was to be had when it came. */
export interface FailureAbout {
  readonly failure: Failure;
  readonly presetId?: string | undefined;
  readonly clientApplicationId?: string | undefined;
  readonly accountId?: string | undefined;
  readonly tenantId?: string | undefined;
}

/** Everything the program knows that a surface may show. Replaced as a whole with each change. */
export interface AppState {
  readonly appVersion: string;
  readonly clouds: readonly Cloud[];
  /** Which of the clouds the person has added. */
  readonly ownCloudIds: ReadonlySet<string>;
  readonly managedCloudIds: ReadonlySet<string>;
  readonly clientApplications: readonly ClientApplication[];
  /** Which of them the organisation has given. */
  readonly managedClientIds: ReadonlySet<string>;
  /** The client application in use; undefined until one is chosen. */
  readonly currentId?: string | undefined;
  /** The account in use of each client application. */
  readonly accountIds: Readonly<Record<string, string>>;
  /** The tenant that tokens are asked for in, by account key, where it is not the account's own. */
  readonly tenantIds: Readonly<Record<string, string>>;
  /** The default subscription, by account key and tenant id with a space between. */
  readonly subscriptionIds: Readonly<Record<string, string>>;
  /** What is open, by client application. */
  readonly open: Readonly<Record<string, ClientContents>>;
  /** Where the demo API is, while the demo is in use. */
  readonly demoOrigin?: string | undefined;
  /** Names of tenants that are known, by id. */
  readonly tenantNames: Readonly<Record<string, string>>;
  /** Accounts whose tenants and subscriptions are being read, by account key. */
  readonly directoriesRead: ReadonlySet<string>;
  /** Those that could not be read the last time. */
  readonly directoriesFailed: ReadonlySet<string>;
  /** The account that the window shows. */
  readonly shownAccount?: PresetIdentity | undefined;
  readonly presets: readonly Preset[];
  /** What was answered about them, by preset id. */
  readonly presetAnswers: AllAnswers;
  /** The one that the window shows in full. */
  readonly shownPresetId?: string | undefined;
  /** Which of them the organisation has given. */
  readonly managedPresetIds: ReadonlySet<string>;
  readonly teams: readonly TeamView[];
  readonly teamRefused?: SharingView['teamRefused'] | undefined;
  readonly isAddingTeam: boolean;
  readonly importing: ImportState;
  readonly exported?: ExportReport | undefined;
  readonly forbidden: readonly ForbiddenThing[];
  readonly forbiddenFormats: readonly BuiltInFormat[];
  readonly templates: readonly OwnTemplate[];
  /** Of this system. */
  readonly shell: Shell;
  /** How many requests for its token are under way, by preset id. */
  readonly acquiring: Readonly<Record<string, number>>;
  readonly problems: Readonly<Record<string, PresetProblem>>;
  /** Presets that are no longer kept fresh, by id, until somebody does something about it. */
  readonly keepFreshStopped: Readonly<Record<string, PresetProblem>>;
  readonly signIn?: SignInView | undefined;
  readonly lastSignInOn?: number | undefined;
  readonly failure?: FailureAbout | undefined;
  /** Waits for its answer. */
  readonly question?: Question | undefined;
  readonly clipboard?: ClipboardView | undefined;
  readonly copyFailed?: CopyFailed | undefined;
  /** Newest first. */
  readonly recentCopies: readonly RecentCopy[];
  /** Newest first. */
  readonly activity: readonly ActivityEntry[];
  readonly inspection?: InspectionView | undefined;
  readonly windowPage: WindowPage;
  /** The sample request that is being tried, and what came of it. */
  readonly trial?: Trial | undefined;
  /** As they are in force. */
  readonly settings: Settings;
  /** What a setting is that the person has not changed. */
  readonly usualSettings: Settings;
  readonly lockedSettings: readonly SettingName[];
  readonly managedBy?: ManagedBy | undefined;
  readonly startAtLogin?: boolean | undefined;
  readonly hotkeyProblems: Readonly<Record<string, HotkeyProblem>>;
  readonly system: SystemAbilities;
  /** What scripts ask for tokens. */
  readonly endpoint: EndpointContents;
  /** What a person types to start the command line. */
  readonly commandLine: { readonly command: string };
  readonly notices: readonly Notice[];
  readonly dismissedNotices: readonly string[];
}

/** What this system can do and another cannot. */
export type SystemAbilities = Pick<SettingsView, 'hotkeysNeedPortal' | 'canHideFromHistory' | 'canTellLock'>;

/** What the state is at the start, apart from what files and system say. */
export const initialState = {
  clouds: allClouds([]),
  ownCloudIds: new Set<string>(),
  managedCloudIds: new Set<string>(),
  clientApplications: [],
  managedClientIds: new Set<string>(),
  accountIds: {},
  tenantIds: {},
  subscriptionIds: {},
  open: {},
  tenantNames: {},
  directoriesRead: new Set<string>(),
  directoriesFailed: new Set<string>(),
  managedPresetIds: new Set<string>(),
  presetAnswers: {},
  teams: [],
  isAddingTeam: false,
  importing: {},
  forbidden: [],
  forbiddenFormats: [],
  templates: [],
  shell: 'posix',
  acquiring: {},
  problems: {},
  keepFreshStopped: {},
  recentCopies: [],
  activity: [],
  windowPage: 'main',
  usualSettings: defaultSettings,
  lockedSettings: [],
  hotkeyProblems: {},
  endpoint: noEndpoint,
  commandLine: { command: 'token-tray' },
  notices: [],
} as const satisfies Partial<AppState>;

export type Unsubscribe = () => void;

/** Holds the state, makes the snapshot, and tells surfaces when it has changed. */
export class State {
  private readonly listeners = new Set<(snapshot: Snapshot) => void>();
  private readonly makeSnapshot = snapshotMaker();
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
    this.made ??= this.makeSnapshot(this.current);
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
