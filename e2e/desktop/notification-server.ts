import type { Message, Variant } from 'dbus-next';
import type { Bus, Reply } from './bus';
import { waitUntil } from './wait-until';

/** A notification the desktop was asked to show. */
export interface Notification {
  id: number;
  title: string;
  body: string;
  /** Identifiers of what can be clicked; `default` is the notification itself. */
  actions: string[];
}

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** The part of a desktop that shows notifications: https://specifications.freedesktop.org/notification-spec/latest/ */
export class NotificationServer {
  /** All so far, oldest first. */
  readonly shown: Notification[] = [];
  private readonly listeners = new Set<() => void>();
  private readonly bus: Bus;

  private constructor(bus: Bus) {
    this.bus = bus;
  }

  static async start(bus: Bus): Promise<NotificationServer> {
    const server = new NotificationServer(bus);
    await bus.serve(NAME, { path: PATH, handle: (message) => server.handle(message) });
    return server;
  }

  async waitFor(isWanted: (notification: Notification) => boolean): Promise<Notification> {
    const changes = (changed: () => void) => {
      this.listeners.add(changed);
      return () => this.listeners.delete(changed);
    };
    const shown = await waitUntil(
      'a notification',
      () => this.shown,
      (all) => all.some(isWanted),
      changes,
    );
    const found = shown.find(isWanted);
    if (found === undefined) throw new Error('The notification was there a moment ago.');
    return found;
  }

  click({ id }: Notification): void {
    this.bus.emit(PATH, NAME, 'ActionInvoked', 'us', [id, 'default']);
    this.bus.emit(PATH, NAME, 'NotificationClosed', 'uu', [id, 2]);
  }

  private handle({ member, body }: Message): Reply | undefined {
    if (member === 'GetServerInformation') {
      return { signature: 'ssss', body: ['End-to-end desktop', 'Token Tray', '1', '1.2'] };
    }
    if (member === 'GetCapabilities') return { signature: 'as', body: [['actions', 'body']] };
    if (member === 'CloseNotification') return { signature: '', body: [] };
    if (member !== 'Notify') return undefined;
    const [, replaces, , title, text, actions] = body as [
      string,
      number,
      string,
      string,
      string,
      string[],
      Variant,
    ];
    const id = replaces || this.shown.length + 1;
    this.shown.push({ id, title, body: text, actions: actions.filter((_, index) => index % 2 === 0) });
    for (const changed of this.listeners) changed();
    return { signature: 'u', body: [id] };
  }
}
