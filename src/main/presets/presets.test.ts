import { describe, expect, it } from 'vitest';
import type { SampleRequest } from '../../shared/preset';
import { initialPresets } from './catalogue';
import { inListOrder, placeholdersOf } from './presets';

const storage = initialPresets().find(({ id }) => id === 'storage');
if (storage === undefined) throw new Error('The catalogue has no Storage.');

describe('the list', () => {
  it('has pinned presets first, and the person’s order otherwise', () => {
    const presets = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ ...storage, id, pinned: 'bd'.includes(id) }));
    expect(inListOrder(presets).map(({ id }) => id)).toEqual(['b', 'd', 'a', 'c', 'e']);
  });
});

describe('what is left to fill in', () => {
  const inUrl = (url: string): readonly string[] => {
    const request: SampleRequest = { method: 'GET', url, headers: [] };
    return placeholdersOf(request);
  };

  it('is each placeholder of the address, once', () => {
    expect(inUrl('https://{vault}.vault.azure.net/{a-b}/{vault}?x={c_1}')).toEqual([
      '{vault}',
      '{a-b}',
      '{c_1}',
    ]);
  });

  it('is nothing in an address without, nor where braces mean something else', () => {
    for (const url of [
      'https://a.example',
      'https://a.example/{}',
      'https://a.example/{1}',
      'https://a.example/{"a":1}',
    ]) {
      expect(inUrl(url)).toEqual([]);
    }
  });
});
