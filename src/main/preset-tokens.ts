import type { Failure, FailureKind } from '../shared/failure';
import type { CommandOutcome } from '../shared/ipc';
import type { CloudId, Preset, PresetTarget } from '../shared/preset';
import { scopeForResource } from '../shared/scopes';
import type { PresetProblem } from '../shared/token-status';
import type { ClientApplicationStore } from './identity/client-application-store';
import { identityOf, targetOf, type Identity } from './identities';
import type { CachedAccount } from './identity/cached-tokens';
import { SignInCancelled, tokenFailure, type TokenFailure } from './identity/failures';
import type { OpenClient } from './identity/open-client';
import type { OpenClients } from './identity/open-clients';
import type { TokenAnswer, TokenRequest } from './identity/token-service';
import { done } from './outcomes';
import type { Log, Now } from './ports';
import type { PresetStore } from './presets/preset-store';
import type { State } from './state';

export interface PresetTokenServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clients: OpenClients;
  readonly clientApplications: ClientApplicationStore;
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

/** What may be asked for beside a token of usual age and claims. */
export type TokenChange = Pick<TokenRequest, 'forceRefresh' | 'claims'>;

/** A token on its way to the inspector. It goes to no surface. */
export interface GotToken {
  readonly token: string;
  /** Of the preset. */
  readonly name: string;
  readonly cloudId: CloudId;
}

/** A token and all that belongs to it: whose it has become, which may be somebody else than was in use. */
export interface TokenFor extends Errand {
  readonly answer: TokenAnswer;
}

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

  /** Gets a token as a copy does, and hands it to the inspector. */
  inspect(presetId: string, take: (got: GotToken) => void): Promise<CommandOutcome> {
    return this.forPreset(presetId, async (errand) => {
      const got = await this.get(errand);
      if (got === undefined) return;
      take({ token: got.answer.accessToken, name: errand.preset.name, cloudId: errand.client.cloud.id });
      await this.settle(got);
    });
  }

  /** A token to use here. Undefined: there is none, which is said; `again` is what another try does. */
  async tokenFor(
    presetId: string,
    change: TokenChange,
    again: () => Promise<CommandOutcome>,
  ): Promise<TokenFor | undefined> {
    let got: TokenFor | undefined;
    const work = async (errand: Errand): Promise<void> => {
      const found = await this.get(errand, change);
      if (found !== undefined) await this.settle(found);
      got = found;
    };
    await this.forPreset(presetId, work, again);
    return got;
  }

  /**
   * The token of an errand. Undefined: whoever has removed the client application meanwhile does not want it any more.
   * @throws what kept it from coming
   */
  async get(errand: Errand, change: TokenChange = {}): Promise<TokenFor | undefined> {
    const { client, request } = errand;
    const answer = await client.tokens.getToken({ ...request, ...change });
    if (!this.isOpen(client)) return undefined;
    return { ...errand, answer, identity: this.identityOfAnswer(client, answer) ?? errand.identity };
  }

  /** After a token has been used: whoever has signed in for it is in use from then on. */
  async settle(got: TokenFor): Promise<void> {
    if (got.answer.accountId !== got.request.account?.id) await this.useAccountOf(got, got.answer);
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

  /**
   * The same for whoever has no window: nothing is shown. @param request what it is for; absent: nothing
   * @param left whoever has asked is gone @throws TokenFailure, SignInCancelled
   */
  async signInQuietly(
    client: OpenClient,
    request: TokenRequest | undefined,
    left: AbortSignal,
  ): Promise<TokenAnswer> {
    const { tokens } = client;
    const answer =
      request === undefined ? await tokens.signInAnyone(left) : await tokens.signInFor({ ...request, left });
    await this.useAccount(client, answer, { makeCurrent: true });
    return answer;
  }

  /** Signs an account in to the tenant that it says. Undefined: it did not work, which is said. */
  async signInForTenant(client: OpenClient, account: CachedAccount): Promise<TokenAnswer | undefined> {
    const { arm } = client.cloud;
    const scopes = arm === undefined ? [] : [scopeForResource(arm.audience)];
    return this.signInForScopes(client, { scopes, account, onlyAccountId: account.id });
  }

  /** Signs in for what no preset is for. Undefined: it did not work, which is said. */
  async signInForScopes(client: OpenClient, request: TokenRequest): Promise<TokenAnswer | undefined> {
    this.services.state.update({ failure: undefined });
    const attempt = async (): Promise<TokenAnswer | undefined> => {
      try {
        return await client.tokens.signInFor(request);
      } catch (error) {
        const again = async (): Promise<CommandOutcome> => {
          await attempt();
          return done;
        };
        this.report(error, client, undefined, again, request.account);
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

  /** Does what somebody wants with a preset, and says what goes wrong with it; `again` is what another try does. */
  async forPreset(
    presetId: string,
    work: (errand: Errand) => Promise<void>,
    again: () => Promise<CommandOutcome> = () => this.forPreset(presetId, work),
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
      this.report(error, client, errand, again);
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
    // A program whose token needs more than this sign-in says so when it asks again.
    state.update({ problems, endpoint: { ...state.value.endpoint, signInsNeeded: [] } });
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
