import { describe, expect, it } from 'vitest';
import { checkPreset } from '../../../shared/drafts';
import type { PresetView } from '../../../shared/snapshot';
import { presetView } from '../../../shared/test-support/snapshots';
import { draftOf, draftOfCopy, emptyDraft } from './preset-drafts';

const preset = (name: string, scopes = ['https://vault.azure.net/.default']): PresetView =>
  presetView({
    id: 'a',
    name,
    icon: 'custom',
    pinned: true,
    scopes,
    resource: 'vault.azure.net',
    request: { method: 'GET', url: 'https://{vault}.vault.azure.net/secrets', headers: [] },
  });

it('a new draft has the name typed so far and nothing else', () => {
  expect(emptyDraft('Orders')).toEqual({ name: 'Orders', accessKind: 'resource', access: '', sampleUrl: '' });
});

it('a draft of a preset has what the preset has', () => {
  expect(draftOf(preset('Key Vault'))).toEqual({
    name: 'Key Vault',
    accessKind: 'resource',
    access: 'https://vault.azure.net',
    sampleUrl: 'https://{vault}.vault.azure.net/secrets',
  });
  expect(draftOf(preset('Graph', ['https://graph.microsoft.com/User.Read']))).toMatchObject({
    accessKind: 'scopes',
    access: 'https://graph.microsoft.com/User.Read',
  });
});

describe('draftOfCopy', () => {
  it('differs in the name only', () => {
    const original = preset('Key Vault');
    expect(draftOfCopy(original)).toEqual({ ...draftOf(original), name: 'Key Vault (copy)' });
  });

  it('has an allowed name however long the original is', () => {
    const { name } = draftOfCopy(preset('x'.repeat(80)));
    expect(name).toBe(`${'x'.repeat(73)} (copy)`);
    expect(checkPreset(draftOfCopy(preset('x'.repeat(80)))).ok).toBe(true);
  });

  it('does not cut through a character', () => {
    expect(draftOfCopy(preset(`${'x'.repeat(72)}🔑🔑🔑🔑`)).name).toBe(`${'x'.repeat(72)} (copy)`);
  });
});
