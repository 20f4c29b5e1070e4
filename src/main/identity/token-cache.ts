import { errorName } from '../error-words';
import type { Log } from '../ports';
import type { EncryptedDocument } from '../storage/encrypted-document';
import { readCache, type CacheContents } from './cached-tokens';
import type { CacheKeeper } from './public-client';

const empty: CacheContents = { accounts: [], tokens: [] };

export interface TokenCacheEvents {
  /** The accounts or the times of tokens have changed. */
  readonly changed: (contents: CacheContents) => void;
  /** It could not be read and was set aside under this name. */
  readonly unreadable: (file: string) => void;
  /** It could not be written; it stays in memory. */
  readonly notSaved: () => void;
}

/** MSAL's cache of one client application, kept as one encrypted document. */
export class TokenCache implements CacheKeeper {
  private known: CacheContents = empty;

  private constructor(
    private readonly document: EncryptedDocument,
    private readonly clientTenant: string,
    private readonly events: TokenCacheEvents,
    private readonly log: Log,
  ) {}

  static async open(
    document: EncryptedDocument,
    clientTenant: string,
    events: TokenCacheEvents,
    log: Log,
  ): Promise<TokenCache> {
    const cache = new TokenCache(document, clientTenant, events, log);
    if (document.text !== undefined) {
      try {
        cache.known = readCache(document.text, clientTenant);
      } catch {
        await cache.damaged();
      }
    }
    return cache;
  }

  get contents(): CacheContents {
    return this.known;
  }

  load(): string | undefined {
    return this.document.text;
  }

  async save(serialised: string): Promise<void> {
    try {
      this.known = readCache(serialised, this.clientTenant);
      this.events.changed(this.known);
      await this.document.save(serialised);
    } catch (error) {
      this.log.error(`the token cache could not be written: ${errorName(error)}`);
      this.events.notSaved();
    }
  }

  async damaged(): Promise<void> {
    this.known = empty;
    this.events.unreadable(await this.document.giveUp());
    this.events.changed(empty);
  }
}
