import { describe, expect, it } from 'vitest';
import { checkPreset } from '../../../shared/check-preset';
import { draftOf } from '../../../shared/draft-of-preset';
import type { Preset } from '../../../shared/preset';
import { draftOfCopy } from './draft-of-copy';

const preset = (name: string, change: Partial<Preset> = {}): Preset => ({
  id: 'a',
  name,
  icon: 'custom',
  pinned: true,
  keepFresh: false,
  targets: { public: { scopes: ['https://vault.azure.net/.default'], requests: [] } },
  ...change,
});

describe('draftOfCopy', () => {
  it('differs in the name only', () => {
    const original = preset('Key Vault');
    expect(draftOfCopy(original)).toEqual({ ...draftOf(original), name: 'Key Vault (copy)' });
  });

  it('leaves the hotkey to the preset that has it', () => {
    expect(draftOfCopy(preset('Key Vault', { hotkey: 'Alt+K' })).hotkey).toBeNull();
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
