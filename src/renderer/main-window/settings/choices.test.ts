import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../shared/settings';
import { aheadTimes, clearTimes, secondsWords } from './choices';

describe('the choices of a time', () => {
  it('offer what is set, also where a file holds an unusual value, in order', () => {
    expect(clearTimes(60)).toEqual([0, 10, 30, 60, 120, 300, 600]);
    expect(clearTimes(90)).toEqual([0, 10, 30, 60, 90, 120, 300, 600]);
    expect(aheadTimes(5)).toEqual([0, 1, 2, 5, 10, 15, 30]);
    expect(aheadTimes(7)).toEqual([0, 1, 2, 5, 7, 10, 15, 30]);
  });

  it('are all allowed by the schema', () => {
    const { clipboardClearsAfter, notifyBeforeEnd } = settingsSchema.shape;
    for (const each of clearTimes(60)) expect(clipboardClearsAfter.parse(each)).toBe(each);
    for (const each of aheadTimes(5)) expect(notifyBeforeEnd.parse(each)).toBe(each);
  });
});

it('says a time as people do', () => {
  expect([10, 60, 90, 120, 600].map(secondsWords)).toEqual([
    '10 seconds',
    '1 minute',
    '1 min 30 s',
    '2 minutes',
    '10 minutes',
  ]);
});
