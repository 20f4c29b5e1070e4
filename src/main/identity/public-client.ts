import type {
  AccountInfo,
  AuthenticationResult,
  DeviceCodeRequest,
  PublicClientApplication,
  ServerError,
} from '@azure/msal-node';
import { t } from '../../shared/messages';
import { browserPage } from './browser-page';
import { authorityOf, type Cloud } from './clouds';
import { DevicePollingAnswers } from './device-polling-answers';
import { createNetworkClient, type Fetch, type NetworkClient } from './network-client';

export interface PublicClientOptions {
  readonly clientId: string;
  readonly tenant: string;
  readonly cloud: Cloud;
  readonly fetch: Fetch;
  /** MSAL's cache to begin with. */
  readonly serialised?: string | undefined;
}

export interface SilentRequest {
  readonly accountId: string;
  readonly tenantId: string;
  readonly scopes: readonly string[];
  readonly forceRefresh: boolean;
  readonly claims?: string | undefined;
  readonly correlationId: string;
}

interface SignInRequest {
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly claims?: string | undefined;
  readonly correlationId: string;
}

export interface BrowserRequest extends SignInRequest {
  readonly prompt?: 'select_account' | undefined;
  readonly loginHint?: string | undefined;
  readonly openBrowser: (url: string) => Promise<void>;
}

export interface DeviceRequest extends SignInRequest {
  readonly tell: DeviceCodeRequest['deviceCodeCallback'];
}

/** A device code being polled for; MSAL looks at `cancel` before each poll. */
export interface DevicePolling {
  readonly finished: Promise<AuthenticationResult>;
  cancel(): void;
}

/** The account is not in MSAL's cache any more. */
export class AccountGone extends Error {
  override readonly name = 'AccountGone';
}

/** What is handed in is no cache of MSAL's. */
export class NoCache extends Error {
  override readonly name = 'NoCache';
}

/** Takes part in continuous access evaluation: tokens live for a day, and an API may ask for claims at any time. */
export const clientCapabilities = ['CP1'];

/**
 * One client application in MSAL, with a cache of its own in memory. It is given no cache plugin: with one, msal-node 7
 * empties its memory before every silent call and fills it again from the plugin, and what another call has just got is
 * lost in between.
 */
export class PublicClient {
  /** By id. MSAL's own list of accounts is quadratic, and asked for on every call it would cost more than the token. */
  private accounts: ReadonlyMap<string, AccountInfo> = new Map();

  private constructor(
    private readonly application: PublicClientApplication,
    private readonly options: PublicClientOptions,
    private readonly network: NetworkClient,
    /** How often the token endpoint has been asked. */
    private readonly requests: { count: number },
    private readonly polling: DevicePollingAnswers,
    private readonly ServerErrorClass: typeof ServerError,
  ) {}

  /** Loads msal-node, which takes 25 ms or more, and the cache. @throws NoCache */
  static async create(options: PublicClientOptions): Promise<PublicClient> {
    const msal = await import('@azure/msal-node');
    const { cloud } = options;
    const requests = { count: 0 };
    const polling = new DevicePollingAnswers();
    const fetch = polling.watched((url, init) => {
      if (init.method === 'POST') requests.count += 1;
      return options.fetch(url, init);
    });
    const network = createNetworkClient(fetch, msal.AuthError);
    const application = new msal.PublicClientApplication({
      auth: {
        clientId: options.clientId,
        authority: authorityOf(cloud, options.tenant),
        knownAuthorities: [new URL(cloud.authority).host],
        clientCapabilities,
      },
      system: { networkClient: network },
    });
    const client = new PublicClient(application, options, network, requests, polling, msal.ServerError);
    try {
      application.getTokenCache().deserialize(options.serialised ?? '');
      await client.readAccounts();
    } catch {
      throw new NoCache();
    }
    return client;
  }

  /** How often the network was asked for tokens so far. */
  get requestCount(): number {
    return this.requests.count;
  }

  /** Whether MSAL has changed its cache since `serialise` was called last. */
  get hasChanged(): boolean {
    return this.application.getTokenCache().hasChanged();
  }

  /** The cache in clear: whoever keeps it encrypts all of it. */
  serialise(): string {
    return this.application.getTokenCache().serialize();
  }

  /** @throws AccountGone, and MSAL's errors */
  async acquireSilently(request: SilentRequest): Promise<AuthenticationResult> {
    const account = this.accounts.get(request.accountId);
    if (account === undefined) throw new AccountGone();
    const silent = this.application.acquireTokenSilent({
      // The authority alone does not choose the tenant: MSAL answers with the home tenant's token unless the
      // account says the same.
      account: this.options.cloud.isAdfs ? account : { ...account, tenantId: request.tenantId },
      authority: authorityOf(this.options.cloud, request.tenantId),
      scopes: [...request.scopes],
      forceRefresh: request.forceRefresh,
      correlationId: request.correlationId,
      ...(request.claims === undefined ? {} : { claims: request.claims }),
    });
    return silent.catch(this.network.explain);
  }

  /** Signs in in the browser. Never ends by itself: see `BrowserSignIn`. @throws MSAL's errors */
  acquireInBrowser({ tenant, openBrowser, ...request }: BrowserRequest): Promise<AuthenticationResult> {
    const { scopes, correlationId, claims, prompt, loginHint } = request;
    const interactive = this.application.acquireTokenInteractive({
      authority: authorityOf(this.options.cloud, tenant),
      scopes: [...scopes],
      correlationId,
      openBrowser,
      // Sent before the code is exchanged, so it cannot say that all went well.
      successTemplate: browserPage(t('browser.done.title'), t('browser.done.body')),
      errorTemplate: browserPage(t('browser.failed.title'), t('browser.failed.body')),
      ...(prompt === undefined ? {} : { prompt }),
      ...(loginHint === undefined ? {} : { loginHint }),
      ...(claims === undefined ? {} : { claims }),
    });
    return interactive.catch(this.network.explain);
  }

  /** Signs in with a code that is typed on some device (RFC 8628). `finished` throws MSAL's errors. */
  acquireByDeviceCode({ tenant, scopes, claims, correlationId, tell }: DeviceRequest): DevicePolling {
    const request: DeviceCodeRequest = {
      authority: authorityOf(this.options.cloud, tenant),
      scopes: [...scopes],
      correlationId,
      deviceCodeCallback: tell,
      ...(claims === undefined ? {} : { claims }),
    };
    this.polling.begin();
    const result = this.application.acquireTokenByDeviceCode(request).catch(this.network.explain);
    return {
      finished: result.then(
        (answer) => {
          if (answer === null) throw new AccountGone();
          return answer;
        },
        (error: unknown) => {
          throw this.polling.refusalOf(error, this.ServerErrorClass);
        },
      ),
      cancel: () => (request.cancel = true),
    };
  }

  private async readAccounts(): Promise<void> {
    const all = await this.application.getAllAccounts();
    this.accounts = new Map(all.map((account) => [account.homeAccountId, account]));
  }
}
