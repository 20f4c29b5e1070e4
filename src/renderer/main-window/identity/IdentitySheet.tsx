import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { AccountView, PresetView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { TimeStatus } from '../presets/TimeStatus';
import { copyAs } from '../presets/preset-commands';
import { command } from '../run-command';
import { Sheet, focusFirst } from '../sheet/Sheet';
import { useSheetTextStyles } from '../sheet/sheet-text-styles';
import { FactList, type Fact } from './FactList';
import { IdentityFields } from './IdentityFields';

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
        <IdentityFields
          fixed={fixed}
          accounts={accounts}
          accountId={identity.accountId}
          disabled={preset.isManaged}
          onChange={(wanted) => command('setPresetIdentity', { presetId: preset.id, identity: wanted })}
        />
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
