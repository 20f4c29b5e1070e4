import { expect, it } from 'vitest';
import { initials } from './initials';

it('takes the first and the last word', () => {
  expect(initials('Zoë Ångström-Müller')).toBe('ZM');
  expect(initials('Sam de Carter')).toBe('SC');
});

it('knows other scripts and letters with marks', () => {
  expect(initials('東京')).toBe('東');
  expect(initials('e\u0301lodie')).toBe('E\u0301');
});

it('leaves out what is no name', () => {
  expect(initials('Sam Carter (External)')).toBe('SC');
  expect(initials('12345')).toBe('');
  expect(initials('')).toBe('');
});
