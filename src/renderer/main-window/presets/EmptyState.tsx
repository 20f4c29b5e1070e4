import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  state: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'safe center',
    padding: '24px 24px 64px',
    textAlign: 'center',
    overflowWrap: 'anywhere',
  },
  icon: { fontSize: '32px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  title: { margin: '12px 0 4px', fontSize: '16px', lineHeight: '24px', fontWeight: 600 },
  text: { margin: '0 0 16px', maxWidth: '320px', color: tokens.colorNeutralForeground3, lineHeight: '20px' },
});

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action?: ReactNode;
}

/** In place of a list that has nothing to show: why, and the one next step where there is one. */
export function EmptyState({ icon, title, text, action }: EmptyStateProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.state}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{text}</p>
      {action}
    </div>
  );
}
