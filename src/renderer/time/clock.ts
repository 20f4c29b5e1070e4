/** What the clock needs of the world; the tests give it their own. */
export interface ClockPorts {
  readonly now: () => number;
  readonly visible: () => boolean;
  readonly onVisibilityChange: (listener: () => void) => void;
  readonly setTimer: (run: () => void, ms: number) => number;
  readonly clearTimer: (timer: number) => void;
}

export interface Clock {
  readonly subscribe: (listener: () => void) => () => void;
  /** ms since the epoch, at the last tick. The same for all who ask between two ticks. */
  readonly get: () => number;
}

const second = 1000;

/** How long to wait, in ms, for the next full second. */
export const untilNextSecond = (now: number): number => second - (now % second);

/** One clock for all that counts down: it ticks on the full second, while somebody listens and the page is visible. */
export function createClock(ports: ClockPorts): Clock {
  let time = ports.now();
  let timer: number | undefined;
  const listeners = new Set<() => void>();

  const schedule = (): void => {
    if (timer !== undefined || listeners.size === 0 || !ports.visible()) return;
    timer = ports.setTimer(() => {
      timer = undefined;
      tick();
      schedule();
    }, untilNextSecond(ports.now()));
  };
  const tick = (): void => {
    time = ports.now();
    for (const listener of [...listeners]) listener();
  };
  const stop = (): void => {
    if (timer !== undefined) ports.clearTimer(timer);
    timer = undefined;
  };
  ports.onVisibilityChange(() => {
    if (!ports.visible()) return stop();
    tick();
    schedule();
  });
  return {
    subscribe: (listener) => {
      // After a time without listeners the last tick is old.
      if (listeners.size === 0) time = ports.now();
      listeners.add(listener);
      schedule();
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) stop();
      };
    },
    get: () => time,
  };
}
