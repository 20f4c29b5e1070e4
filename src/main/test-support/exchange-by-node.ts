import { request } from 'node:http';
import type { Exchange } from '../platform/exchange';

/** A real exchange over loopback, by Node's network instead of Chromium's. */
export const exchangeByNode: Exchange = (wanted, { signal, mostBytes, received }) =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const running = request(
      wanted.url,
      {
        method: wanted.method,
        headers: Object.fromEntries(wanted.headers.map(({ name, value }) => [name, value])),
        signal,
      },
      (response) => {
        const firstByteAfter = performance.now() - started;
        received(0);
        const chunks: Buffer[] = [];
        let length = 0;
        const end = (isCut: boolean): void =>
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.entries(response.headersDistinct).flatMap(([name, values = []]) =>
              values.map((value) => ({ name, value })),
            ),
            body: Buffer.concat(chunks),
            isCut,
            firstByteAfter,
            total: performance.now() - started,
          });
        response.on('data', (chunk: Buffer) => {
          const taken = chunk.subarray(0, mostBytes - length);
          chunks.push(taken);
          length += taken.length;
          received(length);
          if (taken.length === chunk.length) return;
          end(true);
          response.destroy();
        });
        response.on('end', () => end(false));
        response.on('error', reject);
      },
    );
    running.on('error', (error) => reject(signal.aborted ? (signal.reason as Error) : error));
    running.end(wanted.body);
  });
