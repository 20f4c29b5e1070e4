import fc from 'fast-check';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostileRequest } from '../../main/test-support/hostile-requests';
import {
  startRecordingServer,
  type RecordedRequest,
  type RecordingServer,
} from '../../main/test-support/recording-server';
import { canRun, snippetRunners, type SnippetRunner } from '../../main/test-support/snippet-runners';
import { holdsToken } from '../copy-format';
import type { SampleRequest } from '../preset';
import { inputFor } from '../test-support/snippet-inputs';
import { snippet } from './snippets';

/** Every format that a program can run is run here, and what arrives is compared with what the preset says. */

const token = 'eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl-_';

/** What the local endpoint would answer, among other things that could be taken for a token. */
const secret = 'secret-of-a-program';
const answer = JSON.stringify({
  resource: '"access_token":"wrong"',
  access_token: token,
  token_type: 'Bearer',
});
const asked: (string | undefined)[] = [];
let endpoint: Server;
let env: Readonly<Record<string, string>>;

let server: RecordingServer;
let folder = '';
beforeAll(async () => {
  server = await startRecordingServer();
  endpoint = createServer(({ url, headers }, response) => {
    asked.push(url);
    const isRight = headers['x-identity-header'] === secret;
    response.writeHead(isRight ? 200 : 401).end(isRight ? answer : '{"error":"unauthorized_client"}');
  });
  await new Promise<void>((resolve) => endpoint.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(endpoint.address());
  env = {
    IDENTITY_ENDPOINT: `http://localhost:${port}/msi/token`,
    IDENTITY_HEADER: secret,
    // Nothing listens there: the secret would be lost that went by it.
    http_proxy: 'http://127.0.0.1:1',
    no_proxy: '127.0.0.1',
  };
});
afterAll(async () => {
  endpoint.close();
  await server.stop();
});

/** The same address, however a client writes what need not be written as it is. RFC 3986, section 6.2.2 */
const addressBytes = (target: string, encoding: 'utf8' | 'latin1'): string =>
  Buffer.from(target, encoding)
    .toString('latin1')
    .replace(/%([0-9a-f]{2})/gi, (_whole, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

/** As bytes see it: half a character has none. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

const oneLine = (value: string): string =>
  wellFormed(value)
    .replace(/(?:(?!\t)\p{Cc})+/gu, ' ')
    .trim();

/** Names with all their values, as a receiver takes them. RFC 9110, section 5.3 */
function fields(headers: SampleRequest['headers']): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { name, value } of headers) {
    const key = name.toLowerCase();
    const before = found.get(key);
    found.set(key, [before ?? '', value].filter((each) => each !== '').join(', '));
  }
  return found;
}

function expectArrived(sample: SampleRequest, seen: RecordedRequest, sendsBody: boolean): void {
  expect(seen.method).toBe(sample.method);
  const path = sample.url.slice(server.origin.length);
  expect(addressBytes(seen.target, 'latin1')).toBe(addressBytes(path, 'utf8'));
  const valid = sample.headers.filter(({ name }) => /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name));
  const expected = fields(valid.map(({ name, value }) => ({ name, value: oneLine(value) })));
  const arrived = fields(seen.headers.map(({ name, value }) => ({ name, value: value.trim() })));
  expect(arrived.get('authorization')).toBe(`Bearer ${token}`);
  expect([...expected].map(([name]) => [name, arrived.get(name)])).toEqual([...expected]);
  expect([...arrived.keys()]).not.toContain('x-evil');
  if (sendsBody) expect(seen.body.toString('utf8')).toBe(wellFormed(sample.body ?? '').replaceAll('\0', ''));
}

const asciiOnly = (text: string): string => text.replace(/[^\t\x20-\x7e]/g, '');

/** A request as the format can write it. */
function withinLimits(sample: SampleRequest, { limits = {} }: SnippetRunner): SampleRequest {
  const { body, ...rest } = sample;
  const written = sample.headers.map(({ name, value }) => ({
    name: limits.noPrototypeHeader && name === '__proto__' ? 'X-Proto' : name,
    value: limits.asciiHeaders
      ? asciiOnly(value)
      : limits.noEscapedMarks
        ? value.replaceAll('\\', '/')
        : value,
  }));
  const headers =
    limits.leavesOutEmptyHeaders === true ? written.filter(({ value }) => oneLine(value) !== '') : written;
  const hasNoBody = limits.noBodyWithGet === true && sample.method === 'GET';
  return { ...rest, headers, ...(body === undefined || hasNoBody ? {} : { body }) };
}

async function runAll(runner: SnippetRunner, samples: readonly SampleRequest[]): Promise<void> {
  server.requests.length = 0;
  const placed = samples.map((sample, index) => ({
    ...withinLimits(sample, runner),
    url: `${server.origin}/${index}${sample.url}`,
  }));
  const inFolder = await mkdtemp(join(folder, 'run-'));
  await runner.run(
    placed.map((sample) =>
      snippet(runner.format, inputFor(sample, token, { presetName: "It's `touch pwned`\n" })),
    ),
    inFolder,
    // Only where it is made use of.
    holdsToken(runner.format) ? {} : env,
  );
  if (!holdsToken(runner.format)) {
    expect(asked.splice(0)).toEqual(
      placed.map(() => '/msi/token?api-version=2019-08-01&resource=https%3A%2F%2Fa.example'),
    );
  }
  // One after the other, each once, and nothing else was done.
  expect(server.requests).toHaveLength(placed.length);
  placed.forEach((sample, index) => {
    const seen = server.requests.find(({ target }) => target.startsWith(`/${index}/`));
    if (seen === undefined) throw new Error(`Nothing came of ${JSON.stringify(sample)}`);
    expectArrived(sample, seen, true);
  });
  const left = await readdir(inFolder);
  expect(
    left.filter((name) => !/^(?:script(?:\..*)?|config\.json|version_info\.json|\..*)$/.test(name)),
  ).toEqual([]);
}

const json = { name: 'Content-Type', value: 'application/json' };
const usual: readonly SampleRequest[] = [
  { method: 'GET', url: '/me?$top=1&x=[1-2]', headers: [] },
  { method: 'HEAD', url: '/me', headers: [{ name: 'X-Empty', value: '' }] },
  ...(['POST', 'PUT', 'PATCH', 'DELETE'] as const).map((method) => ({
    method,
    url: '/items',
    headers: [json, { name: 'X-Name', value: 'O\'Neil "x" $5 `y` \\z' }],
    body: '{\n  "name": "O\'Neil & Söhne – 😀",\r\n\t"price": "$5!"\n}\n',
  })),
  { method: 'POST', url: '/empty', headers: [json], body: '' },
  {
    method: 'GET',
    url: '/twice',
    headers: [
      { name: 'Prefer', value: 'return=minimal' },
      { name: 'prefer', value: 'wait=10' },
    ],
  },
  {
    method: 'POST',
    url: '/smuggled',
    headers: [
      { name: 'X-One', value: 'a\r\nX-Evil: 1\r\n\r\nGET /evil HTTP/1.1' },
      { name: 'Content-Length', value: '3' },
      { name: 'Transfer-Encoding', value: 'chunked' },
      { name: 'X-Evil: 1\r\nX', value: '' },
    ].filter(({ name }) => !/^(content-length|transfer-encoding)$/i.test(name)),
    body: 'abc',
  },
];

describe.each(snippetRunners)('$name', (runner) => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'token-tray-snippets-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('sends what the preset says', async ({ skip }) => {
    if (!(await canRun(runner, folder))) skip(`${runner.programs.join(', ')} not found`);
    await runAll(runner, usual);
  }, 120_000);

  it('cannot be made to do anything else', async ({ skip }) => {
    if (!(await canRun(runner, folder))) skip(`${runner.programs.join(', ')} not found`);
    await fc.assert(
      fc.asyncProperty(
        fc.array(hostileRequest, { minLength: runner.batch, maxLength: runner.batch }),
        (samples) => runAll(runner, samples),
      ),
      // Each run is many requests in one process; making them smaller would be many more.
      { numRuns: 1, endOnFailure: true },
    );
  }, 180_000);
});
