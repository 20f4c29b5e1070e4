import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enterDemo } from '../../test-enter-demo';
import type { TestProgram } from '../../test-program';
import { addConsumer, askFor, portOf, startWithEndpoint, vault } from './test-consumer';
import { talk } from './test-sockets';

/** How many malformed requests are sent, and how many of them at once. */
const requests = 10_000;
const together = 25;

let program: TestProgram;
let secret = '';

beforeEach(async () => {
  program = await startWithEndpoint();
  await enterDemo(program);
  secret = (await addConsumer(program))['IDENTITY_HEADER'] ?? '';
}, 60_000);

afterEach(() => program.stop());

const path = `/msi/token?api-version=2019-08-01&resource=${encodeURIComponent(vault)}`;
const latin = fc.string({
  unit: fc.nat({ max: 255 }).map((code) => String.fromCharCode(code)),
  maxLength: 200,
});
const token = fc.stringMatching(/^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,20}$/);

/** A request that is right but for one thing, or wrong in many. */
function malformed(port: number): fc.Arbitrary<string> {
  const host = `127.0.0.1:${port}`;
  const right = { method: 'GET', target: path, version: 'HTTP/1.1', host: `Host: ${host}\r\n`, secret };
  const text = (
    change: Partial<typeof right> & { readonly more?: string; readonly body?: string },
  ): string => {
    const all = { ...right, ...change };
    const headers = `${all.host}X-IDENTITY-HEADER: ${all.secret}\r\n${all.more ?? ''}`;
    return `${all.method} ${all.target} ${all.version}\r\n${headers}\r\n${all.body ?? ''}`;
  };
  const otherHost = fc
    .oneof(fc.domain(), fc.ipV4(), latin.map(oneLine))
    .filter((name) => name !== '127.0.0.1');
  return fc.oneof(
    latin,
    fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes).toString('latin1')),
    otherHost.map((name) => text({ host: `Host: ${name}:${port}\r\n` })),
    fc
      .constantFrom('Origin: null\r\n', 'Origin: https://a.example\r\n', 'Sec-Fetch-Site: none\r\n')
      .map((more) => text({ more })),
    fc
      .array(fc.tuple(token, latin.map(oneLine)), { maxLength: 30 })
      .map((headers) =>
        text({ secret: 'wrong', more: headers.map(([name, value]) => `${name}: ${value}\r\n`).join('') }),
      ),
    fc
      .oneof(
        token.filter((each) => each !== 'GET'),
        fc.constantFrom('PUT', 'DELETE', 'OPTIONS', 'HEAD', 'TRACE'),
      )
      .map((method) => text({ method })),
    latin.map((target) => text({ target: `/msi/token?${oneLine(target)}`, secret: 'wrong' })),
    latin.map((version) => text({ version: `HTTP/${oneLine(version)}`, secret: 'wrong' })),
    latin.map((body) =>
      text({
        method: 'POST',
        target: '/azd/token?api-version=2023-07-12-preview',
        more: `Content-Length: ${body.length}\r\n`,
        body,
      }),
    ),
    fc.nat({ max: text({}).length - 5 }).map((length) => text({}).slice(0, length)),
    fc
      .integer({ min: 9000, max: 20_000 })
      .map((length) => text({ more: `X-Long: ${'x'.repeat(length)}\r\n` })),
    fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 255 })).map(([at, code]) => {
      const whole = text({ secret: 'wrong' });
      return whole.slice(0, at) + String.fromCharCode(code) + whole.slice(at + 1);
    }),
  );
}

const oneLine = (text: string): string => text.replace(/[\r\n]/g, '');

/** Open connections of this process, the tests' and the program's. */
const connections = (): number =>
  process.getActiveResourcesInfo().filter((each) => each === 'TCPSocketWrap').length;

describe('ten thousand malformed requests', () => {
  it('get no token, break nothing and leave nothing behind', async () => {
    const port = portOf(program);
    await expect.poll(connections, { timeout: 30_000 }).toBeLessThan(3);
    const before = connections();
    const answers = new Map<string, number>();
    const slices = fc.sample(malformed(port), { numRuns: requests, seed: 20_261_128 });
    for (let sent = 0; sent < slices.length; sent += together) {
      const some = slices.slice(sent, sent + together);
      const replies = await Promise.all(
        some.map((text) => talk(port, [Buffer.from(text, 'latin1')], { end: true })),
      );
      for (const [index, reply] of replies.entries()) {
        const status = /^(?:HTTP\/1\.1 (\d{3}) |$)/.exec(reply);
        expect(status, `${JSON.stringify(some[index])} → ${reply}`).not.toBeNull();
        const code = status?.[1] ?? 'hung up';
        expect(code, `${JSON.stringify(some[index])} → ${reply}`).toMatch(/^(4\d\d|hung up)$/);
        expect(reply).not.toMatch(/eyJ|access-control/i);
        answers.set(code, (answers.get(code) ?? 0) + 1);
      }
    }
    expect([...answers.keys()]).toEqual(expect.arrayContaining(['400', '401', '403', '404', '405', '431']));
    await expect.poll(connections, { timeout: 30_000 }).toBeLessThanOrEqual(before);
    expect((await askFor(program, secret)).status).toBe(200);
    expect(program.logged.filter((text) => text.includes('a request to the endpoint failed'))).toEqual([]);
    expect(program.logged.join('\n')).not.toContain(secret);
  }, 300_000);
});
