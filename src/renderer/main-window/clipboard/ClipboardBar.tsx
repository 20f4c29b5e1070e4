import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { ClipboardCheckmarkRegular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import type { ClipboardView } from '../../../shared/snapshot';
import { useSnapshot } from '../../bridge/use-snapshot';
import { useClock } from '../../time/use-clock';
import { t } from '../../../shared/messages';
import { cutAfterLines } from '../cut-after-lines';
import { command } from '../run-command';
import { useFocusBack } from '../use-focus-back';
import { clipboardTimes, clipboardToFillIn, clipboardWhat, spokenClipboard } from './clipboard-words';

const narrow = '@media (max-width: 399.9px)';

const useStyles = makeStyles({
  bar: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '12px',
    padding: '8px 12px 8px 16px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    animationName: { from: { opacity: 0, transform: 'translateY(8px)' } },
    animationDuration: '150ms',
    animationTimingFunction: 'cubic-bezier(0.2, 0, 0, 1)',
  },
  icon: {
    flex: '0 0 auto',
    fontSize: '20px',
    color: tokens.colorBrandForeground1,
    [narrow]: { display: 'none' },
  },
  words: { flex: '1 1 0', minWidth: 0 },
  what: {
    fontWeight: 600,
    lineHeight: '20px',
    ...cutAfterLines(2),
    [narrow]: cutAfterLines(3),
  },
  fillIn: { fontSize: '12px', lineHeight: '16px', overflowWrap: 'anywhere' },
  times: {
    fontSize: '12px',
    lineHeight: '16px',
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  button: { flex: '0 0 auto', minWidth: 'auto' },
});

/** While the clipboard holds something of ours. What is new is said once; what ticks is not. */
export function ClipboardBar(): ReactNode {
  const clipboard = useSnapshot((snapshot) => snapshot.clipboard);
  return (
    <>
      <div role="status" className="spoken">
        {clipboard !== undefined && <span key={clipboard.copiedOn}>{spokenClipboard(clipboard)}</span>}
      </div>
      {clipboard !== undefined && <Bar clipboard={clipboard} />}
    </>
  );
}

function Bar({ clipboard }: { readonly clipboard: ClipboardView }): ReactNode {
  const styles = useStyles();
  const focusBack = useFocusBack<HTMLElement>();
  const times = useClock((now) => clipboardTimes(clipboard, now));
  const what = clipboardWhat(clipboard);
  const toFillIn = clipboardToFillIn(clipboard);
  return (
    <section className={styles.bar} aria-label={t('clipboard.label')} {...focusBack}>
      <ClipboardCheckmarkRegular className={styles.icon} />
      <div className={styles.words}>
        <div className={styles.what} title={what}>
          {what}
        </div>
        {toFillIn !== undefined && <div className={styles.fillIn}>{toFillIn}</div>}
        <div className={styles.times}>{times}</div>
      </div>
      <Button className={styles.button} onClick={() => command('clearClipboard', {})}>
        {t('clipboard.clear')}
      </Button>
    </section>
  );
}
