import { describe, expect, it } from 'vitest';
import { snapshotWith } from '../../test-support/snapshots';
import { copiedNotification } from './copied-notification';

const copied = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  copiedOn: 1_000_000,
  tokenExpiresOn: 1_000_000 + 52 * 60_000,
  placeholders: [],
} as const;
const before = snapshotWith();

describe('the notification of a copy', () => {
  it('says what was copied, how long it is good for, and when the clipboard is cleared', () => {
    const after = snapshotWith({ clipboard: { ...copied, clearsOn: 1_060_000 } });
    expect(copiedNotification(before, after, false)).toEqual({
      title: 'Microsoft Graph token copied',
      body: 'Good for 52 min. The clipboard is cleared in 60 s.',
    });
  });

  it('does not promise to clear what stays', () => {
    const after = snapshotWith({ clipboard: { ...copied, format: 'curl' } });
    expect(copiedNotification(before, after, false)).toEqual({
      title: 'Microsoft Graph curl command copied',
      body: 'Good for 52 min.',
    });
  });

  it('is not there while the window shows the same', () => {
    expect(copiedNotification(before, snapshotWith({ clipboard: copied }), true)).toBeUndefined();
  });

  it('comes once for each copy, of the same preset as well', () => {
    const first = snapshotWith({ clipboard: copied });
    const second = snapshotWith({ clipboard: { ...copied, copiedOn: copied.copiedOn + 1 } });
    expect(copiedNotification(first, snapshotWith({ clipboard: { ...copied } }), false)).toBeUndefined();
    expect(copiedNotification(first, second, false)).toBeDefined();
  });

  it('does not come when the clipboard is cleared', () => {
    expect(copiedNotification(snapshotWith({ clipboard: copied }), before, false)).toBeUndefined();
  });
});
