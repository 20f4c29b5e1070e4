import { describe, expect, it } from 'vitest';
import { createClock, untilNextSecond } from './clock';

/** A world whose time only moves when the test says so. */
function world(start: number) {
  let now = start;
  let visible = true;
  let due: { at: number; run: () => void } | undefined;
  let onVisibility = (): void => undefined;
  return {
    ports: {
      now: () => now,
      visible: () => visible,
      onVisibilityChange: (listener: () => void) => {
        onVisibility = listener;
      },
      setTimer: (run: () => void, ms: number) => {
        due = { at: now + ms, run };
        return 1;
      },
      clearTimer: () => {
        due = undefined;
      },
    },
    dueAt: () => due?.at,
    fire: (late = 0) => {
      const timer = due;
      due = undefined;
      now = (timer?.at ?? now) + late;
      timer?.run();
    },
    show: (value: boolean, at: number) => {
      now = at;
      visible = value;
      onVisibility();
    },
  };
}

describe('clock', () => {
  it('waits for the full second', () => {
    expect(untilNextSecond(10_250)).toBe(750);
    expect(untilNextSecond(10_000)).toBe(1000);
  });

  it('stays on the full second after a late tick', () => {
    const { ports, dueAt, fire } = world(10_250);
    createClock(ports).subscribe(() => undefined);
    expect(dueAt()).toBe(11_000);
    fire(130);
    expect(dueAt()).toBe(12_000);
  });

  it('does not tick for nobody', () => {
    const { ports, dueAt } = world(0);
    const clock = createClock(ports);
    expect(dueAt()).toBeUndefined();
    const leave = clock.subscribe(() => undefined);
    expect(dueAt()).toBe(1000);
    leave();
    expect(dueAt()).toBeUndefined();
  });

  it('has one timer for all', () => {
    const { ports, fire } = world(0);
    const clock = createClock(ports);
    const seen: string[] = [];
    clock.subscribe(() => seen.push(`a${clock.get()}`));
    clock.subscribe(() => seen.push(`b${clock.get()}`));
    fire();
    expect(seen).toEqual(['a1000', 'b1000']);
  });

  it('rests while the page is hidden, and is right at once when it is back', () => {
    const { ports, dueAt, show } = world(0);
    const clock = createClock(ports);
    let ticks = 0;
    clock.subscribe(() => ticks++);
    show(false, 500);
    expect(dueAt()).toBeUndefined();
    show(true, 90_400);
    expect(ticks).toBe(1);
    expect(clock.get()).toBe(90_400);
    expect(dueAt()).toBe(91_000);
  });
});
