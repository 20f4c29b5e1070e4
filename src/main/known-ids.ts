import type { Snapshot } from '../shared/snapshot';
import { parseAccountKey } from '../shared/account-key';

/** Every ID a page may copy: those it shows. A page can put no text of its own on the clipboard this way. */
export function knownIds({ clientApplications, accounts, details }: Snapshot): ReadonlySet<string> {
  const tenants = details?.tenants ?? [];
  return new Set([
    ...clientApplications.flatMap(({ clientId, tenant }) => [clientId, tenant]),
    ...accounts.flatMap(({ id, tenantId }) => [tenantId, ...partsOf(id)]),
    ...(details === undefined ? [] : [details.homeTenantId]),
    ...tenants.flatMap(({ id, subscriptions }) => [id, ...subscriptions.map((each) => each.id)]),
  ]);
}

/** Entra's account ids are made of an object id and a tenant id. */
const partsOf = (key: string): readonly string[] => parseAccountKey(key)?.accountId.split('.') ?? [];
