import type { Message } from 'dbus-next';
import type { Variant } from 'dbus-next';
import type { Bus, Reply } from './bus';
import { waitUntil } from './wait-until';

/** A notification the desktop was asked to show. */
export interface Notification {
  id: number;
  title: string;
  body: string;
  /** Identifiers of what can be clicked; `default` is the notification itself. */
  actions: string[];
  /** `urgency` (0 low, 1 normal, 2 critical), `suppress-sound`, … */
  hints: Readonly<Record<string, unknown>>;
  /** How long it asks to be shown, in ms; -1 leaves that to the desktop, 0 is for ever. */
  expiresAfter: number;
  /** The one whose place it asks for; 0 for none. */
  replaces: number;
  /** It is on the screen: neither clicked nor closed, by the person or by the program. */
  up: boolean;
}

const NAME = 'org.freedesktop.Notifications';
const PATH = '/org/freedesktop/Notifications';

/** Why a notification is gone, in the words of the specification. */
const BY_PERSON = 2;
const BY_PROGRAM = 3;

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

  /** Those on the screen, oldest first. */
  get up(): readonly Notification[] {
    return this.shown.filter(({ up }) => up);
  }

  async waitFor(isWanted: (notification: Notification) => boolean): Promise<Notification> {
    const shown = await this.waitForAll((all) => all.some(isWanted));
    const found = shown.find(isWanted);
    if (found === undefined) throw new Error('The notification was there a moment ago.');
    return found;
  }

  /** Waits until all so far are the wanted ones: until one is no longer up, say. */
  waitForAll(isWanted: (all: readonly Notification[]) => boolean): Promise<readonly Notification[]> {
    const changes = (changed: () => void) => {
      this.listeners.add(changed);
      return () => this.listeners.delete(changed);
    };
    return waitUntil('notifications', () => this.shown, isWanted, changes);
  }

  click(notification: Notification): void {
    this.bus.emit(PATH, NAME, 'ActionInvoked', 'us', [notification.id, 'default']);
    this.takeDown(notification, BY_PERSON);
  }

  /** The person closes it without a click on it. */
  dismiss(notification: Notification): void {
    this.takeDown(notification, BY_PERSON);
  }

  private takeDown(notification: Notification, reason: number): void {
    notification.up = false;
    this.bus.emit(PATH, NAME, 'NotificationClosed', 'uu', [notification.id, reason]);
    for (const changed of this.listeners) changed();
  }

  private handle({ member, body }: Message): Reply | undefined {
    if (member === 'GetServerInformation') {
      return { signature: 'ssss', body: ['End-to-end desktop', 'Token Tray', '1', '1.2'] };
    }
    if (member === 'GetCapabilities') return { signature: 'as', body: [['actions', 'body']] };
    if (member === 'CloseNotification') {
      const found = this.shown.find(({ id, up }) => up && id === body[0]);
      if (found !== undefined) this.takeDown(found, BY_PROGRAM);
      return { signature: '', body: [] };
    }
    if (member !== 'Notify') return undefined;
    return { signature: 'u', body: [this.notify(body)] };
  }

  private notify(body: unknown[]): number {
    const [, replaces, , title, text, actions, hints, expiresAfter] = body as [
      string,
      number,
      string,
      string,
      string,
      string[],
      Record<string, Variant>,
      number,
    ];
    const id = replaces || this.shown.length + 1;
    for (const shown of this.shown) if (shown.id === id) shown.up = false;
    this.shown.push({
      id,
      title,
      body: text,
      actions: actions.filter((_, index) => index % 2 === 0),
      // A figure of 64 bits comes as one that JSON does not know.
      hints: Object.fromEntries(
        Object.entries(hints).map(([name, { value }]) => [
          name,
          typeof value === 'bigint' ? Number(value) : (value as unknown),
        ]),
      ),
      expiresAfter,
      replaces,
      up: true,
    });
    for (const changed of this.listeners) changed();
    return id;
  }
}
