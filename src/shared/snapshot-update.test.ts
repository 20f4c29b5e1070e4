import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PresetView, Snapshot } from './snapshot';
import { updateBetween, withUpdate } from './snapshot-update';
import { identityView, presetView, snapshotWith } from './test-support/snapshots';

const identity = identityView();
const presets = Array.from({ length: 1000 }, (_, n) =>
  presetView({ id: `p${n}`, name: `API ${n}`, identity }),
);

/** What a page has after this, as it gets to another process. */
function arrives(
  before: Snapshot | undefined,
  from: Snapshot | undefined,
  to: Snapshot,
): Snapshot | undefined {
  const update = updateBetween(from, to);
  return update === undefined ? before : withUpdate(before, structuredClone(update));
}

const bytes = (update: unknown): number => JSON.stringify(update).length;

describe('an update of the snapshot', () => {
  it('is the whole where there is nothing, and nothing where there is no change', () => {
    const snapshot = snapshotWith({ presets });
    expect(updateBetween(undefined, snapshot)).toEqual({ kind: 'whole', snapshot });
    expect(updateBetween(snapshot, snapshot)).toBeUndefined();
    expect(updateBetween(snapshot, { ...snapshot })).toBeUndefined();
  });

  it('holds of a thousand presets the one that has changed', () => {
    const before = snapshotWith({ presets });
    const changed = presetView({ id: 'p500', acquiring: true, identity });
    const after = { ...before, presets: presets.with(500, changed) };
    const update = updateBetween(before, after);
    expect(update).toEqual({ kind: 'change', parts: {}, gone: [], presets: { changed: [changed] } });
    expect(bytes(update)).toBeLessThan(2000);
    const moved = { ...before, presets: presets.toSpliced(500, 1) };
    expect(updateBetween(before, moved)).toMatchObject({ presets: { changed: [], order: { length: 999 } } });
  });

  it('leaves every row as it is that has not changed', () => {
    const before = snapshotWith({ presets });
    const after = { ...before, presets: presets.with(0, presetView({ id: 'p0', pinned: true, identity })) };
    const page = arrives(undefined, undefined, before);
    const next = arrives(page, before, after);
    expect(next).toEqual(after);
    expect(next?.presets.slice(1).every((preset, index) => preset === page?.presets[index + 1])).toBe(true);
    expect(next?.settings).toBe(page?.settings);
    const reloaded = arrives(next, undefined, after);
    expect(reloaded?.presets).toBe(next?.presets);
  });

  it('makes of any snapshot any other one', () => {
    const rows = fc.uniqueArray(fc.record({ n: fc.nat(12), name: fc.string(), acquiring: fc.boolean() }), {
      selector: ({ n }) => n,
      maxLength: 12,
    });
    const parts = fc.record(
      {
        cloudName: fc.string(),
        lastSignInOn: fc.nat(),
        windowPage: fc.constantFrom('main', 'settings', 'activity'),
      },
      { requiredKeys: ['windowPage'] },
    );
    const snapshots = fc.tuple(rows, parts).map(([made, others]) =>
      snapshotWith({
        ...(others as Partial<Snapshot>),
        presets: made.map(({ n, ...of }): PresetView => presetView({ id: `p${n}`, ...of, identity })),
      }),
    );
    fc.assert(
      fc.property(fc.array(snapshots, { minLength: 1, maxLength: 6 }), (row) => {
        let page: Snapshot | undefined;
        let sent: Snapshot | undefined;
        for (const next of row) {
          page = arrives(page, sent, next);
          sent = next;
          expect(page).toEqual(next);
        }
      }),
    );
  });
});
