import { describe, expect, it } from 'vitest';
import { menuText, shortName } from './tray-label';

describe('a name in a label', () => {
  it('stays as it is when it is short enough', () => {
    expect(shortName('Microsoft Graph')).toBe('Microsoft Graph');
    expect(shortName('a'.repeat(48))).toBe('a'.repeat(48));
  });

  it('is cut to its length, dots included', () => {
    expect(shortName('a'.repeat(10_000))).toBe(`${'a'.repeat(47)}…`);
    expect(shortName('Key Vault', 6)).toBe('Key V…');
    expect(shortName('Key Vault', 5)).toBe('Key…');
  });

  it('is never cut in the middle of a character', () => {
    expect(shortName('👩‍🔬'.repeat(60), 3)).toBe('👩‍🔬👩‍🔬…');
    expect(shortName('👩‍🔬'.repeat(20))).toBe('👩‍🔬'.repeat(20));
    expect(shortName('e\u0301'.repeat(60), 3)).toBe('e\u0301e\u0301…');
  });

  it('stays on one line, since a tab would begin a menu’s column of shortcuts', () => {
    expect(shortName('  Key\tVault\r\nof Contoso ')).toBe('Key Vault of Contoso');
  });

  it('shows an & as an &', () => {
    expect(menuText('R&D')).toBe('R&&D');
  });
});
