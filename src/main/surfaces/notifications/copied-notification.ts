import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import type { Snapshot } from '../../../shared/snapshot';

export interface NotificationText {
  readonly title: string;
  readonly body: string;
}

/** What to say when something was copied while nobody looks at the window. Nothing when nothing new was copied. Pure. */
export function copiedNotification(
  before: Snapshot,
  { clipboard }: Snapshot,
  windowFocused: boolean,
): NotificationText | undefined {
  if (windowFocused || clipboard === undefined || clipboard.copiedOn === before.clipboard?.copiedOn)
    return undefined;
  const span = coarseWords(clipboard.tokenExpiresOn - clipboard.copiedOn);
  const title = t(`copied.${clipboard.format}`, { name: clipboard.presetName });
  if (clipboard.clearsOn === undefined) return { title, body: t('notification.copied.body', { span }) };
  const seconds = Math.round((clipboard.clearsOn - clipboard.copiedOn) / 1000);
  return { title, body: t('notification.copied.body-clears', { span, seconds }) };
}
