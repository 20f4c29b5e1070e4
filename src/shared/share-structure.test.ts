import { describe, expect, it } from 'vitest';
import { shareStructure } from './share-structure';

const snapshot = () => ({
  page: 'presets',
  presets: [
    { id: 'a', token: { expiresOn: 1 } },
    { id: 'b', token: { expiresOn: 2 } },
  ],
});

describe('shareStructure', () => {
  it('gives back the old value when nothing changed', () => {
    const before = snapshot();
    expect(shareStructure(before, snapshot())).toBe(before);
  });

  it('keeps what did not change, and takes what did', () => {
    const before = snapshot();
    const next = snapshot();
    next.presets[1] = { id: 'b', token: { expiresOn: 3 } };
    const shared = shareStructure(before, next);
    expect(shared).toEqual(next);
    expect(shared.presets[0]).toBe(before.presets[0]);
    expect(shared.presets[1]).not.toBe(before.presets[1]);
  });

  it('sees a key or an item that went away', () => {
    expect(shareStructure({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 });
    expect(shareStructure([1, 2], [1])).toEqual([1]);
    expect(shareStructure([], {})).toEqual({});
    expect(shareStructure(undefined, null)).toBeNull();
  });

  it('tells a key that is undefined from one that is not there', () => {
    expect(Object.keys(shareStructure({ a: undefined }, { b: undefined }))).toEqual(['b']);
  });
});
