import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { parseUrl } from '../../shared/parse-url';
import { BodyTooLarge, json, readBody, write, type Reply, type Request } from './http';

const address = '127.0.0.1';

/** A key and its certificate for `localhost`, as PEM. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/** An HTTP server on loopback that answers only requests addressed to loopback. */
export class LoopbackServer {
  private constructor(
    private readonly server: Server,
    private readonly base: string,
  ) {}

  /**
   * @param preferredPort taken if it is free, otherwise a random one is; 0 for a random one at once.
   * @param tls speaks https, under the name `localhost`
   */
  static async start(
    preferredPort: number,
    answer: (request: Request) => Promise<Reply>,
    tls?: TlsIdentity,
  ): Promise<LoopbackServer> {
    const listener: RequestListener = (incoming, response) => {
      void handle(incoming, answer).then((reply) => {
        write(response, reply);
      });
    };
    const server = tls ? createTlsServer(tls, listener) : createServer(listener);
    server.requestTimeout = 30_000;
    await listen(server, preferredPort).catch((error: unknown) => {
      if (preferredPort === 0) throw error;
      return listen(server, 0);
    });
    return new LoopbackServer(server, tls ? 'https://localhost' : `http://${address}`);
  }

  get origin(): string {
    return `${this.base}:${String(portOf(this.server))}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }
}

async function handle(
  incoming: IncomingMessage,
  answer: (request: Request) => Promise<Reply>,
): Promise<Reply> {
  try {
    const body = await readBody(incoming);
    // A page on the internet can point its own name at loopback (DNS rebinding): only loopback names are answered.
    const host = incoming.headers.host ?? '';
    const port = String(incoming.socket.localPort);
    if (host !== `${address}:${port}` && host !== `localhost:${port}`) {
      return problem(421, 'MisdirectedRequest', 'This server answers only on this computer.');
    }
    const path = incoming.url ?? '/';
    const url = path.startsWith('/') ? parseUrl(`http://${host}${path}`) : undefined;
    if (url === undefined) {
      return problem(400, 'BadRequest', 'The address of the request cannot be read.');
    }
    return await answer({ method: incoming.method ?? 'GET', url, headers: incoming.headers, body });
  } catch (error) {
    if (error instanceof BodyTooLarge) {
      return problem(413, 'RequestEntityTooLarge', 'The body is larger than 64 KiB.');
    }
    return problem(500, 'InternalServerError', 'The demo tenant could not answer.');
  }
}

const problem = (status: number, code: string, message: string): Reply =>
  json({ error: { code, message } }, status);

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, address, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;
