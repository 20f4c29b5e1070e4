import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silentLog } from '../../identity/test-client';
import { CommandLineServer } from '../command-line/command-line-server';
import { readRendezvous, rendezvousFile } from '../command-line/rendezvous';
import { runCommandLineClient } from './command-line-client';

let folder = '';
let server: CommandLineServer;
let stdout = '';
let stderr = '';

beforeEach(async () => {
  stdout = '';
  stderr = '';
  folder = await mkdtemp(join(tmpdir(), 'token-tray-client-'));
  server = new CommandLineServer({
    userData: folder,
    runtimeFolder: folder,
    platform: 'linux',
    run: (_request, progress) => {
      progress('half way\n');
      return Promise.resolve({ exitCode: 3, stdout: 'answer\n', stderr: 'done\n' });
    },
    log: silentLog,
    limits: { connections: 1, patience: 10_000 },
  });
  await server.start();
  // What a test runner's own pipes hold is its business.
  type Then = BufferEncoding | ((error?: Error | null) => void);
  const take = (written: (text: string) => void) => (text: string | Uint8Array, then?: Then) => {
    written(String(text));
    if (typeof then === 'function') then();
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(take((text) => (stdout += text)));
  vi.spyOn(process.stderr, 'write').mockImplementation(take((text) => (stderr += text)));
});

afterEach(async () => {
  vi.restoreAllMocks();
  process.stdout.removeAllListeners('error');
  process.stderr.removeAllListeners('error');
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const typed = (argv: readonly string[], cannotStart = 'There is no desktop.'): Promise<number> =>
  runCommandLineClient({
    argv,
    userData: folder,
    version: '1',
    startProgram: () => undefined,
    cannotStart,
    execPath: process.execPath,
  });

const pathOf = async (): Promise<string> => (await readRendezvous(folder))?.path ?? '';

const closed = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    socket.on('error', () => undefined);
    socket.resume();
    socket.once('close', () => resolve());
  });

describe('the process that somebody types', () => {
  it('writes what the program answers, and ends as it says', async () => {
    expect(await typed(['doctor'])).toBe(3);
    expect({ stdout, stderr }).toEqual({ stdout: 'answer\n', stderr: 'half way\ndone\n' });
  });

  it('waits for its turn where the program has too many to answer', async () => {
    const path = await pathOf();
    const first = connect(path);
    await new Promise((resolve) => first.once('connect', resolve));
    const answer = typed(['doctor']);
    // Others are turned away meanwhile, again and again.
    for (let tried = 0; tried < 5; tried += 1) await closed(connect(path));
    first.destroy();
    expect(await answer).toBe(3);
    expect(stdout).toBe('answer\n');
  });

  it('says why there is no program to answer', async () => {
    await server.stop();
    expect(await typed(['doctor'])).toBe(1);
    expect({ stdout, stderr }).toEqual({ stdout: '', stderr: 'ERROR: There is no desktop.\n' });
  });

  it('takes nothing from a program that does not know the key', async () => {
    const { path: _path, ...rest } = (await readRendezvous(folder)) ?? { path: '' };
    const heard: string[] = [];
    const impostor: Server = createServer((socket) => {
      socket.on('data', (part: Buffer) => heard.push(part.toString()));
      socket.write(`${JSON.stringify({ kind: 'hello', proof: 'x'.repeat(43) })}\n`);
      socket.write(`${JSON.stringify({ kind: 'done', exitCode: 0, stdout: 'forged', stderr: '' })}\n`);
    });
    const path = join(folder, 'impostor');
    await new Promise<void>((resolve) => impostor.listen(path, resolve));
    await writeFile(rendezvousFile(folder), JSON.stringify({ ...rest, path }));
    expect(await typed(['get-access-token'])).toBe(1);
    expect(stdout).toBe('');
    expect(stderr).toMatch(/^ERROR: Another program answers/);
    // Nor does it learn the key.
    expect(heard.join('')).not.toContain('key' in rest ? rest.key : '');
    impostor.close();
  });
});
