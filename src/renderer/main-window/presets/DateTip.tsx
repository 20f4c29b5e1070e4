import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState, type ReactNode, type RefObject } from 'react';

const useStyles = makeStyles({
  tip: {
    position: 'fixed',
    zIndex: 1,
    padding: '4px 8px',
    borderRadius: '6px',
    fontSize: '12px',
    lineHeight: '16px',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow8,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
});

interface Tip {
  readonly status: HTMLElement;
  /** By the keyboard: it stays while the focus does, and goes along when the list scrolls. */
  readonly byFocus: boolean;
  readonly text: string;
  readonly right: number;
  readonly bottom: number;
}

function tipFor(status: HTMLElement | null | undefined, byFocus: boolean): Tip | undefined {
  const text = status?.dataset['date'];
  if (status === null || status === undefined || text === undefined || !status.isConnected) return undefined;
  const place = status.getBoundingClientRect();
  return {
    status,
    byFocus,
    text,
    right: window.innerWidth - place.right,
    bottom: window.innerHeight - place.top + 4,
  };
}

/**
 * The full date of the time that the pointer rests on, or that stands in the row with the focus. One for all rows.
 * Readers hear it as part of the row's description.
 */
export function DateTip({ list }: { readonly list: RefObject<HTMLElement | null> }): ReactNode {
  const styles = useStyles();
  const [tip, setTip] = useState<Tip>();
  useEffect(() => {
    const element = list.current;
    if (element === null) return;
    const onOver = ({ target }: Event): void =>
      setTip((before) => {
        const status = target instanceof Element ? target.closest<HTMLElement>('[data-date]') : undefined;
        return tipFor(status, false) ?? (before?.byFocus === true ? before : undefined);
      });
    const onFocus = ({ target }: Event): void => {
      const row = target instanceof HTMLElement && target.matches(':focus-visible') ? target : undefined;
      setTip(
        row?.matches('[data-preset-id]') === true
          ? tipFor(row.querySelector<HTMLElement>('[data-date]'), true)
          : undefined,
      );
    };
    const hide = (): void => setTip(undefined);
    // The list may still be on its way to the row when that gets the focus.
    const onScroll = (): void =>
      setTip((before) => (before?.byFocus === true ? tipFor(before.status, true) : undefined));
    const onLeave = (): void => setTip((before) => (before?.byFocus === true ? before : undefined));
    const onKey = ({ key }: KeyboardEvent): void => {
      if (key === 'Escape' || key === 'Enter') hide();
    };
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('focusin', onFocus);
    element.addEventListener('focusout', hide);
    element.addEventListener('scroll', onScroll);
    element.addEventListener('keydown', onKey);
    return () => {
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('focusin', onFocus);
      element.removeEventListener('focusout', hide);
      element.removeEventListener('scroll', onScroll);
      element.removeEventListener('keydown', onKey);
    };
  }, [list]);
  if (tip === undefined) return null;
  return (
    <div className={styles.tip} role="tooltip" style={{ right: tip.right, bottom: tip.bottom }}>
      {tip.text}
    </div>
  );
}
