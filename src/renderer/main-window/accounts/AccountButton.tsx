import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDownRegular } from '@fluentui/react-icons';
import type { ComponentPropsWithRef, ReactNode } from 'react';
import { useSnapshot } from '../../bridge/use-snapshot';
import { t } from '../../../shared/messages';
import { focusRing } from '../focus-ring';
import { Initials } from './Initials';

const useStyles = makeStyles({
  button: {
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 8px 4px 4px',
    border: 'none',
    borderRadius: '6px',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':active': { backgroundColor: tokens.colorSubtleBackgroundPressed },
    ':focus-visible': focusRing,
  },
  words: { minWidth: 0, display: 'flex', flexDirection: 'column' },
  name: {
    fontWeight: 600,
    lineHeight: '20px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  place: {
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  chevron: { flex: '0 0 auto', fontSize: '12px', color: tokens.colorNeutralForeground3 },
});

/** Opens the account menu; says who is signed in and where. */
export function AccountButton(props: ComponentPropsWithRef<'button'>): ReactNode {
  const styles = useStyles();
  const account = useSnapshot((snapshot) => snapshot.account);
  const cloud = useSnapshot((snapshot) => snapshot.cloudName ?? '');
  const client = useSnapshot(({ clientApplication, clientApplications }) =>
    clientApplications.length > 1 ? clientApplication : undefined,
  );
  const place =
    account === undefined ? cloud : t('header.tenant-cloud', { tenant: account.tenantName, cloud });
  return (
    <button {...props} type="button" className={styles.button}>
      <span className="spoken">{t('header.account')} </span>
      <Initials {...(account === undefined ? {} : { name: account.name })} colour={client?.colour} />
      <span className={styles.words}>
        <span className={styles.name}>{account?.name ?? t('header.signed-out')}</span>
        <span className={styles.place}>{place}</span>
      </span>
      {client !== undefined && <span className="spoken">{client.name}</span>}
      <ChevronDownRegular className={styles.chevron} />
    </button>
  );
}
