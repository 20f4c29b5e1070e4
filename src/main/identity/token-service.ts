import { randomUUID } from 'node:crypto';
import type { AuthenticationResult } from '@azure/msal-node';
import type { ClientApplication } from '../../shared/client-application';
import { isGuid } from '../../shared/text-rules';
import { minimumLifetime } from '../../shared/token-status';
import type { After, Log, Now } from '../ports';
import { BrowserSignIn } from './browser-sign-in';
import { findToken, type CachedAccount } from './cached-tokens';
import type { Cloud } from './clouds';
import { SignInCancelled, TokenFailure, tokenFailure } from './failures';
import type { Fetch } from './network-client';
import { AccountGone, PublicClient } from './public-client';
import type { TokenCache } from './token-cache';

/** A token on its way to the clipboard. It goes nowhere else. */
export interface TokenAnswer {
  readonly accessToken: string;
  /** ms since the epoch */
  readonly expiresOn: number;
  readonly accountId: string;
  readonly tenantId: string;
}

export interface TokenRequest {
  readonly scopes: readonly string[];
  /** Absent: nobody is signed in, so the browser has to be asked. */
  readonly account: CachedAccount | undefined;
  /** Asks the network even when the cached token is still good. */
  readonly forceRefresh?: boolean;
  /** For the waiting page; shown, never sent. */
  readonly purpose?: string;
}

export interface SignInProgress {
  readonly purpose: string | undefined;
  readonly endsOn: number;
  readonly browserFailed: boolean;
  readonly link: string | undefined;
}

export interface TokenServiceOptions {
  readonly clientApplication: ClientApplication;
  readonly cloud: Cloud;
  readonly cache: TokenCache;
  readonly fetch: Fetch;
  readonly openBrowser: (url: string) => Promise<void>;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
  /** The sign-in that is under way has begun, changed or ended. */
  readonly signInChanged: (progress: SignInProgress | undefined) => void;
  /** Somebody has signed in in the browser. */
  readonly signedIn: () => void;
}

interface RunningSignIn {
  readonly flow: BrowserSignIn;
  readonly finished: Promise<TokenAnswer>;
}

/** MSAL rounds times to seconds, up as well as down. In ms. */
const clockStep = 1000;

/** The one door to tokens of one client application. Nothing else sees msal. */
export class TokenService {
  private client: Promise<PublicClient> | undefined;
  private signIn: RunningSignIn | undefined;
  /** Two clicks on the same button are one request. */
  private readonly underWay = new Map<string, Promise<TokenAnswer>>();

  constructor(private readonly options: TokenServiceOptions) {}

  /**
   * A token with at least 5 min left: from the cache, else by refresh, else by a sign-in in the browser. Only to be
   * called when a person has just asked for a token. @throws TokenFailure, SignInCancelled
   */
  getToken(request: TokenRequest): Promise<TokenAnswer> {
    return this.once('anyhow', request, () => this.acquire(request));
  }

  /** A new token from the network, without a browser whatever happens. @throws TokenFailure */
  renewSilently(request: TokenRequest & { readonly account: CachedAccount }): Promise<TokenAnswer> {
    return this.once('silently', request, () =>
      this.silently(request.account, { ...request, forceRefresh: true }),
    );
  }

  /** Signs a person in without asking for any API. @throws TokenFailure, SignInCancelled */
  async signInAnyone(): Promise<TokenAnswer> {
    if (this.signIn === undefined) return this.inBrowser({ scopes: [], prompt: 'select_account' });
    // Anybody's sign-in is as good as another.
    this.signIn.flow.openAgain();
    return this.signIn.finished;
  }

  /** Signs in for one API even if the cache could serve it. @throws TokenFailure, SignInCancelled */
  async signInFor(request: TokenRequest): Promise<TokenAnswer> {
    return this.afterOthers(this.interactiveRequest(request));
  }

  cancelSignIn(): void {
    this.signIn?.flow.cancel();
  }

  openBrowserAgain(): void {
    this.signIn?.flow.openAgain();
  }

  get signInLink(): string | undefined {
    return this.signIn?.flow.link;
  }

  async signOut(accountId: string): Promise<void> {
    await (await this.publicClient()).signOut(accountId);
  }

  /** Ends a sign-in under way and waits until nothing is asked of the network or the cache any more. */
  async close(): Promise<void> {
    this.cancelSignIn();
    await Promise.allSettled([...this.underWay.values(), this.signIn?.finished]);
  }

  private once(
    how: 'anyhow' | 'silently',
    { account, forceRefresh, scopes }: TokenRequest,
    ask: () => Promise<TokenAnswer>,
  ): Promise<TokenAnswer> {
    const key = [how, account?.id, account?.tenantId, forceRefresh, ...scopes].join(' ');
    const running = this.underWay.get(key);
    if (running !== undefined) return running;
    const answer = ask().finally(() => this.underWay.delete(key));
    this.underWay.set(key, answer);
    return answer;
  }

  private async acquire(request: TokenRequest): Promise<TokenAnswer> {
    let { account } = request;
    for (;;) {
      let claims: string | undefined;
      if (account !== undefined) {
        try {
          return await this.silently(account, request);
        } catch (error) {
          const failure = this.asFailure(error);
          if (!failure.interaction.needed) throw failure;
          claims = failure.interaction.claims;
        }
      }
      if (this.signIn === undefined)
        return this.inBrowser(this.interactiveRequest({ ...request, account }, claims));
      // Somebody is in the browser already. What they bring back may do for this request too; if they give up, so
      // does this request.
      const { accountId } = await this.signIn.finished;
      account = this.options.cache.contents.accounts.find(({ id }) => id === accountId) ?? account;
    }
  }

  private async silently(account: CachedAccount, request: TokenRequest): Promise<TokenAnswer> {
    const client = await this.publicClient();
    const correlationId = randomUUID();
    try {
      const ask = (forceRefresh: boolean): Promise<AuthenticationResult> =>
        client.acquireSilently({
          accountId: account.id,
          tenantId: account.tenantId,
          scopes: request.scopes,
          forceRefresh,
          inMemory: !forceRefresh && this.isInMemory(account, request.scopes),
          correlationId,
        });
      const result = await ask(request.forceRefresh ?? false);
      // Past `refresh_in` MSAL hides a refresh that failed and gives the old token; do not hand out one that is
      // about to end.
      const fresh = this.endsTooSoon(result) && result.fromCache ? await ask(true) : result;
      return this.answer(fresh, account.tenantId);
    } catch (error) {
      throw this.asFailure(error, correlationId);
    }
  }

  /** Whether MSAL has a token that it neither refreshes before giving it out nor is about to. */
  private isInMemory({ id, tenantId }: CachedAccount, scopes: readonly string[]): boolean {
    const token = findToken(this.options.cache.contents.tokens, id, tenantId, scopes);
    if (token === undefined) return false;
    const { issuedOn, expiresOn, refreshOn } = token;
    const now = this.options.now();
    const until = Math.min(expiresOn - minimumLifetime, refreshOn ?? Infinity);
    return issuedOn <= now + clockStep && until > now + clockStep;
  }

  private endsTooSoon(result: AuthenticationResult): boolean {
    return (result.expiresOn?.getTime() ?? 0) - this.options.now() < minimumLifetime;
  }

  private interactiveRequest(request: TokenRequest, claims?: string): BrowserRequest {
    return {
      scopes: request.scopes,
      purpose: request.purpose,
      ...(request.account === undefined
        ? { prompt: 'select_account' as const }
        : { loginHint: request.account.username, tenantId: request.account.tenantId }),
      ...(claims === undefined ? {} : { claims }),
    };
  }

  /** What somebody else is signing in for does not do for this request, so it takes its turn. */
  private async afterOthers(request: BrowserRequest): Promise<TokenAnswer> {
    while (this.signIn !== undefined) {
      this.signIn.flow.openAgain();
      await this.signIn.finished;
    }
    return this.inBrowser(request);
  }

  /** Only to be called when no sign-in is under way: there is one browser and one person. */
  private async inBrowser(request: BrowserRequest): Promise<TokenAnswer> {
    const flow = new BrowserSignIn({
      openBrowser: this.options.openBrowser,
      after: this.options.after,
      now: this.options.now,
      log: this.options.log,
      changed: () => this.reportSignIn(request.purpose),
    });
    const result = this.runInBrowser(flow, request);
    this.signIn = { flow, finished: result };
    this.reportSignIn(request.purpose);
    try {
      return await result;
    } finally {
      this.signIn = undefined;
      this.options.signInChanged(undefined);
    }
  }

  private async runInBrowser(flow: BrowserSignIn, request: BrowserRequest): Promise<TokenAnswer> {
    const { tenant } = this.options.clientApplication;
    const correlationId = randomUUID();
    const wantedTenant = request.tenantId ?? (isGuid(tenant) ? tenant : undefined);
    try {
      const client = await this.publicClient();
      const result = await flow.run((openBrowser) =>
        client.acquireInBrowser({
          tenant: wantedTenant ?? tenant,
          scopes: request.scopes,
          correlationId,
          openBrowser,
          ...(request.prompt === undefined ? {} : { prompt: request.prompt }),
          ...(request.loginHint === undefined ? {} : { loginHint: request.loginHint }),
          ...(request.claims === undefined ? {} : { claims: request.claims }),
        }),
      );
      const answer = this.answer(result, wantedTenant);
      this.options.signedIn();
      return answer;
    } catch (error) {
      if (error instanceof SignInCancelled) throw error;
      throw this.asFailure(error, correlationId);
    }
  }

  private answer(result: AuthenticationResult, wantedTenant: string | undefined): TokenAnswer {
    if (wantedTenant !== undefined && result.tenantId !== wantedTenant) {
      throw new TokenFailure(
        {
          kind: 'wrong-tenant',
          details: {
            text: `Asked for a token of tenant ${wantedTenant}, got one of ${result.tenantId}.`,
            errorClass: 'TokenFailure',
            correlationId: result.correlationId,
            happenedOn: this.options.now(),
          },
        },
        { needed: true },
      );
    }
    return {
      accessToken: result.accessToken,
      expiresOn: result.expiresOn?.getTime() ?? 0,
      accountId: result.account?.homeAccountId ?? '',
      tenantId: result.tenantId,
    };
  }

  private asFailure(error: unknown, correlationId?: string): TokenFailure {
    if (error instanceof AccountGone) {
      const details = {
        text: 'The account is no longer signed in.',
        errorClass: error.name,
        happenedOn: this.options.now(),
      };
      return new TokenFailure({ kind: 'sign-in-needed', details }, { needed: true }, error);
    }
    return tokenFailure(error, this.options.now(), correlationId);
  }

  private publicClient(): Promise<PublicClient> {
    const { clientApplication, cloud, cache, fetch } = this.options;
    this.client ??= PublicClient.create({
      clientId: clientApplication.clientId,
      tenant: clientApplication.tenant,
      cloud,
      cache,
      fetch,
    });
    this.client.catch(() => (this.client = undefined));
    return this.client;
  }

  private reportSignIn(purpose: string | undefined): void {
    if (this.signIn === undefined) return;
    const { endsOn, browserFailed, link } = this.signIn.flow;
    this.options.signInChanged({ purpose, endsOn, browserFailed, link });
  }
}

interface BrowserRequest {
  readonly scopes: readonly string[];
  readonly purpose?: string | undefined;
  readonly prompt?: 'select_account';
  readonly loginHint?: string;
  readonly claims?: string;
  readonly tenantId?: string;
}
