import type { ClientApplication } from '../../shared/client-application';
import type { SecretStorage } from '../platform/secret-storage';
import type { After, Log, Now } from '../ports';
import type { DocumentPlace } from '../storage/json-document';
import type { Directory } from './account-record';
import { Accounts } from './accounts';
import { AnswerWatch } from './answer-watch';
import type { CachedAccount, CachedToken } from './cached-tokens';
import type { Cloud } from './clouds';
import type { Fetch } from './network-client';
import type { SignInFlows } from './sign-in';
import type { SignInDesk } from './sign-in-desk';
import { TokenService } from './token-service';
import type { SourceEvents, TokenSource } from './token-source';

/** One account of an open client application, as much of it as may be shown. */
export interface AccountContents {
  readonly account: CachedAccount;
  readonly tokens: readonly CachedToken[];
  readonly directory: Directory | undefined;
  /** ms since the epoch */
  readonly signedInOn: number | undefined;
}

/** An open client application, as much of it as may be shown. */
export interface ClientContents {
  readonly clientApplication: ClientApplication;
  readonly cloud: Cloud;
  /** In the order of signing in. */
  readonly accounts: readonly AccountContents[];
}

export interface OpenClientOptions {
  readonly place: DocumentPlace;
  readonly secrets: SecretStorage;
  readonly fetch: Fetch;
  /** Opens an https address, or one of the demo's on loopback, in the system browser. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly flows: () => SignInFlows;
  readonly desk: SignInDesk;
  /** Makes the source of a service principal's tokens. */
  readonly servicePrincipal: (
    clientApplication: ClientApplication,
    cloud: Cloud,
    events: SourceEvents,
    fetch: Fetch,
  ) => Promise<TokenSource>;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
}

export interface OpenClientEvents {
  readonly changed: (contents: ClientContents) => void;
  /** Saved sign-ins could not be read and were set aside under this name. */
  readonly unreadable: (file: string) => void;
  readonly notSaved: () => void;
  readonly locked: () => void;
  /** This computer's clock differs harmfully from the service's, or (undefined) no longer. In ms. */
  readonly clockSkewed: (clockSkew: number | undefined) => void;
  readonly signedIn: (accountId: string) => void;
}

/** How long closing waits for answers that are still to come, in ms. */
const closePatience = 2000;

/** A client application with its cloud, its accounts and their tokens. Several are open side by side. */
export class OpenClient {
  private constructor(
    readonly clientApplication: ClientApplication,
    readonly cloud: Cloud,
    readonly tokens: TokenService,
    readonly accounts: Accounts,
    private readonly options: OpenClientOptions,
    private readonly events: SourceEvents,
    private readonly fetch: Fetch,
  ) {}

  /** Of an application whose accounts are still to be read: see `load`. */
  static create(
    clientApplication: ClientApplication,
    cloud: Cloud,
    options: OpenClientOptions,
    events: OpenClientEvents,
  ): OpenClient {
    const { place, secrets, now, log } = options;
    const watch = new AnswerWatch(now, events.clockSkewed);
    const fetch = watch.watched(options.fetch);
    const sourceEvents = {
      changed: () => events.changed(client.contents),
      notSaved: events.notSaved,
      unreadable: events.unreadable,
      locked: events.locked,
    };
    const { id, clientId, tenant } = clientApplication;
    const accounts = new Accounts({
      clientApplicationId: id,
      client: { clientId, tenant, cloud, fetch },
      place,
      secrets,
      events: sourceEvents,
      now,
      log,
    });
    const tokens = new TokenService({
      clientApplication,
      cloud,
      accounts,
      desk: options.desk,
      watch,
      fetch,
      openBrowser: options.openBrowser,
      flows: options.flows,
      after: options.after,
      now,
      log,
      signedIn: events.signedIn,
    });
    const client: OpenClient = new OpenClient(
      clientApplication,
      cloud,
      tokens,
      accounts,
      options,
      sourceEvents,
      fetch,
    );
    return client;
  }

  /** Reads its saved accounts one after the other, `firstAccountId` first. @throws what the file system throws */
  async load(firstAccountId: string | undefined): Promise<void> {
    const { accounts, clientApplication, cloud, events, options } = this;
    events.changed();
    if (clientApplication.kind === 'service-principal')
      accounts.add(await options.servicePrincipal(clientApplication, cloud, events, this.fetch));
    else await accounts.open(firstAccountId);
  }

  get contents(): ClientContents {
    const { clientApplication, cloud } = this;
    const accounts = this.accounts.all.map(({ account, tokens, directory, signedInOn }) => ({
      account,
      tokens,
      directory,
      signedInOn,
    }));
    return { clientApplication, cloud, accounts };
  }

  /** Ends a sign-in under way and waits for everything to be on disk; not for ever, where the network does not answer. */
  async close(): Promise<void> {
    let stopWaiting = (): void => undefined;
    const patience = new Promise<void>(
      (resolve) => (stopWaiting = this.options.after(closePatience, resolve)),
    );
    const closing = this.tokens.close().then(() => this.accounts.close());
    await Promise.race([closing, patience]);
    stopWaiting();
  }
}
