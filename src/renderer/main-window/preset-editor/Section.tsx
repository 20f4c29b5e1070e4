import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, ErrorCircleRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { innerFocusRing } from '../focus-ring';

const useStyles = makeStyles({
  section: {
    marginBottom: '8px',
    borderRadius: '10px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: { margin: 0, fontSize: 'inherit', fontWeight: 'inherit' },
  button: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '40px',
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    margin: 0,
    padding: '8px 16px 8px 12px',
    border: 'none',
    borderRadius: '10px',
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    lineHeight: '20px',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': innerFocusRing,
  },
  chevron: {
    flex: '0 0 auto',
    fontSize: '16px',
    color: tokens.colorNeutralForeground3,
    transitionProperty: 'transform',
    transitionDuration: '120ms',
  },
  opened: { transform: 'rotate(90deg)' },
  title: { flex: '0 0 auto', fontWeight: 600 },
  summary: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'end',
    color: tokens.colorNeutralForeground3,
  },
  wrong: { flex: '0 0 auto', display: 'flex', marginLeft: 'auto', color: tokens.colorPaletteRedForeground1 },
  content: {
    display: 'flex',
    flexDirection: 'column',
    gap: '16px',
    padding: '4px 16px 16px',
    // A list of choices is as wide as its longest one, else.
    '& .fui-Field': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& select': { minWidth: 0, maxWidth: '100%', textOverflow: 'ellipsis' },
  },
});

interface SectionProps {
  readonly title: string;
  /** What is in it, while it is folded. */
  readonly summary: string;
  readonly open: boolean;
  readonly onToggle: () => void;
  /** Something in it is wrong, which is said while it is folded. */
  readonly wrong: boolean;
  readonly children: ReactNode;
}

/** A part of the editor that can be folded. */
export function Section({ title, summary, open, onToggle, wrong, children }: SectionProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={`${id}title`}>
      <h2 className={styles.heading}>
        <button
          type="button"
          className={styles.button}
          aria-expanded={open}
          aria-controls={`${id}content`}
          onClick={onToggle}
        >
          <ChevronRightRegular className={mergeClasses(styles.chevron, open && styles.opened)} />
          <span id={`${id}title`} className={styles.title}>
            {title}
          </span>
          {!open && wrong && (
            <span className={styles.wrong} title={t('editor.section.wrong')}>
              <ErrorCircleRegular fontSize={16} aria-label={t('editor.section.wrong')} role="img" />
            </span>
          )}
          {!open && !wrong && <span className={styles.summary}>{summary}</span>}
        </button>
      </h2>
      <div
        id={`${id}content`}
        className={styles.content}
        hidden={!open}
        style={open ? {} : { display: 'none' }}
      >
        {open && children}
      </div>
    </section>
  );
}
