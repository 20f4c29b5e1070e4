import { parseAccountKey } from '../../../shared/account-key';
import { isGuid } from '../../../shared/text-rules';

/** The object id of a user in the home tenant, which Entra's account ids begin with. `key`: see `accountKey`. */
export function objectIdOf(key: string): string | undefined {
  const [objectId, homeTenantId] = parseAccountKey(key)?.accountId.split('.') ?? [];
  return objectId !== undefined && homeTenantId !== undefined && isGuid(objectId) ? objectId : undefined;
}
