import { useLayoutEffect, useRef, type RefObject } from 'react';

/** Gives the focus back to where it was in `part` each time `part` is shown again. */
export function useReturnFocus(part: RefObject<HTMLElement | null>, shown: boolean): void {
  const last = useRef<HTMLElement>(undefined);
  const wasShown = useRef(shown);

  // Before the effects of what is in it, which may give it the focus.
  useLayoutEffect(() => {
    const remember = ({ target }: FocusEvent): void => {
      // What takes the focus while it is being shown again is not where the person was.
      if (!wasShown.current) return;
      if (target instanceof HTMLElement && part.current?.contains(target) === true) last.current = target;
    };
    document.addEventListener('focusin', remember);
    return () => document.removeEventListener('focusin', remember);
  }, [part]);

  useLayoutEffect(() => {
    const returns = shown && !wasShown.current;
    wasShown.current = shown;
    if (!returns) return;
    const before = last.current?.isConnected === true ? last.current : undefined;
    (before ?? part.current?.querySelector<HTMLElement>('input, button'))?.focus();
  }, [part, shown]);
}
