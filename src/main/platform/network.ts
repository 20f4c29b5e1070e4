import type { AuthInfo, ClientRequestConstructorOptions } from 'electron';
import { parseUrl } from '../../shared/parse-url';
import type { Fetch } from '../identity/network-client';
import { AnswerTooLong, ProxyLoginNeeded, Redirected } from '../identity/network-errors';
import type { CertificateProblems } from './certificate-problems';
import type { ProxyLogin, ProxyLogins } from './proxy-logins';

/** As much of Electron's `IncomingMessage` as is used. */
export interface NetResponse {
  readonly statusCode: number;
  readonly headers: Record<string, string | string[]>;
  on(event: 'data', listener: (chunk: Buffer) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
}

/** As much of Electron's `ClientRequest` as is used. */
export interface NetRequest {
  on(
    event: 'login',
    listener: (asks: AuthInfo, answer: (username?: string, password?: string) => void) => void,
  ): unknown;
  on(
    event: 'redirect',
    listener: (
      statusCode: number,
      method: string,
      redirectUrl: string,
      headers: Record<string, string[]>,
    ) => void,
  ): unknown;
  on(event: 'response', listener: (response: NetResponse) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  followRedirect(): void;
  abort(): void;
  end(chunk?: Buffer): unknown;
}

/** What `createFetch` is made of. */
export interface NetworkParts {
  /** Electron's `net.request`. */
  readonly request: (options: ClientRequestConstructorOptions) => NetRequest;
  readonly proxyLogins: Pick<ProxyLogins, 'find'>;
  readonly certificateProblems: Pick<CertificateProblems, 'find'>;
  /** Bytes, unpacked. */
  readonly longestAnswer?: number;
}

/** An answer longer than this is none that anybody here has asked for, in bytes. ARM's longest pages have 8 MB. */
const usualLongestAnswer = 16 * 1024 * 1024;

/** Statuses that have no body, and for which `Response` takes none. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * `fetch` over Chromium's network stack: its proxy settings and scripts, the system's trusted certificates. Electron's
 * own `net.fetch` has no answer for a proxy that wants a login, and cannot be given one.
 *
 * Beside what Chromium says (`net::ERR_…`) its promise is rejected with `ProxyLoginNeeded`, `CertificateProblem` or
 * `Redirected`. The whole answer is there when it resolves. Nothing is kept: no cookies, and no answers on disk.
 */
export function createFetch(
  parts: NetworkParts,
  /** Logins that a proxy has refused: given to it once more, a wrong one may lock somebody's account. */
  refused = new WeakSet<ProxyLogin>(),
): Fetch {
  const { longestAnswer = usualLongestAnswer } = parts;
  return async (url, init) => {
    const { signal } = init;
    const read = new Request(url, { ...init, signal: null });
    const wanted = {
      method: read.method,
      url: read.url,
      headers: Object.fromEntries(read.headers),
      body: Buffer.from(await read.arrayBuffer()),
    };
    return converse<Response>(parts, refused, wanted, signal, ({ running, resolve, end }) => {
      running.on('redirect', (_status, _method, target) => {
        // A token, or what one is got with, goes nowhere else.
        if (wanted.method === 'GET' && hasSameOrigin(wanted.url, target)) running.followRedirect();
        else end(new Redirected(new URL(wanted.url).host, hostOf(target)));
      });
      running.on('response', (response) => void readAnswer(response, longestAnswer).then(resolve, end));
    });
  };
}

interface WantedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** A request on its way. */
export interface Conversation<Answer> {
  readonly running: NetRequest;
  readonly resolve: (answer: Answer) => void;
  /** Breaks it off. */
  readonly end: (reason: unknown) => void;
}

/**
 * What all requests have in common: proxies that want a login, certificates that are wrong, being ended. `listen` says
 * what becomes of redirects and answers. Nothing is kept: no cookies, and no answers on disk.
 */
export async function converse<Answer>(
  { request, proxyLogins, certificateProblems }: NetworkParts,
  refused: WeakSet<ProxyLogin>,
  { body, ...wanted }: WantedRequest,
  signal: AbortSignal | null | undefined,
  listen: (conversation: Conversation<Answer>) => void,
): Promise<Answer> {
  signal?.throwIfAborted();
  let stop: () => void = () => undefined;
  try {
    return await new Promise<Answer>((resolve, reject) => {
      const running = request({
        ...wanted,
        redirect: 'manual',
        // From a cache, an answer would tell an old time; and what ARM says about people is not for the disk.
        cache: 'no-store',
      });
      const end = (reason: unknown): void => {
        reject(reason instanceof Error ? reason : new Error(String(reason)));
        running.abort();
      };
      stop = () => end(signal?.reason);
      signal?.addEventListener('abort', stop, { once: true });
      running.on('login', loginWith(proxyLogins, refused, end));
      running.on('error', (error) => end(certificateProblem(error, wanted.url, certificateProblems)));
      listen({ running, resolve, end });
      if (body.length > 0) running.end(body);
      else running.end();
    });
  } finally {
    signal?.removeEventListener('abort', stop);
  }
}

/** Answers the proxies of one request. One that asks again has refused what it got. */
function loginWith(
  proxyLogins: NetworkParts['proxyLogins'],
  refused: WeakSet<ProxyLogin>,
  end: (reason: Error) => void,
) {
  const given = new Set<ProxyLogin>();
  return (
    { isProxy, host, port, realm }: AuthInfo,
    answer: (username?: string, password?: string) => void,
  ) => {
    if (!isProxy) {
      // The service itself: its own answer comes back then, with status 401.
      answer();
      return;
    }
    const login = proxyLogins.find(`${host}:${port}`);
    if (login !== undefined && given.has(login)) refused.add(login);
    if (login === undefined || refused.has(login)) {
      end(new ProxyLoginNeeded(host, port, realm, login !== undefined));
      answer();
      return;
    }
    given.add(login);
    answer(login.username, login.password);
  };
}

/** @throws what breaks the answer off */
async function readAnswer(response: NetResponse, longestAnswer: number): Promise<Response> {
  const { statusCode: status } = response;
  const headers = new Headers();
  for (const [name, values] of Object.entries(response.headers)) {
    for (const value of [values].flat()) headers.append(name, value);
  }
  const body = await new Promise<Uint8Array<ArrayBuffer>>((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk) => {
      length += chunk.length;
      if (length > longestAnswer) reject(new AnswerTooLong());
      else chunks.push(chunk);
    });
    response.on('end', () => resolve(Buffer.concat(chunks)));
    response.on('error', reject);
  });
  return new Response(withoutBody.has(status) ? null : body, { status, headers });
}

/** Chromium says only that a certificate is wrong, not whose and why. */
function certificateProblem(error: Error, url: string, problems: NetworkParts['certificateProblems']): Error {
  return error.message.includes('ERR_CERT_') ? (problems.find(new URL(url).hostname) ?? error) : error;
}

const hasSameOrigin = (url: string, target: string): boolean =>
  new URL(url).origin === parseUrl(target)?.origin;

const hostOf = (url: string): string => parseUrl(url)?.host ?? '';
