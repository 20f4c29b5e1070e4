import { describe, expect, it } from 'vitest';
import type { PresetView } from '../../../shared/snapshot';
import { presetView } from '../../../shared/test-support/snapshots';
import { filterPresets, sections } from './filter-presets';

const preset = (name: string, resource: string, pinned = false): PresetView =>
  presetView({
    id: name,
    name,
    icon: 'custom',
    pinned,
    scopes: [],
    resource,
    hasRequests: true,
  });

const all = [
  preset('Microsoft Graph', 'graph.microsoft.com', true),
  preset('Key Vault', 'vault.azure.net'),
  preset('Geräte', 'api://geraete', true),
  preset('東京 API', 'tokyo.example'),
];
const names = (query: string): string[] => filterPresets(all, query).map(({ name }) => name);

describe('filterPresets', () => {
  it('leaves all for a query of nothing', () => {
    expect(filterPresets(all, '  ')).toBe(all);
  });

  it('looks at names and resources, whatever the case', () => {
    expect(names('GRAPH')).toEqual(['Microsoft Graph']);
    expect(names('azure.net')).toEqual(['Key Vault']);
  });

  it('wants every word, in any order and place', () => {
    expect(names('vault key')).toEqual(['Key Vault']);
    expect(names('key azure')).toEqual(['Key Vault']);
    expect(names('key graph')).toEqual([]);
  });

  it('does not mind marks on letters', () => {
    expect(names('gerate')).toEqual(['Geräte']);
    expect(names('gerä')).toEqual(['Geräte']);
    expect(names('東京')).toEqual(['東京 API']);
  });
});

it('sections keep the order', () => {
  const { pinned, others } = sections(all);
  expect(pinned.map(({ name }) => name)).toEqual(['Microsoft Graph', 'Geräte']);
  expect(others.map(({ name }) => name)).toEqual(['Key Vault', '東京 API']);
});
