/** A server that does nothing but answer: what HTTP alone costs. It says its port, and ends with its input. */
import { createServer } from 'node:http';
import process from 'node:process';

// As long as the endpoint's answer with a token of the demo tenant.
const body = JSON.stringify({
  access_token: 'x'.repeat(1400),
  expires_on: '1800000000',
  token_type: 'Bearer',
});

const server = createServer((_request, response) => {
  response.writeHead(200, {
    'Content-Type': 'application/json; charset=utf-8',
    'Content-Length': Buffer.byteLength(body),
    'Cache-Control': 'no-store',
  });
  response.end(body);
});
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object' && address !== null) process.stdout.write(`${address.port}\n`);
});
process.stdin.resume();
process.stdin.once('end', () => process.exit());
