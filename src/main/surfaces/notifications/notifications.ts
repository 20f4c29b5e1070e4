import { Notification } from 'electron';
import type { Log } from '../../ports';
import { Announcer, type AnnouncerOptions, type NotificationEvents } from './announcer';
import type { NotificationView } from './notification-view';

export interface NotificationSurfaceOptions extends Omit<AnnouncerOptions, 'show'> {
  readonly log: Log;
}

/**
 * The Electron half of the notifications. The returned function takes them down and ends it.
 *
 * Do not disturb (Windows), Focus (macOS) and their like on Linux desktops hold ordinary notifications back by
 * themselves and keep them in their list. Electron does not tell whether they do, and need not, as long as nothing
 * here asks to break through: no `urgency: 'critical'` (on Linux it shows up regardless, on Windows it goes to the top
 * of the list) and no `timeoutType: 'never'` (stays until answered; on Windows as a reminder). `silent` takes the
 * sound away on macOS and Windows; Electron sends nothing of it on Linux, where few desktops have a sound for these.
 * https://www.electronjs.org/docs/latest/api/notification
 * https://specifications.freedesktop.org/notification-spec/latest/urgency-levels.html
 */
export function startNotifications({ log, ...options }: NotificationSurfaceOptions): () => void {
  const announcer = new Announcer({ ...options, show: (view, events) => show(view, events, log) });
  return () => announcer.close();
}

function show(
  { title, body, silent }: NotificationView,
  { clicked, closed }: NotificationEvents,
  log: Log,
): () => void {
  if (!Notification.isSupported()) return () => undefined;
  const notification = new Notification({ title, body, silent, urgency: 'normal', timeoutType: 'default' });
  notification.on('click', clicked);
  notification.on('failed', () => {
    log.warn('the system did not show a notification');
    closed();
  });
  // Windows says so when it moves one into its list, too, where it can still be clicked.
  if (process.platform !== 'win32') notification.on('close', closed);
  notification.show();
  // What is returned holds on to it: one that is garbage-collected no longer hears the click.
  return () => notification.close();
}
