import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { errorName } from '../error-words';
import type { SecretStorage } from '../platform/secret-storage';
import type { Log, Now } from '../ports';
import { EncryptedDocument } from '../storage/encrypted-document';
import type { DocumentPlace } from '../storage/json-document';
import { AccountClient, type AccountClientOptions } from './account-client';
import { readCache } from './cached-tokens';
import { splitByAccount } from './msal-cache';
import type { SourceEvents, TokenSource } from './token-source';

export interface AccountsOptions {
  readonly clientApplicationId: string;
  readonly client: AccountClientOptions['client'];
  readonly place: DocumentPlace;
  readonly secrets: SecretStorage;
  readonly events: SourceEvents & {
    /** The keyring that protects what is on disk is not there or locked. */
    readonly locked: () => void;
  };
  readonly now: Now;
  readonly log: Log;
}

/** The accounts that are signed in to one client application, each in a file of its own. */
export class Accounts {
  private readonly sources = new Map<string, TokenSource>();
  private isClosed = false;

  constructor(private readonly options: AccountsOptions) {}

  /** In the order of signing in. */
  get all(): readonly TokenSource[] {
    return [...this.sources.values()].sort((one, other) => (one.signedInOn ?? 0) - (other.signedInOn ?? 0));
  }

  find(accountId: string): TokenSource | undefined {
    return this.sources.get(accountId);
  }

  /** A source that is in no file, as a service principal is. */
  add(source: TokenSource): void {
    this.sources.set(source.account.id, source);
    this.options.events.changed();
  }

  /** Reads what is on disk, `first` first: it is the one in use. Tells each as it comes. @throws what the file system throws */
  async open(first: string | undefined): Promise<void> {
    const { clientApplicationId } = this.options;
    await this.takeOver(oldNameOf(clientApplicationId));
    const files = (await this.files()).map((file) => file.slice(0, -'.json'.length));
    const preferred = first === undefined ? undefined : nameOf(clientApplicationId, first);
    files.sort((one, other) => Number(other === preferred) - Number(one === preferred));
    for (const name of files) await this.openOne(name);
  }

  /** Takes what a sign-in has brought: a new account, or new tokens for one that is here. */
  async adopt(accountId: string, cache: string): Promise<void> {
    const { clientApplicationId, place, secrets, now, events } = this.options;
    const own = splitByAccount(cache).get(accountId);
    if (own === undefined) throw new RangeError('The sign-in brought no such account.');
    const known = this.sources.get(accountId);
    if (known instanceof AccountClient) return known.absorb(own, now());
    const { document } = await EncryptedDocument.open(place, nameOf(clientApplicationId, accountId), secrets);
    // Saved accounts are read one after the other, and this one's turn may be still to come.
    const saved = this.read(document);
    await saved?.absorb(own, now());
    const source = saved ?? (await AccountClient.begin(this.clientOptions(document), accountId, own, now()));
    if (this.isClosed) return source.forget();
    this.sources.set(accountId, source);
    events.changed();
  }

  /** Signs out: its tokens are gone from memory and disk when this resolves. */
  async forget(accountId: string): Promise<void> {
    const source = this.sources.get(accountId);
    if (source === undefined) return;
    this.sources.delete(accountId);
    this.options.events.changed();
    await source.forget();
  }

  /** Signs everybody out for good: also those whose file could not be read, and whoever is signing in at this moment. */
  async forgetAll(): Promise<void> {
    const { clientApplicationId, place } = this.options;
    this.isClosed = true;
    await Promise.all([...this.sources.keys()].map((id) => this.forget(id)));
    const files = [`${oldNameOf(clientApplicationId)}.json`, ...(await this.files())];
    await Promise.all(files.map((file) => rm(join(place.folder, file), { force: true })));
  }

  async close(): Promise<void> {
    this.isClosed = true;
    await Promise.all(this.all.map((source) => source.flush()));
  }

  private async files(): Promise<string[]> {
    const { clientApplicationId, place } = this.options;
    const prefix = prefixOf(clientApplicationId);
    return (await readdir(place.folder).catch(() => [])).filter(
      (file) => file.startsWith(prefix) && accountFile.test(file.slice(prefix.length)),
    );
  }

  /** What is saved in a document, if it is one of an account. */
  private read(document: EncryptedDocument): AccountClient | undefined {
    if (document.text === undefined) return undefined;
    try {
      return AccountClient.open(this.clientOptions(document));
    } catch (error) {
      this.options.log.warn(`an account could not be read: ${errorName(error)}`);
      return undefined;
    }
  }

  private async openOne(name: string): Promise<void> {
    const { events } = this.options;
    const document = await this.openDocument(name);
    if (this.isClosed || document?.text === undefined) return;
    const source = this.read(document);
    if (source === undefined) {
      events.unreadable(await document.giveUp());
      return;
    }
    // Whoever has signed in meanwhile has something newer.
    if (this.sources.has(source.account.id)) return;
    this.sources.set(source.account.id, source);
    events.changed();
  }

  /** Up to version 0.1 all accounts of a client application were in one document. */
  private async takeOver(name: string): Promise<void> {
    const { client, events } = this.options;
    const document = await this.openDocument(name);
    if (document?.text === undefined) return;
    try {
      for (const { id } of readCache(document.text, client.tenant).accounts)
        await this.adopt(id, document.text);
    } catch {
      events.unreadable(await document.giveUp());
      return;
    }
    await document.delete();
  }

  /** Undefined: it could not be read, and whoever listens has been told. */
  private async openDocument(name: string): Promise<EncryptedDocument | undefined> {
    const { place, secrets, events } = this.options;
    const { document, unreadable, locked } = await EncryptedDocument.open(place, name, secrets);
    if (locked === true) events.locked();
    else if (unreadable !== undefined) events.unreadable(unreadable);
    else return document;
    return undefined;
  }

  private clientOptions(document: EncryptedDocument): AccountClientOptions {
    const { client, events, log } = this.options;
    return { client, document, events, log };
  }
}

const accountFile = /^[0-9a-f]{16}\.json$/;

/** Of the one document of version 0.1. */
const oldNameOf = (clientApplicationId: string): string => `token-cache-${clientApplicationId}`;

const prefixOf = (clientApplicationId: string): string => `account-${clientApplicationId}-`;

/** A file name that says nothing about who it is. */
function nameOf(clientApplicationId: string, accountId: string): string {
  const hash = createHash('sha256').update(accountId).digest('hex').slice(0, 16);
  return `${prefixOf(clientApplicationId)}${hash}`;
}
