import type { ProxyLogin } from './proxy-logins';
import { converse, type NetResponse, type NetworkParts } from './network';

/** A request of ours to somebody's API. */
export interface ExchangeRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body?: string | undefined;
}

export interface ExchangeLimits {
  readonly signal: AbortSignal;
  /** Bytes of the body; the connection ends with the next one. */
  readonly mostBytes: number;
  /** Called as the answer comes, the first time with none. */
  readonly received: (bytes: number) => void;
}

/** An answer as it came, whatever its status: a redirect is one, too. */
export interface Exchanged {
  readonly status: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: Buffer;
  readonly isCut: boolean;
  /** ms from sending */
  readonly firstByteAfter: number;
  readonly total: number;
}

export type Exchange = (request: ExchangeRequest, limits: ExchangeLimits) => Promise<Exchanged>;

/**
 * One request over Chromium's network stack, told as a person wants to know it. Where `fetch` of `network.ts` hides what
 * happens on the way, this tells it; and it follows nothing, since a token goes nowhere but where it was sent.
 *
 * Its promise is rejected as that of `fetch` is. Nothing is kept: no cookies, and no answers on disk.
 * @param elapsed ms since any moment; unlike a clock it goes forward only
 */
export function createExchange(
  parts: NetworkParts,
  refused: WeakSet<ProxyLogin>,
  elapsed: () => number,
): Exchange {
  return ({ method, url, headers, body }, { signal, mostBytes, received }) => {
    const wanted = {
      method,
      url,
      headers: Object.fromEntries(headers.map(({ name, value }) => [name, value])),
      body: Buffer.from(body ?? '', 'utf8'),
    };
    const started = elapsed();
    return converse<Exchanged>(parts, refused, wanted, signal, ({ running, resolve, end }) => {
      running.on('redirect', (status, _method, location, responseHeaders) => {
        const total = elapsed() - started;
        const listed = listOf({ ...responseHeaders, location: [location] });
        const nothing = { body: Buffer.alloc(0), isCut: false };
        resolve({ status, headers: listed, ...nothing, firstByteAfter: total, total });
        running.abort();
      });
      running.on('response', (response) => {
        const firstByteAfter = elapsed() - started;
        received(0);
        void readBody(response, mostBytes, received).then(({ bytes, isCut }) => {
          const { statusCode: status } = response;
          const total = elapsed() - started;
          resolve({ status, headers: listOf(response.headers), body: bytes, isCut, firstByteAfter, total });
          if (isCut) running.abort();
        }, end);
      });
    });
  };
}

/** @throws what breaks the answer off */
function readBody(
  response: NetResponse,
  mostBytes: number,
  received: (bytes: number) => void,
): Promise<{ readonly bytes: Buffer; readonly isCut: boolean }> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let length = 0;
    response.on('data', (chunk) => {
      if (length >= mostBytes) return;
      const taken = chunk.subarray(0, mostBytes - length);
      chunks.push(taken);
      length += taken.length;
      received(length);
      if (taken.length < chunk.length) resolve({ bytes: Buffer.concat(chunks), isCut: true });
    });
    response.on('end', () => resolve({ bytes: Buffer.concat(chunks), isCut: false }));
    response.on('error', reject);
  });
}

const listOf = (headers: Readonly<Record<string, string | string[]>>): Exchanged['headers'] =>
  Object.entries(headers).flatMap(([name, values]) => [values].flat().map((value) => ({ name, value })));
