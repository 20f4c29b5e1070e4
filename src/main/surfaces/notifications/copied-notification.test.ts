import { describe, expect, it } from 'vitest';
import { copyFormats } from '../../../shared/copy-format';
import { defaultSettings } from '../../../shared/settings';
import type { ClipboardView } from '../../../shared/snapshot';
import { settingsView, snapshotWith } from '../../../shared/test-support/snapshots';
import { copiedNotification } from './copied-notification';

const copied: ClipboardView = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: 1_000_000,
  tokenExpiresOn: 1_000_000 + 52 * 60_000,
  placeholders: [],
};
const before = snapshotWith();
const body = (change: Partial<ClipboardView>): string | undefined =>
  copiedNotification(before, snapshotWith({ clipboard: { ...copied, ...change } }), false)?.body;

describe('the notification of a copy', () => {
  it('says what was copied, how long it is good for, and when the clipboard is cleared', () => {
    const after = snapshotWith({ clipboard: { ...copied, clearsOn: 1_060_000 } });
    expect(copiedNotification(before, after, false)).toMatchObject({
      title: 'Microsoft Graph token copied',
      body: 'Good for 52 min. The clipboard is cleared in 60 s.',
      click: { name: 'openMainWindow', args: {} },
      silent: true,
    });
  });

  it('does not promise to clear what stays', () => {
    expect(body({})).toBe('Good for 52 min.');
  });

  it('says a longer time in minutes where it is whole ones', () => {
    expect(body({ clearsOn: copied.copiedOn + 600_000 })).toMatch(/cleared in 10 min\.$/);
    expect(body({ clearsOn: copied.copiedOn + 90_000 })).toMatch(/cleared in 90 s\.$/);
    expect(body({ clearsOn: copied.copiedOn + 10_000 })).toMatch(/cleared in 10 s\.$/);
  });

  it('says what has to be filled in', () => {
    expect(body({ format: 'curl', placeholders: ['{vault}', '{secret}'] })).toBe(
      'Good for 52 min. First fill in {vault}, {secret}.',
    );
  });

  it('has words for each format', () => {
    const titles = copyFormats.map(
      (format) =>
        copiedNotification(before, snapshotWith({ clipboard: { ...copied, format } }), false)?.title,
    );
    expect(titles).toContain('Microsoft Graph curl command copied');
    expect(new Set(titles).size).toBe(copyFormats.length);
  });

  it('cuts a name that would leave no room', () => {
    const after = snapshotWith({ clipboard: { ...copied, presetName: 'x'.repeat(10_000) } });
    expect(copiedNotification(before, after, false)?.title).toMatch(/^x{48}… token copied$/);
  });

  it('is not there while the window shows the same', () => {
    expect(copiedNotification(before, snapshotWith({ clipboard: copied }), true)).toBeUndefined();
  });

  it('is not there when it is switched off', () => {
    const settings = settingsView({ values: { ...defaultSettings, notifyCopied: false } });
    expect(copiedNotification(before, snapshotWith({ clipboard: copied, settings }), false)).toBeUndefined();
  });

  it('comes once for each copy, of the same preset as well', () => {
    const first = snapshotWith({ clipboard: copied });
    const second = snapshotWith({ clipboard: { ...copied, copiedOn: copied.copiedOn + 1 } });
    expect(copiedNotification(first, snapshotWith({ clipboard: { ...copied } }), false)).toBeUndefined();
    expect(copiedNotification(first, second, false)).toBeDefined();
  });

  it('does not come when the clipboard is cleared, and is over then', () => {
    const during = snapshotWith({ clipboard: copied });
    expect(copiedNotification(during, before, false)).toBeUndefined();
    const view = copiedNotification(before, during, false);
    expect(view?.isOver(during, 0)).toBe(false);
    expect(view?.isOver(before, 0)).toBe(true);
  });
});
