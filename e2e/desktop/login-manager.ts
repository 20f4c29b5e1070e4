import type { Message } from 'dbus-next';
import type { Bus, Reply } from './bus';

const NAME = 'org.freedesktop.login1';
const PATH = '/org/freedesktop/login1';
const MANAGER = 'org.freedesktop.login1.Manager';

/** The part of a system that tells programs when it sleeps: https://www.freedesktop.org/software/systemd/man/org.freedesktop.login1.html */
export class LoginManager {
  private readonly bus: Bus;

  private constructor(bus: Bus) {
    this.bus = bus;
  }

  static async start(bus: Bus): Promise<LoginManager> {
    await bus.serve(NAME, { path: PATH, handle: (message) => handle(message) });
    return new LoginManager(bus);
  }

  /** The computer is about to sleep. */
  suspend(): void {
    this.bus.emit(PATH, MANAGER, 'PrepareForSleep', 'b', [true]);
  }

  /** It has woken up. */
  resume(): void {
    this.bus.emit(PATH, MANAGER, 'PrepareForSleep', 'b', [false]);
  }
}

/** Nobody is made to wait: a program that asks to delay the sleep (`Inhibit`) is told that it cannot. */
function handle({ interface: of, member }: Message): Reply | undefined {
  return of === MANAGER && member === 'CanSuspend' ? { signature: 's', body: ['yes'] } : undefined;
}
