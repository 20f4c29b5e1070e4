import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { currentToast, hideToast, onToast, type Toast } from './toast-store';

/** ms */
const shownFor = 8000;

const useStyles = makeStyles({
  place: { flex: '0 0 auto', position: 'relative' },
  toast: {
    position: 'absolute',
    bottom: '8px',
    left: '12px',
    right: '12px',
    zIndex: 2,
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '40px',
    boxSizing: 'border-box',
    padding: '4px 4px 4px 16px',
    borderRadius: '10px',
    boxShadow: tokens.shadow16,
    color: tokens.colorNeutralForegroundInverted,
    backgroundColor: tokens.colorNeutralBackgroundInverted,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  words: {
    flex: '1 1 0',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  button: {
    flex: '0 0 auto',
    minWidth: 'auto',
    color: 'inherit',
    ':hover': { color: 'inherit', backgroundColor: 'transparent', textDecorationLine: 'underline' },
    ':hover:active': { color: 'inherit', backgroundColor: 'transparent' },
    ':hover .fui-Button__icon': { color: 'inherit' },
  },
});

/** Where short messages appear: over the foot of the list. */
export function ToastArea(): ReactNode {
  const styles = useStyles();
  const toast = useSyncExternalStore(onToast, currentToast);
  return (
    <section className={styles.place} aria-label={t('toast.label')}>
      <div role="status" className="spoken">
        {toast?.text}
      </div>
      {toast !== undefined && <ShownToast key={toast.text} toast={toast} />}
    </section>
  );
}

/** Goes by itself, but not while somebody points at it or is on its button. */
function ShownToast({ toast }: { readonly toast: Toast }): ReactNode {
  const styles = useStyles();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => hideToast(toast), shownFor);
    return () => clearTimeout(timer);
  }, [toast, held]);
  // Ctrl or Cmd with Z does what the button does, except where it takes back typing.
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const typing = event.target instanceof Element && event.target.closest('input, dialog') !== null;
      const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
      if (!undo || typing || toast.action === undefined) return;
      event.preventDefault();
      toast.action.run();
      hideToast(toast);
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [toast]);
  const act = (): void => {
    toast.action?.run();
    hideToast(toast);
  };
  return (
    <div
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.words} title={toast.text}>
        {toast.text}
      </span>
      {toast.action !== undefined && (
        <Button className={styles.button} appearance="subtle" onClick={act}>
          {toast.action.label}
        </Button>
      )}
      <Button
        className={styles.button}
        appearance="subtle"
        icon={<DismissRegular />}
        aria-label={t('toast.dismiss')}
        onClick={() => hideToast(toast)}
      />
    </div>
  );
}
