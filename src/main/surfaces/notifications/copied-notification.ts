import { t } from '../../../shared/messages';
import { copiedWords } from '../../../shared/messages/format-words';
import { coarseWords } from '../../../shared/messages/time-words';
import type { Snapshot } from '../../../shared/snapshot';
import { answerSlot, type NotificationView } from './notification-view';
import { shortName } from './short-name';

/** What to say when something was copied while nobody looks at the window. Nothing when nothing new was copied. Pure. */
export function copiedNotification(
  before: Snapshot,
  { clipboard, settings }: Snapshot,
  windowFocused: boolean,
): NotificationView | undefined {
  if (windowFocused || !settings.values.notifyCopied) return undefined;
  if (clipboard === undefined || clipboard.copiedOn === before.clipboard?.copiedOn) return undefined;
  const { copiedOn, clearsOn, tokenExpiresOn, placeholders } = clipboard;
  const sentences =
    tokenExpiresOn === undefined
      ? []
      : [t('notification.copied.good-for', { span: coarseWords(tokenExpiresOn - copiedOn) })];
  if (clearsOn !== undefined)
    sentences.push(t('notification.copied.clears', { time: clearingTime(clearsOn - copiedOn) }));
  if (placeholders.length > 0)
    sentences.push(t('notification.copied.fill-in', { placeholders: placeholders.join(', ') }));
  return {
    slot: answerSlot,
    title: copiedWords(clipboard, shortName(clipboard.presetName)),
    body: sentences.join(' '),
    click: { name: 'openMainWindow', args: {} },
    silent: true,
    isOver: (snapshot) => snapshot.clipboard?.copiedOn !== copiedOn,
  };
}

function clearingTime(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds > 60 && seconds % 60 === 0
    ? t('time.minutes', { minutes: seconds / 60 })
    : t('notification.copied.seconds', { seconds });
}
