import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ArrowLeftRegular,
  ArrowRightRegular,
  EqualCircleRegular,
  DismissCircleRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ComparedClaim, Difference } from '../../../shared/inspector/compare-claims';
import type { ClaimView, InspectionSlot } from '../../../shared/inspector/inspection';
import { t } from '../../../shared/messages';
import { exactTime } from '../../time/exact-time';

const icons: Readonly<Record<Difference, FluentIcon>> = {
  same: EqualCircleRegular,
  different: DismissCircleRegular,
  'only-first': ArrowLeftRegular,
  'only-second': ArrowRightRegular,
};

const useStyles = makeStyles({
  row: { padding: '8px 12px', listStyleType: 'none', fontSize: '12px', lineHeight: '16px' },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '4px 12px', marginBottom: '4px' },
  name: {
    fontFamily: tokens.fontFamilyMonospace,
    fontWeight: 600,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  difference: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    color: tokens.colorNeutralForeground3,
  },
  differs: { color: tokens.colorStatusWarningForeground3 },
  icon: { flex: '0 0 auto', fontSize: '14px' },
  sides: {
    display: 'grid',
    gap: '4px',
    '@container (min-width: 600px)': { gridTemplateColumns: '1fr 1fr', gap: '12px' },
  },
  side: { minWidth: 0, display: 'flex', gap: '8px' },
  // In one column it says which is which; side by side the columns do.
  which: {
    flex: '0 0 48px',
    color: tokens.colorNeutralForeground3,
    '@container (min-width: 600px)': { flexBasis: 'auto', clip: 'rect(0 0 0 0)', position: 'absolute' },
  },
  value: {
    flex: '1 1 0',
    minWidth: 0,
    fontFamily: tokens.fontFamilyMonospace,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  absent: { fontFamily: 'inherit', fontStyle: 'italic', color: tokens.colorNeutralForeground3 },
});

/** One claim of two tokens. */
export function ComparedRow({ claim }: { readonly claim: ComparedClaim }): ReactNode {
  const styles = useStyles();
  const { name, difference, first, second } = claim;
  const Icon = icons[difference];
  return (
    <li className={styles.row}>
      <div className={styles.head}>
        <span className={styles.name}>{name}</span>
        <span className={mergeClasses(styles.difference, difference !== 'same' && styles.differs)}>
          <Icon className={styles.icon} aria-hidden />
          {t(`inspector.difference.${difference}`)}
        </span>
      </div>
      <div className={styles.sides}>
        <SideValue slot="first" claim={first} />
        <SideValue slot="second" claim={second} />
      </div>
    </li>
  );
}

function SideValue({
  slot,
  claim,
}: {
  readonly slot: InspectionSlot;
  readonly claim: ClaimView | undefined;
}): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.side}>
      <span className={styles.which}>{t(`inspector.compare.${slot}`)}</span>
      <span className={mergeClasses(styles.value, claim === undefined && styles.absent)} dir="auto">
        {claim === undefined ? t('inspector.absent') : valueOf(claim)}
      </span>
    </div>
  );
}

function valueOf({ text, items, time }: ClaimView): string {
  if (time !== undefined) return `${text}\n${exactTime(time)}`;
  return items === undefined ? text : items.join('\n');
}
