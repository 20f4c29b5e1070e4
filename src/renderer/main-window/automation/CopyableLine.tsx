import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { CommandLineTextName } from '../../../shared/command-line/command-line-texts';
import { t } from '../../../shared/messages';
import { CopyIconButton } from '../CopyIconButton';
import { runCommand } from '../run-command';
import { useCopied } from '../use-copied';

const useStyles = makeStyles({
  line: {
    display: 'flex',
    alignItems: 'flex-start',
    gap: '4px',
    padding: '4px 4px 4px 12px',
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground3,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  text: {
    flex: '1 1 0',
    minWidth: 0,
    padding: '3px 0',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: '12px',
    lineHeight: '18px',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
});

interface CopyableLineProps {
  readonly name: CommandLineTextName;
  readonly text: string;
}

/** A line for a terminal, with a button that copies it. */
export function CopyableLine({ name, text }: CopyableLineProps): ReactNode {
  const styles = useStyles();
  const { isCopied, copy } = useCopied(() => runCommand('copyCommandLineText', { text: name }));
  const words = isCopied
    ? t('command-line.copied')
    : t('command-line.copy.spoken', { what: t(`command-line.text.${name}`) });
  return (
    <div className={styles.line}>
      <code className={styles.text}>{text}</code>
      <CopyIconButton
        isCopied={isCopied}
        label={words}
        title={isCopied ? words : t('command-line.copy')}
        onClick={copy}
      />
    </div>
  );
}
