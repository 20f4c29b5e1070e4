import { randomUUID } from 'node:crypto';
import pLimit from 'p-limit';
import { accountKey, parseAccountKey } from '../shared/account-key';
import type { ClientApplication, ClientColour, CredentialInfo } from '../shared/client-application';
import type { CommandOutcome } from '../shared/ipc';
import { accountReport } from './account-report';
import type { SecretClipboard } from './clipboard/secret-clipboard';
import { currentIdentity, identityOf, type Identity } from './identities';
import type { DirectoryTenant } from './identity/account-record';
import { readDirectory } from './identity/arm-directory';
import type { ClientApplicationStore } from './identity/client-application-store';
import type { Credential } from './identity/credentials/credential';
import type { CredentialStore } from './identity/credentials/credential-store';
import { tokenFailure } from './identity/failures';
import type { Fetch } from './identity/network-client';
import type { OpenClient } from './identity/open-client';
import type { OpenClients } from './identity/open-clients';
import type { SignInDesk } from './identity/sign-in-desk';
import { makeSnapshot } from './make-snapshot';
import { done, copyPlain, type Outcomes } from './outcomes';
import type { Log, Now } from './ports';
import type { PresetTokens } from './preset-tokens';
import type { PresetStore } from './presets/preset-store';
import type { State } from './state';

export interface ClientAccountServices {
  readonly state: State;
  readonly presets: PresetStore;
  readonly clientApplications: ClientApplicationStore;
  readonly clients: OpenClients;
  readonly desk: SignInDesk;
  readonly credentials: CredentialStore;
  /** Forgets what proxies were told. */
  readonly forgetNetwork: () => Promise<void>;
  readonly clipboard: SecretClipboard;
  readonly fetch: Fetch;
  readonly saving: Outcomes['saving'];
  readonly now: Now;
  readonly log: Log;
}

const refused: CommandOutcome = { outcome: 'refused' };

interface Found {
  readonly client: OpenClient;
  readonly identity: Identity;
  readonly clientApplicationId: string;
  readonly accountId: string;
}

/** The commands about client applications, accounts, tenants and subscriptions. */
export class ClientAccounts {
  /** What is chosen, opened and removed goes in turn, so that what is open and what is shown are the same. */
  private readonly inTurn = pLimit(1);
  /** Directories being read, by account key. */
  private readonly readings = new Map<string, Promise<void>>();

  constructor(
    private readonly services: ClientAccountServices,
    private readonly tokens: PresetTokens,
  ) {}

  // Client applications

  /** Opens what was in use when the program ended, then all others, so that their accounts are known. */
  async resume(): Promise<void> {
    const { clientApplications } = this.services;
    const { current } = clientApplications;
    if (current !== undefined) await this.inTurn(() => this.open(current));
    for (const other of clientApplications.all)
      if (other.id !== current?.id) await this.inTurn(() => this.openIfStillThere(other));
  }

  private async openIfStillThere({ id }: ClientApplication): Promise<OpenClient | undefined> {
    const known = this.services.clientApplications.find(id);
    return known === undefined ? undefined : this.open(known);
  }

  /** Makes it the one in use, adding it if there is none like it. */
  choose(wanted: Omit<ClientApplication, 'id'>): Promise<ClientApplication> {
    return this.inTurn(() => this.chooseNow(wanted));
  }

  private async chooseNow(wanted: Omit<ClientApplication, 'id'>): Promise<ClientApplication> {
    const { clientApplications, state } = this.services;
    const known = clientApplications.findSame(wanted);
    const chosen = known ?? { ...wanted, id: randomUUID() };
    await this.services.saving(async () => {
      if (known === undefined) await clientApplications.add(chosen);
      await clientApplications.select(chosen.id);
    });
    state.update({ problems: {}, windowPage: 'main' });
    await this.open(chosen);
    return chosen;
  }

  /** Adds a service principal with its credential, and makes it the one in use. */
  async addServicePrincipal(
    wanted: Omit<ClientApplication, 'id'>,
    credential: Credential,
    info: CredentialInfo,
  ): Promise<CommandOutcome> {
    const { clientApplications, credentials } = this.services;
    const chosen = await this.choose(wanted);
    const outcome = await this.services.saving(() => credentials.put(chosen.id, credential));
    await this.services.saving(() => clientApplications.noteCredential(chosen.id, info));
    const client = this.services.clients.find(chosen.id);
    if (client !== undefined) void this.readDirectories(client, { onlyNew: true });
    return outcome;
  }

  /** The next token is asked for with it. */
  async setCredential(
    clientApplicationId: string,
    credential: Credential,
    info: CredentialInfo,
  ): Promise<CommandOutcome> {
    const { clientApplications, credentials, state } = this.services;
    if (clientApplications.find(clientApplicationId)?.kind !== 'service-principal') return refused;
    state.update({ problems: {}, failure: undefined });
    return this.services.saving(async () => {
      await credentials.put(clientApplicationId, credential);
      await clientApplications.noteCredential(clientApplicationId, info);
    });
  }

  async select(clientApplicationId: string): Promise<CommandOutcome> {
    const { clientApplications, state } = this.services;
    const wanted = clientApplications.find(clientApplicationId);
    if (wanted === undefined) return refused;
    state.update({ problems: {} });
    const outcome = await this.services.saving(() => clientApplications.select(clientApplicationId));
    await this.inTurn(() => this.openIfStillThere(wanted));
    return outcome;
  }

  async rename(clientApplicationId: string, name: string, colour: ClientColour): Promise<CommandOutcome> {
    const { clientApplications, state } = this.services;
    const known = clientApplications.find(clientApplicationId);
    if (known === undefined || state.value.managedClientIds.has(known.id)) return refused;
    const { name: _before, ...rest } = known;
    return this.services.saving(() =>
      clientApplications.replace({ ...rest, ...(name === '' ? {} : { name }), colour }),
    );
  }

  /** Signs out all its accounts, and presets that have fixed it go by the account in use. */
  remove(clientApplicationId: string): Promise<CommandOutcome> {
    return this.inTurn(() => this.removeNow(clientApplicationId));
  }

  private async removeNow(clientApplicationId: string): Promise<CommandOutcome> {
    const { clientApplications, state } = this.services;
    const known = clientApplications.find(clientApplicationId);
    if (known === undefined || state.value.managedClientIds.has(known.id)) return refused;
    await this.closeAndForget(known);
    const outcome = await this.services.saving(async () => {
      await this.letGoOf(({ clientApplicationId: fixed }) => fixed === known.id);
      await clientApplications.remove(known.id);
    });
    const { current } = clientApplications;
    if (current !== undefined) await this.open(current);
    state.update({ problems: {}, failure: undefined });
    return outcome;
  }

  /** Every account, client application and custom cloud of the person. Presets and settings stay. */
  async forgetEverything(): Promise<CommandOutcome> {
    const outcome = await this.inTurn(() => this.forgetNow());
    await this.resume();
    return outcome;
  }

  private async forgetNow(): Promise<CommandOutcome> {
    const { clientApplications, clients, desk, state } = this.services;
    desk.cancel();
    for (const each of clientApplications.all) await this.closeAndForget(each);
    // Secrets first, and each by itself: what cannot be written keeps nothing else from being forgotten.
    const { credentials, forgetNetwork, saving } = this.services;
    await saving(() => credentials.deleteAll());
    await saving(() => forgetNetwork());
    await saving(() => this.letGoOf(() => true));
    const outcome = await saving(() => clientApplications.forgetEverything());
    await clients.closeAll();
    state.update({ problems: {}, keepFreshStopped: {}, failure: undefined, windowPage: 'main' });
    return outcome;
  }

  /** A cloud has changed: what is open there goes on with what it is now. */
  async reopen(cloudId: string): Promise<void> {
    const { clientApplications, clients } = this.services;
    await this.inTurn(async () => {
      for (const each of clientApplications.all.filter(({ cloud }) => cloud === cloudId)) {
        await clients.close(each.id);
        await this.open(each);
      }
    });
  }

  // Accounts

  /** In the client application in use, or another one, which is in use then. */
  async signIn(clientApplicationId: string | undefined): Promise<CommandOutcome> {
    const { clientApplications } = this.services;
    const wanted =
      clientApplicationId === undefined
        ? clientApplications.current
        : clientApplications.find(clientApplicationId);
    // It has no person who could sign in.
    if (wanted === undefined || wanted.kind === 'service-principal') return refused;
    const client = await this.inTurn(() => this.openIfStillThere(wanted));
    if (client === undefined) return done;
    return this.tokens.signIn(client);
  }

  async selectAccount(key: string): Promise<CommandOutcome> {
    const found = this.find(key);
    if (found === undefined) return refused;
    const { state, clientApplications } = this.services;
    state.update({ problems: {} });
    return this.services.saving(() =>
      clientApplications.selectAccount(found.clientApplicationId, found.accountId),
    );
  }

  /** Its tokens are gone from memory and disk when this resolves. */
  async signOut(key: string): Promise<CommandOutcome> {
    const found = this.find(key);
    // A service principal goes with its client application.
    if (found === undefined || found.identity.account?.kind !== 'user') return refused;
    const { state, clientApplications } = this.services;
    const { client, clientApplicationId, accountId } = found;
    await client.tokens.signOut(accountId);
    const outcome = await this.services.saving(() =>
      clientApplications.forgetAccount(clientApplicationId, accountId),
    );
    state.update({ problems: {}, failure: undefined });
    if (state.value.windowPage === 'account') state.update({ windowPage: 'accounts' });
    return outcome;
  }

  showAccount(key: string): CommandOutcome {
    const found = parseAccountKey(key);
    if (found === undefined || this.find(key) === undefined) return refused;
    this.services.state.update({ shownAccount: found, windowPage: 'account' });
    return done;
  }

  async copyDetails(key: string): Promise<CommandOutcome> {
    const found = this.find(key);
    if (found === undefined) return refused;
    const { state, clipboard } = this.services;
    const { clientApplicationId, accountId } = found;
    const { details } = makeSnapshot({
      ...state.value,
      windowPage: 'account',
      shownAccount: { clientApplicationId, accountId },
    });
    if (details === undefined) return refused;
    return copyPlain(clipboard, accountReport(details));
  }

  // Tenants and subscriptions

  async selectTenant(key: string, tenantId: string): Promise<CommandOutcome> {
    const found = this.find(key);
    if (found === undefined) return refused;
    const { state, clientApplications } = this.services;
    state.update({ problems: {} });
    return this.services.saving(() => clientApplications.selectTenant(key, tenantId));
  }

  async selectSubscription(key: string, tenantId: string, subscriptionId: string): Promise<CommandOutcome> {
    if (this.find(key) === undefined) return refused;
    return this.services.saving(() =>
      this.services.clientApplications.selectSubscription(key, tenantId, subscriptionId),
    );
  }

  /** Signs in to one tenant, with what it asks for, and uses it from then on. */
  async signInForTenant(key: string, tenant: string): Promise<CommandOutcome> {
    const found = this.find(key);
    const { account } = found?.identity ?? {};
    if (found === undefined || account === undefined) return refused;
    const answer = await this.tokens.signInForTenant(found.client, { ...account, tenantId: tenant });
    if (answer === undefined) return done;
    const outcome = await this.services.saving(() =>
      this.services.clientApplications.selectTenant(key, answer.tenantId),
    );
    await this.rememberTenant(found, answer.tenantId);
    void this.readDirectory(found.client, found.accountId);
    return outcome;
  }

  async refreshDirectory(key: string): Promise<CommandOutcome> {
    const found = this.find(key);
    if (found === undefined) return refused;
    await this.readDirectory(found.client, found.accountId);
    return done;
  }

  /** Reads tenants and subscriptions of those accounts whose are not known yet. Never asks a person. */
  async readDirectories(client: OpenClient, { onlyNew }: { readonly onlyNew: boolean }): Promise<void> {
    for (const { account, directory } of client.contents.accounts) {
      const isBeingRead = this.readings.has(accountKey(client.clientApplication.id, account.id));
      if (!onlyNew || (directory === undefined && !isBeingRead)) await this.readDirectory(client, account.id);
    }
  }

  /** What is asked for while an answer is still to come is asked for again after it: a sign-in may have changed it. */
  private readDirectory(client: OpenClient, accountId: string): Promise<void> {
    const key = accountKey(client.clientApplication.id, accountId);
    const before = this.readings.get(key) ?? Promise.resolve();
    const reading = before
      .then(() => this.readDirectoryNow(client, accountId))
      .finally(() => {
        if (this.readings.get(key) === reading) this.readings.delete(key);
      });
    this.readings.set(key, reading);
    return reading;
  }

  private async readDirectoryNow(client: OpenClient, accountId: string): Promise<void> {
    const { cloud, clientApplication, accounts, tokens } = client;
    const { fetch, clients, now, log } = this.services;
    const source = accounts.find(accountId);
    const key = accountKey(clientApplication.id, accountId);
    if (source === undefined || cloud.arm === undefined || cloud.isAdfs) return;
    this.reading(key, true);
    const { account } = source;
    try {
      const directory = await readDirectory({
        arm: cloud.arm,
        fetch: (url, init) => fetch(clients.reachable(url), init),
        token: async (tenantId, scopes) =>
          (await tokens.getSilently({ scopes, account: { ...account, tenantId } })).accessToken,
        homeTenantId: account.kind === 'user' ? account.homeTenantId : account.tenantId,
        byHand: (source.directory?.tenants ?? []).filter(({ addedByHand }) => addedByHand === true),
        now,
      });
      await source.setDirectory(directory);
      this.failedReading(key, false);
    } catch (error) {
      log.info(`tenants and subscriptions were not read: ${tokenFailure(error, now()).failure.kind}`);
      this.failedReading(key, true);
    } finally {
      this.reading(key, false);
    }
  }

  /** A tenant that ARM does not list stays in the list all the same. */
  private async rememberTenant({ client, accountId }: Found, tenantId: string): Promise<void> {
    const source = client.accounts.find(accountId);
    if (source === undefined || tenantId === '') return;
    const tenants = source.directory?.tenants ?? [];
    if (tenants.some(({ id }) => id === tenantId)) return;
    const added: DirectoryTenant = { id: tenantId, subscriptions: [], addedByHand: true };
    await source.setDirectory({
      readOn: source.directory?.readOn ?? this.services.now(),
      tenants: [...tenants, added],
    });
  }

  private reading(key: string, isReading: boolean): void {
    const { state } = this.services;
    state.update({ directoriesRead: withOrWithout(state.value.directoriesRead, key, isReading) });
  }

  private failedReading(key: string, hasFailed: boolean): void {
    const { state } = this.services;
    state.update({ directoriesFailed: withOrWithout(state.value.directoriesFailed, key, hasFailed) });
  }

  /** Presets that have fixed what is going go by the account in use. */
  private async letGoOf(
    isGoing: (identity: NonNullable<Parameters<typeof identityOf>[1]>['identity'] & object) => boolean,
  ): Promise<void> {
    const { presets } = this.services;
    for (const { identity, ...preset } of presets.all)
      if (identity !== undefined && isGoing(identity)) await presets.replace(preset);
  }

  /** What is still under way for it comes to nothing, and its accounts are gone. */
  private async closeAndForget(clientApplication: ClientApplication): Promise<void> {
    const client = await this.open(clientApplication);
    const closing = this.services.clients.close(clientApplication.id);
    await client?.accounts.forgetAll();
    await closing;
  }

  private async open(clientApplication: ClientApplication): Promise<OpenClient | undefined> {
    const { clients, clientApplications, state } = this.services;
    try {
      return await clients.open(clientApplication, clientApplications.accountIds[clientApplication.id]);
    } catch {
      state.addNotice({ kind: 'client-application-unavailable' });
      return undefined;
    }
  }

  private find(key: string): Found | undefined {
    const parts = parseAccountKey(key);
    if (parts === undefined) return undefined;
    const client = this.services.clients.find(parts.clientApplicationId);
    const identity = identityOf(this.services.state.value, { identity: parts });
    if (client === undefined || identity?.account?.id !== parts.accountId) return undefined;
    return { client, identity, ...parts };
  }

  /** Whether nobody is signed in to the client application in use. */
  get nobodyIsSignedIn(): boolean {
    return currentIdentity(this.services.state.value)?.account === undefined;
  }
}

function withOrWithout(set: ReadonlySet<string>, item: string, isIn: boolean): ReadonlySet<string> {
  const others = [...set].filter((each) => each !== item);
  return new Set(isIn ? [...others, item] : others);
}
