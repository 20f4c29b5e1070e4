import type { ClientApplicationView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';

/** Authorities that stand for more than one directory. */
const manyTenants: ReadonlySet<string> = new Set(['organizations', 'common']);
/** Stands for the tenant at an AD FS, which has none. */
const noTenant = 'adfs';

/** What a client application is and where it signs in: `App registration · contoso.com · Azure public cloud`. */
export function clientPlace({
  kind,
  tenant,
  cloudName,
}: Pick<ClientApplicationView, 'kind' | 'tenant' | 'cloudName'>): string {
  const where = manyTenants.has(tenant) ? t('client-place.any-tenant') : tenant === noTenant ? '' : tenant;
  const words = kind === 'demo' ? [t('client-kind.demo')] : [t(`client-kind.${kind}`), where, cloudName];
  return words.filter((part) => part !== '').join(' · ');
}
