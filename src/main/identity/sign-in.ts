import type { AuthenticationResult } from '@azure/msal-node';
import type { After, Log, Now } from '../ports';
import { BrowserSignIn } from './browser-sign-in';
import { DeviceCodeSignIn, type DeviceCode } from './device-code-sign-in';
import { FlowSwitched, NoBrowser, SignInCancelled, SignInTimedOut } from './failures';
import { PublicClient, type PublicClientOptions } from './public-client';

export type SignInFlow = 'browser' | 'device-code';

/** Which ways are tried, in which order. `browser-then-device-code`: a code when no browser opens. */
export type SignInFlows = 'browser-then-device-code' | SignInFlow;

/** What somebody is to sign in for. */
export interface SignInRequest {
  /** GUID, domain or `organizations`. */
  readonly tenant: string;
  readonly scopes: readonly string[];
  readonly prompt?: 'select_account' | undefined;
  readonly loginHint?: string | undefined;
  readonly claims?: string | undefined;
  readonly correlationId: string;
}

export interface SignInOptions {
  readonly client: Omit<PublicClientOptions, 'serialised'>;
  readonly flows: SignInFlows;
  /** Opens the system browser. @throws when there is none */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
  /** Called when what can be shown of it has changed. */
  readonly changed: () => void;
}

/** What a sign-in has brought: the answer, and MSAL's cache with it and nothing else. */
export interface SignedIn {
  readonly result: AuthenticationResult;
  readonly cache: string;
}

/**
 * One sign-in by a person, in the browser or with a device code, in an MSAL client that lives no longer: whoever it
 * turns out to be, no other account's tokens wait for it or are touched by it.
 */
export class SignIn {
  private flow: SignInFlow;
  private browser: BrowserSignIn;
  private device: DeviceCodeSignIn | undefined;
  private isCancelled = false;
  /** Somebody who comes back from the code to the browser wants to copy its link. */
  private hasGivenUpOnBrowser = false;

  constructor(
    private readonly request: SignInRequest,
    private readonly options: SignInOptions,
  ) {
    this.flow = options.flows === 'device-code' ? 'device-code' : 'browser';
    this.browser = this.newBrowser();
    if (this.flow === 'device-code') this.device = this.newDevice();
  }

  get currentFlow(): SignInFlow {
    return this.flow;
  }

  /** Whether the person may go over to the other flow. */
  get canSwitch(): boolean {
    return this.options.flows === 'browser-then-device-code';
  }

  /** ms since the epoch; when it gives up */
  get endsOn(): number {
    return this.device?.endsOn ?? this.browser.endsOn;
  }

  /** The address to sign in at, once it is known. */
  get link(): string | undefined {
    return this.device === undefined ? this.browser.link : this.device.code?.verificationUri;
  }

  get deviceCode(): DeviceCode | undefined {
    return this.device?.code;
  }

  /** The system has no browser, or would not open it. */
  get browserFailed(): boolean {
    return this.browser.browserFailed;
  }

  /** @throws SignInCancelled, SignInTimedOut, NoBrowser, DeviceCodeExpired, and MSAL's errors */
  async run(): Promise<SignedIn> {
    for (;;) {
      const client = await PublicClient.create(this.options.client);
      if (this.isCancelled) throw new SignInCancelled();
      try {
        const result = await (this.device === undefined
          ? this.inBrowser(client)
          : this.withCode(client, this.device));
        return { result, cache: client.serialise() };
      } catch (error) {
        if (error instanceof SignInTimedOut && this.browserFailed) throw new NoBrowser();
        if (!(error instanceof FlowSwitched)) throw error;
      }
    }
  }

  cancel(): void {
    this.isCancelled = true;
    this.browser.stop(new SignInCancelled());
    this.device?.stop(new SignInCancelled());
  }

  /** Opens the same address once more. Before it is known this does nothing. */
  openAgain(): void {
    if (this.device === undefined) this.browser.openAgain();
    else if (this.device.code !== undefined)
      this.options.openBrowser(this.device.code.verificationUri).catch(() => {
        this.options.log.warn('the system could not open a browser for the code');
      });
  }

  /** Goes over to the other flow, if both may be used. */
  switchTo(flow: SignInFlow): void {
    if (!this.canSwitch || flow === this.flow) return;
    this.flow = flow;
    const switched = new FlowSwitched();
    if (flow === 'device-code') {
      this.device = this.newDevice();
      this.browser.stop(switched);
    } else {
      const { device } = this;
      this.device = undefined;
      this.browser = this.newBrowser();
      device?.stop(switched);
    }
    this.options.changed();
  }

  private inBrowser(client: PublicClient): Promise<AuthenticationResult> {
    return this.browser.run((openBrowser) => client.acquireInBrowser({ ...this.request, openBrowser }));
  }

  private withCode(client: PublicClient, device: DeviceCodeSignIn): Promise<AuthenticationResult> {
    return device.run((tell) => client.acquireByDeviceCode({ ...this.request, tell }));
  }

  private newBrowser(): BrowserSignIn {
    const { openBrowser, after, now, log, changed } = this.options;
    const hasFailed = (): void => {
      if (this.browser.browserFailed && this.flow === 'browser' && !this.hasGivenUpOnBrowser) {
        this.hasGivenUpOnBrowser = true;
        this.switchTo('device-code');
      }
      changed();
    };
    return new BrowserSignIn({ openBrowser, after, now, log, changed: hasFailed });
  }

  private newDevice(): DeviceCodeSignIn {
    const { after, now, changed } = this.options;
    return new DeviceCodeSignIn({ after, now, changed });
  }
}
