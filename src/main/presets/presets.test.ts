import { describe, expect, it } from 'vitest';
import { presetSchema, type PresetDraft, type SampleRequest } from '../../shared/preset';
import { initialPresets } from './catalogue';
import { inListOrder, placeholdersOf, presetFromDraft, presetWithDraft } from './presets';

const draft: PresetDraft = {
  name: 'Orders',
  accessKind: 'scopes',
  access: 'api://orders/read api://orders/write',
  sampleUrl: 'https://orders.example/{id}',
};
const storage = initialPresets().find(({ id }) => id === 'storage');
if (storage === undefined) throw new Error('The catalogue has no Storage.');

describe('a preset from what a person typed', () => {
  it('is one that the presets file takes, for the cloud in use only', () => {
    const made = presetFromDraft(crypto.randomUUID(), 'public', draft);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    expect(presetSchema.parse(made.value)).toEqual(made.value);
    expect(made.value.targets).toEqual({
      public: {
        scopes: ['api://orders/read', 'api://orders/write'],
        requests: [{ method: 'GET', url: 'https://orders.example/{id}', headers: [] }],
      },
    });
  });

  it('is none while something is wrong with it', () => {
    expect(presetFromDraft('x', 'public', { ...draft, name: '' })).toEqual({
      ok: false,
      problems: { name: 'name-missing' },
    });
    expect(presetWithDraft(storage, 'public', { ...draft, sampleUrl: 'x' }).ok).toBe(false);
  });
});

describe('editing a preset', () => {
  const edited = (cloud: string) => {
    const made = presetWithDraft(storage, cloud, draft);
    if (!made.ok) throw new Error(JSON.stringify(made.problems));
    return made.value;
  };

  it('keeps its headers, its pin, its icon and its other clouds', () => {
    const after = edited('public');
    expect(after.targets['public']?.requests[0]).toEqual({
      method: 'GET',
      url: draft.sampleUrl,
      headers: [{ name: 'x-ms-version', value: '2021-12-02' }],
    });
    const { name: _name, targets: _targets, ...rest } = storage;
    expect(after).toMatchObject({ ...rest, name: 'Orders' });
    expect(after.targets['china']).toEqual(storage.targets['china']);
  });

  it('gives it a target in a cloud where it had none', () => {
    expect(edited('my-cloud').targets['my-cloud']?.requests[0]?.headers).toEqual([]);
  });

  it('leaves the preset it was made from alone', () => {
    const before = structuredClone(storage);
    edited('public');
    expect(storage).toEqual(before);
  });
});

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
