import type { HotkeyProblem } from './accelerator';
import type { ClientApplicationKind, ClientColour, CredentialInfo } from './client-application';
import type { BuiltInFormat, CopyFormat } from './copy-format';
import type { EndpointView } from './endpoint/endpoint-view';
import type { FailureView } from './failure';
import type { Delivery } from './delivery';
import type { InspectionView } from './inspector/inspection';
import type { Preset, PresetColour, PresetIcon, PresetIdentity, SampleRequest } from './preset';
import type { Question } from './question';
import type { TemplateView } from './offered-formats';
import type { OwnTemplate } from './own-template';
import type { SettingName, Settings } from './settings';
import type { Shell } from './snippets/shell';
import type { SharingView, TeamNews } from './sharing-view';
import type { PresetProblem, TokenState } from './token-status';
import type { TrialView } from './trial';

/** A client application that was chosen or given by the organisation. */
export interface ClientApplicationView {
  readonly id: string;
  readonly kind: ClientApplicationKind;
  /** As somebody has named it, else what its kind is called. */
  readonly name: string;
  readonly colour: ClientColour;
  readonly clientId: string;
  readonly tenant: string;
  readonly cloudId: string;
  readonly cloudName: string;
  /** The organisation has given it: it can neither be changed nor removed. */
  readonly isManaged: boolean;
  /** Of a service principal, once it is saved. */
  readonly credential?: CredentialInfo;
  /** How many presets have fixed it. */
  readonly fixedBy: number;
}

/** A signed-in user, or a service principal, of one client application. */
export interface AccountView {
  /** Of the account among those of all client applications: see `accountKey`. */
  readonly id: string;
  readonly clientApplicationId: string;
  readonly clientName: string;
  readonly colour: ClientColour;
  readonly kind: 'user' | 'service-principal';
  readonly name: string;
  readonly username: string;
  /** The tenant its tokens are for. Empty at an AD FS. */
  readonly tenantId: string;
  /** Its name where it is known, otherwise the domain of the user name. */
  readonly tenantName: string;
  /** Those it is known to reach, to choose from. */
  readonly tenants: readonly { readonly id: string; readonly name: string }[];
}

/** A tenant that an account can reach. */
export interface TenantView {
  readonly id: string;
  readonly name: string;
  readonly domain?: string;
  readonly isHome: boolean;
  /** Tokens are asked for in this one. */
  readonly isCurrent: boolean;
  /** Why its subscriptions are not known. */
  readonly problem?: TenantProblem;
  readonly subscriptions: readonly SubscriptionView[];
}

export type TenantProblem = 'sign-in-needed' | 'second-factor' | 'blocked' | 'failed';

export interface SubscriptionView {
  readonly id: string;
  readonly name: string;
  /** `Enabled`, `Disabled`, …: as ARM has it. */
  readonly state: string;
  /** What `{subscriptionId}` stands for in sample requests. */
  readonly isDefault: boolean;
}

/** All that is known of one account without asking for any token; while the window shows it. */
export interface AccountDetails {
  readonly account: AccountView;
  readonly client: ClientApplicationView;
  readonly homeTenantId: string;
  /** When it last signed in, in ms since the epoch. */
  readonly signedInOn?: number;
  readonly tenants: readonly TenantView[];
  /** When tenants and subscriptions were read, in ms since the epoch. */
  readonly readOn?: number;
  readonly isReading: boolean;
  /** Tenants and subscriptions could not be read the last time. */
  readonly readingFailed: boolean;
  /** Whether this cloud tells tenants and subscriptions at all. */
  readonly canRead: boolean;
  readonly cached: readonly CachedTokenView[];
}

/** A token in the cache: what it is for and till when, never the token. */
export interface CachedTokenView {
  readonly resource: string;
  readonly tenantName: string;
  /** ms since the epoch */
  readonly expiresOn: number;
}

/** A set of endpoints that accounts and presets can be in. */
export interface CloudView {
  readonly id: string;
  readonly name: string;
  readonly authority: string;
  readonly isAdfs: boolean;
  /** `built-in` cannot be changed, nor can what the organisation has given. */
  readonly origin: 'built-in' | 'own' | 'managed';
  readonly arm?: { readonly endpoint: string; readonly audience: string };
  readonly resources: Readonly<Record<string, string>>;
  /** How many client applications use it. */
  readonly usedBy: number;
}

/** Whom the next copy of a preset is for, shown before anything is copied. */
export interface IdentityView {
  readonly clientApplicationId: string;
  readonly clientName: string;
  readonly clientId: string;
  readonly cloudName: string;
  readonly isServicePrincipal: boolean;
  /** The account key. Absent, with all about the account: somebody has to sign in first. */
  readonly accountId?: string;
  readonly accountName?: string;
  readonly username?: string;
  readonly tenantId?: string;
  readonly tenantName?: string;
  /** The preset insists on this account (or client application) or tenant. */
  readonly fixedClient: boolean;
  readonly fixedAccount: boolean;
  readonly fixedTenant: boolean;
  /** It is the one in use, so that a row need not say it. */
  readonly isCurrent: boolean;
  /** The preset's own choice, as it is kept. */
  readonly fixed: PresetIdentity;
}

export interface PresetView extends TokenState {
  readonly id: string;
  readonly name: string;
  readonly icon: PresetIcon;
  readonly colour?: PresetColour;
  readonly tags: readonly string[];
  readonly delivery: Delivery;
  readonly pinned: boolean;
  /** For the current cloud. */
  readonly scopes: readonly string[];
  /** Short form of what the token is for: `vault.azure.net`. */
  readonly resource: string;
  /** Sample requests are in `shownPreset` alone: a row has no use for them. */
  readonly hasRequests: boolean;
  /** Renewed before it ends, without being asked. */
  readonly keepFresh: boolean;
  /** Keeping it fresh has ended: it needs a person, or failed too often. */
  readonly keepFreshStopped?: PresetProblem;
  /** When it was last copied, in ms since the epoch. */
  readonly lastUsedOn?: number;
  /** What it was last copied as; a template may be gone since. */
  readonly lastFormat?: CopyFormat;
  /** Its own hotkey, in Electron's notation. */
  readonly hotkey?: string;
  readonly identity: IdentityView;
  /** The organisation or a team has given it: it cannot be changed. */
  readonly isManaged: boolean;
  /** Its requests have `{placeholders}` that the account says nothing about. */
  readonly hasPlaceholders: boolean;
  /** The name of the team catalogue that it is from. */
  readonly team?: string;
}

/** All of one preset, while the window shows it: rows do without requests, notes and other clouds. */
export interface PresetDetails {
  /** As it is kept, with the demo API's address filled in, and with what it is in the cloud it is used in. */
  readonly preset: Preset;
  /** The cloud of the account that it is for. */
  readonly cloudId: string;
  /** Its sample requests in that cloud, with all that is known filled in; other `{placeholders}` are still in them. */
  readonly requests: readonly SampleRequest[];
  readonly tenantId?: string;
  readonly subscriptionId?: string;
}

/** A sign-in under way. The link holds no token and no secret, but stays out of logs all the same. */
export interface SignInView {
  /** The preset it is for; absent for a plain sign-in. */
  readonly presetName?: string;
  readonly flow: 'browser' | 'device-code';
  /** Whether the person may go over to the other way. */
  readonly canSwitch: boolean;
  /** ms since the epoch; when it gives up */
  readonly endsOn: number;
  /** The system could not open a browser: the link has to be copied by hand, or a code be used. */
  readonly browserFailed: boolean;
  /** The address is known, so that it can be opened again or copied. */
  readonly linkReady: boolean;
  /** What to type where, once it is known. */
  readonly deviceCode?: { readonly userCode: string; readonly verificationUri: string };
}

/** Something of ours on the clipboard. All times in ms since the epoch. */
export interface ClipboardView {
  readonly presetId: string;
  readonly presetName: string;
  readonly format: CopyFormat;
  /** Of a template, and of what is no format of a preset. */
  readonly formatName?: string;
  readonly copiedOn: number;
  /** Absent: what was copied holds no token. */
  readonly tokenExpiresOn?: number;
  /** `{placeholders}` that are left in what was copied, for the person to fill in. */
  readonly placeholders: readonly string[];
  /** Absent: it is not cleared by itself. */
  readonly clearsOn?: number;
}

/** What "copy again" does: the last used preset in the last used format. */
export interface LastCopy {
  readonly presetId: string;
  readonly presetName: string;
  readonly format: CopyFormat;
  /** Of a template. */
  readonly formatName?: string;
}

/** A copy that the system clipboard did not take. The token is still in the cache, so copying again costs one click. */
export interface CopyFailed extends LastCopy {
  /** ms since the epoch */
  readonly failedOn: number;
}

/** One line of the activity list. It holds no token. */
export type ActivityEntry = CopyEntry | ScriptEntry;

/** Tokens that a script has had, by the local endpoint or the command line. Those that follow each other closely are one. */
export interface ScriptEntry {
  readonly kind: 'endpoint' | 'command-line';
  /** The last of them, in ms since the epoch. */
  readonly on: number;
  /** Of the endpoint. */
  readonly consumerName?: string;
  readonly resource: string;
  readonly count: number;
  readonly username: string;
  readonly tenantId: string;
  readonly tenantName: string;
}

export interface CopyEntry {
  readonly kind?: never;
  /** ms since the epoch */
  readonly on: number;
  readonly presetName: string;
  readonly format: CopyFormat;
  /** Of a template. */
  readonly formatName?: string;
  readonly username: string;
  readonly tenantName: string;
}

/** The settings, and what this system makes of them. */
export interface SettingsView {
  readonly values: Settings;
  /** What a reset puts them to: the organisation's defaults, where it has laid down any. */
  readonly defaults: Settings;
  /** Fixed by the organisation: they cannot be changed. */
  readonly locked: readonly SettingName[];
  /** Absent where the organisation has laid down nothing. */
  readonly managedBy?: ManagedBy;
  /** As the operating system has it; absent where it is not known yet. */
  readonly startAtLogin?: boolean;
  /** Hotkeys that are set and that the system did not give, by accelerator. */
  readonly hotkeyProblems: Readonly<Record<string, HotkeyProblem>>;
  /** Global hotkeys go through the desktop's portal, which may refuse or ask (Wayland). */
  readonly hotkeysNeedPortal: boolean;
  /** Whether what is copied can be kept out of clipboard histories. */
  readonly canHideFromHistory: boolean;
  /** Whether the system tells when it is locked; every system tells when it sleeps. */
  readonly canTellLock: boolean;
}

/** Who has laid down managed settings, as far as they say it. */
export interface ManagedBy {
  readonly organisation?: string;
  /** Whom to ask: an address on the web, an e-mail address, or words. */
  readonly contact?: string;
  readonly file: string;
}

/** Where a file is wrong, and why. Lines and columns begin at 1. */
export interface FileProblem {
  /** Absent where it is about the file as a whole. */
  readonly place?: { readonly line: number; readonly column: number; readonly path: string };
  /** A plain sentence. */
  readonly reason: string;
}

/** A quiet line that the person can dismiss. */
export type NoticeKind =
  | 'tokens-in-memory-only'
  | 'presets-restored'
  | 'presets-restored-corrected'
  | 'presets-reset'
  | 'presets-corrected'
  | 'settings-restored'
  | 'settings-restored-corrected'
  | 'settings-reset'
  | 'settings-corrected'
  | 'client-applications-restored'
  | 'client-applications-reset'
  | 'templates-restored'
  | 'templates-reset'
  | 'team-catalogues-restored'
  | 'team-catalogues-reset'
  | 'preset-choices-restored'
  | 'preset-choices-reset'
  | 'token-cache-unreadable'
  | 'client-application-unavailable'
  | 'keyring-locked'
  | 'clock-skewed'
  | 'not-saved'
  | 'start-at-login-unchanged'
  | 'managed-settings-wrong'
  | 'team-catalogues-changed';

export interface Notice {
  readonly kind: NoticeKind;
  /** The name of the file that was set aside, where there is one; the path of the organisation's. */
  readonly file?: string;
  /** What is wrong with the organisation's file. */
  readonly problem?: FileProblem;
  /** What has changed in which team catalogue. */
  readonly news?: TeamNews;
}

export type Theme = Settings['theme'];

/** What the main window shows: presets (or the welcome page), or one of the pages that lie beside them. */
export type WindowPage =
  | 'main'
  | 'settings'
  | 'activity'
  | 'accounts'
  | 'account'
  | 'add-client'
  | 'inspector'
  | 'catalogue'
  | 'templates'
  | 'sharing'
  | 'try-it'
  | 'automation';

/** By its name in the organisation's file. */
export type ForbiddenThing =
  | 'azureCliClient'
  | 'ownClientApplications'
  | 'demoTenant'
  | 'servicePrincipals'
  | 'customClouds'
  | 'ownPresets'
  | 'ownTemplates'
  | 'teamCatalogues'
  | 'commandLine'
  | 'localEndpoint';

/** Everything a surface may show. It holds no token, ever. */
export interface Snapshot {
  readonly appVersion: string;
  /** `welcome` until a client application is chosen. */
  readonly page: 'welcome' | 'presets';
  readonly windowPage: WindowPage;
  readonly clientApplications: readonly ClientApplicationView[];
  /** The one in use. */
  readonly clientApplication?: ClientApplicationView;
  /** The name of its cloud: "Azure public cloud", "Demo". */
  readonly cloudName?: string;
  /** Of all client applications. */
  readonly accounts: readonly AccountView[];
  /** The one in use. */
  readonly account?: AccountView;
  /** Of the account in use, with their subscriptions. */
  readonly tenants: readonly TenantView[];
  /** Of the account that the window shows. */
  readonly details?: AccountDetails;
  readonly clouds: readonly CloudView[];
  /** What the organisation does not let people do. */
  readonly forbidden: readonly ForbiddenThing[];
  readonly forbiddenFormats: readonly BuiltInFormat[];
  /** Of this system, for formats that follow it. */
  readonly shell: Shell;
  /** The person's own formats, in their order. */
  readonly templates: readonly TemplateView[];
  /** The same with their texts, while the window shows them. */
  readonly ownTemplates?: readonly OwnTemplate[];
  /** Pinned first, then in the person's order; only those that exist in the cloud of their account. */
  readonly presets: readonly PresetView[];
  /** The preset that the window shows in full. */
  readonly shownPreset?: PresetDetails;
  /** The sample request that the window lets somebody try. */
  readonly trial?: TrialView;
  readonly signIn?: SignInView;
  /** When somebody last signed in, in ms since the epoch. */
  readonly lastSignInOn?: number;
  readonly failure?: FailureView;
  /** What the person has to say before something is done that they wanted. */
  readonly question?: Question;
  readonly clipboard?: ClipboardView;
  readonly lastCopy?: LastCopy;
  readonly copyFailed?: CopyFailed;
  readonly settings: SettingsView;
  /** Newest first; only while the window shows it. */
  readonly activity?: readonly ActivityEntry[];
  /** What the inspector has been given; only while the window shows it. Neither a token nor its signature. */
  readonly inspection?: InspectionView;
  readonly notices: readonly Notice[];
  /** Only while the window shows it. */
  readonly sharing?: SharingView;
  readonly endpoint: EndpointView;
  /** What a person types to start the command line, quoted for a POSIX shell or PowerShell as this system needs. */
  readonly commandLine: { readonly command: string };
  readonly theme: Theme;
}
