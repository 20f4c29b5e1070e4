import { makeStyles, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { PresetView } from '../../../shared/snapshot';
import type { BuiltInFormat } from '../../../shared/copy-format';
import { t } from '../../../shared/messages';
import { formatWords } from '../../../shared/messages/format-words';
import { copyAs } from './preset-commands';
import { useRowButtonStyles } from './row-button-styles';
import { useJustCopied } from './use-just-copied';

const narrow = '@media (max-width: 399.9px)';

// All labels lie in one cell, so the button is as wide as the longest and never changes.
const useStyles = makeStyles({
  label: { gridArea: '1 / 1' },
  long: { [narrow]: { display: 'none' } },
  short: { display: 'none', [narrow]: { display: 'inline' } },
  hidden: { visibility: 'hidden' },
});

interface CopyButtonProps {
  readonly preset: PresetView;
  readonly format: BuiltInFormat;
  readonly tabIndex: 0 | -1;
  readonly className?: string;
}

/** Copies a preset's token, or its curl command or what takes that one's place, and says "Copied" in place for a moment. */
export function CopyButton({ preset, format, tabIndex, className }: CopyButtonProps): ReactNode {
  const styles = useStyles();
  const buttons = useRowButtonStyles();
  const words = wordsOf(format, preset.name);
  const action = words.spoken;
  const copied = useJustCopied(preset.id, format);
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={mergeClasses(buttons.copy, copied && buttons.copied, className)}
      aria-label={copied ? t('row.copied.spoken', { action }) : action}
      onClick={() => copyAs(preset.id, format)}
    >
      <span className={mergeClasses(styles.label, styles.long, copied && styles.hidden)}>{words.long}</span>
      <span className={mergeClasses(styles.label, styles.short, copied && styles.hidden)}>{words.short}</span>
      <span className={mergeClasses(styles.label, !copied && styles.hidden)}>{t('row.copied')}</span>
    </button>
  );
}

function wordsOf(format: BuiltInFormat, name: string) {
  if (format === 'token')
    return {
      long: t('row.copy-token'),
      short: t('row.copy-token.short'),
      spoken: t('row.copy-token.spoken', { name }),
    };
  const short = formatWords(format, []);
  return {
    long: t('row.copy-command', { format: short }),
    short,
    spoken: t('row.copy-command.spoken', { format: short, name }),
  };
}
