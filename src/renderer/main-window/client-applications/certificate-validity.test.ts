import { describe, expect, it } from 'vitest';
import { dateOnly } from '../../time/full-date';
import { certificateValidity } from './certificate-validity';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 27, 12);
const validity = (from: number, to: number) =>
  certificateValidity({ notBefore: now + from, notAfter: now + to }, now);

describe('how long a certificate is good for', () => {
  it.each([
    ['good', -day, 30 * day, 'Expires '],
    ['soon', -day, 30 * day - 1, 'Expires in 29 days, on '],
    ['soon', -day, day, 'Expires in 1 day, on '],
    ['soon', -day, day - 1, 'Expires within a day, on '],
    ['over', -2 * day, 0, 'Expired on '],
  ])('is said as %s (%#)', (state, from, to, words) => {
    const said = validity(from, to);
    expect(said.state).toBe(state);
    expect(said.words).toContain(words + dateOnly(now + to));
  });

  it('begins some day', () => {
    expect(validity(day, 400 * day)).toEqual({ state: 'early', words: `Valid from ${dateOnly(now + day)}` });
  });
});
