import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EditRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { acceleratorWords } from '../../../shared/accelerator';
import { t } from '../../../shared/messages';
import { focusRing } from '../focus-ring';
import type { ControlProps } from '../settings/SettingRow';
import type { Recorder } from './use-recorder';

const useStyles = makeStyles({
  field: {
    boxSizing: 'border-box',
    width: '168px',
    height: '32px',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    margin: 0,
    padding: '0 10px 0 12px',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: '6px',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': focusRing,
  },
  recording: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    boxShadow: `inset 0 0 0 1px ${tokens.colorCompoundBrandStroke}`,
    ':focus-visible': { outlineStyle: 'none' },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  locked: {
    cursor: 'default',
    backgroundColor: tokens.colorNeutralBackground3,
    ':hover': { backgroundColor: tokens.colorNeutralBackground3 },
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  wide: { width: '100%' },
  words: { flex: '1 1 0', minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  quiet: { color: tokens.colorNeutralForeground3 },
  icon: { flex: '0 0 auto', fontSize: '16px', color: tokens.colorNeutralForeground3 },
});

interface HotkeyButtonProps {
  readonly control: ControlProps;
  readonly recorder: Recorder;
  /** The hotkey that is set. */
  readonly accelerator: string | undefined;
  readonly wide?: boolean;
  /** Reached and read, but it waits for nothing. */
  readonly locked?: boolean;
  readonly 'data-focus-first'?: '';
  /** In a form. */
  readonly name?: string;
}

/** Shows a hotkey; pressed, it waits for another one. */
export function HotkeyButton({
  control,
  recorder,
  accelerator,
  wide = false,
  locked = false,
  ...rest
}: HotkeyButtonProps): ReactNode {
  const styles = useStyles();
  const { recording, held, start, stop, onKey } = recorder;
  const { platform } = window.tokenTray;
  const words = accelerator === undefined ? t('settings.off') : acceleratorWords(accelerator, platform);
  const quiet = recording ? held === '' : accelerator === undefined;
  return (
    <button
      {...rest}
      {...control}
      type="button"
      // Its own words are part of its name: what it is, and which it is now.
      aria-labelledby={`${control['aria-labelledby']} ${control.id}`}
      className={mergeClasses(
        styles.field,
        recording && styles.recording,
        wide && styles.wide,
        locked && styles.locked,
      )}
      title={words}
      aria-disabled={locked}
      onClick={locked ? undefined : recording ? stop : start}
      onKeyDown={onKey}
      onKeyUp={onKey}
      onBlur={stop}
    >
      <span className={mergeClasses(styles.words, quiet && styles.quiet)}>
        {recording
          ? held === ''
            ? t('hotkey.press')
            : t('hotkey.held', { keys: acceleratorWords(held, platform) })
          : words}
      </span>
      {!recording && !locked && <EditRegular className={styles.icon} />}
    </button>
  );
}
