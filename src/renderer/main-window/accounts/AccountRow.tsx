import { MenuDivider, MenuItem, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  PersonInfoRegular,
  PersonSwapRegular,
  SignOutRegular,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AccountView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { innerFocusRing } from '../focus-ring';
import { ItemMenu } from '../ItemMenu';
import { usePageActions } from '../presets/page-actions';
import { command } from '../run-command';
import { Initials } from './Initials';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    paddingRight: '8px',
    borderRadius: '6px',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
  },
  choose: {
    flex: '1 1 0',
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '8px 4px 8px 12px',
    border: 'none',
    borderRadius: '6px',
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':focus-visible': innerFocusRing,
  },
  words: { flex: '1 1 0', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  nameLine: { display: 'flex', alignItems: 'center', gap: '8px' },
  name: { flex: '0 1 auto', minWidth: 0, lineHeight: '20px' },
  inUseName: { fontWeight: 600 },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  mark: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorBrandForeground1,
  },
  markIcon: { fontSize: '16px' },
});

interface AccountRowProps {
  readonly account: AccountView;
  readonly isCurrent: boolean;
}

/** One account of a client application; a click uses it. */
export function AccountRow({ account, isCurrent }: AccountRowProps): ReactNode {
  const styles = useStyles();
  const { showAccount } = usePageActions();
  const { id, name, username, tenantName, kind } = account;
  const select = (): void => command('selectAccount', { accountId: id });
  const place = [username === name ? '' : username, tenantName].filter((part) => part !== '').join(' · ');
  return (
    <li className={styles.row}>
      <button
        type="button"
        className={styles.choose}
        aria-current={isCurrent}
        title={isCurrent ? undefined : t('account-row.use.hint', { name })}
        onClick={select}
      >
        <Initials name={name} />
        <span className={styles.words}>
          <span className={styles.nameLine}>
            <span
              className={mergeClasses(styles.line, styles.name, isCurrent && styles.inUseName)}
              title={name}
            >
              {name}
            </span>{' '}
            {isCurrent && (
              <span className={styles.mark}>
                <CheckmarkCircleFilled className={styles.markIcon} />
                {t('account-row.in-use')}
              </span>
            )}
          </span>{' '}
          <span className={mergeClasses(styles.line, styles.quiet)} title={place}>
            {place}
          </span>
        </span>
      </button>
      <ItemMenu label={t('account-row.more', { name })}>
        <MenuItem icon={<PersonSwapRegular />} disabled={isCurrent} onClick={select}>
          {t('account-row.use')}
        </MenuItem>
        <MenuItem icon={<PersonInfoRegular />} onClick={() => showAccount(id)}>
          {t('account-row.details')}
        </MenuItem>
        {kind === 'user' && (
          <>
            <MenuDivider />
            <MenuItem icon={<SignOutRegular />} onClick={() => command('signOut', { accountId: id })}>
              {t('account-row.sign-out')}
            </MenuItem>
          </>
        )}
      </ItemMenu>
    </li>
  );
}
