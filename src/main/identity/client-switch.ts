import pLimit from 'p-limit';
import type { ClientApplication } from '../../shared/client-application';
import { ActiveClient, type ActiveClientOptions } from './active-client';

/** What an open client application tells, as long as it is the one in use. */
export type ClientEvents = Pick<
  ActiveClientOptions,
  'cacheChanged' | 'cacheUnreadable' | 'cacheNotSaved' | 'signInChanged' | 'signedIn'
>;

export interface ClientSwitchOptions extends Omit<ActiveClientOptions, keyof ClientEvents> {
  readonly events: ClientEvents;
  /** Another one is in use now, or none. */
  readonly changed: (active: ActiveClient | undefined) => void;
}

/** Which client application is in use. Changes go one at a time, so that two of them are never open at once. */
export class ClientSwitch {
  private readonly oneAtATime = pLimit(1);
  private current: ActiveClient | undefined;

  constructor(private readonly options: ClientSwitchOptions) {}

  get active(): ActiveClient | undefined {
    return this.current;
  }

  /**
   * Closes the one in use and opens another. @throws what opening throws; none is in use then
   */
  to(clientApplication: ClientApplication | undefined): Promise<void> {
    return this.oneAtATime(async () => {
      const left = this.current;
      this.current = undefined;
      this.options.changed(undefined);
      await left?.close();
      if (clientApplication === undefined) return;
      this.current = await this.open(clientApplication);
      this.options.changed(this.current);
    });
  }

  private async open(clientApplication: ClientApplication): Promise<ActiveClient> {
    const { events, ...options } = this.options;
    let opened: ActiveClient | undefined = undefined;
    // What one that was left still has to say is of no interest; while it opens, it is not in use yet.
    const whileInUse =
      <Values extends unknown[]>(tell: (...values: Values) => void) =>
      (...values: Values): void => {
        if (opened === undefined || opened === this.current) tell(...values);
      };
    opened = await ActiveClient.open(clientApplication, {
      ...options,
      cacheChanged: whileInUse(events.cacheChanged),
      cacheUnreadable: whileInUse(events.cacheUnreadable),
      cacheNotSaved: whileInUse(events.cacheNotSaved),
      signInChanged: whileInUse(events.signInChanged),
      signedIn: whileInUse(events.signedIn),
    });
    return opened;
  }
}
