import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RevealField, revealedFor } from './reveal-field';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function make() {
  const seen = { text: '', hidden: 0 };
  const timers = new Map<number, NodeJS.Timeout>();
  const field = new RevealField({
    write: (text) => (seen.text = text),
    setTimer: (run, ms) => {
      timers.set(timers.size + 1, setTimeout(run, ms));
      return timers.size;
    },
    clearTimer: (timer) => clearTimeout(timers.get(timer)),
    hidden: () => (seen.hidden += 1),
  });
  return { field, seen };
}

describe('a token in its field', () => {
  it('is gone after 30 seconds', () => {
    const { field, seen } = make();
    field.show('a.b.c');
    vi.advanceTimersByTime(revealedFor - 1);
    expect(seen.text).toBe('a.b.c');
    vi.advanceTimersByTime(1);
    expect(seen).toEqual({ text: '', hidden: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is gone at once when the field is left, once', () => {
    const { field, seen } = make();
    field.show('a.b.c');
    field.hide();
    field.hide();
    expect(seen).toEqual({ text: '', hidden: 1 });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that is shown again has its own 30 seconds', () => {
    const { field, seen } = make();
    field.show('a.b.c');
    vi.advanceTimersByTime(20_000);
    field.show('d.e.f');
    vi.advanceTimersByTime(20_000);
    expect(seen.text).toBe('d.e.f');
    vi.advanceTimersByTime(10_000);
    expect(seen.text).toBe('');
  });
});
