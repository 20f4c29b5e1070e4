import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CachedTokenView } from '../../../shared/snapshot';
import { t } from '../../../shared/messages';
import { liveWords } from '../../../shared/messages/time-words';
import { fullDate } from '../../time/full-date';
import { useClock } from '../../time/use-clock';
import { SettingGroup } from '../settings/SettingGroup';

const useStyles = makeStyles({
  list: { margin: 0, padding: '8px 0', listStyleType: 'none' },
  token: { display: 'flex', alignItems: 'center', gap: '12px', padding: '4px 16px' },
  words: { flex: '1 1 0', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  resource: { lineHeight: '20px' },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  time: {
    flex: '0 0 auto',
    fontSize: '12px',
    lineHeight: '16px',
    fontVariantNumeric: 'tabular-nums',
    color: tokens.colorNeutralForeground3,
  },
  none: { padding: '12px 16px', fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
});

/** What this account has tokens for, and for how long: never the tokens. */
export function CachedTokens({ cached }: { readonly cached: readonly CachedTokenView[] }): ReactNode {
  const styles = useStyles();
  return (
    <SettingGroup heading={t('cached-tokens.title')}>
      {cached.length === 0 ? (
        <div className={styles.none}>{t('cached-tokens.none')}</div>
      ) : (
        <ul className={styles.list}>
          {cached.map((token) => (
            <CachedToken key={`${token.resource} ${token.tenantName} ${token.expiresOn}`} token={token} />
          ))}
        </ul>
      )}
    </SettingGroup>
  );
}

function CachedToken({
  token: { resource, tenantName, expiresOn },
}: {
  readonly token: CachedTokenView;
}): ReactNode {
  const styles = useStyles();
  const words = useClock((now) =>
    expiresOn > now ? t('row.time-left', { time: liveWords(expiresOn - now) }) : t('cached-tokens.ended'),
  );
  return (
    <li className={styles.token}>
      <span className={styles.words}>
        <span className={mergeClasses(styles.line, styles.resource)} title={resource}>
          {resource}
        </span>{' '}
        <span className={mergeClasses(styles.line, styles.quiet)} title={tenantName}>
          {tenantName}
        </span>
      </span>
      <span className={styles.time} title={t('status.until', { date: fullDate(expiresOn) })}>
        {words}
      </span>
    </li>
  );
}
