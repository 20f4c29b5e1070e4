import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { AppGenericRegular, PersonRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import type { InspectedView } from '../../../shared/inspector/inspection';
import type { TokenFacts } from '../../../shared/inspector/token-facts';
import { t } from '../../../shared/messages';
import { liveWords } from '../../../shared/messages/time-words';
import { useClock } from '../../time/use-clock';
import { FactList } from '../identity/FactList';
import { TimeStatus } from '../presets/TimeStatus';
import { factRows } from './fact-rows';
import { originWords } from './inspector-words';

const useStyles = makeStyles({
  head: { display: 'flex', gap: '12px', padding: '4px 4px 0' },
  icon: { flex: '0 0 auto', marginTop: '2px', fontSize: '20px', color: tokens.colorNeutralForeground3 },
  words: { flex: '1 1 0', minWidth: 0 },
  line: { display: 'block', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  name: { margin: 0, fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  badges: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '4px',
    margin: '8px 0 0',
    padding: 0,
    listStyleType: 'none',
  },
  badge: {
    padding: '0 6px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '20px',
    backgroundColor: tokens.colorNeutralBackground4,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  strong: {
    color: tokens.colorStatusWarningForeground3,
    backgroundColor: tokens.colorStatusWarningBackground1,
  },
  time: { flex: '0 0 auto', marginTop: '2px' },
});

/** Whose token it is, what for and till when. */
export function SummaryCard({
  inspected,
  facts,
}: {
  readonly inspected: InspectedView;
  readonly facts: TokenFacts;
}): ReactNode {
  const styles = useStyles();
  const headingId = useId();
  const Icon = facts.who === 'app' ? AppGenericRegular : PersonRegular;
  const name = facts.name ?? facts.username ?? facts.objectId ?? nobody(facts);
  const origin = originWords(inspected.origin);
  return (
    <section aria-labelledby={headingId}>
      <div className={styles.head}>
        <Icon className={styles.icon} aria-hidden />
        <div className={styles.words}>
          <h2 id={headingId} className={mergeClasses(styles.line, styles.name)} title={name}>
            <bdi>{name}</bdi>
          </h2>
          {facts.username !== undefined && facts.username !== name && (
            <span className={mergeClasses(styles.line, styles.quiet)} title={facts.username}>
              {facts.username}
            </span>
          )}
          <span className={mergeClasses(styles.line, styles.quiet)} title={origin}>
            {origin}
          </span>
        </div>
        <div className={styles.time}>
          <TimeLeft facts={facts} />
        </div>
      </div>
      <Badges facts={facts} />
      <FactList facts={factRows(facts)} />
    </section>
  );
}

const nobody = ({ who }: TokenFacts): string => t(who === 'app' ? 'inspector.an-app' : 'inspector.nobody');

function Badges({ facts }: { readonly facts: TokenFacts }): ReactNode {
  const styles = useStyles();
  const { use, version, isGuest, who, secondFactor, isContinuous } = facts;
  const quiet = [
    ...(version === undefined ? [] : [t('inspector.badge.version', { version: version.slice(0, 12) })]),
    ...(who === 'app' ? [t('inspector.badge.app')] : []),
    ...(isGuest ? [t('inspector.badge.guest')] : []),
    ...(secondFactor === 'done' ? [t('inspector.badge.second-factor')] : []),
    ...(isContinuous ? [t('inspector.badge.continuous')] : []),
  ];
  return (
    <ul className={styles.badges} aria-label={t('inspector.summary')}>
      <li className={mergeClasses(styles.badge, use === 'id' && styles.strong)}>
        {t(`inspector.badge.${use}`)}
      </li>
      {quiet.map((words) => (
        <li key={words} className={styles.badge}>
          {words}
        </li>
      ))}
    </ul>
  );
}

function TimeLeft({ facts: { issuedOn, validFrom, expiresOn } }: { readonly facts: TokenFacts }): ReactNode {
  const styles = useStyles();
  const dateId = useId();
  const wait = useClock((now) =>
    validFrom !== undefined && validFrom > now ? liveWords(validFrom - now) : undefined,
  );
  if (wait !== undefined)
    return <span className={styles.quiet}>{t('inspector.not-yet', { time: wait })}</span>;
  if (expiresOn === undefined) return <span className={styles.quiet}>{t('inspector.no-end')}</span>;
  const token = { issuedOn: issuedOn ?? validFrom ?? expiresOn, expiresOn };
  return <TimeStatus token={{ acquiring: false, token }} dateId={dateId} />;
}
