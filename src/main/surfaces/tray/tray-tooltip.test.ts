import { describe, expect, it } from 'vitest';
import { copyFormats } from '../../../shared/copy-format';
import type { Snapshot } from '../../../shared/snapshot';
import { presetView, signedOutSnapshot, snapshotWith } from '../../../shared/test-support/snapshots';
import { trayToolTip as toolTipOn } from './tray-tooltip';

const now = 1_000_000_000;
const copied = {
  presetId: 'demo',
  presetName: 'Demo API',
  format: 'token',
  copiedOn: now,
  tokenExpiresOn: now + 3_600_000,
  placeholders: [],
} as const;
const trayToolTip = (snapshot: Snapshot, at: number): string => toolTipOn(snapshot, at, 'win32');
const acquiring = [presetView({ acquiring: true })];

describe('the tooltip of the tray icon', () => {
  it('is the program’s name when there is nothing to say', () => {
    expect(trayToolTip(snapshotWith({ presets: [presetView()] }), now)).toBe('Token Tray');
  });

  it('counts the seconds until the clipboard is cleared', () => {
    const snapshot = snapshotWith({ clipboard: { ...copied, clearsOn: now + 60_000 } });
    expect(trayToolTip(snapshot, now)).toBe('Token Tray — Demo API token on the clipboard, clears in 1:00');
    expect(trayToolTip(snapshot, now + 12_001)).toContain('clears in 0:47');
    // Another program holds the clipboard at that moment.
    expect(trayToolTip(snapshot, now + 60_000)).toBe('Token Tray — Demo API token on the clipboard');
  });

  it('counts as slowly as the menu on Linux, where a new tooltip disturbs a menu that is open', () => {
    const snapshot = snapshotWith({ clipboard: { ...copied, clearsOn: now + 120_000 } });
    const words = (at: number): string => toolTipOn(snapshot, at, 'linux');
    expect(words(now)).toBe('Token Tray — Demo API token on the clipboard, clears within 2 min');
    expect(words(now + 60_000)).toContain('clears within 60 s');
    expect(words(now + 79_999)).toContain('clears within 50 s');
    expect(words(now + 120_000)).toBe('Token Tray — Demo API token on the clipboard');
  });

  it('promises no clearing where there is none', () => {
    const clipboard = { ...copied, format: 'curl' } as const;
    expect(trayToolTip(snapshotWith({ clipboard }), now)).toBe(
      'Token Tray — Demo API curl command on the clipboard',
    );
  });

  it('says that a token is being got, and that a sign-in is needed', () => {
    expect(trayToolTip(snapshotWith({ presets: acquiring }), now)).toBe('Token Tray — getting a token…');
    expect(trayToolTip(signedOutSnapshot(), now)).toBe('Token Tray — sign-in needed');
  });

  it('says all of it at once within the 127 characters that Windows shows', () => {
    for (const format of copyFormats) {
      const clipboard = { ...copied, presetName: 'W'.repeat(10_000), format, clearsOn: now + 600_000 };
      const toolTip = trayToolTip(signedOutSnapshot({ clipboard, presets: acquiring }), now);
      expect(toolTip).toMatch(/^Token Tray — sign-in needed · WWW.*… .* on the clipboard, clears in 10:00$/);
      expect(toolTip.length).toBeLessThanOrEqual(127);
    }
  });
});
