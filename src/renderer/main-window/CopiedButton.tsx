import { Button, makeStyles, mergeClasses, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CommandOutcome } from '../../shared/ipc';
import { useCopied } from './use-copied';

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
  const { isCopied, copy } = useCopied(onCopy);
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
