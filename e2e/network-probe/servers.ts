import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { finished } from 'node:stream';
import type { ServerCertificate } from './certificates';

/** A server on loopback, and how to end it. */
export interface RunningServer {
  readonly port: number;
  stop(): void;
}

async function run(server: Server): Promise<RunningServer> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

export const startHttp = (answer: http.RequestListener): Promise<RunningServer> =>
  run(http.createServer(answer));

export const startHttps = (
  certificate: ServerCertificate,
  answer: http.RequestListener,
): Promise<RunningServer> => run(https.createServer(certificate, answer));

/** A proxy that lets nothing through, and remembers what it was asked for: `host:port` of a tunnel, an address. */
export async function startDeadEnd(): Promise<RunningServer & { readonly asked: readonly string[] }> {
  const asked: string[] = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request: http.IncomingMessage, socket: Socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  return { ...(await run(server)), asked };
}

/** A proxy that wants a login in clear, as many of companies do, and leads every host to one port of this computer. */
export class AuthenticatingProxy {
  /** What it was given, each time; `undefined` for nothing. */
  readonly logins: (string | undefined)[] = [];
  private server: RunningServer | undefined;

  private constructor(
    private readonly login: string,
    private readonly target: number,
  ) {}

  static async start(login: string, target: number): Promise<AuthenticatingProxy> {
    const proxy = new AuthenticatingProxy(login, target);
    const server = http.createServer((request, response) => proxy.forward(request, response));
    server.on('connect', (request: http.IncomingMessage, socket: Socket) => proxy.tunnel(request, socket));
    proxy.server = await run(server);
    return proxy;
  }

  get port(): number {
    return this.server?.port ?? 0;
  }

  stop(): void {
    this.server?.stop();
  }

  private isWelcome({ headers }: http.IncomingMessage): boolean {
    const given = headers['proxy-authorization']?.replace(/^Basic /, '');
    this.logins.push(given === undefined ? undefined : Buffer.from(given, 'base64').toString());
    return this.logins.at(-1) === this.login;
  }

  private forward(request: http.IncomingMessage, response: http.ServerResponse): void {
    if (!this.isWelcome(request)) {
      response.writeHead(407, { 'proxy-authenticate': 'Basic realm="Contoso"', 'content-type': 'text/html' });
      response.end('<h1>Who are you?');
      return;
    }
    const { method, headers } = request;
    const path = new URL(request.url ?? '').pathname;
    const onward = http.request({ port: this.target, method, path, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    request.pipe(onward);
  }

  private tunnel(request: http.IncomingMessage, socket: Socket): void {
    if (!this.isWelcome(request)) {
      socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="Contoso"\r\n' +
          'Content-Length: 0\r\nConnection: close\r\n\r\n',
      );
      return;
    }
    const onward = net.connect(this.target, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    finished(socket, () => onward.destroy());
  }
}
