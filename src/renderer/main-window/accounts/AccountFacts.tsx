import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { AccountDetails } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { dateOnly, fullDate } from '../../time/full-date';
import { SettingGroup } from '../settings/SettingGroup';
import { ClientDot } from './ClientDot';
import { CopyableId } from './CopyableId';
import { objectIdOf } from './object-id';

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: '8px 8px 8px 16px',
    display: 'grid',
    gridTemplateColumns: 'minmax(64px, auto) minmax(0, 1fr)',
    columnGap: '8px',
    fontSize: '12px',
    lineHeight: '16px',
  },
  term: { padding: '6px 0', color: tokens.colorNeutralForeground3 },
  value: { minWidth: 0, minHeight: '28px', margin: 0, display: 'flex', alignItems: 'center', gap: '4px' },
  text: { minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  afterDot: { marginLeft: '4px' },
});

/** Who an account is, as a list of names and values; the IDs can be copied. */
export function AccountFacts({ details }: { readonly details: AccountDetails }): ReactNode {
  const styles = useStyles();
  const { account, client, homeTenantId, signedInOn } = details;
  const objectId = account.kind === 'user' ? objectIdOf(account.id) : undefined;
  return (
    <SettingGroup heading={t('account-facts.title')}>
      <dl className={styles.list}>
        <Fact name={t('account-facts.client')}>
          <ClientDot colour={client.colour} />
          <span className={mergeClasses(styles.text, styles.afterDot)} title={client.name}>
            {client.name}
          </span>
        </Fact>
        <Fact name={t('accounts.client-id')}>
          <CopyableId label={t('accounts.client-id')} id={client.clientId} />
        </Fact>
        <Fact name={t('account-facts.cloud')}>
          <span className={styles.text} title={client.cloudName}>
            {client.cloudName}
          </span>
        </Fact>
        {homeTenantId !== '' && (
          <Fact name={t('account-facts.home-tenant')}>
            <CopyableId label={t('account-facts.home-tenant-id')} id={homeTenantId} />
          </Fact>
        )}
        {objectId !== undefined && (
          <Fact name={t('account-facts.object-id')}>
            <CopyableId label={t('account-facts.object-id')} id={objectId} />
          </Fact>
        )}
        {signedInOn !== undefined && (
          <Fact name={t('account-facts.signed-in')}>
            <span title={fullDate(signedInOn)}>{dateOnly(signedInOn)}</span>
          </Fact>
        )}
      </dl>
    </SettingGroup>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }): ReactNode {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{name}</dt>
      <dd className={styles.value}>{children}</dd>
    </>
  );
}
