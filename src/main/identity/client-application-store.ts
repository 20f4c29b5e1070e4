import { z } from 'zod';
import { clientApplicationSchema, type ClientApplication } from '../../shared/client-application';
import type { JsonDocument } from '../storage/json-document';

export const clientApplicationsFileSchema = z.strictObject({
  version: z.literal(1),
  clientApplications: z.array(clientApplicationSchema).max(100),
  /** The one in use; absent before the first choice. */
  currentId: z.string().max(64).optional(),
  /** The account in use of each client application. */
  accounts: z.record(z.string(), z.string().max(256)),
});
type ClientApplicationsFile = z.infer<typeof clientApplicationsFileSchema>;

export const initialClientApplicationsFile: ClientApplicationsFile = {
  version: 1,
  clientApplications: [],
  accounts: {},
};

/** The client applications a person has chosen. One that was left is kept, so that coming back finds its sign-ins. */
export class ClientApplicationStore {
  constructor(private readonly document: JsonDocument<ClientApplicationsFile>) {}

  get current(): ClientApplication | undefined {
    const { clientApplications, currentId } = this.document.value;
    return clientApplications.find(({ id }) => id === currentId);
  }

  get isFirstRun(): boolean {
    return this.document.value.clientApplications.length === 0;
  }

  /** The account that was in use last. */
  accountId(clientApplicationId: string): string | undefined {
    return this.document.value.accounts[clientApplicationId];
  }

  /** Makes it the current one; one with the same client id, tenant and cloud is the same one. */
  async choose(wanted: Omit<ClientApplication, 'id'>, newId: () => string): Promise<ClientApplication> {
    const file = this.document.value;
    const known = file.clientApplications.find(
      ({ clientId, tenant, cloud }) =>
        clientId === wanted.clientId && tenant === wanted.tenant && cloud === wanted.cloud,
    );
    const chosen = known ?? { ...wanted, id: newId() };
    await this.document.save({
      ...file,
      clientApplications:
        known === undefined ? [...file.clientApplications, chosen] : file.clientApplications,
      currentId: chosen.id,
    });
    return chosen;
  }

  async leave(): Promise<void> {
    const { currentId: _left, ...rest } = this.document.value;
    await this.document.save(rest);
  }

  async selectAccount(clientApplicationId: string, accountId: string | undefined): Promise<void> {
    const file = this.document.value;
    const { [clientApplicationId]: _before, ...others } = file.accounts;
    const accounts = accountId === undefined ? others : { ...others, [clientApplicationId]: accountId };
    await this.document.save({ ...file, accounts });
  }
}
