import { useSyncExternalStore } from 'react';
import { createClock } from './clock';

const clock = createClock({
  now: () => Date.now(),
  visible: () => document.visibilityState === 'visible',
  onVisibilityChange: (listener) => document.addEventListener('visibilitychange', listener),
  setTimer: (run, ms) => window.setTimeout(run, ms),
  clearTimer: (timer) => window.clearTimeout(timer),
});

/** Calls `listener` with each tick, for what needs more than a value. Returns a function that ends it. */
export const onTick = clock.subscribe;

/** ms since the epoch, at the last tick. */
export const currentTime = clock.get;

/** What `read` makes of the time; the component renders again only when that changes. `read` gives a plain value. */
export function useClock<Value extends string | number | boolean | undefined>(
  read: (now: number) => Value,
): Value {
  return useSyncExternalStore(clock.subscribe, () => read(clock.get()));
}
