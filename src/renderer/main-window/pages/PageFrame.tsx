import { Button, PortalMountNodeProvider, makeStyles } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { t } from '../../../shared/messages';
import { command } from '../run-command';

const useStyles = makeStyles({
  page: { flex: '1 1 auto', minHeight: 0, display: 'flex', flexDirection: 'column' },
  header: {
    flex: '0 0 auto',
    display: 'flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '40px',
    padding: '8px 12px',
  },
  button: { flex: '0 0 auto' },
  title: {
    flex: '1 1 0',
    minWidth: 0,
    margin: '0 4px',
    fontSize: '16px',
    lineHeight: '24px',
    fontWeight: 600,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    // It has the focus for the sake of readers; Tab never comes here.
    outlineStyle: 'none',
  },
});

/** Of the page's title; there is one page at a time. */
export const pageTitleId = 'page-title';

const toPresets = (): void => command('showPage', { page: 'main' });

const alone = ({ ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean =>
  !ctrlKey && !metaKey && !altKey && !shiftKey;

/** Esc and Alt+Left go back, unless what has the focus has a use of its own for them. */
function useBackKeys(back: () => void): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || document.querySelector('dialog[open]') !== null) return;
      const isBack = (event.key === 'Escape' && alone(event)) || (event.key === 'ArrowLeft' && event.altKey);
      if (!isBack) return;
      event.preventDefault();
      back();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [back]);
}

interface PageFrameProps {
  readonly title: string;
  /** Buttons at the end of the title's line. */
  readonly actions?: ReactNode;
  /** Where the way back leads; to the presets by itself. */
  readonly onBack?: () => void;
  readonly children: ReactNode;
}

/** A page beside the presets: title and way back, with what it is about below. */
export function PageFrame({ title, actions, onBack = toPresets, children }: PageFrameProps): ReactNode {
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  // Menus and lists are drawn in here, so that readers find them in a landmark.
  const [main, setMain] = useState<HTMLElement | null>(null);
  useBackKeys(onBack);
  // The title says where one is, and Tab goes on to the first control.
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <PortalMountNodeProvider value={main ?? undefined}>
      <main ref={setMain} className={styles.page}>
        <div className={styles.header}>
          <Button
            className={styles.button}
            appearance="subtle"
            icon={<ArrowLeftRegular />}
            aria-label={t('page.back')}
            title={t('page.back.hint')}
            onClick={onBack}
          />
          <h1 ref={heading} id={pageTitleId} className={styles.title} tabIndex={-1}>
            {title}
          </h1>
          {actions}
        </div>
        {children}
      </main>
    </PortalMountNodeProvider>
  );
}
