import { describe, expect, it } from 'vitest';
import { offeredRows } from '../../../shared/catalogue/offered-rows';
import { presetView } from '../../../shared/test-support/snapshots';
import { apiOf, findApis, hasResource, knownApis, toggleResource, typedResources } from './api-names';

const vault = 'https://vault.azure.net';
const rows = offeredRows({ id: 'public', resources: {} });
const presets = [
  presetView(),
  presetView({ name: 'My vault', scopes: [`${vault}/.default`], icon: 'key-vault' }),
];

describe('the APIs to choose from', () => {
  const apis = knownApis(presets, rows);

  it('are the presets’ first, by the names that they have there, each resource once', () => {
    expect(apis.slice(0, 2).map(({ name }) => name)).toEqual(['Microsoft Graph', 'My vault']);
    expect(apis.filter(({ resource }) => resource === vault)).toHaveLength(1);
    expect(apis.length).toBeGreaterThan(20);
  });

  it('are whole addresses', () => {
    expect(apis.filter(({ resource }) => /[{}]/.test(resource))).toEqual([]);
  });

  it('are found by name and address', () => {
    expect(findApis(apis, 'my vault').map(({ name }) => name)).toEqual(['My vault']);
    expect(findApis(apis, 'VAULT.azure').map(({ name }) => name)).toContain('My vault');
    expect(findApis(apis, 'no such thing')).toEqual([]);
  });

  it('give a name to what is asked for, in short where nobody knows it', () => {
    expect(apiOf(apis, `${vault}/`)).toMatchObject({
      name: 'My vault',
      icon: 'key-vault',
      resource: `${vault}/`,
    });
    expect(apiOf(apis, 'https://orders.example.com/')).toMatchObject({
      name: 'orders.example.com',
      icon: 'custom',
    });
    expect(apiOf(apis, 'api://orders')).toMatchObject({ name: 'api://orders' });
  });
});

describe('addresses as text', () => {
  it('are taken apart however they are typed', () => {
    expect(typedResources(` ${vault}\r\n\n api://a, api://b;api://a`)).toEqual([vault, 'api://a', 'api://b']);
    expect(hasResource(`api://a\n${vault}/`, vault)).toBe(true);
    expect(hasResource('', vault)).toBe(false);
  });

  it('gain and lose one with a press, and keep the others', () => {
    expect(toggleResource('', vault)).toBe(vault);
    expect(toggleResource('api://a', vault)).toBe(`api://a\n${vault}`);
    expect(toggleResource(`api://a\n${vault}/\napi://b`, vault)).toBe('api://a\napi://b');
  });
});
