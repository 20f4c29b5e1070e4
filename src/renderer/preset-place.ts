import { t } from '../shared/messages';
import type { PresetView } from '../shared/snapshot';

/** What a row says under the name: the resource, and whom the token is for where that is not the account in use. */
export function presetPlace({ resource, identity }: PresetView): string {
  const { accountName, clientName, isCurrent, tenantName } = identity;
  if (isCurrent) return resource;
  const who =
    accountName === undefined
      ? clientName
      : t('tray.account', { name: accountName, tenant: tenantName ?? '' });
  return t('row.for', { resource, who });
}
