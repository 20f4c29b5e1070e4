import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EndpointServer, PortTaken, serverLimits } from './endpoint-server';
import { talk } from './test-sockets';

/** For an honest client on a busy computer. */
const limits = { ...serverLimits, connections: 10 };

/** Short enough to wait for. Times in ms. */
const soon = { ...limits, headersTimeout: 400, requestTimeout: 600, lookEvery: 50 };

let server: EndpointServer;
let port = 0;
let logged: string[] = [];

const start = async (given: typeof limits): Promise<void> => {
  const log = {
    info: () => undefined,
    warn: (text: string) => logged.push(text),
    error: (text: string) => logged.push(text),
  };
  server = new EndpointServer({
    answer: async ({ method, target, readBody }) => ({
      status: 200,
      body: { method, target, got: method === 'POST' ? await readBody() : '' },
    }),
    refuse: (status, text) => ({ status, body: { refused: text } }),
    log,
    limits: given,
  });
  port = await server.start(0);
};

beforeEach(async () => {
  logged = [];
  await start(limits);
});

afterEach(async () => {
  await server.stop();
  expect(logged).toEqual([]);
});

const get = (change = ''): string => `GET /a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${change}\r\n`;
const post = (change: string, body = ''): string =>
  `POST /a HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n${change}\r\n${body}`;

const opened = (): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    if (socket.closed) return resolve();
    socket.on('error', () => undefined);
    socket.resume();
    socket.once('close', () => resolve());
  });

describe('a client that is slow', () => {
  beforeEach(async () => {
    await server.stop();
    await start(soon);
  });

  it('is hung up on when it says nothing', async () => {
    expect(await talk(port, [])).toMatch(/^(HTTP\/1\.1 408 |$)/);
  });

  it('is hung up on when its headers trickle in', async () => {
    const socket = await opened();
    const isClosed = closed(socket);
    socket.write('GET /a HTTP/1.1\r\n');
    const trickle = setInterval(() => socket.writable && socket.write('X-A: b\r\n'), 50);
    await isClosed;
    clearInterval(trickle);
  });

  it('is hung up on when its body trickles in', async () => {
    const socket = await opened();
    const isClosed = closed(socket);
    socket.write(post('Content-Length: 1000\r\n'));
    const trickle = setInterval(() => socket.writable && socket.write('x'), 50);
    await isClosed;
    clearInterval(trickle);
  });
});

describe('a client that stays', () => {
  beforeEach(async () => {
    await server.stop();
    await start({ ...limits, keepAlive: 300, lookEvery: 50 });
  });

  it('is hung up on after its answer', async () => {
    expect(await talk(port, [get()])).toContain('HTTP/1.1 200 ');
  });

  it('is answered when it has closed its half', async () => {
    expect(await talk(port, [get()], { end: true })).toContain('HTTP/1.1 200 ');
  });
});

describe('a request that is too long', () => {
  it.each([
    ['one header', () => get(`X-Long: ${'x'.repeat(9000)}\r\n`)],
    ['many headers', () => get(Array.from({ length: 900 }, (_, each) => `X-${each}: 12345678\r\n`).join(''))],
    ['an address', () => `GET /${'a'.repeat(9000)} HTTP/1.1\r\nHost: a\r\n\r\n`],
  ])('is refused for %s', async (_what, request) => {
    expect(await talk(port, [request()], { end: true })).toMatch(/^HTTP\/1\.1 431 .*"refused":/s);
  });

  it.each([
    ['it says so', () => post('Content-Length: 8193\r\n', 'x'.repeat(8193))],
    [
      'it does not say so',
      () => post('Transfer-Encoding: chunked\r\n', `2400\r\n${'x'.repeat(0x2400)}\r\n0\r\n\r\n`),
    ],
  ])('is refused for its body where %s', async (_what, request) => {
    expect(await talk(port, [request()])).toMatch(/^HTTP\/1\.1 413 .*Connection: close.*"refused":/s);
  });

  it('is one byte longer than what is taken', async () => {
    const body = 'x'.repeat(8192);
    const request = post('Content-Length: 8192\r\nConnection: close\r\n', body);
    expect(await talk(port, [request])).toContain(`"got":"${body}"`);
  });
});

describe('HTTP as clients speak it', () => {
  it('is answered where HTTP/2 is offered', async () => {
    const offer =
      'Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n';
    expect(await talk(port, [get(offer)], { end: true })).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('is answered request after request on one connection', async () => {
    const text = await talk(port, [get() + get() + get('Connection: close\r\n')]);
    expect(text.match(/HTTP\/1\.1 200 /g)).toHaveLength(3);
    expect(text.match(/Connection: close/g)).toHaveLength(1);
  });

  it('is answered after the client was told to go on', async () => {
    const text = await talk(port, [post('Content-Length: 2\r\nExpect: 100-continue\r\n', 'hi')], {
      end: true,
    });
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 .*"got":"hi"/s);
  });

  it('says neither what serves it nor when', async () => {
    const text = await talk(port, [get()], { end: true });
    expect(text).not.toMatch(/^(Date|Server|X-Powered-By|Access-Control-[^:]*):/im);
    expect(text).toContain('Cache-Control: no-store');
  });

  it('is no tunnel', async () => {
    expect(await talk(port, ['CONNECT example.com:443 HTTP/1.1\r\nHost: example.com\r\n\r\n'])).toBe('');
  });

  it('is told apart from what only looks like it', async () => {
    for (const bad of [
      'HELLO\r\n\r\n',
      'GET / HTTP/9.9\r\n\r\n',
      get('X-Y: \0\r\n'),
      get(' folded: a\r\n'),
      get('no colon\r\n'),
      post('Content-Length: 1\r\nTransfer-Encoding: chunked\r\n', '0\r\n\r\n'),
      post('Content-Length: 1\r\nContent-Length: 2\r\n', 'ab'),
      'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
    ])
      expect(await talk(port, [bad], { end: true })).toMatch(/^HTTP\/1\.1 400 .*Connection: close/s);
  });
});

describe('connections', () => {
  it('are so many and no more, and make room when they end', async () => {
    const all = await Promise.all(Array.from({ length: limits.connections }, opened));
    // Whoever comes on top is hung up on at once, on the other address, too.
    expect(await talk(port, [get()])).toBe('');
    expect(await talk(port, [get()], { host: '::1' })).toBe('');
    for (const socket of all) socket.destroy();
    await expect.poll(() => talk(port, [get()], { end: true })).toContain('HTTP/1.1 200 ');
  });

  it('come by the hundreds without harm', async () => {
    const flood = await Promise.all(Array.from({ length: 500 }, () => talk(port, [get()], { end: true })));
    expect(flood.filter((text) => text.startsWith('HTTP/1.1 200 ')).length).toBeGreaterThan(0);
    expect(flood.filter((text) => text !== '' && !text.startsWith('HTTP/1.1 200 '))).toEqual([]);
    await expect.poll(() => talk(port, [get()], { end: true })).toContain('HTTP/1.1 200 ');
  });

  it('end with the server', async () => {
    const socket = await opened();
    const isClosed = closed(socket);
    await server.stop();
    await isClosed;
    await expect(opened()).rejects.toThrow('ECONNREFUSED');
  });

  it('are not shared with another program', async () => {
    const { log } = { log: { info: () => undefined, warn: () => undefined, error: () => undefined } };
    const answer = (): Promise<never> => Promise.reject(new Error('not asked'));
    const other = new EndpointServer({ answer, refuse: (status) => ({ status, body: {} }), log });
    await expect(other.start(port)).rejects.toThrow(PortTaken);
    expect(other.port).toBeUndefined();
  });
});
