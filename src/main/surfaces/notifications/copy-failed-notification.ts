import { t } from '../../../shared/messages';
import type { CopyFailed, Snapshot } from '../../../shared/snapshot';
import { answerSlot, type ClickCommand, type NotificationView } from './notification-view';

/** What to say when the clipboard could not be written while nobody looks at the window. Pure. */
export function copyFailedNotification(
  before: Snapshot,
  { copyFailed }: Snapshot,
  windowFocused: boolean,
): NotificationView | undefined {
  if (windowFocused || copyFailed === undefined) return undefined;
  const { failedOn } = copyFailed;
  if (failedOn === before.copyFailed?.failedOn) return undefined;
  return {
    slot: answerSlot,
    title: t('notification.copy-failed.title'),
    body: t('notification.copy-failed.body'),
    click: copyAgain(copyFailed),
    silent: false,
    isOver: (snapshot) => snapshot.copyFailed?.failedOn !== failedOn,
  };
}

const copyAgain = ({ presetId, format }: CopyFailed): ClickCommand =>
  format === 'token'
    ? { name: 'copyToken', args: { presetId } }
    : { name: 'copySnippet', args: { presetId, format } };
