import { describe, expect, it } from 'vitest';
import { tokenStatus } from '../../shared/token-status';
import { statusDate, statusWords } from './status-words';

const now = Date.UTC(2026, 0, 31, 12);
const minute = 60_000;
const words = (left: number): string => {
  const status = tokenStatus(
    { acquiring: false, token: { issuedOn: now - 60 * minute, expiresOn: now + left } },
    now,
  );
  return statusWords(status, now);
};

describe('statusWords', () => {
  it('counts down', () => {
    expect(words(27 * 60 * minute)).toBe('27 h left');
    expect(words(192 * minute)).toBe('3 h 12 m left');
    expect(words(52 * minute + 10_000)).toBe('52:10 left');
    expect(words(42_000)).toBe('Ends in 0:42');
  });

  it('says how long ago it ended', () => {
    expect(words(0)).toBe('Expired just now');
    expect(words(-59_999)).toBe('Expired just now');
    expect(words(-5 * minute)).toBe('Expired 5 min ago');
    expect(words(-26 * 60 * minute)).toBe('Expired 26 h ago');
  });

  it('names what is no time', () => {
    expect(statusWords(tokenStatus({ acquiring: false }, now), now)).toBe('No token yet');
    expect(statusWords(tokenStatus({ acquiring: true }, now), now)).toBe('Getting a token');
    expect(statusWords(tokenStatus({ acquiring: false, problem: 'failed' }, now), now)).toBe('Failed');
  });

  it('has a date only behind a time', () => {
    expect(statusDate({ name: 'none', left: 0 })).toBeUndefined();
    expect(statusDate({ name: 'valid', left: 1, expiresOn: now })).toMatch(/^Valid until .*2026/);
    expect(statusDate({ name: 'expired', left: 0, expiresOn: now })).toMatch(/^Ended .*2026/);
  });
});
