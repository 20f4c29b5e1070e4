import { t } from '../../../shared/messages';
import { coarseWords } from '../../../shared/messages/time-words';
import type { Snapshot } from '../../../shared/snapshot';
import { answerSlot, type NotificationView } from './notification-view';
import { shortName } from './short-name';

/** A renewal that a click on a notification has asked for, and when the token ends that the preset had then. */
export interface AskedRenewal {
  readonly presetId: string;
  readonly expiresOn: number | undefined;
}

/**
 * What to say when a renewal is done that was asked for by a click on a notification. One that fails opens the window.
 * Pure.
 */
export function renewedNotification(
  { presets }: Snapshot,
  now: number,
  windowFocused: boolean,
  asked: AskedRenewal | undefined,
): NotificationView | undefined {
  const preset = presets.find(({ id }) => id === asked?.presetId);
  const expiresOn = preset?.token?.expiresOn;
  if (windowFocused || preset === undefined || expiresOn === undefined) return undefined;
  if (expiresOn <= (asked?.expiresOn ?? now)) return undefined;
  return {
    slot: answerSlot,
    title: t('notification.renewed.title', { name: shortName(preset.name) }),
    body: t('notification.renewed.body', { span: coarseWords(expiresOn - now) }),
    click: { name: 'copyToken', args: { presetId: preset.id } },
    silent: true,
    isOver: (snapshot, on) =>
      expiresOn <= on || snapshot.presets.find(({ id }) => id === preset.id)?.token?.expiresOn !== expiresOn,
    overOn: expiresOn,
  };
}
