import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { errorName } from '../../error-words';
import type { Log } from '../../ports';
import type { RequestHead } from './guards';
import type { Reply } from './reply';

/** How much a server takes, and for how long; times in ms. */
export interface ServerLimits {
  /** Of all headers together, and of a body; in bytes. */
  readonly request: number;
  /** On both addresses together. */
  readonly connections: number;
  /** For the headers, from the beginning of the connection or the end of the last request. */
  readonly headersTimeout: number;
  readonly requestTimeout: number;
  /** Between two requests. */
  readonly keepAlive: number;
  /** How often Node looks at the first two. */
  readonly lookEvery: number;
}

export const serverLimits: ServerLimits = {
  request: 8 * 1024,
  connections: 50,
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAlive: 5000,
  lookEvery: 1000,
};

/** A request whose body is on its way: whoever is refused for its head has sent the rest in vain. */
export interface ArrivingRequest extends RequestHead {
  /** @throws BodyTooLong, and what the connection throws when it ends too soon */
  readonly readBody: () => Promise<string>;
}

export interface EndpointServerOptions {
  /** Never rejects for what a client does. */
  readonly answer: (request: ArrivingRequest, port: number) => Promise<Reply>;
  /** In the form of whichever protocol may be meant. */
  readonly refuse: (status: number, text: string) => Reply;
  readonly log: Log;
  readonly limits?: ServerLimits;
}

/** Another program has the port. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

class BodyTooLong extends Error {
  override readonly name = 'BodyTooLong';
}

const addresses = ['127.0.0.1', '::1'] as const;

/**
 * HTTP on this computer's own addresses, and on no other. All limits are here; what a request means is not.
 */
export class EndpointServer {
  private readonly sockets = new Set<Socket>();
  private servers: readonly Server[] = [];
  private boundPort: number | undefined;

  private readonly limits: ServerLimits;

  constructor(private readonly options: EndpointServerOptions) {
    this.limits = options.limits ?? serverLimits;
  }

  get port(): number | undefined {
    return this.boundPort;
  }

  /** @param port 0: any. @throws PortTaken, and what the system throws */
  async start(port: number): Promise<number> {
    const first = this.createServer();
    const bound = await listen(first, addresses[0], port);
    this.servers = [first];
    const second = this.createServer();
    try {
      await listen(second, addresses[1], bound);
      this.servers = [first, second];
    } catch (error) {
      // A computer without IPv6 has only the other one.
      if (error instanceof PortTaken) {
        await this.stop();
        throw error;
      }
    }
    this.boundPort = bound;
    return bound;
  }

  /** Ends what is under way, too: a request does not outlive what allows it. */
  async stop(): Promise<void> {
    const { servers } = this;
    this.servers = [];
    this.boundPort = undefined;
    const closing = servers.map((server) => new Promise<void>((resolve) => server.close(() => resolve())));
    for (const socket of this.sockets) socket.destroy();
    await Promise.all(closing);
  }

  private createServer(): Server {
    const server = createServer(
      {
        maxHeaderSize: this.limits.request,
        headersTimeout: this.limits.headersTimeout,
        requestTimeout: this.limits.requestTimeout,
        keepAliveTimeout: this.limits.keepAlive,
        connectionsCheckingInterval: this.limits.lookEvery,
        requireHostHeader: false,
        // Two `Host` headers are not one.
        joinDuplicateHeaders: false,
      },
      (request, response) => void this.handle(request, response),
    );
    // Node would drop what comes after the 2,000th, which may be what a request is refused for; its length is limited.
    server.maxHeadersCount = 0;
    server.on('connection', (socket) => this.count(socket));
    server.on('clientError', (error, socket) => this.refuseBroken(error, socket));
    // Without listeners of ours Node closes tunnels (`CONNECT`), and answers whoever offers an upgrade as if they had not:
    // HTTP clients of Java offer HTTP/2 with everything they send.
    return server;
  }

  private count(socket: Socket): void {
    if (this.sockets.size >= this.limits.connections) {
      socket.destroy();
      return;
    }
    this.sockets.add(socket);
    socket.once('close', () => this.sockets.delete(socket));
    // It may be reset at any time.
    socket.on('error', () => undefined);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const port = this.boundPort;
    if (port === undefined) return void response.destroy();
    const reply = await this.replyTo(request, port);
    // What was not read of a body is not waited for.
    if (!response.destroyed) send(response, reply, reply.closes === true || isHalfRead(request));
  }

  private async replyTo(request: IncomingMessage, port: number): Promise<Reply> {
    const { refuse, answer, log } = this.options;
    try {
      return await answer(
        {
          method: request.method ?? '',
          target: request.url ?? '',
          headers: request.headersDistinct,
          readBody: () => readBody(request, this.limits.request),
        },
        port,
      );
    } catch (error) {
      if (error instanceof BodyTooLong) return { ...refuse(413, bodyTooLong), closes: true };
      // Whoever hangs up in the middle of a body hears nothing any more.
      if (request.errored === null) log.error(`a request to the endpoint failed: ${errorName(error)}`);
      return { ...refuse(500, 'Something went wrong.'), closes: true };
    }
  }

  private refuseBroken(error: NodeJS.ErrnoException, socket: Duplex): void {
    if (!socket.writable) return void socket.destroy();
    const [status, text] = brokenWords(error.code);
    const { body } = this.options.refuse(status, text);
    const json = JSON.stringify(body);
    const head = [
      `HTTP/1.1 ${status} Refused`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(json)}`,
      'Cache-Control: no-store',
      'Connection: close',
    ].join('\r\n');
    // Whoever goes on talking is not listened to.
    socket.end(`${head}\r\n\r\n${json}`, () => socket.destroy());
  }
}

function brokenWords(code: string | undefined): readonly [number, string] {
  switch (code) {
    case 'HPE_HEADER_OVERFLOW':
      return [431, 'The headers have to be no longer than 8 KiB.'];
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return [408, 'The request took too long.'];
    default:
      return [400, 'This is no request of HTTP/1.1.'];
  }
}

function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void =>
      reject(error.code === 'EADDRINUSE' || error.code === 'EACCES' ? new PortTaken() : error);
    server.once('error', failed);
    server.listen({ host, port, exclusive: true, ...(host === '::1' ? { ipv6Only: true } : {}) }, () => {
      server.removeListener('error', failed);
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}

/** It has a body, of which there may be more to come. */
const isHalfRead = ({ headers, complete }: IncomingMessage): boolean =>
  !complete && (headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0');

const bodyTooLong = 'A request has to be no longer than 8 KiB.';

/** @param longest in bytes */
async function readBody(request: IncomingMessage, longest: number): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  if (Number(request.headers['content-length'] ?? 0) > longest) throw new BodyTooLong();
  // The answer still has to go out on the connection, which would end with the stream.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    if (size > longest) throw new BodyTooLong();
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function send(response: ServerResponse, { status, body, retryAfter, allow }: Reply, close: boolean): void {
  const json = JSON.stringify(body);
  response.sendDate = false;
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(json),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    ...(allow === undefined ? {} : { Allow: allow }),
    ...(close ? { Connection: 'close' } : {}),
  });
  response.end(json);
}
