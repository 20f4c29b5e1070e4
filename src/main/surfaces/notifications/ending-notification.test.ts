import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../shared/settings';
import type { PresetView, Snapshot } from '../../../shared/snapshot';
import { presetView, settingsView, snapshotWith } from '../../../shared/test-support/snapshots';
import { warnOfEnd, type Warned } from './ending-notification';
import type { NotificationView } from './notification-view';

const minute = 60_000;
const start = Date.UTC(2026, 1, 3, 9, 0);

/** A pinned preset with a token got at the start. Times in min after it. */
const pinned = (endsAfter: number, change: Partial<PresetView> = {}): PresetView =>
  presetView({ pinned: true, token: { issuedOn: start, expiresOn: start + endsAfter * minute }, ...change });
const withNotice = (notifyBeforeEnd: number, ...presets: readonly PresetView[]): Snapshot =>
  snapshotWith({ presets, settings: settingsView({ values: { ...defaultSettings, notifyBeforeEnd } }) });

/** Lets the clock stand only where the program asked to be woken, and gives what was said, by min after the start. */
function goThrough(
  snapshot: Snapshot,
  warned: Warned = {},
): readonly (readonly [number, NotificationView])[] {
  const said: (readonly [number, NotificationView])[] = [];
  let kept = warned;
  let now = start;
  for (let looks = 0; looks < 20; looks += 1) {
    const saying = warnOfEnd(snapshot, now, kept);
    kept = saying.kept;
    said.push(...saying.views.map((view) => [(now - start) / minute, view] as const));
    if (!Number.isFinite(saying.lookAgainOn)) return said;
    expect(saying.lookAgainOn).toBeGreaterThan(now);
    now = saying.lookAgainOn;
  }
  throw new Error('It never rests.');
}
const times = (snapshot: Snapshot, warned?: Warned): readonly number[] =>
  goThrough(snapshot, warned).map(([after]) => after);

describe('the warning before a token ends', () => {
  it('comes five minutes before, once, and a click renews', () => {
    const [only, ...others] = goThrough(withNotice(5, pinned(60)));
    expect(others).toEqual([]);
    expect(only?.[0]).toBe(55);
    expect(only?.[1]).toMatchObject({
      title: 'Microsoft Graph token ends in 5 min',
      click: { name: 'renew', args: { presetId: 'graph' } },
      silent: false,
    });
    const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(start + 60 * minute);
    expect(only?.[1].body).toBe(`It is good until ${time}. Click to renew it.`);
  });

  it('comes as long before as is set, and never when it is off', () => {
    expect(times(withNotice(30, pinned(90)))).toEqual([60]);
    expect(times(withNotice(1, pinned(90)))).toEqual([89]);
    expect(warnOfEnd(withNotice(0, pinned(90)), start, {})).toMatchObject({
      views: [],
      lookAgainOn: Infinity,
    });
  });

  it('waits until half the life of a short token is over, so that getting one is no reason to warn', () => {
    expect(times(withNotice(5, pinned(6)))).toEqual([3]);
    expect(times(withNotice(30, pinned(40)))).toEqual([20]);
  });

  it('is only for pinned presets that have a token', () => {
    expect(times(withNotice(5, pinned(60, { pinned: false }), presetView({ pinned: true })))).toEqual([]);
  });

  it('is not for one that is kept fresh, but for one whose keeping fresh has stopped', () => {
    expect(times(withNotice(5, pinned(60, { keepFresh: true })))).toEqual([]);
    expect(times(withNotice(5, pinned(60, { keepFresh: true, keepFreshStopped: 'failed' })))).toEqual([55]);
  });

  it('is not said while a new token is on its way', () => {
    expect(times(withNotice(5, pinned(60, { acquiring: true })))).toEqual([]);
  });

  it('comes late if the computer slept, but not for a token that has ended', () => {
    const snapshot = withNotice(5, pinned(60));
    const { views } = warnOfEnd(snapshot, start + 57.5 * minute, {});
    expect(views.map(({ title }) => title)).toEqual(['Microsoft Graph token ends in 2 min']);
    expect(warnOfEnd(snapshot, start + 59.8 * minute, {}).views[0]?.title).toMatch(/ends in < 1 min$/);
    const late = warnOfEnd(snapshot, start + 60 * minute, {});
    expect(late.views).toEqual([]);
    expect(late.lookAgainOn).toBe(Infinity);
  });

  it('is said once for a token, also when more time goes by than its quiet time', () => {
    const snapshot = withNotice(30, pinned(60));
    const { kept } = warnOfEnd(snapshot, start + 30 * minute, {});
    const later = warnOfEnd(snapshot, start + 45 * minute, kept);
    expect(later.views).toEqual([]);
    expect(later.lookAgainOn).toBe(Infinity);
  });

  it('comes for one preset at most every ten minutes, whatever its tokens do', () => {
    const warned = { graph: { on: start - 5 * minute, expiresOn: start - 3 * minute } };
    expect(times(withNotice(5, pinned(6)), warned)).toEqual([5]);
    expect(times(withNotice(5, pinned(4)), warned)).toEqual([]);
    expect(times(withNotice(5, pinned(60)), warned)).toEqual([55]);
  });

  it('is one for tokens that end within a minute of each other', () => {
    const all = [
      pinned(60, { id: 'a', name: 'A' }),
      pinned(60.5, { id: 'b', name: 'B' }),
      pinned(63, { id: 'c', name: 'C' }),
    ];
    const said = goThrough(withNotice(5, ...all));
    expect(said.map(([after, { title }]) => [after, title])).toEqual([
      [55, '2 tokens end in 5 min'],
      [58, 'C token ends in 5 min'],
    ]);
    expect(said[0]?.[1].click).toEqual({ name: 'openMainWindow', args: {} });
    expect(said[0]?.[1].body).toMatch(/^The first is good until .+\. Click to see them\.$/);
    expect(new Set(said.map(([, { slot }]) => slot)).size).toBe(2);
  });
});

describe('the warning that is up', () => {
  const preset = pinned(60);
  const snapshot = withNotice(5, preset);
  const [view] = warnOfEnd(snapshot, start + 55 * minute, {}).views;
  const isOver = (change: Partial<PresetView>, after = 56): boolean | undefined =>
    view?.isOver(withNotice(5, { ...preset, ...change }), start + after * minute);

  it('stays while the token does', () => {
    expect(isOver({})).toBe(false);
    expect(isOver({ acquiring: true })).toBe(false);
  });

  it('is over with the token, and when it is renewed, unpinned, kept fresh or deleted', () => {
    expect(view?.overOn).toBe(start + 60 * minute);
    expect(isOver({}, 60)).toBe(true);
    expect(isOver({ token: { issuedOn: start, expiresOn: start + 120 * minute } })).toBe(true);
    expect(isOver({ pinned: false })).toBe(true);
    expect(isOver({ keepFresh: true })).toBe(true);
    expect(view?.isOver(withNotice(5), start)).toBe(true);
  });

  it('of several stays until the last of them', () => {
    const both = withNotice(5, pinned(60, { id: 'a' }), pinned(60.5, { id: 'b' }));
    const [several] = warnOfEnd(both, start + 55 * minute, {}).views;
    expect(several?.isOver(both, start + 60.2 * minute)).toBe(false);
    expect(several?.isOver(both, start + 60.5 * minute)).toBe(true);
    expect(several?.overOn).toBe(start + 60.5 * minute);
  });
});
