import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { z } from 'zod';

/** A request as it came, byte for byte. */
export interface RecordedRequest {
  readonly method: string;
  /** The bytes of the request line's target, as Latin-1. */
  readonly target: string;
  /** Names as they were written, values as UTF-8. */
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: Buffer;
}

export interface RecordingServer {
  readonly origin: string;
  readonly requests: RecordedRequest[];
  stop(): Promise<void>;
}

/** A real HTTP server on loopback that keeps every byte it is sent. It takes header names and values that are odd, too. */
export async function startRecordingServer(): Promise<RecordingServer> {
  const requests: RecordedRequest[] = [];
  const server = createServer({ insecureHTTPParser: true, maxHeaderSize: 1_000_000 }, (request, response) => {
    const { rawHeaders } = request;
    const headers = rawHeaders.flatMap((name, index) =>
      index % 2 === 0
        ? [{ name, value: Buffer.from(rawHeaders[index + 1] ?? '', 'latin1').toString('utf8') }]
        : [],
    );
    const { method = '', url: target = '' } = request;
    void buffer(request).then((body) => {
      requests.push({ method, target, headers, body });
      response.setHeader('Connection', 'close').end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
