import type { After, Log, Now } from '../ports';
import { SignInTimedOut, type FlowSwitched, type SignInCancelled } from './failures';

/** Why a sign-in was ended from here. */
type Ending = SignInCancelled | SignInTimedOut | FlowSwitched;

/** How long a person has in the browser, in ms. */
export const signInTimeout = 5 * 60_000;

export interface BrowserSignInOptions {
  /** Opens the system browser. @throws when there is none */
  readonly openBrowser: (url: string) => Promise<void>;
  readonly after: After;
  readonly now: Now;
  readonly log: Log;
  /** Called when what can be shown of it has changed. */
  readonly changed: () => void;
}

/**
 * One sign-in in the system browser. msal-node listens for the answer on a loopback port; it has neither a timeout nor
 * a cancel, so both are made here, by giving its listener the answer that a person who declines would send.
 */
export class BrowserSignIn {
  readonly endsOn: number;
  private authorizeUrl: URL | undefined;
  private endedBy: Ending | undefined;
  private failedToOpen = false;

  constructor(private readonly options: BrowserSignInOptions) {
    this.endsOn = options.now() + signInTimeout;
  }

  /** The address to sign in at, once it is known. */
  get link(): string | undefined {
    return this.authorizeUrl?.href;
  }

  /** The system has no browser, or would not open it. */
  get browserFailed(): boolean {
    return this.failedToOpen;
  }

  /**
   * Runs `acquire` with the `openBrowser` it has to hand to MSAL. @throws SignInTimedOut, what `stop` was
   * given, and what `acquire` throws
   */
  async run<Result>(
    acquire: (openBrowser: (url: string) => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const stopTimer = this.options.after(signInTimeout, () => this.end(new SignInTimedOut()));
    try {
      const result = await acquire((url) => this.begin(url));
      // Ended while the code was being exchanged: whoever cancelled does not want what comes of it.
      if (this.endedBy !== undefined) throw this.endedBy;
      return result;
    } catch (error) {
      throw this.endedBy ?? error;
    } finally {
      stopTimer();
    }
  }

  /** Ends it for this reason, which `run` throws. */
  stop(reason: Ending): void {
    this.end(reason);
  }

  /** Opens the browser at the same address once more. Before the address is known this does nothing. */
  openAgain(): void {
    if (this.authorizeUrl === undefined) return;
    this.options.openBrowser(this.authorizeUrl.href).then(
      () => this.opened(true),
      () => this.opened(false),
    );
  }

  // MSAL waits for this before it waits for the answer, so it must not wait for a browser to start.
  private begin(url: string): Promise<void> {
    if (this.endedBy !== undefined) return Promise.reject(this.endedBy);
    this.authorizeUrl = new URL(url);
    this.options.changed();
    this.openAgain();
    return Promise.resolve();
  }

  private opened(ok: boolean): void {
    if (!ok) this.options.log.warn('the system could not open a browser for the sign-in');
    if (this.failedToOpen === !ok) return;
    this.failedToOpen = !ok;
    this.options.changed();
  }

  private end(reason: Ending): void {
    this.endedBy ??= reason;
    if (this.authorizeUrl !== undefined) void this.answerListener(this.authorizeUrl);
  }

  private async answerListener(authorizeUrl: URL): Promise<void> {
    const redirect = new URL(authorizeUrl.searchParams.get('redirect_uri') ?? '');
    // The listener is on 127.0.0.1 only, while `localhost` may well mean ::1.
    redirect.hostname = '127.0.0.1';
    const answer = new URLSearchParams({
      error: 'access_denied',
      error_description: 'The sign-in was ended in Token Tray.',
      state: authorizeUrl.searchParams.get('state') ?? '',
    });
    try {
      await globalThis.fetch(redirect, { method: 'POST', body: answer, redirect: 'manual' });
    } catch {
      // The browser was quicker: the listener has its answer and is gone.
    }
  }
}
