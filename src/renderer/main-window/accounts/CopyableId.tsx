import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { CopyIconButton } from '../CopyIconButton';
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
      <CopyIconButton isCopied={isCopied} label={words} onClick={copy} />
    </>
  );
}
