import fc from 'fast-check';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { silentLog } from '../../identity/test-client';
import { CommandLineServer } from './command-line-server';
import { proofOf } from './proof';
import type { Frame } from './frame';
import type { CommandLineRequest } from './protocol';
import { readRendezvous } from './rendezvous';

let folder = '';
let server: CommandLineServer;
let runs: CommandLineRequest[] = [];
let left: AbortSignal | undefined;
let answerLater: (() => void) | undefined;

const create = (runtimeFolder: string | undefined = folder): CommandLineServer =>
  new CommandLineServer({
    userData: folder,
    runtimeFolder,
    platform: 'linux',
    run: async (request, progress, signal) => {
      runs.push(request);
      left = signal;
      if (request.argv[0] === 'fail') throw new Error('unforeseen');
      if (request.argv[0] === 'wait') await new Promise<void>((resolve) => (answerLater = resolve));
      progress('half way\n');
      return { exitCode: 0, stdout: 'answer\n', stderr: '' };
    },
    log: silentLog,
  });

beforeEach(async () => {
  runs = [];
  left = undefined;
  folder = await mkdtemp(join(tmpdir(), 'token-tray-socket-'));
  server = create();
  await server.start();
});

afterEach(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const rendezvous = async () => {
  const found = await readRendezvous(folder);
  if (found === undefined) throw new Error('There is no rendezvous.');
  return found;
};

async function open(): Promise<Socket> {
  const socket = connect((await rendezvous()).path);
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return socket;
}

/** All that comes until the other side ends it. */
async function sent(bytes: string | Uint8Array, end = false): Promise<readonly Frame[]> {
  const socket = await open();
  let text = '';
  socket.on('data', (part: Buffer) => (text += part.toString('utf8')));
  socket.on('error', () => undefined);
  const closed = new Promise((resolve) => socket.once('close', resolve));
  if (end) socket.end(bytes);
  else socket.write(bytes);
  await closed;
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Frame);
}

const nonce = 'n'.repeat(43);

const withProof = (text: string, key: string): string =>
  `${nonce} ${proofOf(key, 'client', nonce, text)} ${text}\n`;

const request = async (change: Partial<CommandLineRequest> = {}, key?: string): Promise<string> =>
  withProof(
    JSON.stringify({ argv: ['doctor'], folder: '/', isTerminal: false, version: '1', ...change }),
    key ?? (await rendezvous()).key,
  );

describe('the socket of the command line', () => {
  it('is for its owner alone, and so are its folder and what says where it is', async () => {
    const { path } = await rendezvous();
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(dirname(path))).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, 'command-line.json'))).mode & 0o777).toBe(0o600);
  });

  it('answers whoever knows the key, and shows first that it knows it, too', async () => {
    expect(await sent(await request())).toEqual([
      { kind: 'hello', proof: proofOf((await rendezvous()).key, 'program', nonce) },
      { kind: 'stderr', text: 'half way\n' },
      { kind: 'done', exitCode: 0, stdout: 'answer\n', stderr: '' },
    ]);
    expect(await sent(await request(), true)).toHaveLength(3);
  });

  it('answers nobody else', async () => {
    const { key } = await rendezvous();
    for (const wrong of ['', 'x', `${key}x`]) expect(await sent(await request({}, wrong))).toEqual([]);
    // Nor what was changed on its way.
    const whole = await request();
    expect(await sent(whole.replace('doctor', 'version'))).toEqual([]);
    expect(await sent(whole.replace(nonce, 'm'.repeat(43)))).toEqual([]);
    expect(runs).toEqual([]);
  });

  it('goes on after what nobody has foreseen', async () => {
    expect((await sent(await request({ argv: ['fail'] }))).at(-1)).toMatchObject({
      kind: 'done',
      exitCode: 1,
      stdout: '',
    });
    expect((await sent(await request())).at(-1)).toMatchObject({ exitCode: 0 });
  });

  it('tells that whoever has asked is gone', async () => {
    const socket = await open();
    socket.write(await request({ argv: ['wait'] }));
    await expect.poll(() => answerLater).toBeDefined();
    socket.destroy();
    await expect.poll(() => left?.aborted).toBe(true);
    answerLater?.();
  });

  it('is gone with the program, and takes the place of one that was killed', async () => {
    const { path, key } = await rendezvous();
    // As after a kill: nothing of it was tidied up.
    const next = create();
    await next.start();
    expect((await rendezvous()).key).not.toBe(key);
    await expect(stat(path)).rejects.toThrow('ENOENT');
    await next.stop();
    await expect(readFile(join(folder, 'command-line.json'))).rejects.toThrow('ENOENT');
  });

  it('goes elsewhere where the path would be too long', async () => {
    await server.stop();
    server = create(join(folder, 'x'.repeat(120)));
    await server.start();
    expect((await rendezvous()).path.length).toBeLessThan(108);
    expect((await sent(await request())).at(-1)).toMatchObject({ exitCode: 0 });
  });

  it.each(['/there/is/none', 'relative', ''])('goes elsewhere where there is no folder %j', async (gone) => {
    await server.stop();
    server = create(gone);
    await server.start();
    expect((await rendezvous()).path.startsWith(folder)).toBe(true);
    expect((await sent(await request())).at(-1)).toMatchObject({ exitCode: 0 });
  });

  it('is not brought down by what is no request, however it comes', async () => {
    const { key } = await rendezvous();
    const texts = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.json(),
      fc
        .record({ argv: fc.anything(), folder: fc.anything() })
        .map((each) => withProof(JSON.stringify(each), key).trimEnd()),
    );
    const before = runs.length;
    const all = fc.sample(texts, 10_000);
    for (let at = 0; at < all.length; at += 25)
      await Promise.all(all.slice(at, at + 25).map((text, index) => sent(`${text}\n`, index % 2 === 0)));
    expect(runs.length).toBe(before);
    // Half a request and no end, and far too much of one.
    expect(await sent(`${nonce} ${nonce} {"argv":`, true)).toEqual([]);
    expect(await sent('x'.repeat(7 * 1024 * 1024))).toEqual([]);
    expect((await sent(await request())).at(-1)).toMatchObject({ exitCode: 0 });
  }, 300_000);
});
