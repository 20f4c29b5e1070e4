import type { Message } from 'dbus-next';
import type { Bus, Reply } from './bus';
import { waitUntil } from './wait-until';

const NAME = 'org.freedesktop.login1';
const PATH = '/org/freedesktop/login1';
const MANAGER = 'org.freedesktop.login1.Manager';

/**
 * The part of the system that tells programs when the computer is about to sleep, and when it is awake again:
 * https://www.freedesktop.org/software/systemd/man/latest/org.freedesktop.login1.html
 *
 * Nothing sleeps here, so the time goes on for the program and its timers.
 */
export class LoginManager {
  /** How many programs have asked for time to do something before the next sleep. */
  private delays = 0;
  private readonly listeners = new Set<() => void>();
  private readonly bus: Bus;

  private constructor(bus: Bus) {
    this.bus = bus;
  }

  /** @param bus what programs take for the system's bus */
  static async start(bus: Bus): Promise<LoginManager> {
    const manager = new LoginManager(bus);
    await bus.serve(NAME, { path: PATH, handle: (message) => manager.handle(message) });
    return manager;
  }

  /** Waits until a program listens to what is told here. */
  async waitForListener(): Promise<void> {
    const changes = (changed: () => void) => {
      this.listeners.add(changed);
      return () => this.listeners.delete(changed);
    };
    // Electron asks for a delay when it has begun to listen, and again after each sleep.
    await waitUntil(
      'a program that wants to know of sleep',
      () => this.delays,
      (delays) => delays > 0,
      changes,
    );
  }

  /** Tells that the computer falls asleep, once a program listens. */
  async suspend(): Promise<void> {
    await this.waitForListener();
    this.delays = 0;
    this.bus.emit(PATH, MANAGER, 'PrepareForSleep', 'b', [true]);
  }

  /** Tells that the computer is awake again. */
  resume(): void {
    this.bus.emit(PATH, MANAGER, 'PrepareForSleep', 'b', [false]);
  }

  private handle({ interface: interfaceName, member, body }: Message): Reply | undefined {
    if (interfaceName !== MANAGER || member !== 'Inhibit') return undefined;
    const [what] = body as unknown[];
    if (what === 'sleep') this.delays += 1;
    for (const changed of this.listeners) changed();
    // The real one hands out a file to close, which this connection cannot carry.
    return { signature: '', body: [] };
  }
}
