import type { AuthenticationResult } from '@azure/msal-node';
import type { ClientApplication } from '../../shared/client-application';
import { errorName } from '../error-words';
import type { SecretStorage } from '../platform/secret-storage';
import type { Log } from '../ports';
import { EncryptedDocument } from '../storage/encrypted-document';
import type { DocumentPlace } from '../storage/json-document';
import { parseAccountRecord, type AccountRecord, type Directory } from './account-record';
import { adfsTenant, readCache, type CacheContents, type CachedAccount } from './cached-tokens';
import type { Cloud } from './clouds';
import { ConfidentialClient } from './confidential-client';
import type { Credential } from './credentials/credential';
import { splitByAccount } from './msal-cache';
import type { Fetch } from './network-client';
import { AccountGone, NoCache } from './public-client';
import type { AcquireRequest, SourceEvents, TokenSource } from './token-source';

/** There is no credential to prove with who the application is: it has to be entered (again). */
export class CredentialMissing extends Error {
  override readonly name = 'CredentialMissing';
}

export interface ServicePrincipalOptions {
  readonly clientApplication: Pick<ClientApplication, 'id' | 'name' | 'clientId' | 'tenant'>;
  readonly cloud: Cloud;
  readonly fetch: Fetch;
  /** The one saved now; another one is used from the next token on. */
  readonly credential: () => Promise<Credential | undefined>;
  readonly forgetCredential: () => Promise<void>;
  readonly place: DocumentPlace;
  readonly secrets: SecretStorage;
  readonly events: SourceEvents;
  readonly log: Log;
}

type Tokens = CacheContents['tokens'];

interface Client {
  readonly credential: Credential;
  readonly made: Promise<ConfidentialClient>;
}

/** An application that signs in as itself, with its tokens in an encrypted document of its own. */
export class ServicePrincipal implements TokenSource {
  readonly signedInOn = undefined;
  private client: Client | undefined;
  private isForgotten = false;

  private constructor(
    private readonly options: ServicePrincipalOptions,
    private readonly document: EncryptedDocument,
    private record: AccountRecord,
    private known: Tokens,
  ) {}

  /** Reads its saved tokens, without msal-node. @throws what the file system throws */
  static async open(options: ServicePrincipalOptions): Promise<ServicePrincipal> {
    const { clientApplication, place, secrets, events } = options;
    const name = `service-principal-${clientApplication.id}`;
    const { document, unreadable } = await EncryptedDocument.open(place, name, secrets);
    if (unreadable !== undefined) events.unreadable(unreadable);
    const empty: AccountRecord = { version: 1, accountId: clientApplication.clientId, cache: '' };
    if (document.text === undefined) return new ServicePrincipal(options, document, empty, []);
    try {
      const record = parseAccountRecord(document.text);
      return new ServicePrincipal(options, document, record, tokensOf(record.cache, options));
    } catch {
      events.unreadable(await document.giveUp());
      return new ServicePrincipal(options, document, empty, []);
    }
  }

  get account(): CachedAccount {
    const { name, clientId, tenant } = this.options.clientApplication;
    const tenantId = this.options.cloud.isAdfs ? '' : tenant;
    return {
      kind: 'service-principal',
      id: clientId,
      name: name ?? clientId,
      username: clientId,
      homeTenantId: tenantId,
      tenantId,
    };
  }

  get tokens(): Tokens {
    return this.known;
  }

  get directory(): Directory | undefined {
    return this.record.directory;
  }

  /** @throws CredentialMissing, AccountGone, and MSAL's errors */
  async acquire(request: AcquireRequest): Promise<AuthenticationResult> {
    const client = await this.confidentialClient();
    const before = client.requestCount;
    try {
      return await client.acquire(request);
    } finally {
      if (client.requestCount !== before) await this.take({ ...this.record, cache: client.serialise() });
    }
  }

  async setDirectory(directory: Directory): Promise<void> {
    await this.take({ ...this.record, directory });
  }

  async forget(): Promise<void> {
    this.isForgotten = true;
    this.client = undefined;
    await Promise.all([this.document.delete(), this.options.forgetCredential()]);
  }

  flush(): Promise<void> {
    return this.document.flush();
  }

  private async confidentialClient(): Promise<ConfidentialClient> {
    const credential = await this.options.credential();
    if (this.isForgotten) throw new AccountGone();
    if (credential === undefined) throw new CredentialMissing('No secret or certificate is saved.');
    if (this.client?.credential !== credential) this.client = this.begin(credential);
    return this.client.made;
  }

  private begin(credential: Credential): Client {
    const client: Client = { credential, made: this.create(credential) };
    client.made.catch(() => {
      if (this.client === client) this.client = undefined;
    });
    return client;
  }

  private async create(credential: Credential): Promise<ConfidentialClient> {
    const { cloud, fetch, clientApplication } = this.options;
    const { clientId, tenant } = clientApplication;
    const options = { clientId, tenant, cloud, credential, fetch };
    try {
      return await ConfidentialClient.create({ ...options, serialised: this.record.cache });
    } catch (error) {
      if (!(error instanceof NoCache)) throw error;
      // Nobody has to sign in: new tokens take the place of those that cannot be read.
      return ConfidentialClient.create(options);
    }
  }

  private async take(record: AccountRecord): Promise<void> {
    if (this.isForgotten) return;
    this.known = tokensOf(record.cache, this.options);
    this.record = record;
    this.options.events.changed();
    try {
      await this.document.save(JSON.stringify(record));
    } catch (error) {
      this.options.log.error(`a service principal could not be written: ${errorName(error)}`);
      this.options.events.notSaved();
    }
  }
}

/** The times of its tokens. MSAL's cache gives them to no account. @throws ZodError, SyntaxError */
function tokensOf(cache: string, { clientApplication, cloud }: ServicePrincipalOptions): Tokens {
  if (cache === '') return [];
  const own = splitByAccount(cache).get('');
  if (own === undefined) return [];
  return readCache(own, clientApplication.tenant).tokens.map((token) => ({
    ...token,
    accountId: clientApplication.clientId,
    tenantId: cloud.isAdfs && token.tenantId === adfsTenant ? '' : token.tenantId,
  }));
}
