import { z } from 'zod';
import { accountKey } from '../../shared/account-key';
import {
  clientApplicationSchema,
  credentialInfoSchema,
  type ClientApplication,
  type CredentialInfo,
} from '../../shared/client-application';
import { customCloudSchema, type CustomCloud } from '../../shared/cloud';
import type { JsonDocument } from '../storage/json-document';

export const clientApplicationsFileSchema = z.strictObject({
  version: z.literal(1),
  clientApplications: z.array(clientApplicationSchema).max(100),
  /** The one in use; absent before the first choice. */
  currentId: z.string().max(64).optional(),
  /** The account in use of each client application. */
  accounts: z.record(z.string(), z.string().max(512)),
  /** The tenant that tokens are asked for in, by account key. */
  tenants: z.record(z.string(), z.string().max(253)).default({}),
  /** The default subscription, by account key and tenant id with a space between. */
  subscriptions: z.record(z.string(), z.string().max(100)).default({}),
  clouds: z.array(customCloudSchema).max(100).default([]),
  /** What is known of the credentials of service principals, also of those the organisation has given. */
  credentials: z.record(z.string(), credentialInfoSchema).default({}),
});
type ClientApplicationsFile = z.infer<typeof clientApplicationsFileSchema>;

export const initialClientApplicationsFile: ClientApplicationsFile = {
  version: 1,
  clientApplications: [],
  accounts: {},
  tenants: {},
  subscriptions: {},
  clouds: [],
  credentials: {},
};

/** What the organisation has given beside the person's own. It is never written to the person's file. */
export interface ManagedClients {
  readonly clientApplications: readonly ClientApplication[];
  readonly clouds: readonly CustomCloud[];
  /** Whether people may have this one of their own. What is not allowed is hidden, not deleted. */
  readonly isAllowed: (client: Omit<ClientApplication, 'id'>) => boolean;
}

export const nothingManaged: ManagedClients = {
  clientApplications: [],
  clouds: [],
  isAllowed: () => true,
};

/**
 * The client applications a person has chosen, their custom clouds, and which account, tenant and subscription are in
 * use. What the organisation has given comes first, and wins where ids are the same.
 */
export class ClientApplicationStore {
  constructor(
    private readonly document: JsonDocument<ClientApplicationsFile>,
    private readonly managed: ManagedClients,
    private readonly changed: (store: ClientApplicationStore) => void,
  ) {}

  get all(): readonly ClientApplication[] {
    const { clientApplications, credentials } = this.document.value;
    const allowed = clientApplications.filter((each) => this.managed.isAllowed(each));
    return managedFirst(this.managed.clientApplications, allowed).map((each) => {
      const credential = credentials[each.id];
      return credential === undefined ? each : { ...each, credential };
    });
  }

  isAllowed(client: Omit<ClientApplication, 'id'>): boolean {
    return this.managed.isAllowed(client);
  }

  get clouds(): readonly CustomCloud[] {
    return managedFirst(this.managed.clouds, this.document.value.clouds);
  }

  get ownCloudIds(): ReadonlySet<string> {
    return new Set(this.document.value.clouds.map(({ id }) => id));
  }

  get current(): ClientApplication | undefined {
    return this.find(this.document.value.currentId) ?? this.managed.clientApplications[0];
  }

  get isFirstRun(): boolean {
    return this.document.value.clientApplications.length === 0;
  }

  get accountIds(): Readonly<Record<string, string>> {
    return this.document.value.accounts;
  }

  get tenantIds(): Readonly<Record<string, string>> {
    return this.document.value.tenants;
  }

  get subscriptionIds(): Readonly<Record<string, string>> {
    return this.document.value.subscriptions;
  }

  find(clientApplicationId: string | undefined): ClientApplication | undefined {
    return this.all.find(({ id }) => id === clientApplicationId);
  }

  /** One with the same client id, tenant, cloud and kind is the same one. */
  findSame(wanted: Omit<ClientApplication, 'id'>): ClientApplication | undefined {
    return this.all.find(
      ({ kind, clientId, tenant, cloud }) =>
        kind === wanted.kind &&
        clientId === wanted.clientId &&
        tenant === wanted.tenant &&
        cloud === wanted.cloud,
    );
  }

  async add(clientApplication: ClientApplication): Promise<void> {
    const file = this.document.value;
    await this.save({ ...file, clientApplications: [...file.clientApplications, clientApplication] });
  }

  async replace(clientApplication: ClientApplication): Promise<void> {
    const file = this.document.value;
    const clientApplications = file.clientApplications.map((each) =>
      each.id === clientApplication.id ? clientApplication : each,
    );
    await this.save({ ...file, clientApplications });
  }

  /** With all that is remembered of its accounts. Another one, if there is any, is in use then. */
  async remove(clientApplicationId: string): Promise<void> {
    const file = this.document.value;
    const isOther = (key: string): boolean => !key.startsWith(accountKey(clientApplicationId, ''));
    const clientApplications = file.clientApplications.filter(({ id }) => id !== clientApplicationId);
    const { [clientApplicationId]: _account, ...accounts } = file.accounts;
    const { currentId, ...rest } = file;
    const { [clientApplicationId]: _credential, ...credentials } = file.credentials;
    const next =
      currentId === clientApplicationId
        ? managedFirst(this.managed.clientApplications, clientApplications)[0]?.id
        : currentId;
    await this.save({
      ...rest,
      ...(next === undefined ? {} : { currentId: next }),
      clientApplications,
      credentials,
      accounts,
      tenants: filterKeys(file.tenants, isOther),
      subscriptions: filterKeys(file.subscriptions, isOther),
    });
  }

  /** What is known of a service principal's credential; the credential itself is kept elsewhere. */
  async noteCredential(clientApplicationId: string, info: CredentialInfo): Promise<void> {
    const file = this.document.value;
    await this.save({ ...file, credentials: { ...file.credentials, [clientApplicationId]: info } });
  }

  async select(clientApplicationId: string): Promise<void> {
    await this.save({ ...this.document.value, currentId: clientApplicationId });
  }

  /** The account in use of a client application, which becomes the one in use if it is to. */
  async selectAccount(clientApplicationId: string, accountId: string, makeCurrent = true): Promise<void> {
    const file = this.document.value;
    const accounts = { ...file.accounts, [clientApplicationId]: accountId };
    await this.save({ ...file, ...(makeCurrent ? { currentId: clientApplicationId } : {}), accounts });
  }

  /** Somebody has signed out: nothing of them is remembered. */
  async forgetAccount(clientApplicationId: string, accountId: string): Promise<void> {
    const file = this.document.value;
    const key = accountKey(clientApplicationId, accountId);
    const isOther = (each: string): boolean => each !== key && !each.startsWith(`${key} `);
    const { [clientApplicationId]: selected, ...others } = file.accounts;
    await this.save({
      ...file,
      accounts: selected === accountId ? others : file.accounts,
      tenants: filterKeys(file.tenants, isOther),
      subscriptions: filterKeys(file.subscriptions, isOther),
    });
  }

  /** By account key. */
  async selectTenant(key: string, tenantId: string): Promise<void> {
    const file = this.document.value;
    await this.save({ ...file, tenants: { ...file.tenants, [key]: tenantId } });
  }

  /** By account key. */
  async selectSubscription(key: string, tenantId: string, subscriptionId: string): Promise<void> {
    const file = this.document.value;
    await this.save({
      ...file,
      subscriptions: { ...file.subscriptions, [`${key} ${tenantId}`]: subscriptionId },
    });
  }

  async addCloud(cloud: CustomCloud): Promise<void> {
    const file = this.document.value;
    await this.save({ ...file, clouds: [...file.clouds.filter(({ id }) => id !== cloud.id), cloud] });
  }

  async removeCloud(cloudId: string): Promise<void> {
    const file = this.document.value;
    await this.save({ ...file, clouds: file.clouds.filter(({ id }) => id !== cloudId) });
  }

  /** Everything of the person's; what the organisation has given stays. */
  async forgetEverything(): Promise<void> {
    await this.save(initialClientApplicationsFile);
  }

  // What cannot be written is in use all the same.
  private async save(file: ClientApplicationsFile): Promise<void> {
    const saving = this.document.save(file);
    this.changed(this);
    await saving;
  }
}

function managedFirst<Item extends { readonly id: string }>(
  managed: readonly Item[],
  own: readonly Item[],
): readonly Item[] {
  const taken = new Set(managed.map(({ id }) => id));
  return [...managed, ...own.filter(({ id }) => !taken.has(id))];
}

const filterKeys = (
  record: Readonly<Record<string, string>>,
  keep: (key: string) => boolean,
): Record<string, string> => Object.fromEntries(Object.entries(record).filter(([key]) => keep(key)));
