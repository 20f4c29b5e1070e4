import type { IncomingMessage, ServerResponse } from 'node:http';

/** The largest request body taken, in bytes. */
export const bodyLimit = 64 * 1024;

export class BodyTooLarge extends Error {}

export interface Request {
  readonly method: string;
  /** Path and query; the host is not to be relied on. */
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
  /** Half of the body is sent, then the connection ends. */
  readonly cut?: boolean;
}

export function json(body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', ...headers },
    body: `${JSON.stringify(body, null, 2)}\n`,
  };
}

/**
 * Reads the whole body as UTF-8. A body over the limit is read to its end and thrown away, so that the client
 * sees the answer instead of a broken connection.
 *
 * @throws BodyTooLarge
 */
export async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  }
  if (size > bodyLimit) throw new BodyTooLarge();
  return Buffer.concat(chunks).toString('utf8');
}

export function write(response: ServerResponse, { status, headers, body, cut = false }: Reply): void {
  response.writeHead(status, {
    ...headers,
    'content-length': Buffer.byteLength(body),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  });
  if (cut) response.write(body.slice(0, body.length / 2), () => response.destroy());
  else response.end(body);
}

/** The parameters of a form or a query; a repeated parameter counts once, as OAuth 2.0 forbids repeating. */
export function parameters(encoded: string | URLSearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(encoded));
}
