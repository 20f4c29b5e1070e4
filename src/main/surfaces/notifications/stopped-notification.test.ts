import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings';
import type { Snapshot } from '../../../shared/snapshot';
import type { PresetProblem } from '../../../shared/token-status';
import { presetView, settingsView, snapshotWith } from '../../../shared/test-support/snapshots';
import type { NotificationView } from './notification-view';
import { nothingStopped, sayStopped, type Stopped } from './stopped-notification';

const minute = 60_000;
const start = 1_000_000;

const stopped = (problem: PresetProblem, ...ids: readonly string[]): Snapshot =>
  snapshotWith({
    presets: ids.map((id) =>
      presetView({ id, name: `API ${id}`, keepFresh: true, keepFreshStopped: problem }),
    ),
  });
const off = (snapshot: Snapshot): Snapshot => ({
  ...snapshot,
  settings: settingsView({ values: { ...defaultSettings, notifyRenewalFailed: false } }),
});

/** Takes in one snapshot after another, and what the program asked to be woken for between them. Times in ms. */
function follow(problem: PresetProblem, ...changes: readonly (readonly [number, Snapshot])[]) {
  const said: (readonly [number, NotificationView])[] = [];
  let kept: Stopped = nothingStopped;
  changes.forEach(([on, snapshot], index) => {
    const until = changes[index + 1]?.[0] ?? Infinity;
    let now = on;
    for (let looks = 0; now < until && Number.isFinite(now); looks += 1) {
      if (looks > 20) throw new Error('It never rests.');
      const saying = sayStopped(problem, snapshot, start + now, kept);
      kept = saying.kept;
      said.push(...saying.views.map((view) => [now, view] as const));
      now = saying.lookAgainOn - start;
    }
  });
  return said;
}
const titles = (said: readonly (readonly [number, NotificationView])[]) =>
  said.map(([on, { title }]) => [on, title] as const);

describe('keeping fresh has stopped', () => {
  it('for want of a sign-in: a click signs in', () => {
    const said = follow('sign-in-needed', [0, stopped('sign-in-needed', 'a')]);
    expect(said).toMatchObject([
      [
        3000,
        {
          title: 'Sign in again to keep API a fresh',
          body: 'Its token is no longer renewed by itself. Click to sign in.',
          click: { name: 'signInForPreset', args: { presetId: 'a' } },
          silent: false,
        },
      ],
    ]);
  });

  it('after failing too often: a click tries again', () => {
    expect(follow('failed', [0, stopped('failed', 'a')])).toMatchObject([
      [
        3000,
        {
          title: 'API a is no longer kept fresh',
          body: 'Its token could not be renewed. Click to try again.',
          click: { name: 'renew', args: { presetId: 'a' } },
        },
      ],
    ]);
  });

  it('is not mixed up with the other reason, nor with presets that are well', () => {
    expect(follow('failed', [0, stopped('sign-in-needed', 'a')])).toEqual([]);
    expect(follow('failed', [0, snapshotWith({ presets: [presetView({ keepFresh: true })] })])).toEqual([]);
  });

  it('is one notification for all that stop at about the same time', () => {
    const ids = Array.from({ length: 12 }, (_, index) => `p${index}`);
    const said = follow(
      'sign-in-needed',
      [0, stopped('sign-in-needed', ...ids.slice(0, 4))],
      [2000, stopped('sign-in-needed', ...ids)],
    );
    expect(said).toMatchObject([
      [
        3000,
        {
          title: 'Sign in again to keep 12 APIs fresh',
          click: { name: 'signInForPreset', args: { presetId: 'p0' } },
        },
      ],
    ]);
    expect(follow('failed', [0, stopped('failed', 'a', 'b')])).toMatchObject([
      [3000, { title: '2 APIs are no longer kept fresh', click: { name: 'openMainWindow', args: {} } }],
    ]);
  });

  it('waits ten minutes with those that stop later, and then speaks of all in the same place', () => {
    const said = follow(
      'sign-in-needed',
      [0, stopped('sign-in-needed', 'a')],
      [minute, stopped('sign-in-needed', 'a', 'b')],
      [2 * minute, stopped('sign-in-needed', 'a', 'b', 'c')],
    );
    expect(titles(said)).toEqual([
      [3000, 'Sign in again to keep API a fresh'],
      [3000 + 10 * minute, 'Sign in again to keep 3 APIs fresh'],
    ]);
    expect(new Set(said.map(([, { slot }]) => slot)).size).toBe(1);
  });

  it('is not said of what was put right before it was said', () => {
    const said = follow('failed', [0, stopped('failed', 'a')], [1000, stopped('failed')]);
    expect(said).toEqual([]);
  });

  it('is said again when it stops again, but not within ten minutes', () => {
    const flapping = [
      [0, stopped('failed', 'a')],
      [minute, stopped('failed')],
      [2 * minute, stopped('failed', 'a')],
    ] as const;
    expect(follow('failed', ...flapping).map(([on]) => on)).toEqual([3000, 3000 + 10 * minute]);
    const quiet = [...flapping, [3 * minute, stopped('failed')]] as const;
    expect(follow('failed', ...quiet).map(([on]) => on)).toEqual([3000]);
  });

  it('is not said when it is switched off, nor afterwards of what stopped meanwhile', () => {
    const said = follow(
      'failed',
      [0, off(stopped('failed', 'a'))],
      [minute, stopped('failed', 'a')],
      [2 * minute, stopped('failed', 'a', 'b')],
    );
    expect(titles(said)).toEqual([[2 * minute + 3000, '2 APIs are no longer kept fresh']]);
  });

  it('is not said of what stopped right before it was switched on', () => {
    const said = follow(
      'failed',
      [0, off(stopped('failed'))],
      [minute, stopped('failed', 'a')],
      [2 * minute, stopped('failed', 'a', 'b')],
    );
    expect(titles(said)).toEqual([[2 * minute + 3000, '2 APIs are no longer kept fresh']]);
  });

  it('is over when all it spoke of are kept fresh again', () => {
    const [[, view] = []] = follow('failed', [0, stopped('failed', 'a', 'b')]);
    expect(view?.isOver(stopped('failed', 'b'), 0)).toBe(false);
    expect(view?.isOver(stopped('failed', 'c'), 0)).toBe(true);
    expect(view?.isOver(stopped('sign-in-needed', 'a'), 0)).toBe(true);
  });
});
