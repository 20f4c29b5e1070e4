import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRepeatAllRegular, WarningRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { t } from '../../../shared/messages';
import type { PresetView } from '../../../shared/snapshot';
import { focusRing } from '../focus-ring';
import { keepFreshAgain } from './preset-commands';

const narrow = '@media (max-width: 399.9px)';

const useStyles = makeStyles({
  mark: { flex: '0 0 auto', display: 'grid', fontSize: '14px', color: tokens.colorNeutralForeground3 },
  stopped: {
    flex: '0 1 auto',
    minWidth: 0,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    height: '20px',
    margin: 0,
    padding: '0 4px',
    marginLeft: '-4px',
    border: 'none',
    borderRadius: '6px',
    backgroundColor: 'transparent',
    color: tokens.colorStatusWarningForeground3,
    font: 'inherit',
    fontSize: '12px',
    lineHeight: '20px',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': focusRing,
  },
  icon: { flex: '0 0 auto', fontSize: '14px' },
  words: { overflow: 'hidden', textOverflow: 'ellipsis' },
  long: { [narrow]: { display: 'none' } },
  short: { display: 'none', [narrow]: { display: 'inline' } },
});

interface KeepFreshMarkProps {
  readonly preset: PresetView;
  readonly tabIndex: 0 | -1;
}

/** That a preset is kept fresh, or what it takes for it to be again. */
export function KeepFreshMark({ preset, tabIndex }: KeepFreshMarkProps): ReactNode {
  const styles = useStyles();
  const { name, keepFresh, keepFreshStopped: stopped } = preset;
  if (!keepFresh) return null;
  if (stopped === undefined) {
    const words = t('row.kept-fresh');
    return (
      <span className={styles.mark} role="img" aria-label={words} title={words}>
        <ArrowRepeatAllRegular />
      </span>
    );
  }
  const spoken = t(`row.not-fresh.${stopped}.spoken`, { name });
  return (
    <button
      type="button"
      tabIndex={tabIndex}
      className={styles.stopped}
      aria-label={spoken}
      title={spoken}
      onClick={() => keepFreshAgain(preset, stopped)}
    >
      <WarningRegular className={styles.icon} />
      <span className={mergeClasses(styles.words, styles.long)}>{t(`row.not-fresh.${stopped}`)}</span>
      <span className={mergeClasses(styles.words, styles.short)}>{t(`row.not-fresh.${stopped}.short`)}</span>
    </button>
  );
}
