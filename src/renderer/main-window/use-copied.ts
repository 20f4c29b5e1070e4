import { useEffect, useState } from 'react';
import type { CommandOutcome } from '../../shared/ipc';

/** ms */
export const copiedFor = 1500;

/** Runs a copy and says for a moment that it was done; a copy that was refused changes nothing. */
export function useCopied(onCopy: () => Promise<CommandOutcome>): { isCopied: boolean; copy: () => void } {
  const [copied, setCopied] = useState(0);
  useEffect(() => {
    if (copied === 0) return;
    const timer = setTimeout(() => setCopied(0), copiedFor);
    return () => clearTimeout(timer);
  }, [copied]);
  const copy = (): void => {
    void onCopy().then(({ outcome }) => {
      if (outcome === 'done') setCopied((count) => count + 1);
    });
  };
  return { isCopied: copied > 0, copy };
}
