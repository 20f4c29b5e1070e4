import { describe, expect, it } from 'vitest';
import { initialPresets } from './catalogue';
import { inListOrder } from './presets';

const storage = initialPresets().find(({ id }) => id === 'storage');
if (storage === undefined) throw new Error('The catalogue has no Storage.');

describe('the list', () => {
  it('has pinned presets first, and the person’s order otherwise', () => {
    const presets = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...storage, id, pinned: 'bd'.includes(id) }));
    expect(inListOrder(presets).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c', 'e']);
  });
});
