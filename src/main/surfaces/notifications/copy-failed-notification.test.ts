import { describe, expect, it } from 'vitest';
import { snapshotWith } from '../../../shared/test-support/snapshots';
import { copyFailedNotification } from './copy-failed-notification';

const copyFailed = {
  presetId: 'graph',
  presetName: 'Microsoft Graph',
  format: 'token',
  failedOn: 5,
} as const;
const before = snapshotWith();
const after = snapshotWith({ copyFailed });

describe('the notification of a clipboard that could not be written', () => {
  it('says so, and a click copies again', () => {
    expect(copyFailedNotification(before, after, false)).toMatchObject({
      title: 'The clipboard is in use by another program',
      body: 'Nothing was copied. Click to try again.',
      click: { name: 'copyToken', args: { presetId: 'graph' } },
    });
  });

  it('copies again what it was', () => {
    const curl = snapshotWith({ copyFailed: { ...copyFailed, format: 'curl' } });
    expect(copyFailedNotification(before, curl, false)?.click).toEqual({
      name: 'copySnippet',
      args: { presetId: 'graph', format: 'curl' },
    });
  });

  it('comes once for each failure, and not while the window shows the same', () => {
    expect(copyFailedNotification(after, snapshotWith({ copyFailed: { ...copyFailed } }), false)).toBe(
      undefined,
    );
    const again = snapshotWith({ copyFailed: { ...copyFailed, failedOn: 6 } });
    expect(copyFailedNotification(after, again, false)).toBeDefined();
    expect(copyFailedNotification(before, after, true)).toBeUndefined();
  });

  it('is over when somebody tries again or dismisses it', () => {
    const view = copyFailedNotification(before, after, false);
    expect(view?.isOver(after, 0)).toBe(false);
    expect(view?.isOver(before, 0)).toBe(true);
  });
});
