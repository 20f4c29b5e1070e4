import type { AuthError, INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { NotJson, TimedOut } from './network-errors';

/** As much of `fetch` as is used; Electron's `net.fetch` brings the system's proxy and certificates with it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How long one request may take, in ms. */
const requestTimeout = 30_000;

/**
 * MSAL's way to the network. Failures are thrown as MSAL's own `AuthError`, the only class that it passes on with its
 * message; anything else it replaces by a bare `network_error`.
 */
export function createNetworkClient(fetch: Fetch, AuthErrorClass: typeof AuthError): INetworkModule {
  async function send<Body>(
    url: string,
    init: RequestInit,
    timeout = requestTimeout,
  ): Promise<NetworkResponse<Body>> {
    const { response, text } = await exchange(fetch, url, init, timeout).catch((error: unknown) => {
      throw withCause(new AuthErrorClass('network_error', '', messageOf(error)), error);
    });
    return {
      headers: Object.fromEntries(response.headers),
      status: response.status,
      // MSAL reads the fields it needs and checks them; the type is its promise, not ours.
      body: parseBody(text, response, url, AuthErrorClass) as Body,
    };
  }

  return {
    sendGetRequestAsync: (url, options, timeout) => send(url, { headers: headersOf(options) }, timeout),
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', headers: headersOf(options), body: options?.body ?? '' }),
  };
}

/** One request and the whole of its answer. @throws TimedOut, and what `fetch` throws */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  timeout = requestTimeout,
): Promise<{ response: Response; text: string }> {
  const aborter = new AbortController();
  // Ended with the answer: `AbortSignal.timeout` would wake up the program for each request of half a minute ago.
  const timer = setTimeout(() => aborter.abort(new TimedOut(new URL(url).host)), timeout);
  try {
    const response = await fetch(url, { ...init, signal: aborter.signal });
    return { response, text: await response.text() };
  } catch (error) {
    // Electron's `fetch` says only that it was ended, not by what.
    throw aborter.signal.aborted ? aborter.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

function parseBody(text: string, response: Response, url: string, AuthErrorClass: typeof AuthError): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Without the parser's error: its message quotes the text, which may hold a token.
    const kind = response.headers.get('content-type') ?? 'no content type';
    const notJson = new NotJson(new URL(url).host, kind, response.status);
    throw withCause(new AuthErrorClass('token_parsing_error', '', notJson.message), notJson);
  }
}

const headersOf = (options: NetworkRequestOptions | undefined): Record<string, string> =>
  options?.headers ?? {};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

function withCause(error: AuthError, cause: unknown): AuthError {
  error.cause = cause;
  return error;
}
