import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { PresetProblem } from '../../../shared/token-status';
import { presetView, signedOutSnapshot, snapshotWith } from '../../test-support/snapshots';
import { trayIconFile, trayState, type Panel } from './tray-icon';

const clipboard = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: 0,
  tokenExpiresOn: 1,
  placeholders: [],
} as const;
const signIn = { endsOn: 0, browserFailed: false, linkReady: true };

const now = Date.UTC(2026, 0, 1);
const acquiring = [presetView({ acquiring: true })];
const stopped = (keepFreshStopped: PresetProblem) =>
  presetView({ keepFreshStopped, token: { issuedOn: now, expiresOn: now + 600_000 } });

describe('what the tray icon says', () => {
  it.each([
    ['nothing, when all is well', snapshotWith(), 'idle'],
    ['nothing, before anything is set up', signedOutSnapshot({ page: 'welcome' }), 'idle'],
    ['that nobody is signed in', signedOutSnapshot(), 'sign-in-needed'],
    ['that a sign-in waits', snapshotWith({ signIn }), 'sign-in-needed'],
    [
      'that a preset needs a sign-in',
      snapshotWith({ presets: [presetView(), presetView({ problem: 'sign-in-needed' })] }),
      'sign-in-needed',
    ],
    [
      'nothing of a preset that failed',
      snapshotWith({ presets: [presetView({ problem: 'failed' })] }),
      'idle',
    ],
    [
      'nothing of a preset whose token is still good',
      snapshotWith({
        presets: [
          presetView({ problem: 'sign-in-needed', token: { issuedOn: now, expiresOn: now + 600_000 } }),
        ],
      }),
      'idle',
    ],
    [
      'that a preset will no longer be kept fresh, although its token is still good',
      snapshotWith({ presets: [stopped('sign-in-needed')] }),
      'sign-in-needed',
    ],
    ['nothing of a keeping fresh that failed', snapshotWith({ presets: [stopped('failed')] }), 'idle'],
    ['that a token is being got', snapshotWith({ presets: acquiring }), 'renewing'],
    ['that a token is on the clipboard', snapshotWith({ clipboard }), 'token-on-clipboard'],
    ['what is soon over before the rest', snapshotWith({ clipboard, presets: acquiring }), 'renewing'],
    [
      'first of all what the person has to do',
      snapshotWith({ clipboard, signIn, presets: acquiring }),
      'sign-in-needed',
    ],
  ])('is %s', (_name, snapshot, state) => {
    expect(trayState(snapshot, now)).toBe(state);
  });
});

describe('the picture of the tray icon', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', '..', 'assets', 'tray');
  const states = ['idle', 'renewing', 'sign-in-needed', 'token-on-clipboard'] as const;
  const panels = (['linux', 'win32', 'darwin'] as const).flatMap((platform) =>
    ['', 'ubuntu:GNOME', 'KDE'].flatMap((desktop) =>
      [true, false].map((dark): Panel => ({ platform, desktop, dark })),
    ),
  );

  it('is there for every state on every panel, with its double size where Electron looks for one', () => {
    for (const panel of panels) {
      for (const state of states) {
        const file = trayIconFile(folder, state, panel);
        expect(existsSync(file), file).toBe(true);
        if (file.endsWith('.png')) expect(existsSync(file.replace('.png', '@2x.png')), file).toBe(true);
      }
    }
  });

  it('is another one for each state', () => {
    for (const panel of panels) {
      expect(new Set(states.map((state) => trayIconFile(folder, state, panel))).size).toBe(4);
    }
  });

  it('is light on a dark panel, and on GNOME’s, which is always dark', () => {
    const glyph = (platform: NodeJS.Platform, desktop: string, dark: boolean): string =>
      /-(light|dark)/.exec(trayIconFile('', 'idle', { platform, desktop, dark }))?.[1] ?? 'template';
    expect(glyph('linux', 'KDE', true)).toBe('light');
    expect(glyph('linux', 'KDE', false)).toBe('dark');
    expect(glyph('linux', 'ubuntu:GNOME', false)).toBe('light');
    expect(glyph('win32', '', false)).toBe('dark');
    expect(glyph('win32', 'GNOME', false)).toBe('dark');
    expect(glyph('darwin', '', true)).toBe('template');
  });
});
