import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkRegular, CopyRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { runCommand } from '../run-command';
import { useCopied } from '../use-copied';

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
  const { isCopied, copy } = useCopied(() => runCommand('copyId', { id }));
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
