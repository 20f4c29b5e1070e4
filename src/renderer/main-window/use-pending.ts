import { useRef, useState } from 'react';

interface Pending<Name extends string> {
  /** What is under way. */
  readonly pending: Name | undefined;
  /** Does the work unless something is under way. */
  readonly start: (name: Name, work: () => Promise<unknown>) => void;
}

/** One thing at a time: while it is under way nothing else starts, nor the same once more. */
export function usePending<Name extends string>(): Pending<Name> {
  // State alone lets a second event of the same moment through.
  const running = useRef(false);
  const [pending, setPending] = useState<Name>();
  const start = (name: Name, work: () => Promise<unknown>): void => {
    if (running.current) return;
    running.current = true;
    setPending(name);
    void work().finally(() => {
      running.current = false;
      setPending(undefined);
    });
  };
  return { pending, start };
}
