import { randomUUID } from 'node:crypto';
import { definedOnly } from '../shared/defined-only';
import { checkClientApplication, checkCloud, checkServicePrincipal } from '../shared/drafts';
import type { CommandArguments, CommandName, CommandOutcome } from '../shared/ipc';
import type { ForbiddenThing } from '../shared/snapshot';
import { azureCliClientId } from '../shared/well-known';
import type { ClientAccounts } from './client-accounts';
import type { ClientApplicationStore } from './identity/client-application-store';
import { readCredential } from './identity/credentials/credential';
import { done, type Outcomes } from './outcomes';
import type { Now } from './ports';
import type { State } from './state';

export interface ClientChoiceServices {
  readonly state: State;
  readonly clientApplications: ClientApplicationStore;
  readonly demoClient: () => Promise<{ clientId: string; tenant: string }>;
  readonly now: Now;
}

type Args<Name extends CommandName> = CommandArguments<Name>;

/** The commands about client applications that are chosen, and the clouds they are in: what was typed is checked here. */
export class ClientChoices {
  constructor(
    private readonly services: ClientChoiceServices,
    private readonly outcomes: Outcomes,
    private readonly accounts: ClientAccounts,
  ) {}

  async chooseOrganisationApp({
    cloud = 'public',
    ...draft
  }: Args<'chooseOrganisationApp'>): Promise<CommandOutcome> {
    if (this.isForbidden('ownClientApplications'))
      return this.outcomes.refused('chooseOrganisationApp, which is forbidden');
    const known = this.services.state.value.clouds.find(({ id }) => id === cloud);
    if (known === undefined) return this.outcomes.refused('chooseOrganisationApp for an unknown cloud');
    const checked = checkClientApplication(draft, known.isAdfs);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    return this.choose({ kind: 'organisation', cloud, ...checked.value });
  }

  async chooseAzureCli(): Promise<CommandOutcome> {
    if (this.isForbidden('azureCliClient'))
      return this.outcomes.refused('chooseAzureCli, which is forbidden');
    return this.choose({
      kind: 'azure-cli',
      clientId: azureCliClientId,
      tenant: 'organizations',
      cloud: 'public',
    });
  }

  async chooseDemo(): Promise<CommandOutcome> {
    if (this.isForbidden('demoTenant')) return this.outcomes.refused('chooseDemo, which is forbidden');
    return this.choose({ kind: 'demo', cloud: 'demo', ...(await this.services.demoClient()) });
  }

  async addServicePrincipal({
    credential: credentialDraft,
    ...draft
  }: Args<'addServicePrincipal'>): Promise<CommandOutcome> {
    if (this.isForbidden('servicePrincipals'))
      return this.outcomes.refused('addServicePrincipal, which is forbidden');
    const cloud = this.services.state.value.clouds.find(({ id }) => id === draft.cloud);
    if (cloud === undefined) return this.outcomes.refused('addServicePrincipal for an unknown cloud');
    const checked = checkServicePrincipal(draft, cloud.isAdfs);
    const read = readCredential(credentialDraft, this.services.now());
    if (!checked.ok || !read.ok) {
      const problems = { ...(checked.ok ? {} : checked.problems), ...(read.ok ? {} : read.problems) };
      return { outcome: 'invalid', problems: definedOnly(problems) };
    }
    const wanted = { kind: 'service-principal', cloud: cloud.id, ...checked.value } as const;
    return this.accounts.addServicePrincipal(wanted, read.value.credential, read.value.info);
  }

  async setCredential({ clientApplicationId, credential }: Args<'setCredential'>): Promise<CommandOutcome> {
    const read = readCredential(credential, this.services.now());
    if (!read.ok) return { outcome: 'invalid', problems: definedOnly(read.problems) };
    return this.accounts.setCredential(clientApplicationId, read.value.credential, read.value.info);
  }

  async addCloud(draft: Args<'addCloud'>): Promise<CommandOutcome> {
    if (this.isForbidden('customClouds')) return this.outcomes.refused('addCloud, which is forbidden');
    const checked = checkCloud(draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    const id = `cloud-${randomUUID()}`;
    return this.outcomes.saving(() => this.services.clientApplications.addCloud({ id, ...checked.value }));
  }

  async editCloud({ cloudId, draft }: Args<'editCloud'>): Promise<CommandOutcome> {
    if (this.isForbidden('customClouds')) return this.outcomes.refused('editCloud, which is forbidden');
    if (!this.services.state.value.ownCloudIds.has(cloudId))
      return this.outcomes.refused('editCloud for an unknown cloud');
    const checked = checkCloud(draft);
    if (!checked.ok) return { outcome: 'invalid', problems: definedOnly(checked.problems) };
    const outcome = await this.outcomes.saving(() =>
      this.services.clientApplications.addCloud({ id: cloudId, ...checked.value }),
    );
    await this.accounts.reopen(cloudId);
    return outcome;
  }

  async removeCloud(cloudId: string): Promise<CommandOutcome> {
    const { clientApplications, state } = this.services;
    if (!state.value.ownCloudIds.has(cloudId))
      return this.outcomes.refused('removeCloud for an unknown cloud');
    if (clientApplications.all.some(({ cloud }) => cloud === cloudId))
      return this.outcomes.refused('removeCloud for a cloud in use');
    return this.outcomes.saving(() => clientApplications.removeCloud(cloudId));
  }

  private async choose(wanted: Parameters<ClientAccounts['choose']>[0]): Promise<CommandOutcome> {
    if (!this.services.clientApplications.isAllowed(wanted))
      return this.outcomes.refused('a client application that is forbidden');
    await this.accounts.choose(wanted);
    // The next thing anybody wants; the window shows how it goes, so nothing waits for its end here.
    if (this.accounts.nobodyIsSignedIn) void this.accounts.signIn(undefined);
    return done;
  }

  private isForbidden(what: ForbiddenThing): boolean {
    return this.services.state.value.forbidden.includes(what);
  }
}
