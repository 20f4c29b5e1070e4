import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../../shared/snapshot';
import { tokenStatus } from '../../../shared/token-status';
import { presetView, snapshotWith } from '../../../shared/test-support/snapshots';
import { leftInSlot, trayChangesIn as changesIn } from './tray-clock';
import { trayMenu } from './tray-menu';
import { trayToolTip } from './tray-tooltip';

const start = 1_000_000_000;
const second = 1000;
const minute = 60 * second;

const withTokens = (...ends: readonly number[]): Snapshot =>
  snapshotWith({
    presets: ends.map((expiresOn, n) =>
      presetView({ id: `p${n}`, token: { issuedOn: start - minute, expiresOn } }),
    ),
  });

const clipboard = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: start,
  tokenExpiresOn: start + 60 * minute,
  placeholders: [],
} as const;

/** 50 tokens that end at 50 different seconds of a minute and more, in no order. */
const fifty = withTokens(
  ...Array.from({ length: 50 }, (_, n) => start + 20 * minute + ((n * 37) % 97) * second),
);

const menu = (snapshot: Snapshot, now: number): string => JSON.stringify(trayMenu(snapshot, now, 'win32'));
const trayChangesIn = (snapshot: Snapshot, now: number): number => changesIn(snapshot, now, 'win32');

/** The moments of all redraws until `end`, as the clock asks for them. */
function redraws(snapshot: Snapshot, end: number, platform: NodeJS.Platform = 'win32'): readonly number[] {
  const moments: number[] = [];
  for (
    let now = start + changesIn(snapshot, start, platform);
    now <= end;
    now += changesIn(snapshot, now, platform)
  )
    moments.push(now);
  return moments;
}

const gaps = (moments: readonly number[]): readonly number[] =>
  moments.slice(1).map((moment, index) => moment - (moments[index] ?? 0));

describe('the next time the tray is drawn', () => {
  it('is when a label reads differently, and no sooner', () => {
    const snapshot = withTokens(start + 52 * minute + 37_500, start + 27 * 60 * minute + 250);
    for (const now of redraws(snapshot, start + 10 * minute)) {
      expect(menu(snapshot, now)).not.toBe(menu(snapshot, now - 1));
      const next = now + trayChangesIn(snapshot, now);
      expect(menu(snapshot, next - 1)).toBe(menu(snapshot, now));
    }
    expect(redraws(snapshot, start + 10 * minute)).toHaveLength(10);
  });

  it('is the same for many tokens within a minute, while there is plenty left', () => {
    const moments = redraws(fifty, start + 10 * minute);
    expect(moments).toHaveLength(10);
    expect(moments.every((moment) => moment % minute === 0)).toBe(true);
  });

  it('is the same for many tokens within ten seconds', () => {
    const moments = redraws(fifty, start + 15 * minute);
    expect(moments.length).toBeGreaterThan(15);
    expect(Math.min(...gaps(moments))).toBe(10 * second);
    expect(moments.every((moment) => moment % (10 * second) === 0)).toBe(true);
  });

  it('never leaves a label that says more than is left', () => {
    let drawn = start;
    for (const moment of [...redraws(fifty, start + 25 * minute), start + 25 * minute]) {
      for (const { token } of fifty.presets) {
        // Just before the next redraw, the label is as it was drawn.
        const end = token?.expiresOn ?? 0;
        const left = end - (moment - 1);
        const shown = Math.floor(leftInSlot(end, drawn) / minute);
        if (left > 0) expect(shown).toBeLessThanOrEqual(left / minute);
      }
      drawn = moment;
    }
  });

  it('is at the very end of each token, and never more than once a second', () => {
    const ends = fifty.presets.flatMap(({ token }) => (token === undefined ? [] : [token.expiresOn]));
    const moments = redraws(fifty, start + 25 * minute);
    for (const end of ends) expect(moments).toContain(end);
    // The icon goes by all of them, the menu has the first forty.
    for (const end of ends.slice(0, 40)) expect(menu(fifty, end)).not.toBe(menu(fifty, end - 1));
    expect(Math.min(...gaps(moments))).toBeGreaterThanOrEqual(second);
  });

  it('never comes when there is nothing to count down', () => {
    expect(trayChangesIn(snapshotWith(), start)).toBe(Infinity);
    expect(trayChangesIn(snapshotWith({ presets: [presetView()] }), start)).toBe(Infinity);
    expect(trayChangesIn(withTokens(start, start - minute), start)).toBe(Infinity);
  });

  it('stops when the last token has ended', () => {
    const last = redraws(fifty, start + 60 * minute).at(-1) ?? 0;
    expect(fifty.presets.every((preset) => tokenStatus(preset, last).name === 'expired')).toBe(true);
    expect(fifty.presets.every((preset) => tokenStatus(preset, last - 1).name === 'expired')).toBe(false);
  });

  it('is each second while the clipboard is to be cleared, which changes the menu every ten', () => {
    const snapshot = snapshotWith({ clipboard: { ...clipboard, clearsOn: start + 60 * second + 300 } });
    const moments = redraws(snapshot, start + 10 * minute);
    expect(moments).toHaveLength(61);
    expect(gaps(moments).every((gap) => gap === second)).toBe(true);
    expect(new Set(moments.map((moment) => trayToolTip(snapshot, moment, 'win32'))).size).toBe(61);
    // Six steps, and the plain words when its time is over.
    expect(new Set(moments.map((moment) => menu(snapshot, moment))).size).toBe(7);
  });

  it('is with the menu only while the clipboard is to be cleared on Linux', () => {
    const snapshot = snapshotWith({ clipboard: { ...clipboard, clearsOn: start + 180 * second + 300 } });
    const moments = redraws(snapshot, start + 10 * minute, 'linux');
    expect(moments.map((moment) => moment - start - 300)).toEqual(
      [0, 60, 120, 130, 140, 150, 160, 170, 180].map((seconds) => seconds * second),
    );
    for (const moment of moments) {
      expect(menu(snapshot, moment)).not.toBe(menu(snapshot, moment - 1));
      expect(trayToolTip(snapshot, moment, 'linux')).not.toBe(trayToolTip(snapshot, moment - 1, 'linux'));
    }
  });

  it('does not come for a clipboard that stays', () => {
    expect(trayChangesIn(snapshotWith({ clipboard }), start)).toBe(Infinity);
    expect(trayChangesIn(snapshotWith({ clipboard: { ...clipboard, clearsOn: start } }), start)).toBe(
      Infinity,
    );
  });
});
