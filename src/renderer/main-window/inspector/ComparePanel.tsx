import { Button, Switch, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { compareClaims } from '../../../shared/inspector/compare-claims';
import type { InspectedView, InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { PageContent } from '../pages/PageContent';
import { command } from '../run-command';
import { ComparedRow } from './ComparedRow';
import { shortOrigin } from './inspector-words';
import { TokenSource } from './TokenSource';

const useStyles = makeStyles({
  scroll: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    containerType: 'inline-size',
  },
  content: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '1040px',
    margin: '0 auto',
    padding: '8px 12px 12px',
  },
  sides: {
    display: 'grid',
    gap: '4px',
    marginBottom: '8px',
    '@container (min-width: 600px)': { gridTemplateColumns: '1fr 1fr', gap: '12px' },
  },
  side: {
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '4px 4px 4px 12px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  sideWords: { flex: '1 1 0', minWidth: 0, padding: '4px 0' },
  line: {
    display: 'block',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    lineHeight: '20px',
  },
  quiet: { fontSize: '12px', lineHeight: '16px', color: tokens.colorNeutralForeground3 },
  button: { flex: '0 0 auto' },
  switches: { display: 'flex', flexWrap: 'wrap', columnGap: '16px' },
  count: { margin: '4px 4px 8px', lineHeight: '20px', fontWeight: 600 },
  list: {
    margin: 0,
    padding: 0,
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '& > * + *': { borderTop: `1px solid ${tokens.colorNeutralStroke3}` },
  },
  note: { margin: '12px 4px', lineHeight: '20px', color: tokens.colorNeutralForeground3 },
});

interface ComparePanelProps {
  readonly first: InspectedView;
  readonly second: InspectedView | undefined;
}

/** Two tokens side by side: what differs between them. */
export function ComparePanel({ first, second }: ComparePanelProps): ReactNode {
  const styles = useStyles();
  if (second === undefined) {
    return (
      <PageContent>
        <TokenSource slot="second" lead={t('inspector.source.lead.second')} />
      </PageContent>
    );
  }
  return (
    <div className={styles.scroll}>
      <div className={styles.content}>
        <div className={styles.sides}>
          <Side slot="first" inspected={first} />
          <Side slot="second" inspected={second} />
        </div>
        <Differences first={first} second={second} />
      </div>
    </div>
  );
}

function Side({
  slot,
  inspected,
}: {
  readonly slot: InspectionSlot;
  readonly inspected: InspectedView;
}): ReactNode {
  const styles = useStyles();
  const { token, origin } = inspected;
  const name = shortOrigin(origin);
  const facts = token.kind === 'signed' ? token.facts : undefined;
  const whose = [
    facts?.name ?? facts?.username ?? facts?.client?.name,
    facts?.tenant?.name ?? facts?.tenant?.id,
  ]
    .filter((text) => text !== undefined)
    .join(' · ');
  const label = t('inspector.compare.remove', { name });
  return (
    <div className={styles.side}>
      <div className={styles.sideWords}>
        <span className={styles.line} title={name}>
          <span className={styles.quiet}>{t(`inspector.compare.${slot}`)}</span> {name}
        </span>
        <span className={`${styles.line} ${styles.quiet}`} title={whose}>
          {whose}
        </span>
      </div>
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={<DismissRegular />}
        aria-label={label}
        title={label}
        onClick={() => command('forgetInspected', { slot })}
      />
    </div>
  );
}

function Differences({
  first,
  second,
}: {
  readonly first: InspectedView;
  readonly second: InspectedView;
}): ReactNode {
  const styles = useStyles();
  const [onlyDifferent, setOnlyDifferent] = useState(true);
  const [ignoreTimes, setIgnoreTimes] = useState(true);
  if (first.token.kind !== 'signed' || second.token.kind !== 'signed')
    return <p className={styles.note}>{t('inspector.compare.unreadable')}</p>;
  const all = compareClaims(first.token.payload.claims, second.token.payload.claims, { ignoreTimes });
  const different = all.filter(({ difference }) => difference !== 'same');
  const shown = onlyDifferent ? different : all;
  return (
    <>
      <div className={styles.switches}>
        <Switch
          label={t('inspector.compare.only-different')}
          checked={onlyDifferent}
          onChange={(_event, { checked }) => setOnlyDifferent(checked)}
        />
        <Switch
          label={t('inspector.compare.ignore-times')}
          checked={ignoreTimes}
          onChange={(_event, { checked }) => setIgnoreTimes(checked)}
        />
      </div>
      <p className={styles.count} role="status">
        {different.length === 0
          ? t('inspector.compare.none')
          : t('inspector.compare.count', { count: different.length })}
      </p>
      {shown.length > 0 && (
        <ul className={styles.list} aria-label={t('inspector.compare')}>
          {shown.map((claim) => (
            <ComparedRow key={claim.name} claim={claim} />
          ))}
        </ul>
      )}
    </>
  );
}
