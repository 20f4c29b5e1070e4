import { randomUUID } from 'node:crypto';
import type { ClientApplication } from '../shared/client-application';
import { checkClientApplication } from '../shared/drafts';
import type { Failure } from '../shared/failure';
import type { CommandArguments, CommandMap, CommandName, CommandOutcome } from '../shared/ipc';
import type { NoticeKind, CopyFormat } from '../shared/snapshot';
import type { Preset, PresetTarget } from '../shared/preset';
import { azureCliClientId, redirectUri } from '../shared/well-known';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { failureReport } from './failure-report';
import type { ActiveClient } from './identity/active-client';
import type { ClientApplicationStore } from './identity/client-application-store';
import { SignInCancelled, tokenFailure } from './identity/failures';
import type { TokenAnswer, TokenRequest } from './identity/token-service';
import type { Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import { placeholdersOf, presetFromDraft, presetWithDraft } from './presets/presets';
import type { SettingsStore } from './settings/settings-store';
import { curl, type Shell } from './snippets/curl';
import { asStored, currentAccount, targetOf, type State } from './state';

export interface CommandServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clientApplications: ClientApplicationStore;
  readonly settings: SettingsStore;
  readonly clipboard: SecretClipboard;
  /** Opens the client application with its cache; ends the one that was open. */
  readonly activate: (clientApplication: ClientApplication | undefined) => Promise<void>;
  readonly active: () => ActiveClient | undefined;
  readonly openMainWindow: () => void;
  /** Opens an https page in the system browser. */
  readonly openPage: (url: string) => Promise<void>;
  readonly quit: () => void;
  readonly demoClient: () => Promise<{ clientId: string; tenant: string }>;
  readonly shell: Shell;
  readonly now: Now;
  readonly log: Log;
}

type Args<Name extends CommandName> = CommandArguments<Name>;

const done: CommandOutcome = { outcome: 'done' };

/**
 * The one list of things a person can do. Every surface calls these, and nothing else. What a command leads to is
 * seen in the next snapshot.
 */
export class Commands implements CommandMap {
  constructor(private readonly services: CommandServices) {}

  // Copying

  async copyToken({ presetId }: Args<'copyToken'>): Promise<CommandOutcome> {
    return this.copy(presetId, 'token', (_target, token) => token);
  }

  async copySnippet({ presetId, format }: Args<'copySnippet'>): Promise<CommandOutcome> {
    return this.copy(presetId, format, ({ request }, token) => curl(request, token, this.services.shell));
  }

  /** Gets a new token from the network, whatever the cache has. */
  async renew({ presetId }: Args<'renew'>): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (request, active) => {
      await active.tokens.getToken({ ...request, forceRefresh: true });
    });
  }

  async clearClipboard(): Promise<CommandOutcome> {
    await this.services.clipboard.clear();
    return done;
  }

  // Client applications

  async chooseOrganisationApp(draft: Args<'chooseOrganisationApp'>): Promise<CommandOutcome> {
    const checked = checkClientApplication(draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    return this.choose({ kind: 'organisation', cloud: 'public', ...checked.value });
  }

  async chooseAzureCli(): Promise<CommandOutcome> {
    return this.choose({
      kind: 'azure-cli',
      clientId: azureCliClientId,
      tenant: 'organizations',
      cloud: 'public',
    });
  }

  async chooseDemo(): Promise<CommandOutcome> {
    return this.choose({ kind: 'demo', cloud: 'demo', ...(await this.services.demoClient()) });
  }

  /** Back to the welcome page. Sign-ins and presets are kept. */
  async leaveClientApplication(): Promise<CommandOutcome> {
    await this.services.clientApplications.leave();
    await this.services.activate(undefined);
    return done;
  }

  // Signing in and out

  async signIn(): Promise<CommandOutcome> {
    const active = this.services.active();
    if (active === undefined) return this.refused('signIn without a client application');
    this.services.state.update({ failure: undefined });
    try {
      await this.useAccount(active, await active.tokens.signInAnyone());
    } catch (error) {
      this.report(error, undefined);
    }
    return done;
  }

  /** Signs in for one API, and for its second factor or consent, without copying anything. */
  async signInForPreset({ presetId }: Args<'signInForPreset'>): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (request, active) => {
      await this.useAccount(active, await active.tokens.signInFor(request));
    });
  }

  async cancelSignIn(): Promise<CommandOutcome> {
    this.services.active()?.tokens.cancelSignIn();
    return Promise.resolve(done);
  }

  async openBrowserAgain(): Promise<CommandOutcome> {
    this.services.active()?.tokens.openBrowserAgain();
    return Promise.resolve(done);
  }

  async copySignInLink(): Promise<CommandOutcome> {
    const active = this.services.active();
    const link = active?.tokens.signInLink;
    if (active === undefined || link === undefined) return this.refused('copySignInLink without a sign-in');
    await this.services.clipboard.copyPlain(active.reachable(link));
    return done;
  }

  async selectAccount({ accountId }: Args<'selectAccount'>): Promise<CommandOutcome> {
    const { state, clientApplications } = this.services;
    const { clientApplication, cache } = state.value;
    if (clientApplication === undefined || !cache.accounts.some(({ id }) => id === accountId))
      return this.refused('selectAccount for an unknown account');
    await clientApplications.selectAccount(clientApplication.id, accountId);
    state.update({ accountId, problems: {} });
    return done;
  }

  async signOut({ accountId }: Args<'signOut'>): Promise<CommandOutcome> {
    const { state, clientApplications } = this.services;
    const active = this.services.active();
    if (active === undefined || !state.value.cache.accounts.some(({ id }) => id === accountId))
      return this.refused('signOut for an unknown account');
    await active.tokens.signOut(accountId);
    if (state.value.accountId === accountId) {
      await clientApplications.selectAccount(active.clientApplication.id, undefined);
      state.update({ accountId: undefined });
    }
    state.update({ problems: {}, failure: undefined });
    return done;
  }

  // Presets

  async addPreset(draft: Args<'addPreset'>): Promise<CommandOutcome> {
    const { state, presets } = this.services;
    const { cloud } = state.value;
    if (cloud === undefined) return this.refused('addPreset without a client application');
    const checked = presetFromDraft(randomUUID(), cloud.id, draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    return this.saving(() => presets.add(asStored(state.value, checked.value)));
  }

  async editPreset({ presetId, draft }: Args<'editPreset'>): Promise<CommandOutcome> {
    const { state, presets } = this.services;
    const { cloud } = state.value;
    const preset = presets.find(presetId);
    if (cloud === undefined || preset === undefined) return this.refused('editPreset for an unknown preset');
    const checked = presetWithDraft(preset, cloud.id, draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    return this.saving(() => presets.replace(asStored(state.value, checked.value)));
  }

  async deletePreset({ presetId }: Args<'deletePreset'>): Promise<CommandOutcome> {
    const { presets } = this.services;
    if (presets.find(presetId) === undefined) return this.refused('deletePreset for an unknown preset');
    return this.saving(() => presets.delete(presetId));
  }

  /** Undo of `deletePreset`, until the program ends. */
  async restorePreset({ presetId }: Args<'restorePreset'>): Promise<CommandOutcome> {
    const { presets } = this.services;
    if (!presets.wasDeleted(presetId)) return this.refused('restorePreset for a preset that was not deleted');
    return this.saving(() => presets.restore(presetId));
  }

  async setPinned({ presetId, pinned }: Args<'setPinned'>): Promise<CommandOutcome> {
    const { presets } = this.services;
    const preset = presets.find(presetId);
    if (preset === undefined) return this.refused('setPinned for an unknown preset');
    return this.saving(() => presets.replace({ ...preset, pinned }));
  }

  // Telling and helping

  async dismissFailure(): Promise<CommandOutcome> {
    this.services.state.update({ failure: undefined });
    return Promise.resolve(done);
  }

  /** As plain text, for an administrator. */
  async copyFailureDetails(): Promise<CommandOutcome> {
    const { snapshot } = this.services.state;
    if (snapshot.failure === undefined) return this.refused('copyFailureDetails without a failure');
    await this.services.clipboard.copyPlain(failureReport(snapshot.failure, snapshot.clientApplication));
    return done;
  }

  async dismissNotice({ kind }: Args<'dismissNotice'>): Promise<CommandOutcome> {
    const { state, settings } = this.services;
    const notice = state.value.notices.find((each) => each.kind === kind);
    if (notice === undefined) return this.refused('dismissNotice for an unknown notice');
    state.removeNotice(notice.kind);
    if (saidOnlyOnce.has(notice.kind)) {
      const dismissedNotices = [...settings.value.dismissedNotices, notice.kind];
      state.update({ dismissedNotices });
      return this.saving(() => settings.change({ dismissedNotices }));
    }
    return done;
  }

  async copyHelpText({ text }: Args<'copyHelpText'>): Promise<CommandOutcome> {
    await this.services.clipboard.copyPlain(helpTexts[text]);
    return done;
  }

  async openHelpLink({ link }: Args<'openHelpLink'>): Promise<CommandOutcome> {
    const code = this.services.state.value.failure?.failure.details.code;
    await this.services.openPage(helpLinks[link](code));
    return done;
  }

  openMainWindow(): Promise<CommandOutcome> {
    this.services.openMainWindow();
    return Promise.resolve(done);
  }

  quit(): Promise<CommandOutcome> {
    this.services.quit();
    return Promise.resolve(done);
  }

  // How it is done

  private async copy(
    presetId: string,
    format: CopyFormat,
    compose: (target: PresetTarget, accessToken: string) => string,
  ): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (request, active, preset, target) => {
      const answer = await active.tokens.getToken(request);
      await this.toClipboard(compose(target, answer.accessToken), preset, target, format, answer);
      if (answer.accountId !== request.account?.id) await this.useAccount(active, answer);
    });
  }

  private async toClipboard(
    secret: string,
    preset: Preset,
    target: PresetTarget,
    format: CopyFormat,
    answer: TokenAnswer,
  ): Promise<void> {
    const { clipboard, settings, state, now } = this.services;
    const clearAfter = settings.value.clipboardClearsAfter * 1000;
    try {
      await clipboard.copy(secret, clearAfter);
    } catch (error) {
      const text = error instanceof Error ? error.name : 'unknown';
      throw new ClipboardFailure({
        kind: 'clipboard',
        details: { text, errorClass: text, happenedOn: now() },
      });
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

  /** Runs something that gets a token for a preset, and keeps its status and failure in the state. */
  private async forPreset(
    presetId: string,
    work: (
      request: TokenRequest,
      active: ActiveClient,
      preset: Preset,
      target: PresetTarget,
    ) => Promise<void>,
  ): Promise<CommandOutcome> {
    const { state, presets } = this.services;
    const active = this.services.active();
    const preset = presets.find(presetId);
    const target = preset === undefined ? undefined : targetOf(state.value, preset);
    if (active === undefined || preset === undefined || target === undefined)
      return this.refused('unknown preset');
    this.begin(presetId);
    try {
      const account = currentAccount(state.value);
      await work({ scopes: target.scopes, account, purpose: preset.name }, active, preset, target);
    } catch (error) {
      this.report(error, presetId);
    } finally {
      this.end(presetId);
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

  private report(error: unknown, presetId: string | undefined): void {
    const { state, log, now } = this.services;
    const setProblem = (problem: 'sign-in-needed' | 'failed'): void => {
      if (presetId !== undefined)
        state.update({ problems: { ...state.value.problems, [presetId]: problem } });
    };
    // Whoever cancels knows it; the row then says what is still to be done.
    if (error instanceof SignInCancelled) return setProblem('sign-in-needed');
    if (error instanceof ClipboardFailure)
      return state.update({ failure: { failure: error.failure, presetId } });
    const { failure, interaction } = tokenFailure(error, now());
    const { errorClass, error: oauthError, suberror, code, correlationId } = failure.details;
    log.warn(
      `no token: ${[failure.kind, errorClass, oauthError, suberror, code, correlationId].filter(Boolean).join(' ')}`,
    );
    const signInHelps = interaction.needed || failure.kind === 'declined' || failure.kind === 'timed-out';
    setProblem(signInHelps ? 'sign-in-needed' : 'failed');
    state.update({ failure: { failure, presetId } });
  }

  private async useAccount(active: ActiveClient, { accountId }: TokenAnswer): Promise<void> {
    const { state, clientApplications } = this.services;
    state.update({ accountId });
    await this.saving(() => clientApplications.selectAccount(active.clientApplication.id, accountId));
  }

  private async choose(wanted: Omit<ClientApplication, 'id'>): Promise<CommandOutcome> {
    const { clientApplications, activate, state } = this.services;
    await activate(await clientApplications.choose(wanted, randomUUID));
    // The next thing anybody wants; the window shows how it goes, so nothing waits for its end here.
    if (state.value.cache.accounts.length === 0) void this.signIn();
    return done;
  }

  /** What cannot be written is still good in memory; the person is told. */
  private async saving(work: () => Promise<void>): Promise<CommandOutcome> {
    try {
      await work();
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      this.services.log.error(`a change could not be written: ${name}`);
      this.services.state.addNotice({ kind: 'not-saved' });
    }
    return done;
  }

  private refused(why: string): CommandOutcome {
    this.services.log.warn(`refused: ${why}`);
    return { outcome: 'refused' };
  }
}

class ClipboardFailure extends Error {
  override readonly name = 'ClipboardFailure';

  constructor(readonly failure: Failure) {
    super(failure.kind);
  }
}

/** Said once for good; the others come back when their cause does. */
const saidOnlyOnce: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['tokens-in-memory-only']);

const helpTexts: Readonly<Record<Args<'copyHelpText'>['text'], string>> = {
  'redirect-uri': redirectUri,
  'azure-cli-client-id': azureCliClientId,
};

const helpLinks: Readonly<Record<Args<'openHelpLink'>['link'], (code: string | undefined) => string>> = {
  'app-registrations': () =>
    'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade',
  'register-app-guide': () => 'https://learn.microsoft.com/entra/identity-platform/quickstart-register-app',
  'error-code': (code) =>
    `https://login.microsoftonline.com/error?code=${encodeURIComponent(code?.replace('AADSTS', '') ?? '')}`,
};

const definedOnly = <Value>(record: Readonly<Record<string, Value | undefined>>): Record<string, Value> =>
  Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, Value] => entry[1] !== undefined),
  );
