import type { AuthenticationResult, DeviceCodeRequest } from '@azure/msal-node';
import type { After, Now } from '../ports';
import type { SignInCancelled } from './failures';
import { DeviceCodeExpired, type FlowSwitched } from './failures';
import type { DevicePolling } from './public-client';

/** What a person needs to sign in with a code. It is worth nothing without their password. */
export interface DeviceCode {
  readonly userCode: string;
  readonly verificationUri: string;
}

type DeviceCodeResponse = Parameters<DeviceCodeRequest['deviceCodeCallback']>[0];

export interface DeviceCodeSignInOptions {
  readonly after: After;
  readonly now: Now;
  /** Called when what can be shown of it has changed. */
  readonly changed: () => void;
}

/** How long the first answer, with the code in it, is waited for before the code's own time counts, in ms. */
const patienceForCode = 60_000;

/**
 * One sign-in with a device code (RFC 8628). MSAL looks whether it is cancelled only before each poll, seconds apart, so
 * the wait is ended here at once and what MSAL still brings is thrown away.
 */
export class DeviceCodeSignIn {
  private codeShown: DeviceCode | undefined;
  private end: ((reason: Error) => void) | undefined;
  private endsAt: number;

  constructor(private readonly options: DeviceCodeSignInOptions) {
    this.endsAt = options.now() + patienceForCode;
  }

  /** Once the authority has given one. */
  get code(): DeviceCode | undefined {
    return this.codeShown;
  }

  /** ms since the epoch */
  get endsOn(): number {
    return this.endsAt;
  }

  /** @throws DeviceCodeExpired, what `stop` was given, and what MSAL throws */
  async run(
    begin: (tell: DeviceCodeRequest['deviceCodeCallback']) => DevicePolling,
  ): Promise<AuthenticationResult> {
    let stopTimer = (): void => undefined;
    const ended = new Promise<never>((_resolve, reject) => (this.end = reject));
    const polling = begin((response) => {
      stopTimer = this.show(response);
    });
    // Whatever comes of it after the end is of no interest.
    polling.finished.catch(() => undefined);
    try {
      return await Promise.race([polling.finished, ended]);
    } finally {
      stopTimer();
      polling.cancel();
    }
  }

  stop(reason: SignInCancelled | FlowSwitched): void {
    this.end?.(reason);
  }

  private show({ userCode, verificationUri, expiresIn }: DeviceCodeResponse): () => void {
    this.codeShown = { userCode, verificationUri };
    this.endsAt = this.options.now() + expiresIn * 1000;
    this.options.changed();
    return this.options.after(expiresIn * 1000, () => this.end?.(new DeviceCodeExpired()));
  }
}
