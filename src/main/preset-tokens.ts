import { isTemplate, type CopyFormat } from '../shared/copy-format';
import type { Failure, FailureKind } from '../shared/failure';
import type { CommandOutcome } from '../shared/ipc';
import type { CloudId, Preset, PresetTarget } from '../shared/preset';
import { fittingFormat, formatFacts, hasRequest, isOffered } from '../shared/offered-formats';
import { scopeForResource } from '../shared/scopes';
import type { PresetProblem } from '../shared/token-status';
import type { ActivityList } from './activity/activity-list';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { errorName } from './error-words';
import type { ClientApplicationStore } from './identity/client-application-store';
import { identityOf, subscriptionOf, targetOf, tenantNameOf, type Identity } from './identities';
import type { CachedAccount } from './identity/cached-tokens';
import { SignInCancelled, tokenFailure, type TokenFailure } from './identity/failures';
import type { OpenClient } from './identity/open-client';
import type { OpenClients } from './identity/open-clients';
import type { TokenAnswer, TokenRequest } from './identity/token-service';
import type { Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import type { RecentCopies } from './presets/recent-copies';
import { audienceOf } from './presets/token-audience';
import type { Questions } from './questions';
import { knownRequest, questionAbout, type RequestUse } from './sample-requests';
import type { SettingsStore } from './settings/settings-store';
import { isSendable } from '../shared/snippets/sent-request';
import { snippetText, type SnippetText } from './snippet-text';
import type { State } from './state';
import { formatOffer, templateViews } from './templates/template-views';

export interface PresetTokenServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clients: OpenClients;
  readonly clientApplications: ClientApplicationStore;
  readonly settings: SettingsStore;
  readonly clipboard: SecretClipboard;
  readonly recentCopies: RecentCopies;
  readonly activity: ActivityList;
  readonly questions: Questions;
  /** Saves a text where the person says, for nobody else to read. @throws what the file system throws */
  readonly saveFile: (file: FileToSave) => Promise<'saved' | 'cancelled'>;
  readonly now: Now;
  readonly log: Log;
}

/** What is to be done with a preset, and for which client application. */
export interface Errand {
  readonly client: OpenClient;
  readonly identity: Identity;
  readonly preset: Preset;
  readonly target: PresetTarget;
  readonly request: TokenRequest;
}

/** A token on its way to the inspector. It goes to no surface. */
export interface GotToken {
  readonly token: string;
  /** Of the preset. */
  readonly name: string;
  readonly cloudId: CloudId;
}

/** A file that has a token in it. */
export interface FileToSave {
  readonly suggestedName: string;
  readonly text: string;
  /** ms since the epoch */
  readonly tokenExpiresOn: number;
}

/** A token and all that belongs to it. */
export interface TokenFor extends Errand {
  readonly answer: TokenAnswer;
}

const done: CommandOutcome = { outcome: 'done' };

/** Formats that name the host of a sample request where there is one, and are whole without. */
const doWithoutRequest: ReadonlySet<CopyFormat> = new Set<CopyFormat>([
  'acr-exchange',
  'postman-environment',
]);

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

  constructor(
    private readonly services: PresetTokenServices,
    /** Somebody has signed in to it, and is in use there. */
    private readonly signedIn: (client: OpenClient) => void,
  ) {}

  /** Puts the preset's token, or a text made with it, on the clipboard. */
  copy(presetId: string, format: CopyFormat, requestIndex = 0): Promise<CommandOutcome> {
    return this.copyWith(presetId, format, {}, requestIndex);
  }

  /** The same in a format that may not fit the preset: then the token, if that is allowed. */
  copyFitting(presetId: string, wanted: CopyFormat): Promise<CommandOutcome> {
    const errand = this.errand(presetId);
    const offer = formatOffer(this.services.state.value);
    const format =
      errand === undefined ? wanted : fittingFormat(wanted, offer, formatFacts(errand.preset, errand.target));
    return this.copy(presetId, format);
  }

  /** Saves a text made with the preset's token to a file. */
  async save(presetId: string, format: CopyFormat, requestIndex = 0): Promise<CommandOutcome> {
    const { saveFile, log } = this.services;
    if (!this.isOfferedFor(presetId, format, requestIndex)) return { outcome: 'refused' };
    let outcome: CommandOutcome = done;
    const asked = await this.forPreset(presetId, async (errand) => {
      const { client, preset, request } = errand;
      const asked = { index: requestIndex, purpose: { kind: 'copy', format } } as const;
      const again = (): Promise<CommandOutcome> => this.save(presetId, format, requestIndex);
      const usesRequest = this.usesRequest(format);
      if (usesRequest && this.asks({ ...errand, ...asked }, again)) return;
      const answer = await client.tokens.getToken(request);
      if (!this.isOpen(client)) return;
      const whose = this.identityOfAnswer(client, answer) ?? errand.identity;
      const audience = audienceOf(answer.accessToken);
      if (usesRequest && this.asks({ ...errand, ...asked, identity: whose, audience }, again)) return;
      const { text } = this.textOf(errand, format, answer, whose, requestIndex);
      try {
        const suggestedName = `${preset.name}.postman_environment.json`;
        const saved = await saveFile({ suggestedName, text, tokenExpiresOn: answer.expiresOn });
        if (saved === 'saved') this.noteActivity(errand, format, answer, whose, undefined);
      } catch (error) {
        log.warn(`a file was not saved: ${errorName(error)}`);
        outcome = { outcome: 'failed' };
      }
    });
    return asked.outcome === 'done' ? outcome : asked;
  }

  /** The same with a new token from the network, whatever the cache has. */
  copyFresh(presetId: string, format: CopyFormat): Promise<CommandOutcome> {
    return this.copyWith(presetId, format, { forceRefresh: true });
  }

  /** The same with a token that has what an API asked for, by a sign-in if that is what it takes. */
  copyWithClaims(presetId: string, claims: string): Promise<CommandOutcome> {
    return this.copyWith(presetId, 'token', { claims });
  }

  private copyWith(
    presetId: string,
    format: CopyFormat,
    change: Pick<TokenRequest, 'forceRefresh' | 'claims'>,
    requestIndex = 0,
  ): Promise<CommandOutcome> {
    if (!this.isOfferedFor(presetId, format, requestIndex)) return Promise.resolve({ outcome: 'refused' });
    return this.forPreset(presetId, async (errand) => {
      const { client, request } = errand;
      const asked = { index: requestIndex, purpose: { kind: 'copy', format } } as const;
      const usesRequest = this.usesRequest(format);
      const again = (): Promise<CommandOutcome> => this.copyWith(presetId, format, change, requestIndex);
      if (usesRequest && this.asks({ ...errand, ...asked }, again)) return;
      const answer = await client.tokens.getToken({ ...request, ...change });
      // Whoever has removed the client application meanwhile does not want its token on the clipboard.
      if (!this.isOpen(client)) return;
      const use = { ...errand, ...asked, identity: this.identityOfAnswer(client, answer) ?? errand.identity };
      const audience = audienceOf(answer.accessToken);
      if (usesRequest && this.asks({ ...use, audience }, again)) return;
      await this.toClipboard(errand, format, answer, requestIndex);
      if (answer.accountId !== request.account?.id) await this.useAccountOf(errand, answer);
    });
  }

  /** Asks the person what has to be known before a request is used; `again` comes after the answer. False: nothing. */
  asks(use: RequestUse, again: () => Promise<CommandOutcome>): boolean {
    const { state, questions } = this.services;
    const asked = questionAbout(use, state.value);
    if (asked !== undefined) questions.ask(asked, again);
    return asked !== undefined;
  }

  /** Gets a token as a copy does, and hands it to the inspector. */
  inspect(presetId: string, take: (got: GotToken) => void): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (errand) => {
      const { client, preset, request } = errand;
      const answer = await client.tokens.getToken(request);
      if (!this.isOpen(client)) return;
      take({ token: answer.accessToken, name: preset.name, cloudId: client.cloud.id });
      if (answer.accountId !== request.account?.id) await this.useAccountOf(errand, answer);
    });
  }

  /** A token to use here. Undefined: there is none, which is said; `again` is what another try does. */
  async tokenFor(
    presetId: string,
    change: Pick<TokenRequest, 'claims'>,
    again: () => Promise<CommandOutcome>,
  ): Promise<TokenFor | undefined> {
    const errand = this.errand(presetId);
    if (errand === undefined) return undefined;
    const { client, request } = errand;
    this.begin(presetId);
    try {
      const answer = await client.tokens.getToken({ ...request, ...change });
      if (!this.isOpen(client)) return undefined;
      if (answer.accountId !== request.account?.id) await this.useAccountOf(errand, answer);
      return { ...errand, answer, identity: this.identityOfAnswer(client, answer) ?? errand.identity };
    } catch (error) {
      this.report(error, client, errand, again);
      return undefined;
    } finally {
      if (this.isOpen(client)) this.acquiring(presetId, -1);
    }
  }

  /** Says what went wrong with what a token was for. */
  fail(error: unknown, errand: Errand, again: () => Promise<CommandOutcome>): void {
    this.report(error, errand.client, errand, again);
  }

  /** Gets a new token from the network, whatever the cache has. */
  renew(presetId: string): Promise<CommandOutcome> {
    return this.forPreset(presetId, async ({ client, request }) => {
      await client.tokens.getToken({ ...request, forceRefresh: true });
    });
  }

  /** Signs in for one API, and for its second factor or consent, without copying anything. */
  signInFor(presetId: string): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (errand) => {
      await this.useAccountOf(errand, await errand.client.tokens.signInFor(errand.request));
    });
  }

  /** Signs somebody in, and uses their account from then on. */
  async signIn(client: OpenClient): Promise<CommandOutcome> {
    this.services.state.update({ failure: undefined });
    try {
      await this.useAccount(client, await client.tokens.signInAnyone(), { makeCurrent: true });
    } catch (error) {
      this.report(error, client, undefined, () => this.signIn(client));
    }
    return done;
  }

  /** Signs an account in to the tenant that it says. Undefined: it did not work, which is said. */
  async signInForTenant(client: OpenClient, account: CachedAccount): Promise<TokenAnswer | undefined> {
    const { arm } = client.cloud;
    const scopes = arm === undefined ? [] : [scopeForResource(arm.audience)];
    this.services.state.update({ failure: undefined });
    const attempt = async (): Promise<TokenAnswer | undefined> => {
      try {
        return await client.tokens.signInFor({ scopes, account, onlyAccountId: account.id });
      } catch (error) {
        this.report(
          error,
          client,
          undefined,
          async () => {
            await attempt();
            return done;
          },
          account,
        );
        return undefined;
      }
    };
    return attempt();
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
    const { client, request } = errand;
    this.acquiring(presetId, 1);
    try {
      await client.tokens.renewSilently({ ...request, account });
      if (this.isOpen(client)) this.clearProblem(presetId);
      return 'renewed';
    } catch (error) {
      if (!this.isOpen(client)) return 'nothing-to-do';
      const failure = tokenFailure(error, now());
      log.info(`not kept fresh: ${failure.failure.kind}`);
      const outcome = quietOutcome(failure);
      // What a person has asked for meanwhile comes to an end of its own.
      const isAlone = this.services.state.value.acquiring[presetId] === 1;
      if (isAlone && outcome === 'sign-in-needed') this.setProblem(presetId, 'sign-in-needed');
      if (isAlone && outcome === 'refused') this.setProblem(presetId, 'failed');
      return outcome;
    } finally {
      if (this.isOpen(client)) this.acquiring(presetId, -1);
    }
  }

  /** Whether it can be copied of this preset. Logs why not. */
  private isOfferedFor(presetId: string, format: CopyFormat, requestIndex: number): boolean {
    const { state, log } = this.services;
    const errand = this.errand(presetId);
    // That there is no such preset is for whoever goes on to say.
    if (errand === undefined) return true;
    const facts = formatFacts(errand.preset, errand.target);
    const offer = formatOffer(state.value);
    const request = errand.target.requests[requestIndex];
    const refuse = (why: string): false => {
      log.warn(`refused: a format that ${why}`);
      return false;
    };
    if (!isTemplate(format) && offer.forbidden.includes(format)) return refuse('is forbidden');
    if (!isOffered(format, offer, facts)) return refuse('does not fit, or is no more');
    if (
      this.usesRequest(format) &&
      !doWithoutRequest.has(format) &&
      (request === undefined || !isSendable(request))
    )
      return refuse('needs a request that can be sent');
    return true;
  }

  /** Whether a sample request is in it, and with it a host that the token goes to. */
  private usesRequest(format: CopyFormat): boolean {
    if (!isTemplate(format)) return hasRequest(format) || doWithoutRequest.has(format);
    return templateViews(this.services.state.value).some(
      ({ id, needsRequest }) => id === format && needsRequest,
    );
  }

  private textOf(
    { preset, target }: Errand,
    format: CopyFormat,
    answer: TokenAnswer,
    whose: Identity,
    requestIndex: number,
  ): SnippetText {
    const { state, now } = this.services;
    const request = target.requests[requestIndex];
    const subscriptionId = subscriptionOf(state.value, whose)?.id;
    const input = {
      presetName: preset.name,
      scopes: target.scopes,
      delivery: preset.delivery ?? 'bearer',
      request: request && knownRequest(request, state.value, whose, preset.id),
      token: {
        accessToken: answer.accessToken,
        expiresOn: answer.expiresOn,
        tenantId: answer.tenantId,
        ...(subscriptionId === undefined ? {} : { subscriptionId }),
        ...(whose.account === undefined ? {} : { username: whose.account.username }),
      },
      shell: state.value.shell,
      now: now(),
    };
    return snippetText(format, input, state.value);
  }

  private async toClipboard(
    errand: Errand,
    format: CopyFormat,
    answer: TokenAnswer,
    requestIndex: number,
  ): Promise<void> {
    const { clipboard, state, recentCopies, now, log } = this.services;
    const { preset, identity, client } = errand;
    const whose = this.identityOfAnswer(client, answer) ?? identity;
    const plain = { presetId: preset.id, presetName: preset.name, format };
    let copied: typeof plain & { readonly formatName?: string } = plain;
    let copiedOn: number;
    try {
      const { text, formatName, placeholders } = this.textOf(errand, format, answer, whose, requestIndex);
      copied = { ...plain, ...(formatName === undefined ? {} : { formatName }) };
      ({ copiedOn } = await clipboard.copy(text, {
        ...copied,
        tokenExpiresOn: answer.expiresOn,
        placeholders,
      }));
    } catch (error) {
      log.warn(`the clipboard was not written: ${errorName(error)}`);
      state.update({ copyFailed: { ...copied, failedOn: now() } });
      return;
    }
    state.update({ copyFailed: undefined });
    recentCopies.note({ presetId: preset.id, format, on: copiedOn });
    this.noteActivity(errand, format, answer, whose, copied.formatName, copiedOn);
  }

  private noteActivity(
    { preset }: Errand,
    format: CopyFormat,
    answer: TokenAnswer,
    whose: Identity,
    formatName: string | undefined,
    on = this.services.now(),
  ): void {
    const { activity, settings, state } = this.services;
    if (!settings.value.activityList) return;
    const { account } = whose;
    activity.note({
      on,
      presetName: preset.name,
      format,
      ...(formatName === undefined ? {} : { formatName }),
      username: account?.username ?? '',
      tenantName: account === undefined ? '' : tenantNameOf(state.value, whose, answer.tenantId),
    });
  }

  /** Whose token it has become: somebody else may have signed in than was in use. */
  private identityOfAnswer(client: OpenClient, { accountId, tenantId }: TokenAnswer): Identity | undefined {
    const clientApplicationId = client.clientApplication.id;
    const fixed = { clientApplicationId, accountId, ...(tenantId === '' ? {} : { tenantId }) };
    const found = identityOf(this.services.state.value, { identity: fixed });
    return found?.account === undefined ? undefined : found;
  }

  /** Undefined: there is no such preset, or nothing to use it with. */
  errand(presetId: string): Errand | undefined {
    const { state, presets, clients } = this.services;
    const preset = presets.find(presetId);
    const identity = preset && identityOf(state.value, preset);
    const target = preset && identity && targetOf(state.value, identity.cloud, preset);
    const client = identity && clients.find(identity.clientApplication.id);
    if (preset === undefined || identity === undefined || target === undefined || client === undefined)
      return undefined;
    const { account, fixedAccountId, fixedTenantId } = identity;
    const request = {
      scopes: target.scopes,
      account,
      purpose: preset.name,
      ...(fixedAccountId === undefined ? {} : { onlyAccountId: fixedAccountId }),
      ...(fixedTenantId === undefined ? {} : { tenantId: fixedTenantId }),
    };
    return { client, identity, preset, target, request };
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
    const { client } = errand;
    this.begin(presetId);
    try {
      await work(errand);
    } catch (error) {
      this.report(error, client, errand, () => this.forPreset(presetId, work));
    } finally {
      if (this.isOpen(client)) this.acquiring(presetId, -1);
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
    client: OpenClient,
    errand: Errand | undefined,
    again: () => Promise<CommandOutcome>,
    account: CachedAccount | undefined = errand?.request.account,
  ): void {
    const { state, now } = this.services;
    if (!this.isOpen(client)) return;
    const presetId = errand?.preset.id;
    // Whoever cancels knows it; the row then says what is still to be done.
    if (error instanceof SignInCancelled) return this.setProblem(presetId, 'sign-in-needed');
    this.failed = again;
    const { failure, interaction } = tokenFailure(error, now());
    this.logFailure(failure);
    const signInHelps = interaction.needed || helpedBySigningIn.has(failure.kind);
    this.setProblem(presetId, signInHelps ? 'sign-in-needed' : 'failed');
    const { id } = client.clientApplication;
    const about = { clientApplicationId: id, accountId: account?.id, tenantId: account?.tenantId };
    state.update({ failure: { failure, presetId, ...about } });
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

  /** Somebody has signed in for a preset. Where it has fixed its client application, the one in use stays. */
  private useAccountOf({ client, preset }: Errand, answer: TokenAnswer): Promise<void> {
    return this.useAccount(client, answer, {
      makeCurrent: preset.identity?.clientApplicationId === undefined,
    });
  }

  private async useAccount(
    client: OpenClient,
    { accountId }: TokenAnswer,
    { makeCurrent }: { readonly makeCurrent: boolean },
  ): Promise<void> {
    const { state, clientApplications, log } = this.services;
    if (!this.isOpen(client)) return;
    // Somebody has just signed in: what only waited for that is settled.
    const problems = Object.fromEntries(
      Object.entries(state.value.problems).filter(([, problem]) => problem !== 'sign-in-needed'),
    );
    state.update({ problems });
    try {
      await clientApplications.selectAccount(client.clientApplication.id, accountId, makeCurrent);
    } catch {
      log.error('the account in use could not be written');
      state.addNotice({ kind: 'not-saved' });
    }
    this.signedIn(client);
  }

  private isOpen(client: OpenClient): boolean {
    return this.services.clients.find(client.clientApplication.id) === client;
  }
}

/** Kinds that end with a sign-in, although the program may not begin one by itself. */
const helpedBySigningIn: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'declined',
  'timed-out',
  'code-expired',
  'no-browser',
]);

function quietOutcome({ failure, interaction }: TokenFailure): QuietRenewal {
  if (interaction.needed) return 'sign-in-needed';
  switch (failure.kind) {
    case 'blocked':
    case 'client-not-found':
    case 'credential':
    case 'resource':
    case 'invalid-request':
    case 'tenant':
    case 'cloud':
      return 'refused';
    case 'offline':
    case 'network':
    case 'proxy-login':
    case 'certificate':
    case 'captive-portal':
      return 'no-network';
    case 'sign-in-needed':
    case 'second-factor':
    case 'consent':
    case 'wrong-tenant':
    case 'wrong-account':
    case 'declined':
    case 'timed-out':
    case 'code-expired':
    case 'no-browser':
    case 'clock-skew':
    case 'keyring-locked':
    case 'throttled':
    case 'busy':
    case 'unknown':
      return 'failed';
  }
}
