import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import {
  useId,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type ReactNode,
  type SyntheticEvent,
} from 'react';
import { cutAfterLines } from '../cut-after-lines';

/** Puts the focus on an element of a sheet when it opens: `{...focusFirst}`. */
export const focusFirst = { 'data-focus-first': '' } as const;

const useStyles = makeStyles({
  sheet: {
    boxSizing: 'border-box',
    width: '100%',
    maxWidth: '560px',
    maxHeight: 'calc(100% - 24px)',
    margin: 'auto auto 0',
    padding: 0,
    border: 'none',
    borderTopLeftRadius: '10px',
    borderTopRightRadius: '10px',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    boxShadow: tokens.shadow28,
    '::backdrop': { backgroundColor: tokens.colorBackgroundOverlay },
    '&[open]': { display: 'flex', flexDirection: 'column' },
    animationName: { from: { transform: 'translateY(16px)', opacity: 0 } },
    animationDuration: '150ms',
    animationTimingFunction: 'cubic-bezier(0.2, 0, 0, 1)',
    '@media (forced-colors: active)': { borderTop: '1px solid CanvasText' },
  },
  body: {
    flex: '1 1 auto',
    minHeight: 0,
    overflowY: 'auto',
    padding: '20px 20px 4px',
  },
  title: {
    margin: '0 0 4px',
    fontSize: '18px',
    lineHeight: '24px',
    fontWeight: 600,
    ...cutAfterLines(3),
  },
  close: { position: 'absolute', top: '12px', right: '12px' },
  foot: {
    flex: '0 0 auto',
    display: 'flex',
    flexWrap: 'wrap',
    gap: '8px',
    padding: '16px 20px 20px',
  },
});

interface SheetProps {
  readonly title: ReactNode;
  /** Above the title. */
  readonly picture?: ReactNode;
  /** Buttons at the foot, the best first. */
  readonly actions: ReactNode;
  /** Esc. */
  readonly onClose: () => void;
  /** Shows a button for it at the top too, where no other button closes the sheet. */
  readonly closeLabel?: string;
  readonly children: ReactNode;
}

/** Lies over the window from its lower edge. The rest of the window waits; the focus goes back when it leaves. */
export function Sheet({ title, picture, actions, onClose, closeLabel, children }: SheetProps): ReactNode {
  const styles = useStyles();
  const titleId = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect, since closing gives the focus back only while the dialog is still in the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    element.showModal();
    element.querySelector<HTMLElement>('[data-focus-first]')?.focus();
    return () => element.close();
  }, []);
  // A dialog's own way with Esc closes it whatever the page says, from the second time on.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  // Esc while nothing in the dialog has the focus.
  const onCancel = (event: SyntheticEvent): void => {
    event.preventDefault();
    onClose();
  };
  return (
    <dialog
      ref={dialog}
      className={styles.sheet}
      aria-labelledby={titleId}
      onKeyDown={onKeyDown}
      onCancel={onCancel}
    >
      <div className={styles.body}>
        {picture}
        <h2 id={titleId} className={styles.title} {...(typeof title === 'string' ? { title } : {})}>
          {title}
        </h2>
        {children}
      </div>
      <div className={styles.foot}>{actions}</div>
      {closeLabel !== undefined && (
        <Button
          className={styles.close}
          appearance="subtle"
          icon={<DismissRegular />}
          aria-label={closeLabel}
          title={closeLabel}
          onClick={onClose}
        />
      )}
    </dialog>
  );
}
