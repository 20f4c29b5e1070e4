import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Preset } from '../src/shared/preset';
import { presetLimits } from '../src/shared/preset-limits';
import type { DesktopSession } from './desktop/desktop-session';
import type { LaunchOptions } from './desktop/program';

/** The longest names that a file may hold: of words, which could wrap, and of one word, which cannot. */
export const longNames = ['Orders of customers, ', 'W'].map((part) =>
  part.repeat(presetLimits.storedNameLength).slice(0, presetLimits.storedNameLength),
);

/** A preset for the demo tenant. */
export const ownPreset = (id: string, change: Partial<Preset> = {}): Preset => ({
  id,
  name: id,
  icon: 'custom',
  pinned: false,
  keepFresh: false,
  targets: {
    demo: {
      scopes: [`https://${id}.example.com/.default`],
      requests: [{ method: 'GET', url: '{demo}/api/echo', headers: [] }],
    },
  },
  ...change,
});

/** So many, each for an API of its own; the first five are pinned. */
export const numberedPresets = (count: number, change: Partial<Preset> = {}): readonly Preset[] =>
  Array.from({ length: count }, (_, n) =>
    ownPreset(`api-${n}`, { name: `API ${n}`, pinned: n < 5, ...change }),
  );

/** The profile of a program with these presets and none of those it brings along. Makes its folder. */
export function writePresets(profile: string, presets: readonly Preset[]): void {
  mkdirSync(profile, { recursive: true });
  writeFileSync(path.join(profile, 'presets.json'), JSON.stringify({ version: 1, presets }));
}

/** Starts the program with these presets and none of those it brings along. */
export function withPresets(desktop: DesktopSession, presets: readonly Preset[]): LaunchOptions {
  const profile = mkdtempSync(path.join(desktop.folder, 'profile-'));
  writePresets(profile, presets);
  return { args: [`--user-data-dir=${profile}`] };
}
