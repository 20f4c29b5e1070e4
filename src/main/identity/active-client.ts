import type { ClientApplication } from '../../shared/client-application';
import type { After, Log, Now } from '../ports';
import { EncryptedDocument } from '../storage/encrypted-document';
import type { DocumentPlace } from '../storage/json-document';
import type { SecretStorage } from '../platform/secret-storage';
import type { CacheContents } from './cached-tokens';
import { cloudById, type Cloud } from './clouds';
import type { Fetch } from './network-client';
import { TokenCache } from './token-cache';
import { TokenService, type SignInProgress } from './token-service';

/** The demo tenant, as much of it as is needed here; its code is loaded only when it is used. */
export interface RunningDemo {
  readonly origin: string;
  toLoopback(url: string): string;
  stop(): Promise<void>;
}

export interface ActiveClientOptions {
  readonly place: DocumentPlace;
  readonly secrets: SecretStorage;
  readonly fetch: Fetch;
  /** Opens an https address, or one of the demo's on loopback, in the system browser. */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly startDemo: (state: EncryptedDocument) => Promise<RunningDemo>;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
  readonly cacheChanged: (contents: CacheContents) => void;
  readonly cacheUnreadable: (file: string) => void;
  readonly cacheNotSaved: () => void;
  readonly signInChanged: (progress: SignInProgress | undefined) => void;
  readonly signedIn: () => void;
}

/** How long closing waits for answers that are still to come, in ms. */
const closePatience = 2000;

/** The client application in use: its cloud, its encrypted cache, its tokens. Opened on choice, closed on leaving. */
export class ActiveClient {
  private constructor(
    readonly clientApplication: ClientApplication,
    readonly cloud: Cloud,
    readonly tokens: TokenService,
    readonly cache: TokenCache,
    readonly isPersistent: boolean,
    private readonly document: EncryptedDocument,
    private readonly demo: RunningDemo | undefined,
    private readonly after: After,
  ) {}

  /** @throws when its cloud is unknown, and what the file system throws */
  static async open(
    clientApplication: ClientApplication,
    options: ActiveClientOptions,
  ): Promise<ActiveClient> {
    const cloud = cloudById(clientApplication.cloud);
    if (cloud === undefined) throw new RangeError(`There is no cloud called "${clientApplication.cloud}".`);
    const { place, secrets, log } = options;
    const opened = await EncryptedDocument.open(place, `token-cache-${clientApplication.id}`, secrets);
    if (opened.unreadable !== undefined) options.cacheUnreadable(opened.unreadable);
    const cache = await TokenCache.open(
      opened.document,
      clientApplication.tenant,
      { changed: options.cacheChanged, unreadable: options.cacheUnreadable, notSaved: options.cacheNotSaved },
      log,
    );
    const demo = clientApplication.kind === 'demo' ? await startDemo(options) : undefined;
    const onLoopback = (url: string): string => demo?.toLoopback(url) ?? url;
    const tokens = new TokenService({
      clientApplication,
      cloud,
      cache,
      fetch: (url, init) => options.fetch(onLoopback(url), init),
      openBrowser: (url) => options.openBrowser(onLoopback(url)),
      after: options.after,
      now: options.now,
      log,
      signInChanged: options.signInChanged,
      signedIn: options.signedIn,
    });
    const { document } = opened;
    return new ActiveClient(
      clientApplication,
      cloud,
      tokens,
      cache,
      document.isPersistent,
      document,
      demo,
      options.after,
    );
  }

  get demoOrigin(): string | undefined {
    return this.demo?.origin;
  }

  /** The address under which this computer's browser finds `url`. */
  reachable(url: string): string {
    return this.demo?.toLoopback(url) ?? url;
  }

  /** Ends a sign-in under way and waits for the cache to be on disk; not for ever, where the network does not answer. */
  async close(): Promise<void> {
    const patience = new Promise<void>((resolve) => void this.after(closePatience, resolve));
    await Promise.race([this.tokens.close(), patience]);
    await this.document.flush();
    await this.demo?.stop();
  }
}

async function startDemo({ place, secrets, startDemo: start }: ActiveClientOptions): Promise<RunningDemo> {
  const { document } = await EncryptedDocument.open(place, 'demo-tenant', secrets);
  return start(document);
}
