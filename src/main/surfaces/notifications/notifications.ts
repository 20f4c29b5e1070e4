import { Notification } from 'electron';
import type { State } from '../../state';
import { copiedNotification } from './copied-notification';

export interface NotificationSurfaceOptions {
  readonly state: State;
  readonly windowVisible: () => boolean;
  readonly openMainWindow: () => void;
}

/** The Electron half of the notifications. */
export function startNotifications({
  state,
  windowVisible,
  openMainWindow,
}: NotificationSurfaceOptions): void {
  let before = state.snapshot;
  state.subscribe((snapshot) => {
    const text = copiedNotification(before, snapshot, windowVisible());
    before = snapshot;
    if (text === undefined || !Notification.isSupported()) return;
    const notification = new Notification({ ...text, silent: true });
    notification.on('click', openMainWindow);
    notification.show();
  });
}
