import { beforeEach, describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../shared/snapshot';
import { FakeTimers } from '../../test-support/fake-timers';
import { presetView, snapshotWith } from '../../../shared/test-support/snapshots';
import { Redraw } from './redraw';

const start = 1_000_000_000;
const acquiring = snapshotWith({ presets: [presetView({ acquiring: true })] });
const calm = snapshotWith({ presets: [presetView()] });

let timers: FakeTimers;
let time: number;
let snapshot: Snapshot;
let drawn: { readonly snapshot: Snapshot; readonly now: number }[];
let redraw: Redraw;

function pass(ms: number): void {
  // A timer that was set by another's work runs in this span, too.
  for (let step = 0; step < ms; step += 1) {
    time += 1;
    timers.pass(1);
  }
}

function become(next: Snapshot): void {
  snapshot = next;
  redraw.changed();
  timers.pass(0);
}

beforeEach(() => {
  timers = new FakeTimers();
  time = start;
  snapshot = calm;
  drawn = [];
  redraw = new Redraw({
    snapshot: () => snapshot,
    draw: (shown, now) => drawn.push({ snapshot: shown, now }),
    platform: 'win32',
    after: timers.after,
    now: () => time,
  });
});

describe('the redraw of the tray', () => {
  it('comes with each change, and leaves no timer when nothing counts down', () => {
    redraw.now();
    become(calm);
    expect(drawn).toHaveLength(2);
    expect(timers.waiting).toBe(0);
  });

  it('lets windows hear of a change before, and comes once for several', () => {
    redraw.changed();
    redraw.changed();
    expect(drawn).toEqual([]);
    timers.pass(0);
    expect(drawn).toHaveLength(1);
    become(calm);
    expect(drawn).toHaveLength(2);
  });

  it('does not come for a token that is there at once, only when all is done', () => {
    become(acquiring);
    pass(299);
    become(acquiring);
    expect(drawn).toEqual([]);
    become(calm);
    expect(drawn.map((each) => each.snapshot)).toEqual([calm]);
    expect(timers.waiting).toBe(0);
    pass(1000);
    expect(drawn).toHaveLength(1);
  });

  it('says that a token is being got after 300 ms, and follows each change from then on', () => {
    become(acquiring);
    pass(300);
    expect(drawn).toEqual([{ snapshot: acquiring, now: start + 300 }]);
    become(acquiring);
    expect(drawn).toHaveLength(2);
    expect(timers.waiting).toBe(0);
    become(calm);
    become(acquiring);
    expect(drawn.map((each) => each.snapshot)).toEqual([acquiring, acquiring, calm]);
  });

  it('looks at the time anew with each change, as after sleep', () => {
    become(
      snapshotWith({ presets: [presetView({ token: { issuedOn: start, expiresOn: start + 60_000 } })] }),
    );
    time += 3_600_000;
    become(snapshot);
    expect(drawn.at(-1)?.now).toBe(start + 3_600_000);
    expect(timers.waiting).toBe(0);
  });

  it('comes by itself when time changes a label, with one timer at most', () => {
    become(
      snapshotWith({ presets: [presetView({ token: { issuedOn: start, expiresOn: start + 90_000 } })] }),
    );
    become(snapshot);
    expect(timers.waiting).toBe(1);
    pass(90_000);
    expect(timers.waiting).toBe(1);
    pass(1);
    expect(timers.waiting).toBe(0);
    const moments = drawn.slice(2).map(({ now }) => now - start);
    expect(moments).toEqual([30_001, 90_001]);
  });

  it('shows the end of a token although another is being got', () => {
    const token = { issuedOn: start, expiresOn: start + 100 };
    become(snapshotWith({ presets: [presetView({ token })] }));
    become(snapshotWith({ presets: [presetView({ token }), presetView({ id: 'kv', acquiring: true })] }));
    pass(101);
    expect(drawn.map(({ now }) => now - start)).toEqual([0, 101]);
  });
});
