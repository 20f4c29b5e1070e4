import { useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';

let uses = 0;
let hides = 0;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How often the palette was used since its page was loaded. Its parts have it as key, and so begin anew each time. */
export const useUses = (): number => useSyncExternalStore(subscribe, () => uses);

/** Forgets what was typed and chosen. */
export function beginAnew(): void {
  uses += 1;
  flushSync(() => {
    for (const listener of [...listeners]) listener();
  });
}

/** How often the page was hidden. What was begun before it was last is of a use that is over. */
export const timesHidden = (): number => hides;

// The page may be kept while its window is hidden. When it is shown, there may be another preset that was used last.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hides += 1;
  beginAnew();
});
