import type { CopyFormat } from '../shared/copy-format';
import type { Failure } from '../shared/failure';
import type { CommandOutcome } from '../shared/ipc';
import type { Preset, PresetTarget } from '../shared/preset';
import type { PresetProblem } from '../shared/token-status';
import type { ActivityList } from './activity/activity-list';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { errorName } from './error-words';
import type { ActiveClient } from './identity/active-client';
import type { ClientApplicationStore } from './identity/client-application-store';
import type { ClientSwitch } from './identity/client-switch';
import { SignInCancelled, tokenFailure, type TokenFailure } from './identity/failures';
import type { TokenAnswer, TokenRequest } from './identity/token-service';
import type { Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import { placeholdersOf } from './presets/presets';
import type { RecentCopies } from './presets/recent-copies';
import type { SettingsStore } from './settings/settings-store';
import type { Shell } from './snippets/shell';
import { hasRequest, snippet } from './snippets/snippets';
import { currentAccount, targetOf, tenantNameOf, type State } from './state';

export interface PresetTokenServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clients: ClientSwitch;
  readonly clientApplications: ClientApplicationStore;
  readonly settings: SettingsStore;
  readonly clipboard: SecretClipboard;
  readonly recentCopies: RecentCopies;
  readonly activity: ActivityList;
  readonly shell: Shell;
  readonly now: Now;
  readonly log: Log;
}

/** What is to be done with a preset, and for which client application. */
interface Errand {
  readonly active: ActiveClient;
  readonly preset: Preset;
  readonly target: PresetTarget;
  readonly request: TokenRequest;
}

const done: CommandOutcome = { outcome: 'done' };

/** How a renewal that asks nobody went. */
export type QuietRenewal =
  | 'renewed'
  /** Only a sign-in in the browser helps. */
  | 'sign-in-needed'
  /** Neither a sign-in nor another try helps: a policy blocks it, or what is asked for does not exist. */
  | 'refused'
  /** The sign-in service could not be reached. */
  | 'no-network'
  /** Something else went wrong; later it may not. */
  | 'failed'
  /** There is no such preset, or nobody is signed in any more. */
  | 'nothing-to-do';

/** The commands that lead to a token: they keep status, failure and account in the state. */
export class PresetTokens {
  /** What the failure on show came from. */
  private failed: (() => Promise<CommandOutcome>) | undefined;

  constructor(private readonly services: PresetTokenServices) {}

  /** Puts the preset's token, or a text made with it, on the clipboard. */
  copy(presetId: string, format: CopyFormat): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (errand) => {
      const answer = await errand.active.tokens.getToken(errand.request);
      // Whoever has left the client application meanwhile does not want its token on the clipboard.
      if (!this.isInUse(errand.active)) return;
      await this.toClipboard(errand, format, answer);
      if (answer.accountId !== errand.request.account?.id) await this.useAccount(errand.active, answer);
    });
  }

  /** Gets a new token from the network, whatever the cache has. */
  renew(presetId: string): Promise<CommandOutcome> {
    return this.forPreset(presetId, async ({ active, request }) => {
      await active.tokens.getToken({ ...request, forceRefresh: true });
    });
  }

  /** Signs in for one API, and for its second factor or consent, without copying anything. */
  signInFor(presetId: string): Promise<CommandOutcome> {
    return this.forPreset(presetId, async ({ active, request }) => {
      await this.useAccount(active, await active.tokens.signInFor(request));
    });
  }

  async signIn(): Promise<CommandOutcome> {
    const { clients, state } = this.services;
    const { active } = clients;
    if (active === undefined) return { outcome: 'refused' };
    state.update({ failure: undefined });
    try {
      await this.useAccount(active, await active.tokens.signInAnyone());
    } catch (error) {
      this.report(error, active, undefined, () => this.signIn());
    }
    return done;
  }

  /** Does again what the failure on show came from. */
  async retry(): Promise<CommandOutcome> {
    const { state } = this.services;
    const again = state.value.failure === undefined ? undefined : this.failed;
    return again === undefined ? { outcome: 'refused' } : again();
  }

  /**
   * Renews without ever asking a person, and shows nothing but the preset's status: neither the failure on show nor the
   * window is touched.
   */
  async renewQuietly(presetId: string): Promise<QuietRenewal> {
    const { now, log } = this.services;
    const errand = this.errand(presetId);
    const account = errand?.request.account;
    if (errand === undefined || account === undefined) return 'nothing-to-do';
    const { active, request } = errand;
    this.acquiring(presetId, 1);
    try {
      await active.tokens.renewSilently({ ...request, account });
      if (this.isInUse(active)) this.clearProblem(presetId);
      return 'renewed';
    } catch (error) {
      if (!this.isInUse(active)) return 'nothing-to-do';
      const failure = tokenFailure(error, now());
      log.info(`not kept fresh: ${failure.failure.kind}`);
      const outcome = quietOutcome(failure);
      // What a person has asked for meanwhile comes to an end of its own.
      const isAlone = this.services.state.value.acquiring[presetId] === 1;
      if (isAlone && outcome === 'sign-in-needed') this.setProblem(presetId, 'sign-in-needed');
      if (isAlone && outcome === 'refused') this.setProblem(presetId, 'failed');
      return outcome;
    } finally {
      if (this.isInUse(active)) this.acquiring(presetId, -1);
    }
  }

  private async toClipboard(
    { preset, target, request }: Errand,
    format: CopyFormat,
    answer: TokenAnswer,
  ): Promise<void> {
    const { clipboard, settings, state, recentCopies, activity, shell, now, log } = this.services;
    const copied = { presetId: preset.id, presetName: preset.name, format };
    let copiedOn: number;
    try {
      ({ copiedOn } = await clipboard.copy(snippet(format, target.request, answer.accessToken, shell), {
        ...copied,
        tokenExpiresOn: answer.expiresOn,
        placeholders: hasRequest(format) ? placeholdersOf(target.request) : [],
      }));
    } catch (error) {
      log.warn(`the clipboard was not written: ${errorName(error)}`);
      state.update({ copyFailed: { ...copied, failedOn: now() } });
      return;
    }
    state.update({ copyFailed: undefined });
    recentCopies.note({ presetId: preset.id, format, on: copiedOn });
    if (!settings.value.activityList) return;
    const account = state.value.cache.accounts.find(({ id }) => id === answer.accountId) ?? request.account;
    activity.note({
      on: copiedOn,
      presetName: preset.name,
      format,
      username: account?.username ?? '',
      tenantName: account === undefined ? '' : tenantNameOf(account, state.value),
    });
  }

  private errand(presetId: string): Errand | undefined {
    const { state, presets, clients } = this.services;
    const { active } = clients;
    const preset = presets.find(presetId);
    const target = preset === undefined ? undefined : targetOf(state.value, preset);
    if (active === undefined || preset === undefined || target === undefined) return undefined;
    const account = currentAccount(state.value);
    return { active, preset, target, request: { scopes: target.scopes, account, purpose: preset.name } };
  }

  private async forPreset(
    presetId: string,
    work: (errand: Errand) => Promise<void>,
  ): Promise<CommandOutcome> {
    const errand = this.errand(presetId);
    if (errand === undefined) {
      this.services.log.warn('refused: unknown preset');
      return { outcome: 'refused' };
    }
    const { active } = errand;
    this.begin(presetId);
    try {
      await work(errand);
    } catch (error) {
      this.report(error, active, presetId, () => this.forPreset(presetId, work));
    } finally {
      if (this.isInUse(active)) this.acquiring(presetId, -1);
    }
    return done;
  }

  private begin(presetId: string): void {
    this.clearProblem(presetId);
    this.services.state.update({ failure: undefined, copyFailed: undefined });
    this.acquiring(presetId, 1);
  }

  private acquiring(presetId: string, change: 1 | -1): void {
    const { state } = this.services;
    const { acquiring } = state.value;
    state.update({
      acquiring: { ...acquiring, [presetId]: Math.max(0, (acquiring[presetId] ?? 0) + change) },
    });
  }

  private report(
    error: unknown,
    active: ActiveClient,
    presetId: string | undefined,
    again: () => Promise<CommandOutcome>,
  ): void {
    const { state, now } = this.services;
    if (!this.isInUse(active)) return;
    // Whoever cancels knows it; the row then says what is still to be done.
    if (error instanceof SignInCancelled) return this.setProblem(presetId, 'sign-in-needed');
    this.failed = again;
    const { failure, interaction } = tokenFailure(error, now());
    this.logFailure(failure);
    const signInHelps = interaction.needed || failure.kind === 'declined' || failure.kind === 'timed-out';
    this.setProblem(presetId, signInHelps ? 'sign-in-needed' : 'failed');
    state.update({ failure: { failure, presetId } });
  }

  private logFailure({ kind, details }: Failure): void {
    const { errorClass, error, suberror, code, correlationId } = details;
    const parts = [kind, errorClass, error, suberror, code, correlationId];
    this.services.log.warn(`no token: ${parts.filter((part) => part !== undefined).join(' ')}`);
  }

  private setProblem(presetId: string | undefined, problem: PresetProblem): void {
    const { state } = this.services;
    if (presetId !== undefined) state.update({ problems: { ...state.value.problems, [presetId]: problem } });
  }

  private clearProblem(presetId: string): void {
    const { state } = this.services;
    const { [presetId]: _settled, ...problems } = state.value.problems;
    state.update({ problems });
  }

  private async useAccount(active: ActiveClient, { accountId }: TokenAnswer): Promise<void> {
    const { state, clientApplications, log } = this.services;
    if (!this.isInUse(active)) return;
    // Somebody has just signed in: what only waited for that is settled.
    const problems = Object.fromEntries(
      Object.entries(state.value.problems).filter(([, problem]) => problem !== 'sign-in-needed'),
    );
    state.update({ accountId, problems });
    try {
      await clientApplications.selectAccount(active.clientApplication.id, accountId);
    } catch {
      log.error('the account in use could not be written');
      state.addNotice({ kind: 'not-saved' });
    }
  }

  private isInUse(active: ActiveClient): boolean {
    return this.services.clients.active === active;
  }
}

function quietOutcome({ failure, interaction }: TokenFailure): QuietRenewal {
  if (interaction.needed) return 'sign-in-needed';
  switch (failure.kind) {
    case 'blocked':
    case 'client-not-found':
    case 'resource':
      return 'refused';
    case 'offline':
    case 'network':
      return 'no-network';
    case 'sign-in-needed':
    case 'second-factor':
    case 'consent':
    case 'wrong-tenant':
    case 'declined':
    case 'timed-out':
    case 'busy':
    case 'unknown':
      return 'failed';
  }
}
