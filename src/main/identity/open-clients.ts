import type { ClientApplication } from '../../shared/client-application';
import { errorName } from '../error-words';
import { EncryptedDocument } from '../storage/encrypted-document';
import type { Cloud } from './clouds';
import {
  OpenClient,
  type ClientContents,
  type OpenClientEvents,
  type OpenClientOptions,
} from './open-client';

/** The demo tenant, as much of it as is needed here; its code is loaded only when it is used. */
export interface RunningDemo {
  readonly origin: string;
  toLoopback(url: string): string;
  stop(): Promise<void>;
}

export interface OpenClientsOptions extends OpenClientOptions {
  readonly startDemo: (state: EncryptedDocument) => Promise<RunningDemo>;
  readonly findCloud: (id: string) => Cloud | undefined;
  readonly events: Omit<OpenClientEvents, 'changed' | 'signedIn'> & {
    /** One of them has changed, was opened or (undefined) closed. */
    readonly changed: (clientApplicationId: string, contents: ClientContents | undefined) => void;
    readonly signedIn: (clientApplicationId: string, accountId: string) => void;
    /** This system gives no protection for what is written, so nothing is. */
    readonly inMemoryOnly: () => void;
    /** Where the demo API is, while a client application of the demo is open. */
    readonly demoRuns: (origin: string | undefined) => void;
  };
}

// All of the demo's authorities and APIs have names under this one, which can never be on the network.
const demoDomain = '.demo.token-tray.invalid';

const isOfDemo = ({ authority }: Cloud): boolean => new URL(authority).hostname.endsWith(demoDomain);

/** The client applications that are open, each once. */
export class OpenClients {
  private readonly opened = new Map<string, Promise<OpenClient>>();
  private readonly ready = new Map<string, OpenClient>();
  /** Which opening of a client application is the one that counts: it may be closed and opened again. */
  private readonly marks = new Map<string, symbol>();
  private demo: Promise<RunningDemo> | undefined;
  private runningDemo: RunningDemo | undefined;

  constructor(private readonly options: OpenClientsOptions) {}

  /** One that is open already. */
  find(clientApplicationId: string): OpenClient | undefined {
    return this.ready.get(clientApplicationId);
  }

  /**
   * Opens it, unless it is open. Its saved accounts are read one after the other, `firstAccountId` first, and told as
   * they come. @throws when its cloud is unknown, and what the file system throws
   */
  open(clientApplication: ClientApplication, firstAccountId?: string): Promise<OpenClient> {
    const { id } = clientApplication;
    const known = this.opened.get(id);
    if (known !== undefined) return known;
    const mark = Symbol(id);
    this.marks.set(id, mark);
    const opening = this.begin(clientApplication, firstAccountId, () => this.marks.get(id) === mark);
    this.opened.set(id, opening);
    opening.catch((error: unknown) => {
      this.options.log.error(`a client application could not be opened: ${errorName(error)}`);
      if (this.marks.get(id) !== mark) return;
      this.opened.delete(id);
      this.ready.delete(id);
    });
    return opening;
  }

  async close(clientApplicationId: string): Promise<void> {
    const opening = this.opened.get(clientApplicationId);
    this.opened.delete(clientApplicationId);
    this.marks.delete(clientApplicationId);
    this.ready.delete(clientApplicationId);
    this.options.events.changed(clientApplicationId, undefined);
    const client = await opening?.catch(() => undefined);
    await client?.close();
    if (this.opened.size === 0) await this.stopDemo();
  }

  async closeAll(): Promise<void> {
    await Promise.allSettled([...this.opened.keys()].map((id) => this.close(id)));
    await this.stopDemo();
  }

  /** The address under which this computer's browser and the network find `url`. */
  reachable(url: string): string {
    return this.runningDemo?.toLoopback(url) ?? url;
  }

  private async begin(
    clientApplication: ClientApplication,
    firstAccountId: string | undefined,
    isOpen: () => boolean,
  ): Promise<OpenClient> {
    const cloud = this.options.findCloud(clientApplication.cloud);
    if (cloud === undefined) throw new RangeError('There is no such cloud.');
    if (isOfDemo(cloud)) await this.startDemo();
    const { id } = clientApplication;
    const { events, ...options } = this.options;
    if (!(await options.secrets.isProtected())) events.inMemoryOnly();
    // What one that was closed still has to say is of no interest.
    const whileOpen =
      <Values extends unknown[]>(tell: (...values: Values) => void) =>
      (...values: Values): void => {
        if (isOpen()) tell(...values);
      };
    const client = OpenClient.create(
      clientApplication,
      cloud,
      {
        ...options,
        fetch: (url, init) => options.fetch(this.reachable(url), init),
        openBrowser: (url) => options.openBrowser(this.reachable(url)),
      },
      {
        changed: whileOpen((contents: ClientContents) => events.changed(id, contents)),
        signedIn: whileOpen((accountId: string) => events.signedIn(id, accountId)),
        unreadable: events.unreadable,
        notSaved: events.notSaved,
        locked: events.locked,
        clockSkewed: events.clockSkewed,
      },
    );
    // From here on it can be used, with the accounts that are there.
    if (isOpen()) this.ready.set(id, client);
    await client.load(firstAccountId);
    return client;
  }

  private async startDemo(): Promise<void> {
    const { place, secrets, startDemo, events } = this.options;
    this.demo ??= EncryptedDocument.open(place, 'demo-tenant', secrets).then(({ document }) =>
      startDemo(document),
    );
    this.demo.catch(() => (this.demo = undefined));
    this.runningDemo = await this.demo;
    events.demoRuns(this.runningDemo.origin);
  }

  private async stopDemo(): Promise<void> {
    const stopping = this.demo;
    this.demo = undefined;
    this.runningDemo = undefined;
    this.options.events.demoRuns(undefined);
    await (await stopping?.catch(() => undefined))?.stop();
  }
}
