import type { AuthenticationResult } from '@azure/msal-node';
import pLimit from 'p-limit';
import { errorName } from '../error-words';
import type { Log } from '../ports';
import type { EncryptedDocument } from '../storage/encrypted-document';
import { parseAccountRecord, type AccountRecord, type Directory } from './account-record';
import { readCache, type CacheContents, type CachedAccount } from './cached-tokens';
import { mergeCaches } from './msal-cache';
import { AccountGone, NoCache, PublicClient, type PublicClientOptions } from './public-client';
import type { AcquireRequest, SourceEvents, TokenSource } from './token-source';

export interface AccountClientOptions {
  readonly client: Omit<PublicClientOptions, 'serialised'>;
  readonly document: EncryptedDocument;
  readonly events: SourceEvents;
  readonly log: Log;
}

interface Known {
  readonly account: CachedAccount;
  readonly tokens: CacheContents['tokens'];
}

/**
 * One signed-in user of one client application, with an MSAL client and an encrypted document of its own: no account
 * waits for another, and writing one writes no other. Memory is what counts; it is written after each call that has
 * changed it, also after one that has failed: a refresh token that the server calls `bad_token` is dropped by MSAL in
 * memory only.
 */
export class AccountClient implements TokenSource {
  /** Silent calls that may ask the network go one at a time: side by side, MSAL would lose tokens. */
  private readonly oneAtATime = pLimit(1);
  private client: Promise<PublicClient> | undefined;
  private isForgotten = false;
  /** The file may be somebody else's by now, or gone. */
  private isEnded = false;
  /** MSAL does not take the cache. */
  private isRefused = false;

  private constructor(
    private readonly options: AccountClientOptions,
    private record: AccountRecord,
    private known: Known,
  ) {}

  /** From the document, without loading msal-node. @throws ZodError, SyntaxError, AccountGone when it makes no sense */
  static open(options: AccountClientOptions): AccountClient {
    const record = withTenant(parseAccountRecord(options.document.text ?? ''), options.client.tenant);
    return new AccountClient(options, record, read(record, options.client.tenant));
  }

  /** Of a sign-in that has just brought this cache. */
  static async begin(
    options: AccountClientOptions,
    accountId: string,
    cache: string,
    now: number,
  ): Promise<AccountClient> {
    const record = withTenant({ version: 1, accountId, cache, signedInOn: now }, options.client.tenant);
    const client = new AccountClient(options, record, read(record, options.client.tenant));
    await client.save();
    return client;
  }

  get account(): CachedAccount {
    return this.known.account;
  }

  get tokens(): CacheContents['tokens'] {
    return this.known.tokens;
  }

  get directory(): Directory | undefined {
    return this.record.directory;
  }

  get signedInOn(): number | undefined {
    return this.record.signedInOn;
  }

  acquire(request: AcquireRequest): Promise<AuthenticationResult> {
    // Nobody who copies a good token waits for the renewal of another.
    return request.inMemory ? this.ask(request) : this.oneAtATime(() => this.ask(request));
  }

  /** Takes what a new sign-in has brought; what is here already stays good. */
  absorb(cache: string, now: number): Promise<void> {
    return this.oneAtATime(async () => {
      const base = await this.serialised();
      this.client = undefined;
      this.isRefused = false;
      await this.take({ ...this.record, cache: mergedOr(base, cache), signedInOn: now });
    });
  }

  async setDirectory(directory: Directory): Promise<void> {
    await this.take({ ...this.record, directory });
  }

  async forget(): Promise<void> {
    this.isForgotten = true;
    this.client = undefined;
    await this.options.document.delete();
  }

  async flush(): Promise<void> {
    await this.oneAtATime(() => this.options.document.flush());
    this.isEnded = true;
  }

  private async ask({ inMemory, tenantId, ...request }: AcquireRequest): Promise<AuthenticationResult> {
    this.throwIfForgotten();
    const client = await this.publicClient();
    const before = client.requestCount;
    try {
      const result = await client.acquireSilently({ ...request, accountId: this.record.accountId, tenantId });
      // Whoever has signed out meanwhile does not want the token.
      this.throwIfForgotten();
      return result;
    } finally {
      // MSAL calls its cache changed after every hit, too. Writing all of it would cost 20 ms and more a copy.
      if (!inMemory && client.requestCount !== before && client.hasChanged)
        await this.take({ ...this.record, cache: client.serialise() });
    }
  }

  private throwIfForgotten(): void {
    if (this.isForgotten) throw new AccountGone();
  }

  private publicClient(): Promise<PublicClient> {
    this.client ??= this.create();
    this.client.catch(() => (this.client = undefined));
    return this.client;
  }

  private async create(): Promise<PublicClient> {
    try {
      return await PublicClient.create({ ...this.options.client, serialised: this.record.cache });
    } catch (error) {
      if (!(error instanceof NoCache)) throw error;
      this.isRefused = true;
      // What is shown of it could be read, and MSAL cannot read it: only a sign-in helps.
      if (this.options.document.isPersistent)
        this.options.events.unreadable(await this.options.document.giveUp());
      throw new AccountGone();
    }
  }

  /** Undefined: MSAL refuses what is kept, and would do so again. */
  private async serialised(): Promise<string | undefined> {
    const client = await this.client?.catch(() => undefined);
    return client?.serialise() ?? (this.isRefused ? undefined : this.record.cache);
  }

  private async take(record: AccountRecord): Promise<void> {
    if (this.isForgotten || this.isEnded) return;
    const known = read(record, this.options.client.tenant);
    // MSAL has dropped everything: the person is still shown, and has to sign in.
    this.record = record;
    this.known = known;
    this.options.events.changed();
    await this.save();
  }

  private async save(): Promise<void> {
    try {
      await this.options.document.save(JSON.stringify(this.record));
    } catch (error) {
      this.options.log.error(`an account could not be written: ${errorName(error)}`);
      this.options.events.notSaved();
    }
  }
}

/** A sign-in is worth more than what makes no sense any more. */
function mergedOr(base: string | undefined, fresh: string): string {
  try {
    return mergeCaches(base, fresh);
  } catch {
    return fresh;
  }
}

/** @throws AccountGone when the account is not in its own cache */
function read({ accountId, cache, tenantId }: AccountRecord, clientTenant: string): Known {
  const { accounts, tokens } = readCache(cache, clientTenant);
  const account = accounts.find(({ id }) => id === accountId);
  if (account === undefined) throw new AccountGone();
  return {
    account: tenantId === undefined ? account : { ...account, tenantId },
    tokens: tokens.filter((token) => token.accountId === accountId),
  };
}

/** @throws AccountGone when the account is not in its own cache */
function withTenant(record: AccountRecord, clientTenant: string): AccountRecord {
  return { ...record, tenantId: record.tenantId ?? read(record, clientTenant).account.tenantId };
}
