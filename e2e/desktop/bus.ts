import { Message, MessageType, Variant, sessionBus } from 'dbus-next';
import type { MessageBus } from 'dbus-next';
import type { Changes } from './wait-until';

export type Handler = (message: Message) => Reply | undefined;

/** What a method gives back: a D-Bus signature and the values for it. */
export interface Reply {
  signature: string;
  body: unknown[];
}

/** Object of another program on the bus. */
export interface Remote {
  destination: string;
  path: string;
  interface: string;
}

const DBUS: Remote = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
};

/** A connection to the desktop's own session bus. */
export class Bus {
  private readonly connection: MessageBus;

  private constructor(connection: MessageBus) {
    this.connection = connection;
  }

  static async connect(address: string): Promise<Bus> {
    const connection = sessionBus({ busAddress: address });
    await new Promise<void>((resolve, reject) => {
      connection.on('connect', resolve);
      connection.on('error', reject);
    });
    return new Bus(connection);
  }

  disconnect(): void {
    this.connection.disconnect();
  }

  /** @throws DBusError that the other side answered with */
  async call(remote: Remote, member: string, signature = '', body: unknown[] = []): Promise<unknown[]> {
    const reply = await this.connection.call(new Message({ ...remote, member, signature, body }));
    return (reply?.body as unknown[] | undefined) ?? [];
  }

  async property(remote: Remote, name: string): Promise<unknown> {
    const properties = { ...remote, interface: 'org.freedesktop.DBus.Properties' };
    const [value] = await this.call(properties, 'Get', 'ss', [remote.interface, name]);
    return value instanceof Variant ? (value.value as unknown) : value;
  }

  /** Owns a well-known name and answers calls to one of its objects, as the program of that name would. */
  async serve(name: string, object: { path: string; handle: Handler }): Promise<void> {
    this.connection.addMethodHandler((message: Message) => {
      if (message.path !== object.path) return false;
      const reply = object.handle(message);
      if (reply === undefined) return false;
      this.connection.send(Message.newMethodReturn(message, reply.signature, reply.body));
      return true;
    });
    await this.connection.requestName(name, 0);
  }

  emit(path: string, interfaceName: string, member: string, signature: string, body: unknown[]): void {
    this.connection.send(Message.newSignal(path, interfaceName, member, signature, body));
  }

  /** Whether a program owns the name, and with that has started. */
  async hasOwner(name: string): Promise<boolean> {
    const [has] = await this.call(DBUS, 'NameHasOwner', 's', [name]);
    return has === true;
  }

  /**
   * Signals with one of these members, of any interface and sender.
   * @returns after the bus has been told, so that no later signal is missed
   */
  async signals(...members: string[]): Promise<Changes> {
    for (const member of members)
      await this.call(DBUS, 'AddMatch', 's', [`type='signal',member='${member}'`]);
    return (changed) => {
      const listener = (message: Message) => {
        if (message.type === MessageType.SIGNAL && members.includes(message.member)) changed();
      };
      this.connection.on('message', listener);
      return () => this.connection.off('message', listener);
    };
  }
}
