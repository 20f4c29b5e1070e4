import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Fragment, useId, type ReactNode } from 'react';
import { maskedToken, tokenStandIn } from '../../../shared/snippets/masked-token';

const useStyles = makeStyles({
  heading: {
    margin: '12px 0 4px',
    fontSize: '12px',
    lineHeight: '16px',
    fontWeight: 600,
    color: tokens.colorNeutralForeground3,
  },
  text: {
    boxSizing: 'border-box',
    width: '100%',
    minHeight: '60px',
    maxHeight: '148px',
    margin: 0,
    padding: '8px 12px',
    overflowY: 'auto',
    scrollbarWidth: 'thin',
    borderRadius: '6px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: 'ui-monospace, monospace',
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    unicodeBidi: 'plaintext',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-1px' },
  },
  asLines: { whiteSpace: 'pre', overflowX: 'auto' },
  token: { color: tokens.colorBrandForeground1, fontWeight: 600 },
});

interface SnippetPreviewProps {
  readonly label: string;
  /** With the stand-in where the token, or another secret, will be. */
  readonly text: string;
  /** What is seen in its place. */
  readonly mask?: string;
  /** Each line stays one, and what does not fit is scrolled to. */
  readonly asLines?: boolean;
}

/** What will be copied, with the token masked. */
export function SnippetPreview({
  label,
  text,
  mask = maskedToken,
  asLines = false,
}: SnippetPreviewProps): ReactNode {
  const styles = useStyles();
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {label}
      </h3>
      {/* It may scroll, so that keys have to reach it. */}
      <pre className={mergeClasses(styles.text, asLines && styles.asLines)} tabIndex={0} aria-labelledby={id}>
        {text.split(tokenStandIn).map((part, index) => (
          <Fragment key={index}>
            {index > 0 && <span className={styles.token}>{mask}</span>}
            {part}
          </Fragment>
        ))}
      </pre>
    </section>
  );
}
