import { connect } from 'node:net';

/** What is sent, raw and piece by piece, and everything that comes back until the other side hangs up. */
export function talk(
  port: number,
  pieces: readonly (string | Uint8Array)[],
  { end = false, host = '127.0.0.1' }: { readonly end?: boolean; readonly host?: string } = {},
): Promise<string> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const socket = connect({ port, host, allowHalfOpen: true }, () => {
      for (const piece of pieces) socket.write(piece);
      if (end) socket.end();
    });
    socket.on('data', (part: Buffer) => parts.push(part));
    socket.on('end', () => socket.end());
    // Whoever is hung up on in the middle of a sentence has what came until then.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(Buffer.concat(parts).toString('latin1')));
  });
}
