import { Button, makeStyles, mergeClasses, type ButtonProps } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode } from 'react';
import type { CommandOutcome } from '../../shared/ipc';

/** ms */
export const copiedFor = 1500;

const useStyles = makeStyles({
  labels: { display: 'inline-grid' },
  label: { gridArea: '1 / 1' },
  hidden: { visibility: 'hidden' },
});

type Props = Pick<ButtonProps, 'appearance' | 'size' | 'icon' | 'aria-label' | 'disabledFocusable'> & {
  readonly label: string;
  readonly copiedLabel: string;
  readonly onCopy: () => Promise<CommandOutcome>;
  readonly 'data-focus-first'?: '';
};

/** A button that copies something and says so in place for a moment, without changing its size. */
export function CopiedButton({ label, copiedLabel, onCopy, ...rest }: Props): ReactNode {
  const styles = useStyles();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), copiedFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    void onCopy().then(({ outcome }) => {
      if (outcome === 'done') setCopied((count) => count + 1);
    });
  };
  const isCopied = copied > 0;
  return (
    <Button {...rest} onClick={copy}>
      <span className={styles.labels}>
        <span className={mergeClasses(styles.label, isCopied && styles.hidden)} aria-hidden={isCopied}>
          {label}
        </span>
        <span className={mergeClasses(styles.label, !isCopied && styles.hidden)} aria-hidden={!isCopied}>
          {copiedLabel}
        </span>
      </span>
    </Button>
  );
}
