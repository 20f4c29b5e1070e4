import type { HotkeyProblem } from './accelerator';
import type { ClientApplication } from './client-application';
import type { CopyFormat } from './copy-format';
import type { FailureView } from './failure';
import type { PresetIcon, SampleRequest } from './preset';
import type { Settings } from './settings';
import type { PresetProblem, TokenState } from './token-status';

/** A signed-in user of the current client application. */
export interface AccountView {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  /** The tenant its tokens are for. */
  readonly tenantId: string;
  /** Its name where it is known, otherwise the domain of the user name. */
  readonly tenantName: string;
}

export interface PresetView extends TokenState {
  readonly id: string;
  readonly name: string;
  readonly icon: PresetIcon;
  readonly pinned: boolean;
  /** For the current cloud. */
  readonly scopes: readonly string[];
  /** Short form of what the token is for: `vault.azure.net`. */
  readonly resource: string;
  readonly request: SampleRequest;
  /** Renewed before it ends, without being asked. */
  readonly keepFresh: boolean;
  /** Keeping it fresh has ended: it needs a person, or failed too often. */
  readonly keepFreshStopped?: PresetProblem;
  /** When it was last copied, in ms since the epoch. */
  readonly lastUsedOn?: number;
  /** Its own hotkey, in Electron's notation. */
  readonly hotkey?: string;
}

/** A sign-in that waits for the browser. The link holds no token and no secret, but stays out of logs all the same. */
export interface SignInView {
  /** The preset it is for; absent for a plain sign-in. */
  readonly presetName?: string;
  /** ms since the epoch; when it gives up */
  readonly endsOn: number;
  /** The system could not open a browser: the link has to be copied by hand. */
  readonly browserFailed: boolean;
  /** The address is known, so that it can be opened again or copied. */
  readonly linkReady: boolean;
}

/** Something of ours on the clipboard. All times in ms since the epoch. */
export interface ClipboardView {
  readonly presetId: string;
  readonly presetName: string;
  readonly format: CopyFormat;
  readonly copiedOn: number;
  readonly tokenExpiresOn: number;
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
}

/** A copy that the system clipboard did not take. The token is still in the cache, so copying again costs one click. */
export interface CopyFailed extends LastCopy {
  /** ms since the epoch */
  readonly failedOn: number;
}

/** One line of the activity list. It holds no token. */
export interface ActivityEntry {
  /** ms since the epoch */
  readonly on: number;
  readonly presetName: string;
  readonly format: CopyFormat;
  readonly username: string;
  readonly tenantName: string;
}

/** The settings, and what this system makes of them. */
export interface SettingsView {
  readonly values: Settings;
  readonly defaults: Settings;
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
  | 'token-cache-unreadable'
  | 'client-application-unavailable'
  | 'not-saved'
  | 'start-at-login-unchanged';

export interface Notice {
  readonly kind: NoticeKind;
  /** The name of the file that was set aside, where there is one. */
  readonly file?: string;
}

export type Theme = Settings['theme'];

/** What the main window shows: presets (or the welcome page), or one of the pages that lie beside them. */
export type WindowPage = 'main' | 'settings' | 'activity';

/** Everything a surface may show. It holds no token, ever. */
export interface Snapshot {
  readonly appVersion: string;
  /** `welcome` until a client application is chosen. */
  readonly page: 'welcome' | 'presets';
  readonly windowPage: WindowPage;
  readonly clientApplication?: ClientApplication;
  /** The name of its cloud: "Azure public cloud", "Demo". */
  readonly cloudName?: string;
  readonly accounts: readonly AccountView[];
  readonly account?: AccountView;
  /** Pinned first, then in the person's order; only those that exist in the current cloud. */
  readonly presets: readonly PresetView[];
  readonly signIn?: SignInView;
  /** When somebody last signed in in the browser, in ms since the epoch. */
  readonly lastSignInOn?: number;
  readonly failure?: FailureView;
  readonly clipboard?: ClipboardView;
  readonly lastCopy?: LastCopy;
  readonly copyFailed?: CopyFailed;
  readonly settings: SettingsView;
  /** Newest first; only while the window shows it. */
  readonly activity?: readonly ActivityEntry[];
  readonly notices: readonly Notice[];
  readonly theme: Theme;
}
