import { describe, expect, it } from 'vitest';
import { coarseWords, liveWords } from './messages/time-words';
import { coarseSpanChangesIn } from './time-left';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Times near every border, and a few hundred others that are the same in each run. */
const times = [minute, hour, 24 * hour]
  .flatMap((border) => [border - second, border - 1, border, border + 1, border + second])
  .concat(Array.from({ length: 300 }, (_, n) => (n * 7_654_321) % (30 * hour)).filter((ms) => ms > 0));

describe('a live countdown', () => {
  it.each([
    [42 * second, '0:42'],
    [9 * second + 999, '0:09'],
    [52 * minute + 10 * second, '52:10'],
    [hour - 1, '59:59'],
    [hour, '1 h 0 m'],
    [3 * hour + 12 * minute, '3 h 12 m'],
    [27 * hour + 59 * minute, '27 h'],
    [0, '0:00'],
    [-5 * minute, '0:00'],
  ])('of %d ms reads %s', (ms, words) => {
    expect(liveWords(ms)).toBe(words);
  });

  it('never goes up while time goes by', () => {
    const total = (words: string): number => {
      const [first = 0, next = 0] = (words.match(/\d+/g) ?? []).map(Number);
      return words.includes(':') ? first * 60 + next : first * 3600 + next * 60;
    };
    const down = [...times].sort((a, b) => b - a).map((ms) => total(liveWords(ms)));
    expect(down).toEqual([...down].sort((a, b) => b - a));
  });
});

describe('a span that is not redrawn every second', () => {
  it.each([
    [59 * second, '< 1 min'],
    [-1, '< 1 min'],
    [minute, '1 min'],
    [52 * minute + 59 * second, '52 min'],
    [hour, '1 h 0 min'],
    [3 * hour + 12 * minute, '3 h 12 min'],
    [24 * hour - 1, '23 h 59 min'],
    [24 * hour, '24 h'],
    [28 * hour - 1, '27 h'],
  ])('of %d ms reads %s', (ms, words) => {
    expect(coarseWords(ms)).toBe(words);
  });

  it('says when it will read differently: not a millisecond before, and at that one', () => {
    for (const ms of times.filter((time) => time >= minute)) {
      const wait = coarseSpanChangesIn(ms);
      expect(coarseWords(ms - wait + 1)).toBe(coarseWords(ms));
      expect(coarseWords(ms - wait)).not.toBe(coarseWords(ms));
    }
  });

  it('has its last change when the time is over, and none after it', () => {
    expect(coarseSpanChangesIn(30 * second)).toBeGreaterThanOrEqual(30 * second);
    expect(coarseSpanChangesIn(30 * second)).toBeLessThan(31 * second);
    expect(coarseSpanChangesIn(0)).toBe(Infinity);
    expect(coarseSpanChangesIn(-hour)).toBe(Infinity);
  });
});
