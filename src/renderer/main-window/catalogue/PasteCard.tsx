import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PresetIcon as IconName } from '../../../shared/preset';
import { PresetIcon } from '../presets/PresetIcon';

const useStyles = makeStyles({
  card: {
    display: 'flex',
    gap: '12px',
    margin: '4px 12px 8px',
    padding: '12px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  icon: {
    flex: '0 0 auto',
    width: '32px',
    height: '32px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'center',
    borderRadius: '6px',
    color: tokens.colorNeutralForeground2,
    backgroundColor: tokens.colorNeutralBackground3,
  },
  body: { flex: '1 1 0', minWidth: 0 },
  title: { margin: 0, fontSize: '14px', lineHeight: '20px', fontWeight: 600, overflowWrap: 'anywhere' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px', ':not(:empty)': { marginTop: '4px' } },
  lines: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    marginTop: '4px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
    '& > p': { margin: 0 },
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '8px', ':not(:empty)': { marginTop: '12px' } },
});

interface PasteCardProps {
  readonly icon: IconName;
  readonly title: string;
  readonly badges?: ReactNode;
  /** Paragraphs. */
  readonly lines: ReactNode;
  readonly buttons?: ReactNode;
}

/** What something that was pasted is, and what can be made of it. */
export function PasteCard({ icon, title, badges, lines, buttons }: PasteCardProps): ReactNode {
  const styles = useStyles();
  return (
    <div className={styles.card}>
      <span className={styles.icon} aria-hidden>
        <PresetIcon icon={icon} />
      </span>
      <div className={styles.body}>
        <h2 className={styles.title}>{title}</h2>
        <div className={styles.badges}>{badges}</div>
        <div className={styles.lines}>{lines}</div>
        <div className={styles.buttons}>{buttons}</div>
      </div>
    </div>
  );
}
