import { Button, Field, Select, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { parseAccountKey } from '../../../shared/account-key';
import { t } from '../../../shared/messages';
import type { PresetIdentity } from '../../../shared/preset';
import type { AccountView, PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { TimeStatus } from '../presets/TimeStatus';
import { copyAs } from '../presets/preset-commands';
import { command } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { FactList, type Fact } from './FactList';

const useStyles = makeStyles({
  choices: { display: 'flex', flexDirection: 'column', gap: '12px', margin: '12px 0 4px' },
  heading: { margin: '16px 0 0', fontSize: '14px', lineHeight: '20px', fontWeight: 600 },
  status: { color: tokens.colorNeutralForeground2 },
});

interface IdentitySheetProps {
  readonly presetId: string;
  readonly onClose: () => void;
}

/** Whom the next copy of a preset is for, before anything is copied, and what the preset has fixed of it. */
export function IdentitySheet({ presetId, onClose }: IdentitySheetProps): ReactNode {
  const preset = useSnapshot(({ presets }) => presets.find(({ id }) => id === presetId));
  const accounts = useSnapshot((snapshot) => snapshot.accounts);
  return preset === undefined ? null : <Shown preset={preset} accounts={accounts} onClose={onClose} />;
}

/** Stands for "not fixed" in a native list of choices. */
const inUse = '';

interface ShownProps {
  readonly preset: PresetView;
  readonly accounts: readonly AccountView[];
  readonly onClose: () => void;
}

function Shown({ preset, accounts, onClose }: ShownProps): ReactNode {
  const styles = useStyles();
  const text = useSheetTextStyles();
  const { identity } = preset;
  const { fixed } = identity;
  const fixedKey =
    fixed.clientApplicationId === undefined || fixed.accountId === undefined
      ? inUse
      : `${fixed.clientApplicationId}/${fixed.accountId}`;
  const account = accounts.find(({ id }) => id === identity.accountId);
  const tenants = account?.tenants ?? [];
  const fix = (identityWanted: PresetIdentity): void =>
    command('setPresetIdentity', { presetId: preset.id, identity: identityWanted });
  const fixAccount = (key: string): void => {
    const parts = parseAccountKey(key);
    // Another account has other tenants.
    fix(parts ?? {});
  };
  const fixTenant = (tenantId: string): void => {
    const { tenantId: _before, ...rest } = fixed;
    fix(tenantId === inUse ? rest : { ...rest, tenantId });
  };
  const copyAndClose = (fresh: boolean): void => {
    if (fresh) command('copyFresh', { presetId: preset.id, format: 'token' });
    else copyAs(preset.id, 'token');
    onClose();
  };
  return (
    <Sheet
      title={t('identity.title', { name: preset.name })}
      onClose={onClose}
      closeLabel={t('identity.close')}
      actions={
        <>
          <Button appearance="primary" onClick={() => copyAndClose(false)} {...focusFirst}>
            {t('identity.copy')}
          </Button>
          <Button onClick={() => copyAndClose(true)}>{t('identity.copy-fresh')}</Button>
        </>
      }
    >
      <p className={text.text}>
        {t(identity.accountName === undefined ? 'identity.lead.signed-out' : 'identity.lead')}
      </p>
      <FactList facts={factsOf(preset)} />
      <p className={styles.status}>
        <TimeStatus token={preset} dateId={`identity-${preset.id}-date`} />
      </p>
      <h3 className={styles.heading}>{t('identity.fix')}</h3>
      <div className={styles.choices}>
        <Field label={t('identity.account')}>
          <Select
            disabled={preset.isManaged}
            value={fixedKey}
            onChange={(_event, { value }) => fixAccount(value)}
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
            disabled={preset.isManaged}
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
      </div>
    </Sheet>
  );
}

function factsOf({ identity, scopes }: PresetView): readonly Fact[] {
  const { accountName, username, tenantName, tenantId, clientName, clientId, cloudName } = identity;
  const facts: readonly (Fact | undefined)[] = [
    accountName === undefined
      ? undefined
      : { term: t('identity.account'), value: accountName, more: username },
    tenantName === undefined ? undefined : { term: t('identity.tenant'), value: tenantName, more: tenantId },
    { term: t('identity.client'), value: clientName, more: clientId },
    { term: t('identity.cloud'), value: cloudName },
    { term: t('identity.scopes'), value: scopes.join('\n') },
  ];
  return facts.filter((fact) => fact !== undefined);
}
