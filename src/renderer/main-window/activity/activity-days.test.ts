import { expect, it } from 'vitest';
import type { ActivityEntry } from '../../../shared/snapshot';
import { activityDays } from './activity-days';

const at = (...local: [number, number, number, number, number]): number => new Date(...local).getTime();
const entry = (on: number): ActivityEntry => ({
  on,
  presetName: 'Microsoft Graph',
  format: 'token',
  username: 'someone@contoso.com',
  tenantName: 'Contoso',
});

it('puts entries under their local day, newest first as they come', () => {
  const now = at(2026, 2, 14, 0, 5);
  const entries = [
    at(2026, 2, 14, 0, 1),
    at(2026, 2, 13, 23, 59),
    at(2026, 2, 13, 0, 0),
    at(2026, 2, 2, 12, 0),
  ].map(entry);
  const days = activityDays(entries, now);
  expect(days.map(({ ago }) => ago)).toEqual([0, 1, 12]);
  expect(days.map((day) => day.entries.map(({ on }) => on))).toEqual([
    [entries[0]?.on],
    [entries[1]?.on, entries[2]?.on],
    [entries[3]?.on],
  ]);
  expect(days.map(({ from }) => from)).toEqual([0, 1, 3]);
  expect(days.map(({ start }) => start)).toEqual([
    at(2026, 2, 14, 0, 0),
    at(2026, 2, 13, 0, 0),
    at(2026, 2, 2, 0, 0),
  ]);
});

it('counts days by the calendar where the clock is changed', () => {
  const zone = process.env['TZ'];
  try {
    process.env['TZ'] = 'Europe/Berlin';
    // The last Sunday of March has 23 hours, that of October 25.
    const march = activityDays([entry(at(2026, 2, 29, 0, 0))], at(2026, 2, 30, 0, 0));
    const october = activityDays([entry(at(2026, 9, 25, 0, 0))], at(2026, 9, 26, 23, 0));
    expect([...march, ...october].map(({ ago }) => ago)).toEqual([1, 1]);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
});

it('has no day for no entry', () => {
  expect(activityDays([], 0)).toEqual([]);
});
