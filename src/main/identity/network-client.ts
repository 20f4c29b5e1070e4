import type { AuthError, INetworkModule, NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { z } from 'zod';
import { NotJson, TimedOut } from './network-errors';

/** As much of `fetch` as is used; Electron's `net.fetch` brings the system's proxy and certificates with it. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** How long one request may take, in ms. */
const requestTimeout = 30_000;

/** MSAL's way to the network, and what MSAL does not say about it. */
export interface NetworkClient extends INetworkModule {
  /** Throws what MSAL has thrown, or why that came about where MSAL says only that it knows no endpoints. */
  readonly explain: (error: unknown) => never;
}

/** MSAL's words for having got no metadata, whatever the reason was. */
const withoutMetadata: ReadonlySet<string> = new Set(['endpoints_resolution_error', 'openid_config_error']);

/** https://www.rfc-editor.org/rfc/rfc6749#section-5.2, which Entra ID's metadata endpoint answers with, too. */
const refusalSchema = z.object({ error: z.string(), error_description: z.string().default('') });

/**
 * MSAL's way to the network. Failures are thrown as MSAL's own `AuthError`, the only class that it passes on with its
 * message; anything else it replaces by a bare `network_error`. What goes wrong with metadata it does not pass on at all.
 */
export function createNetworkClient(fetch: Fetch, AuthErrorClass: typeof AuthError): NetworkClient {
  // Of the last request for metadata, the only kind of GET there is.
  let metadataFailure: AuthError | undefined;

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
    sendGetRequestAsync: async <Body>(url: string, options?: NetworkRequestOptions, timeout?: number) => {
      try {
        const answer = await send<Body>(url, { headers: headersOf(options) }, timeout);
        const refusal = answer.status < 400 ? undefined : refusalSchema.safeParse(answer.body).data;
        metadataFailure = refusal && new AuthErrorClass(refusal.error, '', refusal.error_description);
        return answer;
      } catch (error) {
        metadataFailure = error instanceof AuthErrorClass ? error : undefined;
        throw error;
      }
    },
    sendPostRequestAsync: (url, options) =>
      send(url, { method: 'POST', headers: headersOf(options), body: options?.body ?? '' }),
    explain: (error) => {
      const isUnexplained = error instanceof AuthErrorClass && withoutMetadata.has(error.errorCode);
      if (!isUnexplained || metadataFailure === undefined) throw error;
      const { errorCode, errorMessage, cause } = metadataFailure;
      throw withCause(new AuthErrorClass(errorCode, error.correlationId, errorMessage), cause);
    },
  };
}

/** One request and the whole of its answer. @throws TimedOut, and what `fetch` throws */
export async function exchange(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  timeout = requestTimeout,
): Promise<{ response: Response; text: string }> {
  const { response, content } = await exchangeAs((answer) => answer.text(), fetch, url, init, timeout);
  return { response, text: content };
}

/** The same with the answer's content as the caller reads it. */
export async function exchangeAs<Content>(
  read: (response: Response) => Promise<Content>,
  fetch: Fetch,
  url: string,
  init: RequestInit,
  timeout = requestTimeout,
): Promise<{ response: Response; content: Content }> {
  const aborter = new AbortController();
  // Ended with the answer: `AbortSignal.timeout` would wake up the program for each request of half a minute ago.
  const timer = setTimeout(() => aborter.abort(new TimedOut(new URL(url).host)), timeout);
  try {
    const response = await fetch(url, { ...init, signal: aborter.signal });
    return { response, content: await read(response) };
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
