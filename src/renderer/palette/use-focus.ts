import { useEffect, useRef, type RefObject } from 'react';

/** Holds the focus on an element: when it is there, and when the window has the focus again. */
export function useFocus<Target extends HTMLElement>(): RefObject<Target | null> {
  const target = useRef<Target>(null);
  useEffect(() => {
    const focus = (): void => target.current?.focus();
    focus();
    window.addEventListener('focus', focus);
    return () => window.removeEventListener('focus', focus);
  }, []);
  return target;
}
