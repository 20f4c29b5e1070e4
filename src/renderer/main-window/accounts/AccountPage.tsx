import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CopyRegular, PersonProhibitedRegular, SignOutRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { AccountDetails } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { CopiedButton } from '../CopiedButton';
import { PageContent } from '../pages/PageContent';
import { PageFrame } from '../pages/PageFrame';
import { EmptyState } from '../presets/EmptyState';
import { command, runCommand } from '../run-command';
import { AccountFacts } from './AccountFacts';
import { CachedTokens } from './CachedTokens';
import { Initials } from './Initials';
import { TenantsGroup } from './TenantsGroup';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '0 4px 16px',
  },
  // Where this leaves too little room for the button, it goes below.
  words: { flex: '1 1 160px', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  button: { flex: '0 0 auto', minWidth: 'auto' },
  signOut: { marginBottom: '20px' },
});

interface AccountPageProps {
  readonly notices: ReactNode;
  readonly onBack: () => void;
}

/** All that is known of one account, without asking for any token. */
export function AccountPage({ notices, onBack }: AccountPageProps): ReactNode {
  const styles = useStyles();
  const details = useSnapshot((snapshot) => snapshot.details);
  return (
    <PageFrame
      title={t('account-page.title')}
      onBack={onBack}
      actions={
        details !== undefined && (
          <CopiedButton
            appearance="subtle"
            icon={<CopyRegular />}
            label={t('account-page.copy')}
            copiedLabel={t('account-page.copied')}
            onCopy={() => runCommand('copyAccountDetails', { accountId: details.account.id })}
          />
        )
      }
    >
      {notices}
      {details === undefined ? (
        <EmptyState
          icon={<PersonProhibitedRegular />}
          title={t('account-page.gone.title')}
          text={t('account-page.gone.text')}
          action={
            <Button appearance="primary" onClick={() => command('showPage', { page: 'accounts' })}>
              {t('account-page.gone.action')}
            </Button>
          }
        />
      ) : (
        <PageContent>
          <AccountHead details={details} />
          <AccountFacts details={details} />
          <TenantsGroup key={details.account.id} details={details} />
          <CachedTokens cached={details.cached} />
          {details.account.kind === 'user' && (
            <Button
              className={styles.signOut}
              icon={<SignOutRegular />}
              onClick={() => command('signOut', { accountId: details.account.id })}
            >
              {t('account-page.sign-out')}
            </Button>
          )}
        </PageContent>
      )}
    </PageFrame>
  );
}

function AccountHead({ details: { account } }: { readonly details: AccountDetails }): ReactNode {
  const styles = useStyles();
  const isCurrent = useSnapshot((snapshot) => snapshot.account?.id === account.id);
  const { id, name, username, colour } = account;
  return (
    <div className={styles.head}>
      <Initials name={name} colour={colour} />
      <div className={styles.words}>
        <h2 className={mergeClasses(styles.line, styles.name)} title={name}>
          {name}
        </h2>
        {username !== name && (
          <span className={mergeClasses(styles.line, styles.quiet)} title={username}>
            {username}
          </span>
        )}
      </div>
      {!isCurrent && (
        <Button className={styles.button} onClick={() => command('selectAccount', { accountId: id })}>
          {t('account-page.use')}
        </Button>
      )}
    </div>
  );
}
