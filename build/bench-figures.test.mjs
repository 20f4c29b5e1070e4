import { describe, expect, it } from 'vitest';
import { comparisonTable, describeReadings, median, quantile } from './bench-figures.mjs';

describe('figures of the bench', () => {
  it('takes the middle reading, or the mean of the two in the middle', () => {
    expect(median([30, 10, 20])).toBe(20);
    expect(median([40, 10, 30, 20])).toBe(25);
    expect(median([100, 9])).toBe(54.5);
  });

  it('is not moved by one reading that went wrong', () => {
    expect(median([5, 5, 5, 5, 9000])).toBe(5);
  });

  it('finds quartiles between readings', () => {
    expect(quantile([1, 2, 3, 4, 5], 0.25)).toBe(2);
    expect(quantile([1, 2, 3, 4], 0.75)).toBe(3.25);
    expect([quantile([7], 0), quantile([7], 1)]).toEqual([7, 7]);
  });

  it('leaves the readings in their order', () => {
    const readings = [3, 1, 2];
    median(readings);
    expect(readings).toEqual([3, 1, 2]);
  });

  it('refuses to sum up nothing', () => {
    expect(() => median([])).toThrow(RangeError);
  });

  it('shows fractions only where they matter', () => {
    expect(describeReadings([400.4, 410.6, 430], 'ms')).toBe('411 ms (406–420, n=3)');
    expect(describeReadings([1.234], 'ms')).toBe('1.23 ms (1.23–1.23, n=1)');
  });
});

describe('table of the bench', () => {
  const reference = { name: 'bare', readings: [100] };

  /** @param {number} reading @param {import('./bench-figures.mjs').Aim} aim */
  const verdict = (reading, aim) =>
    comparisonTable([{ name: 'start', unit: 'ms', product: [reading], reference, aim }]);

  it('says whether an aim for the ratio is met', () => {
    expect(verdict(120, { of: 'ratio', atMost: 1.2 })).toMatch(/\+20 ms +1\.20 × +1\.2 ×: met$/);
    expect(verdict(121, { of: 'ratio', atMost: 1.2 })).toMatch(/\+21 ms +1\.21 × +1\.2 ×: not met$/);
  });

  it('says whether an aim for the median is met', () => {
    expect(verdict(5, { of: 'median', atMost: 5 })).toMatch(/-95 ms +0\.05 × +5 ms: met$/);
    expect(verdict(6, { of: 'median', atMost: 5 })).toMatch(/5 ms: not met$/);
  });

  it('says whether an aim for the difference is met', () => {
    expect(verdict(101, { of: 'difference', atMost: 1 })).toMatch(/\+1\.00 ms +1\.01 × +\+1 ms: met$/);
    expect(verdict(102, { of: 'difference', atMost: 1 })).toMatch(/\+1 ms: not met$/);
    expect(verdict(50, { of: 'difference', atMost: 1 })).toMatch(/\+1 ms: met$/);
  });

  it('lines its columns up', () => {
    const [header = '', ...rows] = comparisonTable([
      { name: 'start', unit: 'ms', product: [1], reference },
      { name: 'memory of it all', unit: 'MiB', product: [1000], reference },
    ]).split('\n');
    expect(rows.map((line) => line.indexOf('bare'))).toEqual([
      header.indexOf('beside'),
      header.indexOf('beside'),
    ]);
  });
});
