import type { Failure } from '../shared/failure';
import type { CommandOutcome } from '../shared/ipc';
import type { Preset, PresetTarget } from '../shared/preset';
import type { CopyFormat } from '../shared/snapshot';
import type { PresetProblem } from '../shared/token-status';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import type { ActiveClient } from './identity/active-client';
import type { ClientApplicationStore } from './identity/client-application-store';
import type { ClientSwitch } from './identity/client-switch';
import { SignInCancelled, tokenFailure } from './identity/failures';
import type { TokenAnswer, TokenRequest } from './identity/token-service';
import type { Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import { placeholdersOf } from './presets/presets';
import type { SettingsStore } from './settings/settings-store';
import { currentAccount, targetOf, type State } from './state';

export interface PresetTokenServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clients: ClientSwitch;
  readonly clientApplications: ClientApplicationStore;
  readonly settings: SettingsStore;
  readonly clipboard: SecretClipboard;
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

class ClipboardFailure extends Error {
  override readonly name = 'ClipboardFailure';

  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** The commands that lead to a token: they keep status, failure and account in the state. */
export class PresetTokens {
  /** What the failure on show came from. */
  private failed: (() => Promise<CommandOutcome>) | undefined;

  constructor(private readonly services: PresetTokenServices) {}

  /** Puts a text made with the preset's token on the clipboard. */
  copy(
    presetId: string,
    format: CopyFormat,
    compose: (target: PresetTarget, accessToken: string) => string,
  ): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (errand) => {
      const answer = await errand.active.tokens.getToken(errand.request);
      // Whoever has left the client application meanwhile does not want its token on the clipboard.
      if (!this.isInUse(errand.active)) return;
      await this.toClipboard(compose(errand.target, answer.accessToken), errand, format, answer);
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

  private async toClipboard(
    secret: string,
    { preset, target }: Errand,
    format: CopyFormat,
    answer: TokenAnswer,
  ): Promise<void> {
    const { clipboard, settings, state, now } = this.services;
    const clearAfter = settings.value.clipboardClearsAfter * 1000;
    try {
      await clipboard.copy(secret, clearAfter);
    } catch (error) {
      const text = error instanceof Error ? error.name : 'unknown';
      const details = { text, errorClass: text, happenedOn: now() };
      throw new ClipboardFailure({ kind: 'clipboard', details });
    }
    const copiedOn = now();
    state.update({
      clipboard: {
        presetId: preset.id,
        presetName: preset.name,
        format,
        copiedOn,
        tokenExpiresOn: answer.expiresOn,
        placeholders: format === 'token' ? [] : placeholdersOf(target.request),
        ...(clearAfter === 0 ? {} : { clearsOn: copiedOn + clearAfter }),
      },
    });
  }

  private async forPreset(
    presetId: string,
    work: (errand: Errand) => Promise<void>,
  ): Promise<CommandOutcome> {
    const { state, presets, clients } = this.services;
    const { active } = clients;
    const preset = presets.find(presetId);
    const target = preset === undefined ? undefined : targetOf(state.value, preset);
    if (active === undefined || preset === undefined || target === undefined) {
      this.services.log.warn('refused: unknown preset');
      return { outcome: 'refused' };
    }
    this.begin(presetId);
    try {
      const account = currentAccount(state.value);
      const request = { scopes: target.scopes, account, purpose: preset.name };
      await work({ active, preset, target, request });
    } catch (error) {
      this.report(error, active, presetId, () => this.forPreset(presetId, work));
    } finally {
      if (this.isInUse(active)) this.end(presetId);
    }
    return done;
  }

  private begin(presetId: string): void {
    const { acquiring, problems } = this.services.state.value;
    const { [presetId]: _before, ...otherProblems } = problems;
    this.services.state.update({
      acquiring: { ...acquiring, [presetId]: (acquiring[presetId] ?? 0) + 1 },
      problems: otherProblems,
      failure: undefined,
    });
  }

  private end(presetId: string): void {
    const { acquiring } = this.services.state.value;
    this.services.state.update({
      acquiring: { ...acquiring, [presetId]: Math.max(0, (acquiring[presetId] ?? 0) - 1) },
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
    if (error instanceof ClipboardFailure) {
      return state.update({ failure: { failure: error.failure, presetId } });
    }
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
