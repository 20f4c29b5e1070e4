import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular } from '@fluentui/react-icons';
import { useState, type ReactNode } from 'react';
import { focusRing } from './focus-ring';

const useStyles = makeStyles({
  details: { '&[open] > summary > svg': { transform: 'rotate(90deg)' } },
  summary: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    padding: '4px 8px 4px 4px',
    marginLeft: '-4px',
    borderRadius: '6px',
    color: tokens.colorBrandForegroundLink,
    fontWeight: 600,
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': focusRing,
  },
  chevron: { fontSize: '16px', transitionProperty: 'transform', transitionDuration: '120ms' },
});

/** A line that unfolds what stands below it. */
export function Disclosure({
  summary,
  open = false,
  children,
}: {
  readonly summary: string;
  /** Whether it is unfolded at first. */
  readonly open?: boolean;
  readonly children: ReactNode;
}): ReactNode {
  const styles = useStyles();
  const [wasOpen] = useState(open);
  return (
    <details className={styles.details} open={wasOpen}>
      <summary className={styles.summary}>
        <ChevronRightRegular className={styles.chevron} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
