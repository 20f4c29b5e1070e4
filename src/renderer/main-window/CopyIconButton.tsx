import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  button: { flex: '0 0 auto', color: tokens.colorNeutralForeground3 },
  copied: { color: tokens.colorStatusSuccessForeground1 },
});

interface CopyIconButtonProps {
  readonly isCopied: boolean;
  /** What it does, or has just done: spoken. */
  readonly label: string;
  /** The same for the pointer, where what it is about can be seen. */
  readonly title?: string;
  readonly onClick: () => void;
}

/** Copies what stands beside it, and says so with a check mark. */
export function CopyIconButton({ isCopied, label, title = label, onClick }: CopyIconButtonProps): ReactNode {
  const styles = useStyles();
  return (
    <Button
      className={styles.button}
      appearance="subtle"
      size="small"
      icon={isCopied ? <CheckmarkRegular className={styles.copied} /> : <CopyRegular />}
      aria-label={label}
      title={title}
      onClick={onClick}
    />
  );
}
