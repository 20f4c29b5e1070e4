import { useLayoutEffect, useRef, type FocusEvent } from 'react';

interface FocusBack<Part extends HTMLElement> {
  readonly ref: (part: Part | null) => void;
  readonly onFocus: (event: FocusEvent) => void;
}

/** For a part of the window that goes away by itself: the focus, if it is in there, goes back to where it came from. */
export function useFocusBack<Part extends HTMLElement>(): FocusBack<Part> {
  const part = useRef<Part>(null);
  const before = useRef<HTMLElement>(undefined);
  // A layout effect ends while the part is still in the page.
  useLayoutEffect(
    () => () => {
      if (part.current?.contains(document.activeElement) === true) before.current?.focus();
    },
    [],
  );
  return {
    ref: (element) => {
      if (element !== null) part.current = element;
    },
    onFocus: ({ relatedTarget, currentTarget }) => {
      if (relatedTarget instanceof HTMLElement && !currentTarget.contains(relatedTarget))
        before.current = relatedTarget;
    },
  };
}
