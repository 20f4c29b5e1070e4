import { randomUUID } from 'node:crypto';
import type { AuthenticationResult } from '@azure/msal-node';
import type { ClientApplication } from '../../shared/client-application';
import { isGuid } from '../../shared/text-rules';
import { minimumLifetime } from '../../shared/token-status';
import type { After, Log, Now } from '../ports';
import type { Accounts } from './accounts';
import { findToken, type CachedAccount } from './cached-tokens';
import type { Cloud } from './clouds';
import type { AnswerWatch } from './answer-watch';
import { SignInCancelled, TokenFailure, tokenFailure, type FailureContext } from './failures';
import type { Fetch } from './network-client';
import { AccountGone } from './public-client';
import { SignIn, type SignInFlows } from './sign-in';
import type { SignInDesk } from './sign-in-desk';
import type { TokenSource } from './token-source';

/** A token on its way to the clipboard. It goes nowhere else. */
export interface TokenAnswer {
  readonly accessToken: string;
  /** ms since the epoch */
  readonly expiresOn: number;
  readonly accountId: string;
  /** Empty at an AD FS. */
  readonly tenantId: string;
}

export interface TokenRequest {
  readonly scopes: readonly string[];
  /** Absent: nobody is signed in, so the browser has to be asked. */
  readonly account: CachedAccount | undefined;
  /** Another account's token is no good, even if that is who signs in. */
  readonly onlyAccountId?: string;
  /** Another tenant's token is no good, whoever signs in. Absent: the account's. */
  readonly tenantId?: string;
  /** Asks the network even when the cached token is still good. */
  readonly forceRefresh?: boolean;
  /** What an API has asked for (OpenID Connect Core, section 5.5); the cached token does not do then. */
  readonly claims?: string;
  /** For the waiting page; shown, never sent. */
  readonly purpose?: string;
  /** Whoever has asked is gone: the sign-in that was begun for them ends, and none is begun. */
  readonly left?: AbortSignal;
}

export interface TokenServiceOptions {
  readonly clientApplication: ClientApplication;
  readonly cloud: Cloud;
  readonly accounts: Accounts;
  readonly desk: SignInDesk;
  /** Of the same `fetch`. */
  readonly watch: AnswerWatch;
  readonly fetch: Fetch;
  readonly openBrowser: (url: string) => Promise<void>;
  /** Which ways to sign in are used now. */
  readonly flows: () => SignInFlows;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
  /** Somebody has signed in. */
  readonly signedIn: (accountId: string) => void;
}

/** MSAL rounds times to seconds, up as well as down. In ms. */
const clockStep = 1000;

/** The one door to tokens of one client application. Nothing else sees msal. */
export class TokenService {
  /** Two clicks on the same button are one request. */
  private readonly underWay = new Map<string, Promise<TokenAnswer>>();
  private isClosed = false;

  constructor(private readonly options: TokenServiceOptions) {}

  /**
   * A token with at least 5 min left: from the cache, else by refresh, else by a sign-in in the browser. Only to be
   * called when a person has just asked for a token. @throws TokenFailure, SignInCancelled
   */
  getToken(request: TokenRequest): Promise<TokenAnswer> {
    return this.once('anyhow', request, () => this.acquire(request));
  }

  /** A token from the cache or by refresh, without a browser whatever happens. @throws TokenFailure, SignInCancelled */
  getSilently(request: TokenRequest & { readonly account: CachedAccount }): Promise<TokenAnswer> {
    return this.once('silently', request, () => this.silently(request.account, request));
  }

  /** A new token from the network, without a browser whatever happens. @throws TokenFailure, SignInCancelled */
  renewSilently(request: TokenRequest & { readonly account: CachedAccount }): Promise<TokenAnswer> {
    return this.getSilently({ ...request, forceRefresh: true });
  }

  /** Signs a person in without asking for any API. @throws TokenFailure, SignInCancelled */
  async signInAnyone(left?: AbortSignal): Promise<TokenAnswer> {
    const { desk } = this.options;
    if (desk.current === undefined || !this.isOurs(desk.current.owner))
      return this.afterOthers({ scopes: [], prompt: 'select_account', left });
    // Anybody's sign-in to the same client application is as good as another.
    desk.openAgain();
    return desk.current.finished;
  }

  /** Signs in for one API even if the cache could serve it. @throws TokenFailure, SignInCancelled */
  async signInFor(request: TokenRequest): Promise<TokenAnswer> {
    return this.afterOthers(this.interactiveRequest(request, request.claims));
  }

  /** Its tokens are gone from memory and disk when this resolves. @throws what the file system throws */
  signOut(accountId: string): Promise<void> {
    return this.options.accounts.forget(accountId);
  }

  /** Ends a sign-in under way and waits until nothing is asked of the network or the cache any more. */
  async close(): Promise<void> {
    this.isClosed = true;
    const { desk } = this.options;
    const { current } = desk;
    const ours = current !== undefined && this.isOurs(current.owner) ? current.finished : undefined;
    if (ours !== undefined) desk.cancel();
    await Promise.allSettled([...this.underWay.values(), ours]);
  }

  private isOurs({ clientApplicationId }: { clientApplicationId: string }): boolean {
    return clientApplicationId === this.options.clientApplication.id;
  }

  private once(
    how: 'anyhow' | 'silently',
    { account, onlyAccountId, tenantId, forceRefresh, scopes, claims }: TokenRequest,
    ask: () => Promise<TokenAnswer>,
  ): Promise<TokenAnswer> {
    // Nothing that came back would be kept, and a refresh may cost the session: some authorities take its token once only.
    if (this.isClosed) return Promise.reject(new SignInCancelled());
    const whose = [account?.id, account?.tenantId, onlyAccountId, tenantId];
    const key = JSON.stringify([how, whose, forceRefresh, claims, scopes]);
    const running = this.underWay.get(key);
    if (running !== undefined) return running;
    const answer = ask().finally(() => this.underWay.delete(key));
    this.underWay.set(key, answer);
    return answer;
  }

  private async acquire(request: TokenRequest): Promise<TokenAnswer> {
    const { desk } = this.options;
    let { account } = request;
    for (;;) {
      let claims = request.claims;
      if (account !== undefined) {
        try {
          return await this.silently(account, request);
        } catch (error) {
          const failure = this.asFailure(error);
          if (!failure.interaction.needed) throw failure;
          claims = failure.interaction.claims ?? claims;
        }
      }
      const interactive = this.interactiveRequest({ ...request, account }, claims);
      if (desk.current === undefined) return this.bySignIn(interactive);
      if (!this.isOurs(desk.current.owner)) return this.afterOthers(interactive);
      // Somebody is in the browser already. What they bring back may do for this request too; if they give up, so
      // does this request.
      const { accountId } = await desk.current.finished;
      const isWanted = request.onlyAccountId === undefined || accountId === request.onlyAccountId;
      // Another account's token is not what somebody who is signed in has asked for.
      if (isWanted && (account === undefined || accountId === account.id))
        account = this.withTenant(accountId, request, account) ?? account;
    }
  }

  /** The account that has signed in, in the tenant that was asked for. */
  private withTenant(
    accountId: string,
    { tenantId }: TokenRequest,
    asked: CachedAccount | undefined,
  ): CachedAccount | undefined {
    if (asked?.id === accountId) return asked;
    const found = this.options.accounts.find(accountId)?.account;
    const isAsItIs = found === undefined || found.tenantId === '' || tenantId === undefined;
    return isAsItIs ? found : { ...found, tenantId };
  }

  private async silently(account: CachedAccount, request: TokenRequest): Promise<TokenAnswer> {
    const correlationId = randomUUID();
    const { scopes, claims } = request;
    const { tenantId } = account;
    try {
      const source = this.options.accounts.find(account.id);
      if (source === undefined) throw new AccountGone();
      const isThere = (): boolean => claims === undefined && this.isInMemory(source, tenantId, scopes);
      const ask = (forceRefresh: boolean): Promise<AuthenticationResult> =>
        source.acquire({
          tenantId,
          scopes,
          claims,
          forceRefresh,
          inMemory: !forceRefresh && isThere(),
          correlationId,
        });
      const wasThere = isThere();
      const result = await ask(request.forceRefresh ?? false);
      // Past `refresh_in` MSAL refreshes and gives the old token all the same. If the refresh failed, which MSAL hides,
      // one that is about to end is not handed out.
      const isOld = result.fromCache && !wasThere;
      const newest = isOld && isThere() ? await ask(false) : result;
      const fresh = this.endsTooSoon(newest) && newest.fromCache ? await ask(true) : newest;
      return this.answer(fresh, account, tenantId);
    } catch (error) {
      throw this.asFailure(error, { correlationId });
    }
  }

  /** Whether MSAL has a token that it neither refreshes before giving it out nor is about to. */
  private isInMemory({ account, tokens }: TokenSource, tenantId: string, scopes: readonly string[]): boolean {
    const token = findToken(tokens, account.id, tenantId, scopes);
    if (token === undefined) return false;
    const { issuedOn, expiresOn, refreshOn } = token;
    const now = this.options.now();
    const until = Math.min(expiresOn - minimumLifetime, refreshOn ?? Infinity);
    return issuedOn <= now + clockStep && until > now + clockStep;
  }

  private endsTooSoon(result: AuthenticationResult): boolean {
    return (result.expiresOn?.getTime() ?? 0) - this.options.now() < minimumLifetime;
  }

  private interactiveRequest(request: TokenRequest, claims?: string): InteractiveRequest {
    const { account, onlyAccountId } = request;
    const tenantId = account?.tenantId ?? request.tenantId;
    return {
      scopes: request.scopes,
      purpose: request.purpose,
      left: request.left,
      claims,
      ...(account === undefined ? { prompt: 'select_account' as const } : { loginHint: account.username }),
      ...(tenantId === undefined ? {} : { tenantId }),
      ...(onlyAccountId === undefined ? {} : { accountId: onlyAccountId }),
    };
  }

  /** What somebody else is signing in for does not do for this request, so it takes its turn. */
  private async afterOthers(request: InteractiveRequest): Promise<TokenAnswer> {
    const { desk } = this.options;
    while (desk.current !== undefined) {
      desk.openAgain();
      await desk.current.finished;
    }
    return this.bySignIn(request);
  }

  /** Only to be called when no sign-in is under way: there is one browser and one person. */
  private bySignIn(request: InteractiveRequest): Promise<TokenAnswer> {
    // It has no person: a user's token is none of its own.
    if (this.options.clientApplication.kind === 'service-principal')
      return Promise.reject(this.asFailure(new AccountGone()));
    // Nobody wants to sign in for what was left meanwhile.
    const { left } = request;
    if (this.isClosed || left?.aborted === true) return Promise.reject(new SignInCancelled());
    const { clientApplication, cloud, desk, fetch, flows, openBrowser, after, now, log } = this.options;
    const { tenant } = clientApplication;
    const wantedTenant = request.tenantId ?? (isGuid(tenant) ? tenant : undefined);
    const correlationId = randomUUID();
    const { scopes, prompt, loginHint, claims } = request;
    const signIn = new SignIn(
      { tenant: wantedTenant ?? tenant, scopes, prompt, loginHint, claims, correlationId },
      {
        client: { clientId: clientApplication.clientId, tenant, cloud, fetch },
        flows: flows(),
        openBrowser,
        after,
        now,
        log,
        changed: () => desk.report(),
      },
    );
    const owner = { clientApplicationId: clientApplication.id, purpose: request.purpose };
    const giveUp = (): void => signIn.cancel();
    left?.addEventListener('abort', giveUp, { once: true });
    return desk
      .run(owner, signIn, () => this.finish(signIn, request, wantedTenant, correlationId))
      .finally(() => left?.removeEventListener('abort', giveUp));
  }

  private async finish(
    signIn: SignIn,
    request: InteractiveRequest,
    wantedTenant: string | undefined,
    correlationId: string,
  ): Promise<TokenAnswer> {
    try {
      const { result, cache } = await signIn.run();
      const accountId = result.account?.homeAccountId ?? '';
      await this.options.accounts.adopt(accountId, cache);
      // Which tenant a domain stands for is known only now.
      const isNamed = wantedTenant !== undefined && isGuid(wantedTenant);
      const answer = this.answer(result, undefined, isNamed ? wantedTenant : undefined);
      this.options.signedIn(accountId);
      if (request.accountId !== undefined && request.accountId !== accountId)
        throw this.refusal('wrong-account', 'Somebody else has signed in than was asked for.', result);
      return answer;
    } catch (error) {
      if (error instanceof SignInCancelled) throw error;
      throw this.asFailure(error, { correlationId, flow: signIn.currentFlow });
    }
  }

  private answer(
    result: AuthenticationResult,
    account: CachedAccount | undefined,
    wantedTenant: string | undefined,
  ): TokenAnswer {
    // What has no tenants says nothing about them.
    const isOther = wantedTenant !== undefined && !sameTenant(result.tenantId, wantedTenant);
    if (!this.options.cloud.isAdfs && isOther) {
      const text = `Asked for a token of tenant ${wantedTenant}, got one of ${result.tenantId}.`;
      throw this.refusal('wrong-tenant', text, result);
    }
    return {
      accessToken: result.accessToken,
      expiresOn: result.expiresOn?.getTime() ?? 0,
      accountId: account?.id ?? result.account?.homeAccountId ?? '',
      tenantId: result.tenantId,
    };
  }

  private refusal(
    kind: 'wrong-tenant' | 'wrong-account',
    text: string,
    { correlationId }: AuthenticationResult,
  ): TokenFailure {
    const details = { text, errorClass: 'TokenFailure', correlationId, happenedOn: this.options.now() };
    return new TokenFailure({ kind, details }, { needed: true });
  }

  private asFailure(error: unknown, context: FailureContext = {}): TokenFailure {
    const failure = this.failureOf(error, context);
    // A service principal has no person to ask.
    if (this.options.clientApplication.kind !== 'service-principal' || !failure.interaction.needed)
      return failure;
    return new TokenFailure(failure.failure, { needed: false }, failure.cause);
  }

  private failureOf(error: unknown, context: FailureContext): TokenFailure {
    if (error instanceof AccountGone) {
      const details = {
        text: 'The account is no longer signed in.',
        errorClass: error.name,
        happenedOn: this.options.now(),
      };
      return new TokenFailure({ kind: 'sign-in-needed', details }, { needed: true }, error);
    }
    const { clientApplication, watch, now } = this.options;
    return tokenFailure(error, now(), {
      ...context,
      clockSkew: watch.clockSkew,
      pause: watch.pause,
      isServicePrincipal: clientApplication.kind === 'service-principal',
    });
  }
}

const sameTenant = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

interface InteractiveRequest {
  readonly scopes: readonly string[];
  readonly purpose?: string | undefined;
  readonly left?: AbortSignal | undefined;
  readonly prompt?: 'select_account';
  readonly loginHint?: string;
  readonly claims?: string | undefined;
  readonly tenantId?: string;
  /** Nobody else's token will do. */
  readonly accountId?: string;
}
