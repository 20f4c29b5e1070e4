import type { AccountInfo, AuthenticationResult, PublicClientApplication } from '@azure/msal-node';
import pLimit from 'p-limit';
import { t } from '../../shared/messages';
import { browserPage } from './browser-page';
import { authorityOf, type Cloud } from './clouds';
import { createNetworkClient, type Fetch } from './network-client';

/** Where the serialised cache is kept. It is in clear here: whoever keeps it encrypts all of it. */
export interface CacheKeeper {
  load(): string | undefined;
  /** Does not throw: a cache that cannot be written is still good in memory. */
  save(serialised: string): Promise<void>;
  /** What was loaded is no cache of MSAL's. */
  damaged(): Promise<void>;
}

export interface PublicClientOptions {
  readonly clientId: string;
  readonly tenant: string;
  readonly cloud: Cloud;
  readonly cache: CacheKeeper;
  readonly fetch: Fetch;
}

export interface SilentRequest {
  readonly accountId: string;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  readonly forceRefresh: boolean;
  /** The token is in memory and good for a while, so that nothing is asked of the network. */
  readonly inMemory: boolean;
  readonly correlationId: string;
}

export interface InteractiveRequest {
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly prompt?: 'select_account';
  readonly loginHint?: string;
  readonly claims?: string;
  readonly correlationId: string;
  readonly openBrowser: (url: string) => Promise<void>;
}

/** No account of that id is in the cache any more. */
export class AccountGone extends Error {
  override readonly name = 'AccountGone';
}

/**
 * One client application in MSAL. It is given no cache plugin: with one, msal-node 7 empties its memory before every
 * silent call and fills it again from the plugin, and what another call has just got is lost in between. Here memory is
 * what counts, and it is written out after each call that has changed it, also after one that has failed: a refresh
 * token that the server calls `bad_token` is dropped by MSAL in memory only.
 */
export class PublicClient {
  /**
   * Silent calls that may ask the network go one at a time. A browser sign-in stays outside, since it may take minutes.
   */
  private readonly oneAtATime = pLimit(1);

  private constructor(
    private readonly application: PublicClientApplication,
    private readonly options: PublicClientOptions,
    /** How often the token endpoint has been asked. */
    private readonly requests: { count: number },
  ) {}

  /** Loads msal-node, which takes 25 ms or more, and the cache. */
  static async create(options: PublicClientOptions): Promise<PublicClient> {
    const msal = await import('@azure/msal-node');
    const { cache, cloud } = options;
    const requests = { count: 0 };
    const fetch: Fetch = (url, init) => {
      if (init.method === 'POST') requests.count += 1;
      return options.fetch(url, init);
    };
    const application = new msal.PublicClientApplication({
      auth: {
        clientId: options.clientId,
        authority: authorityOf(cloud, options.tenant),
        knownAuthorities: [new URL(cloud.authorityOrigin).host],
      },
      system: { networkClient: createNetworkClient(fetch, msal.AuthError) },
    });
    const tokenCache = application.getTokenCache();
    try {
      tokenCache.deserialize(cache.load() ?? '');
    } catch {
      await cache.damaged();
    }
    return new PublicClient(application, options, requests);
  }

  /** @throws AccountGone, and MSAL's errors */
  acquireSilently(request: SilentRequest): Promise<AuthenticationResult> {
    const acquire = async (): Promise<AuthenticationResult> => {
      const account = await this.account(request.accountId);
      if (account === undefined) throw new AccountGone();
      const before = this.requests.count;
      return this.thenSave(
        this.application.acquireTokenSilent({
          // The authority alone does not choose the tenant: MSAL answers with the home tenant's token unless the
          // account says the same.
          account: { ...account, tenantId: request.tenantId },
          authority: authorityOf(this.options.cloud, request.tenantId),
          scopes: [...request.scopes],
          forceRefresh: request.forceRefresh,
          correlationId: request.correlationId,
        }),
        // MSAL calls its cache changed after every hit, too. Writing all of it would cost 20 ms and more a copy.
        () => !request.inMemory && this.requests.count !== before,
      );
    };
    // Nobody who copies a good token waits for the renewal of another.
    return request.inMemory ? acquire() : this.oneAtATime(acquire);
  }

  /** Signs in in the browser. Never ends by itself: see `BrowserSignIn`. @throws MSAL's errors */
  acquireInBrowser(request: InteractiveRequest): Promise<AuthenticationResult> {
    const acquiring = this.application.acquireTokenInteractive({
      authority: authorityOf(this.options.cloud, request.tenant),
      scopes: [...request.scopes],
      correlationId: request.correlationId,
      openBrowser: request.openBrowser,
      // Sent before the code is exchanged, so it cannot say that all went well.
      successTemplate: browserPage(t('browser.done.title'), t('browser.done.body')),
      errorTemplate: browserPage(t('browser.failed.title'), t('browser.failed.body')),
      ...(request.prompt === undefined ? {} : { prompt: request.prompt }),
      ...(request.loginHint === undefined ? {} : { loginHint: request.loginHint }),
      ...(request.claims === undefined ? {} : { claims: request.claims }),
    });
    return this.thenSave(acquiring);
  }

  /** Takes the account and all its tokens out of memory and disk. */
  signOut(accountId: string): Promise<void> {
    return this.oneAtATime(async () => {
      const account = await this.account(accountId);
      if (account !== undefined) await this.thenSave(this.application.signOut({ account }));
    });
  }

  private async account(id: string): Promise<AccountInfo | undefined> {
    return (await this.application.getAllAccounts()).find(({ homeAccountId }) => homeAccountId === id);
  }

  private async thenSave<Result>(call: Promise<Result>, isWorthIt = (): boolean => true): Promise<Result> {
    try {
      return await call;
    } finally {
      const tokenCache = this.application.getTokenCache();
      if (isWorthIt() && tokenCache.hasChanged()) await this.options.cache.save(tokenCache.serialize());
    }
  }
}
