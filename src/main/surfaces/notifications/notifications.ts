import { Notification } from 'electron';
import type { State } from '../../state';
import { copiedNotification } from './copied-notification';

export interface NotificationSurfaceOptions {
  readonly state: State;
  readonly windowFocused: () => boolean;
  readonly openMainWindow: () => void;
}

/** The Electron half of the notifications. */
export function startNotifications({
  state,
  windowFocused,
  openMainWindow,
}: NotificationSurfaceOptions): void {
  let before = state.snapshot;
  // Held on to, because a notification that is garbage-collected no longer hears the click.
  let shown: Notification | undefined;
  state.subscribe((snapshot) => {
    const text = copiedNotification(before, snapshot, windowFocused());
    before = snapshot;
    if (text === undefined || !Notification.isSupported()) return;
    shown?.close();
    shown = new Notification({ ...text, silent: true });
    shown.on('click', openMainWindow);
    shown.show();
  });
}
