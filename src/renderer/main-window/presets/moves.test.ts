import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moveByStep, moveToGap, placeOf, type Move, type PlacedRow, type Target } from './moves';

const row = (id: string, change: Partial<PlacedRow> = {}): PlacedRow => ({
  id,
  pinned: false,
  isManaged: false,
  ...change,
});

/** As main does it: in one list, the person's own between the others, of which sections show their part. */
function moved(rows: readonly PlacedRow[], id: string, { before, pinned }: Target): readonly PlacedRow[] {
  const taken = rows.find((each) => each.id === id);
  if (taken === undefined) return rows;
  const own = rows.filter((each) => each.id !== id && !each.isManaged);
  const to = before === null ? own.length : own.findIndex((each) => each.id === before);
  const all = [
    ...rows.filter((each) => each.isManaged && each.team === undefined),
    ...own.toSpliced(to, 0, { ...taken, pinned }),
    ...rows.filter((each) => each.team !== undefined),
  ];
  return [...all.filter((each) => each.pinned), ...all.filter((each) => !each.pinned)];
}

const section = (rows: readonly PlacedRow[], pinned: boolean): string[] =>
  rows.filter((each) => each.pinned === pinned).map(({ id }) => id);

const lists = fc
  .array(fc.record({ pinned: fc.boolean(), kept: fc.constantFrom('own', 'managed', 'team') }), {
    minLength: 1,
    maxLength: 10,
  })
  .map((made) =>
    [true, false].flatMap((pinned) =>
      ['managed', 'own', 'team'].flatMap((kept) =>
        made.flatMap((each, n) =>
          each.pinned === pinned && each.kept === kept
            ? [
                row(`p${n}`, {
                  pinned,
                  isManaged: kept !== 'own',
                  ...(kept === 'team' ? { team: 'Team' } : {}),
                }),
              ]
            : [],
        ),
      ),
    ),
  );

const isMove = (move: unknown): move is Move => typeof move === 'object' && move !== null;

describe('a row that is moved', () => {
  const rows = [
    row('x', { pinned: true, isManaged: true }),
    row('a', { pinned: true }),
    row('b'),
    row('c'),
    row('d'),
  ];

  it('goes a step, or all the way, within its section', () => {
    expect(moveByStep(rows, 'd', 'up')).toEqual({ before: 'c', pinned: false, place: 2, of: 3 });
    expect(moveByStep(rows, 'b', 'down')).toEqual({ before: 'd', pinned: false, place: 2, of: 3 });
    expect(moveByStep(rows, 'd', 'top')).toEqual({ before: 'b', pinned: false, place: 1, of: 3 });
    expect(moveByStep(rows, 'b', 'bottom')).toEqual({ before: null, pinned: false, place: 3, of: 3 });
  });

  it('does not go past the ends, nor past what the organisation has given, which stays', () => {
    expect(moveByStep(rows, 'b', 'up')).toBe('first');
    expect(moveByStep(rows, 'a', 'up')).toBe('first');
    expect(moveByStep(rows, 'd', 'bottom')).toBe('last');
    expect(moveByStep(rows, 'x', 'down')).toBe('managed');
    expect(moveToGap(rows, 'x', false, 0)).toBeUndefined();
    expect(moveToGap(rows, 'b', true, 0)).toEqual({ before: 'a', pinned: true, place: 2, of: 3 });
  });

  it('is nowhere else when it is let go of beside itself', () => {
    for (const gap of [1, 2]) expect(moveToGap(rows, 'c', false, gap)).toBeUndefined();
  });

  it('lands where it was let go of, and goes back to where it was', () => {
    fc.assert(
      fc.property(lists, fc.nat(9), fc.boolean(), fc.nat(10), (all, n, pinned, anyGap) => {
        const id = `p${n % all.length}`;
        const before = section(all, pinned);
        const gap = anyGap % (before.length + 1);
        const move = moveToGap(all, id, pinned, gap);
        if (move === undefined) return;
        const after = moved(all, id, move);
        expect(section(after, pinned)[move.place - 1]).toBe(id);
        expect(section(after, pinned)).toHaveLength(move.of);
        const own = before.filter((each) => each !== id);
        expect(section(after, pinned).filter((each) => each !== id)).toEqual(own);
        const back = placeOf(all, id);
        expect(back).toBeDefined();
        if (back !== undefined)
          expect(moved(after, id, back).map((each) => each.id)).toEqual(all.map((each) => each.id));
      }),
    );
  });

  it('goes where each step says', () => {
    fc.assert(
      fc.property(lists, fc.nat(9), fc.constantFrom('up', 'down', 'top', 'bottom'), (all, n, step) => {
        const id = `p${n % all.length}`;
        const move = moveByStep(all, id, step);
        if (!isMove(move)) return;
        const { pinned } = move;
        const from = section(all, pinned).indexOf(id);
        const to = section(moved(all, id, move), pinned).indexOf(id);
        expect(to).toBe(move.place - 1);
        if (step === 'up') expect(to).toBe(from - 1);
        if (step === 'down') expect(to).toBe(from + 1);
        if (step === 'bottom') expect(move.before).toBeNull();
      }),
    );
  });
});
