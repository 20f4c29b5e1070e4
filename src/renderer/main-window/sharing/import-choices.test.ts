import { describe, expect, it } from 'vitest';
import type { ImportItem, ImportStatus } from '../../../shared/sharing-view';
import { countOf, placed, usualChoices, withChoice } from './import-choices';

const item = (status: ImportStatus): ImportItem => ({
  name: status,
  icon: 'custom',
  resource: 'api://x',
  delivery: 'bearer',
  status,
  changes: [],
  warnings: [],
});
const items = (['new', 'same', 'changed', 'name-taken', 'new'] as const).map(item);

describe('what an import does by itself', () => {
  it('adds what is new, and changes nothing that is there', () => {
    expect(usualChoices(items)).toEqual(['take', 'skip', 'skip', 'skip', 'take']);
  });

  it('is changed for several at once, in their places', () => {
    const conflicts = placed(items, 'changed', 'name-taken');
    const choices = withChoice(usualChoices(items), conflicts, 'both');
    expect(choices).toEqual(['take', 'skip', 'both', 'both', 'take']);
    expect(countOf(choices)).toBe(4);
    expect(countOf(withChoice(choices, placed(items, 'new'), 'skip'))).toBe(2);
  });
});
