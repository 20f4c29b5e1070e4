import { Field, Select } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { accountKey, parseAccountKey } from '../../../shared/account-key';
import { t } from '../../../shared/messages';
import type { PresetIdentity } from '../../../shared/preset';
import type { AccountView } from '../../../shared/snapshot';

/** Stands for "not fixed" in a native list of choices. */
const inUse = '';

interface IdentityFieldsProps {
  readonly fixed: PresetIdentity;
  readonly accounts: readonly AccountView[];
  /** The account whose tenants can be chosen: the fixed one, else the one in use. */
  readonly accountId: string | undefined;
  readonly disabled: boolean;
  readonly onChange: (identity: PresetIdentity) => void;
}

/** What a preset has fixed of whom its token is for: an account with its client application, and a tenant. */
export function IdentityFields({
  fixed,
  accounts,
  accountId,
  disabled,
  onChange,
}: IdentityFieldsProps): ReactNode {
  const { clientApplicationId } = fixed;
  const fixedKey =
    clientApplicationId === undefined || fixed.accountId === undefined
      ? inUse
      : accountKey(clientApplicationId, fixed.accountId);
  const tenants = accounts.find(({ id }) => id === accountId)?.tenants ?? [];
  const fixTenant = (tenantId: string): void => {
    const { tenantId: _before, ...rest } = fixed;
    onChange(tenantId === inUse ? rest : { ...rest, tenantId });
  };
  return (
    <>
      <Field label={t('identity.account')}>
        <Select
          disabled={disabled}
          value={fixedKey}
          // Another account has other tenants.
          onChange={(_event, { value }) => onChange(parseAccountKey(value) ?? {})}
        >
          <option value={inUse}>{t('identity.account.in-use')}</option>
          {accounts.map(({ id, name, username, clientName }) => (
            <option key={id} value={id}>
              {t('identity.account.choice', { name, username, client: clientName })}
            </option>
          ))}
          {fixedKey !== inUse && !accounts.some(({ id }) => id === fixedKey) && (
            <option value={fixedKey}>{t('identity.account.gone')}</option>
          )}
        </Select>
      </Field>
      <Field label={t('identity.tenant')}>
        <Select
          disabled={disabled}
          value={fixed.tenantId ?? inUse}
          onChange={(_event, { value }) => fixTenant(value)}
        >
          <option value={inUse}>{t('identity.tenant.in-use')}</option>
          {tenants.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {fixed.tenantId !== undefined && !tenants.some(({ id }) => id === fixed.tenantId) && (
            <option value={fixed.tenantId}>{fixed.tenantId}</option>
          )}
        </Select>
      </Field>
    </>
  );
}
