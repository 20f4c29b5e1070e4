import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { focusRing } from '../focus-ring';
import { useLate } from '../../time/use-late';

const useStyles = makeStyles({
  card: {
    boxSizing: 'border-box',
    width: '100%',
    height: '100%',
    display: 'grid',
    gridTemplateColumns: '40px 1fr 16px',
    columnGap: '12px',
    alignItems: 'center',
    padding: '16px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: 'inherit',
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    transitionProperty: 'background-color, border-color',
    transitionDuration: '120ms',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      borderTopColor: tokens.colorNeutralStroke1Hover,
      borderRightColor: tokens.colorNeutralStroke1Hover,
      borderBottomColor: tokens.colorNeutralStroke1Hover,
      borderLeftColor: tokens.colorNeutralStroke1Hover,
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': focusRing,
  },
  recommended: {
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  icon: {
    display: 'grid',
    placeItems: 'center',
    width: '40px',
    height: '40px',
    borderRadius: '10px',
    fontSize: '20px',
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
  },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px' },
  title: { fontWeight: 600, lineHeight: '20px' },
  badge: {
    padding: '0 6px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  text: {
    display: 'block',
    marginTop: '2px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
  },
  chevron: { fontSize: '16px', color: tokens.colorNeutralForeground3 },
});

interface WelcomeCardProps {
  readonly id: 'organisation' | 'azure-cli' | 'demo';
  readonly icon: ReactNode;
  readonly badge?: string;
  readonly busy: boolean;
  readonly onChoose: () => void;
}

/** One way to begin. The whole card is the button. */
export function WelcomeCard({ id, icon, badge, busy, onChoose }: WelcomeCardProps): ReactNode {
  const styles = useStyles();
  const late = useLate(busy);
  return (
    <li>
      <button
        type="button"
        className={mergeClasses(styles.card, badge !== undefined && styles.recommended)}
        aria-busy={busy}
        onClick={onChoose}
      >
        <span className={styles.icon}>{icon}</span>
        <span>
          <span className={styles.heading}>
            <span className={styles.title}>{t(`welcome.${id}.title`)}</span>
            {badge !== undefined && <span className={styles.badge}>{badge}</span>}
          </span>
          <span className={styles.text}>{late ? t('welcome.busy') : t(`welcome.${id}.text`)}</span>
        </span>
        <ChevronRightRegular className={styles.chevron} />
      </button>
    </li>
  );
}
