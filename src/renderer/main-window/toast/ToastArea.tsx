import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useFocusBack } from '../use-focus-back';
import { CopyFailedToast } from './CopyFailedToast';
import { currentToast, hideToast, onToast, type Toast } from './toast-store';
import { useToastStyles } from './toast-styles';

/** ms */
const shownFor = 8000;

const useStyles = makeStyles({
  place: { flex: '0 0 auto', position: 'relative' },
  stack: {
    position: 'absolute',
    bottom: '8px',
    left: '12px',
    right: '12px',
    zIndex: 2,
    display: 'flex',
    flexDirection: 'column',
    gap: '8px',
  },
});

/** Where short messages appear: over the foot of the list. */
export function ToastArea(): ReactNode {
  const styles = useStyles();
  const toast = useSyncExternalStore(onToast, currentToast);
  const copyFailed = useSnapshot((snapshot) => snapshot.copyFailed);
  return (
    <section className={styles.place} aria-label={t('toast.label')}>
      <div role="status" className="spoken">
        {toast?.text}
      </div>
      <div role="status" className="spoken">
        {copyFailed !== undefined && <span key={copyFailed.failedOn}>{t('copy-failed.text')}</span>}
      </div>
      <div className={styles.stack}>
        {copyFailed !== undefined && <CopyFailedToast {...copyFailed} />}
        {toast !== undefined && <ShownToast key={toast.text} toast={toast} />}
      </div>
    </section>
  );
}

/** Goes by itself, but not while somebody points at it or is on its button. */
function ShownToast({ toast }: { readonly toast: Toast }): ReactNode {
  const styles = useToastStyles();
  const { ref, onFocus } = useFocusBack<HTMLDivElement>();
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
  const act = ({ run }: { readonly run: () => void }): void => {
    run();
    hideToast(toast);
  };
  return (
    <div
      ref={ref}
      className={styles.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={(event) => {
        onFocus(event);
        setHeld(true);
      }}
      onBlur={() => setHeld(false)}
    >
      <span className={mergeClasses(styles.words, styles.oneLine)} title={toast.text}>
        {toast.text}
      </span>
      {[toast.other, toast.action].map(
        (action) =>
          action !== undefined && (
            <Button
              key={action.label}
              className={styles.button}
              appearance="subtle"
              onClick={() => act(action)}
            >
              {action.label}
            </Button>
          ),
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
