import { Button, Spinner, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, InfoRegular, WarningRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import type { AccountDetails } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import { useSnapshot } from '../../bridge/use-snapshot';
import { fullDate } from '../../time/full-date';
import { useClock } from '../../time/use-clock';
import { useLate } from '../../time/use-late';
import { command } from '../run-command';
import { SettingGroup } from '../settings/SettingGroup';
import { SettingNote } from '../settings/SettingNote';
import { AddTenant } from './AddTenant';
import { TenantChoice } from './TenantChoice';

const useStyles = makeStyles({
  tenants: { margin: 0, padding: '4px 0', border: 'none', minWidth: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '6px 12px 6px 16px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  words: { flex: '1 1 120px', minWidth: 0, display: 'flex', alignItems: 'center', gap: '8px' },
  icon: { flex: '0 0 auto', fontSize: '16px' },
  warning: { color: tokens.colorStatusWarningForeground3 },
});

/** The tenants an account can reach, each with its subscriptions. */
export function TenantsGroup({ details }: { readonly details: AccountDetails }): ReactNode {
  const styles = useStyles();
  const group = useId();
  const { account, client, tenants, canRead } = details;
  const isAdfs = useSnapshot(({ clouds }) => clouds.find(({ id }) => id === client.cloudId)?.isAdfs === true);
  return (
    <SettingGroup heading={t('tenants.title')}>
      {tenants.length > 0 && (
        <fieldset className={styles.tenants}>
          <legend className="spoken">{t('tenants.choose')}</legend>
          <ul className={styles.list}>
            {tenants.map((tenant) => (
              <TenantChoice
                key={tenant.id}
                accountId={account.id}
                tenant={tenant}
                group={group}
                canSignIn={account.kind === 'user'}
              />
            ))}
          </ul>
        </fieldset>
      )}
      {canRead ? (
        <Reading details={details} />
      ) : (
        <SettingNote icon={<InfoRegular />}>{t(isAdfs ? 'tenants.adfs' : 'tenants.cannot-read')}</SettingNote>
      )}
      {account.kind === 'user' && !isAdfs && <AddTenant accountId={account.id} />}
    </SettingGroup>
  );
}

/** When tenants and subscriptions were read, or how it goes, and a button that reads them again. */
function Reading({ details }: { readonly details: AccountDetails }): ReactNode {
  const styles = useStyles();
  const { account, isReading, readingFailed, readOn } = details;
  const late = useLate(isReading);
  const age = useClock((now) => (readOn === undefined ? t('tenants.read-never') : readWords(now - readOn)));
  const failed = readingFailed && !late;
  return (
    <div className={styles.foot}>
      <span
        className={styles.words}
        role="status"
        title={readOn === undefined ? undefined : fullDate(readOn)}
      >
        {late && <Spinner size="extra-tiny" />}
        {failed && <WarningRegular className={mergeClasses(styles.icon, styles.warning)} />}
        {late ? t('tenants.reading') : failed ? t('tenants.failed') : age}
      </span>
      <Button
        size="small"
        appearance="subtle"
        icon={<ArrowClockwiseRegular />}
        disabledFocusable={late}
        onClick={() => command('refreshDirectory', { accountId: account.id })}
      >
        {t(failed ? 'tenants.try-again' : 'tenants.read-again')}
      </Button>
    </div>
  );
}

const minute = 60_000;

const readWords = (ms: number): string =>
  ms < minute ? t('tenants.read-now') : t('tenants.read-ago', { span: coarseWords(ms) });
