import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowResetRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useId, type ReactNode } from 'react';
import { t } from '../../../shared/messages';

export const useSettingRowStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '8px 12px',
    padding: '12px 16px',
  },
  // Where this leaves too little room for the control, the control goes below.
  words: { flex: '1 1 160px', minWidth: 0 },
  labelLine: { display: 'flex', alignItems: 'flex-start', lineHeight: '20px' },
  label: { minWidth: 0, overflowWrap: 'anywhere' },
  cutLabel: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  disabled: {
    color: tokens.colorNeutralForegroundDisabled,
    '@media (forced-colors: active)': { color: 'GrayText' },
  },
  hint: {
    display: 'block',
    marginTop: '2px',
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    overflowWrap: 'anywhere',
  },
  lock: { display: 'flex', alignItems: 'center', gap: '4px', marginTop: '4px' },
  lockIcon: { flex: '0 0 auto', fontSize: '14px' },
  control: { flex: '0 1 auto', minWidth: 0, display: 'flex' },
  // As high as the label's line, so that nothing moves when it comes and goes.
  reset: {
    flex: '0 0 auto',
    margin: '-2px 0 -2px 4px',
    color: tokens.colorNeutralForeground3,
  },
});

/** What a control needs to be found under its label and read with its hint. */
export interface ControlProps {
  readonly id: string;
  readonly 'aria-labelledby': string;
  readonly 'aria-describedby'?: string;
}

interface SettingRowProps {
  readonly label: string;
  /** The label is a name that somebody gave: it is cut where it is too long. */
  readonly isName?: boolean;
  readonly hint?: string | undefined;
  readonly disabled?: boolean;
  /** Who has fixed it, in words: it cannot be changed, and nothing puts it back. */
  readonly lock?: string | undefined;
  /** Present while the value is not its default: what it is by default, in words, and what puts it back. */
  readonly reset?: { readonly to: string; readonly run: () => void } | undefined;
  readonly children: (control: ControlProps) => ReactNode;
  /** Below, over the whole width. */
  readonly below?: ReactNode;
}

/** One setting: what it is at the left, its control at the right. */
export function SettingRow({
  label,
  isName = false,
  hint,
  disabled = false,
  lock,
  reset,
  children,
  below,
}: SettingRowProps): ReactNode {
  const styles = useSettingRowStyles();
  const id = useId();
  const controlId = `${id}control`;
  const describedBy = [hint === undefined ? '' : `${id}hint`, lock === undefined ? '' : `${id}lock`]
    .filter((each) => each !== '')
    .join(' ');
  const putBack = (): void => {
    // The button goes away with what it does.
    document.getElementById(controlId)?.focus();
    reset?.run();
  };
  return (
    <div className={styles.row}>
      <div className={styles.words}>
        <div className={styles.labelLine}>
          <label
            id={`${id}label`}
            htmlFor={controlId}
            className={mergeClasses(styles.label, disabled && styles.disabled, isName && styles.cutLabel)}
            {...(isName ? { title: label } : {})}
          >
            {label}
          </label>
          {reset !== undefined && lock === undefined && (
            <Button
              className={styles.reset}
              size="small"
              appearance="subtle"
              icon={<ArrowResetRegular />}
              aria-label={t('settings.reset.spoken', { name: label, value: reset.to })}
              title={t('settings.reset', { value: reset.to })}
              onClick={putBack}
            />
          )}
        </div>
        {hint !== undefined && (
          <span id={`${id}hint`} className={styles.hint}>
            {hint}
          </span>
        )}
        {lock !== undefined && (
          <span id={`${id}lock`} className={mergeClasses(styles.hint, styles.lock)}>
            <LockClosedRegular className={styles.lockIcon} aria-hidden />
            {lock}
          </span>
        )}
      </div>
      <div className={styles.control}>
        {children({
          id: controlId,
          'aria-labelledby': `${id}label`,
          ...(describedBy === '' ? {} : { 'aria-describedby': describedBy }),
        })}
      </div>
      {below}
    </div>
  );
}
