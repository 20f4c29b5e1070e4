import { t } from '../shared/messages';
import type { AccountDetails } from '../shared/snapshot';

/** All that is known of an account as plain text, made without any token: what `az account show` and `list` tell. */
export function accountReport(details: AccountDetails): string {
  const { account, client, homeTenantId, signedInOn, tenants } = details;
  const line = (name: string, value: string | undefined): readonly string[] =>
    value === undefined || value === '' ? [] : [t('account-report.line', { name, value })];
  return [
    ...line(t('account-report.name'), account.name),
    ...line(t('account-report.user'), account.username),
    ...line(t('account-report.kind'), t(`account.kind.${account.kind}`)),
    ...line(t('account-report.tenant'), named(account.tenantName, account.tenantId)),
    ...line(t('account-report.home-tenant'), homeTenantId),
    ...line(t('account-report.cloud'), client.cloudName),
    ...line(t('account-report.client'), named(client.name, client.clientId)),
    ...line(
      t('account-report.signed-in'),
      signedInOn === undefined ? undefined : new Date(signedInOn).toISOString(),
    ),
    ...tenants.flatMap((tenant) => [
      '',
      t('account-report.line', { name: t('account-report.tenant'), value: named(tenant.name, tenant.id) }),
      ...tenant.subscriptions.map(({ id, name, state, isDefault }) =>
        t(isDefault ? 'account-report.default-subscription' : 'account-report.subscription', {
          name,
          id,
          state,
        }),
      ),
    ]),
  ].join('\n');
}

const named = (name: string, id: string): string => (name === id || id === '' ? name : `${name} (${id})`);
