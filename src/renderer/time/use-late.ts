import { useEffect, useState } from 'react';

/** ms; what is over sooner is not worth showing. */
export const patience = 300;

/** Whether `active` has been so for longer than a moment. */
export function useLate(active: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!active) return;
    const timer = setTimeout(() => setLate(true), patience);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [active]);
  return active && late;
}
