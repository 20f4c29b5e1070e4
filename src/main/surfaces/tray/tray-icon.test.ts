import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { PresetProblem } from '../../../shared/token-status';
import { presetView, signedOutSnapshot, snapshotWith } from '../../../shared/test-support/snapshots';
import { trayIconFile, trayState, type Panel, type TrayState } from './tray-icon';

const clipboard = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: 0,
  tokenExpiresOn: 1,
  placeholders: [],
} as const;
const signIn = {
  flow: 'browser' as const,
  canSwitch: false,
  endsOn: 0,
  browserFailed: false,
  linkReady: true,
};

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

  const doubled = (file: string): string => file.replace('.png', '@2x.png');
  const filesOf = (state: TrayState, panel: Panel): string[] => {
    const file = trayIconFile(folder, state, panel);
    return file.endsWith('.png') ? [file, doubled(file)] : [file];
  };

  it('is there for every state on every panel, with its double size where Electron looks for one', () => {
    for (const panel of panels) {
      for (const file of states.flatMap((state) => filesOf(state, panel)))
        expect(existsSync(file), file).toBe(true);
    }
  });

  it('is another one for each state, in every size', () => {
    for (const panel of panels) {
      const pictures = states.map((state) => filesOf(state, panel).flatMap(picturesIn).map(hash));
      const sizes = new Set(pictures.map(({ length }) => length));
      expect(sizes.size).toBe(1);
      const all = pictures.flat();
      expect(new Set(all).size, JSON.stringify(panel)).toBe(all.length);
    }
  });

  it('is never blank: part of it is to be seen, and part of it is not', () => {
    for (const panel of panels) {
      for (const file of states.flatMap((state) => filesOf(state, panel))) {
        for (const picture of picturesIn(file)) {
          const pixels = alphaOf(picture);
          const opaque = pixels.filter((alpha) => alpha > 127).length / pixels.length;
          expect(opaque, file).toBeGreaterThan(0.05);
          expect(opaque, file).toBeLessThan(0.95);
        }
      }
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

const hash = (picture: Buffer): string => createHash('sha256').update(picture).digest('hex');

/** The PNG pictures in a file: itself, or those of the sizes in an icon. */
function picturesIn(file: string): Buffer[] {
  const bytes = readFileSync(file);
  if (!file.endsWith('.ico')) return [bytes];
  const count = bytes.readUInt16LE(4);
  expect(count, file).toBeGreaterThan(0);
  return Array.from({ length: count }, (_, index) => {
    const entry = 6 + 16 * index;
    const start = bytes.readUInt32LE(entry + 12);
    return bytes.subarray(start, start + bytes.readUInt32LE(entry + 8));
  });
}

/** How opaque each pixel is, 0 to 255, of a PNG with 8 bits per channel and alpha. */
function alphaOf(picture: Buffer): number[] {
  const width = picture.readUInt32BE(16);
  const height = picture.readUInt32BE(20);
  const [depth, colourType, , , interlace] = picture.subarray(24, 29);
  expect({ depth, colourType, interlace }).toEqual({ depth: 8, colourType: 6, interlace: 0 });
  const data: Buffer[] = [];
  for (let at = 8; at < picture.length; at += 12 + picture.readUInt32BE(at)) {
    if (picture.toString('latin1', at + 4, at + 8) === 'IDAT')
      data.push(picture.subarray(at + 8, at + 8 + picture.readUInt32BE(at)));
  }
  return alphaOfLines(inflateSync(Buffer.concat(data)), width, height);
}

/** Takes back the filter of each line. Each channel is filtered by itself, so the others need not be looked at. */
function alphaOfLines(data: Buffer, width: number, height: number): number[] {
  const alpha: number[] = [];
  const lineLength = 1 + 4 * width;
  for (let line = 0; line < height; line += 1) {
    const filter = data.readUInt8(line * lineLength);
    for (let x = 0; x < width; x += 1) {
      const left = x === 0 ? 0 : (alpha[line * width + x - 1] ?? 0);
      const up = alpha[(line - 1) * width + x] ?? 0;
      const upLeft = x === 0 ? 0 : (alpha[(line - 1) * width + x - 1] ?? 0);
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? Number.NaN;
      alpha.push((data.readUInt8(line * lineLength + 1 + 4 * x + 3) + predicted) & 255);
    }
  }
  return alpha;
}

/** Of the three, the one nearest to `left + up - upLeft`. */
function paeth(left: number, up: number, upLeft: number): number {
  const aim = left + up - upLeft;
  const [nearest = left] = [left, up, upLeft].toSorted(
    (one, other) => Math.abs(one - aim) - Math.abs(other - aim),
  );
  return nearest;
}
