import { app, session } from 'electron';
import type { Log } from '../../ports';

/** No page may leave the program, open a window, embed another page, or have a permission of the browser. */
export function lockDownPages(log: Log): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      event.preventDefault();
      log.warn('refused: a page wanted to navigate away');
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => {
      log.warn('refused: a page wanted to open a window');
      return { action: 'deny' };
    });
  });
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}
