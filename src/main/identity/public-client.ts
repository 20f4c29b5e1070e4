import type {
  AccountInfo,
  AuthenticationResult,
  ICachePlugin,
  PublicClientApplication,
  TokenCacheContext,
} from '@azure/msal-node';
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

/** One client application in MSAL, with what has to be done around msal-node 7 for it to lose nothing. */
export class PublicClient {
  /**
   * Silent calls go one at a time: with an asynchronous plugin, parallel refreshes can lose each other's tokens.
   * A browser sign-in stays outside, it may take minutes; it cannot lose anything because the cache is read from the
   * keeper only once, so that memory always holds everything.
   */
  private readonly oneAtATime = pLimit(1);

  private constructor(
    private readonly application: PublicClientApplication,
    private readonly plugin: ICachePlugin,
    private readonly newContext: () => TokenCacheContext,
    private readonly options: PublicClientOptions,
  ) {}

  /** Loads msal-node, which takes 25 ms or more, and the cache. */
  static async create(options: PublicClientOptions): Promise<PublicClient> {
    const msal = await import('@azure/msal-node');
    const { cache, cloud } = options;
    const plugin: ICachePlugin = {
      beforeCacheAccess: () => Promise.resolve(),
      afterCacheAccess: async (context) => {
        if (context.cacheHasChanged) await cache.save(context.tokenCache.serialize());
      },
    };
    const application = new msal.PublicClientApplication({
      auth: {
        clientId: options.clientId,
        authority: authorityOf(cloud, options.tenant),
        knownAuthorities: [new URL(cloud.authorityOrigin).host],
      },
      cache: { cachePlugin: plugin },
      system: { networkClient: createNetworkClient(options.fetch, msal.AuthError) },
    });
    const tokenCache = application.getTokenCache();
    try {
      tokenCache.deserialize(cache.load() ?? '');
    } catch {
      await cache.damaged();
      tokenCache.deserialize('');
    }
    const newContext = (): TokenCacheContext =>
      new msal.TokenCacheContext(tokenCache, tokenCache.hasChanged());
    return new PublicClient(application, plugin, newContext, options);
  }

  /** @throws AccountGone, and MSAL's errors */
  acquireSilently(request: SilentRequest): Promise<AuthenticationResult> {
    return this.oneAtATime(async () => {
      const account = await this.account(request.accountId);
      if (account === undefined) throw new AccountGone();
      try {
        return await this.application.acquireTokenSilent({
          // The authority alone does not choose the tenant: MSAL answers with the home tenant's token unless the
          // account says the same.
          account: { ...account, tenantId: request.tenantId },
          authority: authorityOf(this.options.cloud, request.tenantId),
          scopes: [...request.scopes],
          forceRefresh: request.forceRefresh,
          correlationId: request.correlationId,
        });
      } catch (error) {
        await this.keepWhatMsalDropped();
        throw error;
      }
    });
  }

  /** Signs in in the browser. Never ends by itself: see `BrowserSignIn`. @throws MSAL's errors */
  acquireInBrowser(request: InteractiveRequest): Promise<AuthenticationResult> {
    return this.application.acquireTokenInteractive({
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
  }

  /** Takes the account and all its tokens out of memory and disk. */
  signOut(accountId: string): Promise<void> {
    return this.oneAtATime(async () => {
      const account = await this.account(accountId);
      if (account !== undefined) await this.application.signOut({ account });
    });
  }

  private async account(id: string): Promise<AccountInfo | undefined> {
    return (await this.application.getAllAccounts()).find(({ homeAccountId }) => homeAccountId === id);
  }

  // A refresh token that the server calls `bad_token` is dropped by MSAL in memory only; without this it would be
  // back after a restart.
  private async keepWhatMsalDropped(): Promise<void> {
    await this.plugin.afterCacheAccess(this.newContext());
  }
}
