import type { AuthInfo, ClientRequestConstructorOptions } from 'electron';
import { EventEmitter } from 'node:events';
import { Readable } from 'node:stream';

/** Electron's `IncomingMessage`: a stream with status and headers. */
export class FakeNetResponse extends Readable {
  constructor(
    readonly statusCode: number,
    readonly headers: Record<string, string | string[]>,
  ) {
    super();
  }

  override _read(): void {
    // What comes is pushed.
  }
}

/** Electron's `ClientRequest` with its events as lib/common/api/net-client-request.ts gives them; a test is the network. */
export class FakeNetRequest extends EventEmitter {
  sent: string | undefined;
  aborted = false;
  followed: boolean | undefined;
  private mayFollow = false;
  private response: FakeNetResponse | undefined;

  constructor(readonly options: ClientRequestConstructorOptions) {
    super();
  }

  end(chunk?: Buffer): this {
    this.sent = chunk?.toString() ?? '';
    return this;
  }

  abort(): void {
    this.aborted = true;
    this.response?.destroy();
  }

  followRedirect(): void {
    if (!this.mayFollow) throw new Error('followRedirect() called, but was not waiting for a redirect');
    this.followed = true;
  }

  /** The network asks for a login. Resolves with the answer; without a listener it would be none. */
  asksForLogin(info: Partial<AuthInfo> = {}): Promise<readonly (string | undefined)[]> {
    const asks = {
      isProxy: true,
      scheme: 'basic',
      host: 'proxy.example',
      port: 8080,
      realm: 'Contoso',
      ...info,
    };
    return new Promise((resolve) => {
      const handled = this.emit('login', asks, (...answer: (string | undefined)[]) => resolve(answer));
      if (!handled) resolve([]);
    });
  }

  /** What is not followed at once is cancelled. */
  redirects(target: string): void {
    this.mayFollow = true;
    this.emit('redirect', 302, this.options.method, target, {});
    this.mayFollow = false;
    if (this.followed !== true && !this.aborted) this.fails('Redirect was cancelled');
  }

  answers(status: number, headers: Record<string, string | string[]> = {}): FakeNetResponse {
    this.response = new FakeNetResponse(status, headers);
    this.emit('response', this.response);
    return this.response;
  }

  /** Chromium's name for it. A response that has begun ends with it, too. */
  fails(name: string): void {
    const error = new Error(name);
    this.response?.destroy(error);
    this.emit('error', error);
  }
}
