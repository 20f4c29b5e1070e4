import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import { useEffect, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { copiedFor } from '../CopiedButton';
import { runCommand } from '../run-command';

const useStyles = makeStyles({
  id: {
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '16px',
    userSelect: 'text',
  },
  button: { flex: '0 0 auto', color: tokens.colorNeutralForeground3 },
  copied: { color: tokens.colorStatusSuccessForeground1 },
});

interface CopyableIdProps {
  /** What it is the ID of: names the button. */
  readonly label: string;
  readonly id: string;
}

/** An ID on one line, with a button that copies it. */
export function CopyableId({ label, id }: CopyableIdProps): ReactNode {
  const styles = useStyles();
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), copiedFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    void runCommand('copyId', { id }).then(({ outcome }) => {
      if (outcome === 'done') setCopied((count) => count + 1);
    });
  };
  const isCopied = copied > 0;
  const words = isCopied ? t('copy-id.copied') : t('copy-id', { name: label });
  return (
    <>
      <span className={styles.id} title={id}>
        {id}
      </span>
      <Button
        className={styles.button}
        appearance="subtle"
        size="small"
        icon={isCopied ? <CheckmarkRegular className={styles.copied} /> : <CopyRegular />}
        aria-label={words}
        title={words}
        onClick={copy}
      />
    </>
  );
}
