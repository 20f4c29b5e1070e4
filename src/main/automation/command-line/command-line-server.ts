import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { dirname, isAbsolute, join } from 'node:path';
import { errorName } from '../../error-words';
import type { Log } from '../../ports';
import type { CommandLineOutcome } from './command-line-outcome';
import type { Frame } from './frame';
import { commandLineRequestSchema, longestRequest, type CommandLineRequest } from './protocol';
import { isProof, proofLength, proofOf } from './proof';
import { readRendezvous, rendezvousFile, type Rendezvous } from './rendezvous';

export interface SocketLimits {
  readonly connections: number;
  /** For a whole request to arrive, in ms. */
  readonly patience: number;
}

const socketLimits: SocketLimits = { connections: 32, patience: 10_000 };

/** What a path of a socket can be long, in bytes: `sun_path` of Linux and macOS, less its end. */
const longestPath = 100;

export interface CommandLineServerOptions {
  readonly userData: string;
  /** A folder of this person's that is gone with their session, where there is one. */
  readonly runtimeFolder: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly run: (
    request: CommandLineRequest,
    progress: (text: string) => void,
    left: AbortSignal,
  ) => Promise<CommandLineOutcome>;
  readonly log: Log;
  readonly limits?: SocketLimits;
}

/** The private socket of the running program: for this person's own command line, and nobody else. */
export class CommandLineServer {
  private readonly sockets = new Set<Socket>();
  private readonly key = randomBytes(32).toString('base64url');
  private server: Server | undefined;
  private folder: string | undefined;
  private readonly limits: SocketLimits;

  constructor(private readonly options: CommandLineServerOptions) {
    this.limits = options.limits ?? socketLimits;
  }

  /** @throws what the system throws */
  async start(): Promise<void> {
    await this.removeStale();
    const path = await this.choosePath();
    const server = createServer({ allowHalfOpen: true }, (socket) => this.take(socket));
    server.maxConnections = this.limits.connections;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, () => {
        server.removeListener('error', reject);
        resolve();
      });
    });
    // Its folder lets nobody else in already.
    if (this.options.platform !== 'win32') await chmod(path, 0o600);
    this.server = server;
    const rendezvous: Rendezvous = { version: 1, path, key: this.key };
    const file = rendezvousFile(this.options.userData);
    await rm(file, { force: true });
    await writeFile(file, JSON.stringify(rendezvous), { mode: 0o600, flag: 'wx' });
  }

  async stop(): Promise<void> {
    const { server, folder } = this;
    if (server === undefined) return;
    this.server = undefined;
    await rm(rendezvousFile(this.options.userData), { force: true });
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  }

  private async choosePath(): Promise<string> {
    const { platform, runtimeFolder, userData } = this.options;
    if (platform === 'win32') return `\\\\.\\pipe\\token-tray-${randomBytes(16).toString('hex')}`;
    const name = 'token-tray-';
    const isRoomy = (each: string): boolean =>
      isAbsolute(each) && Buffer.byteLength(join(each, `${name}XXXXXX`, 's')) <= longestPath;
    const roomy = [runtimeFolder ?? '', userData].filter(isRoomy);
    this.folder = await firstMade([...roomy, '/tmp'].map((each) => join(each, name)));
    return join(this.folder, 's');
  }

  /** Of a program that was killed. */
  private async removeStale(): Promise<void> {
    const stale = await readRendezvous(this.options.userData);
    if (stale === undefined || this.options.platform === 'win32') return;
    const folder = dirname(stale.path);
    if (/[/\\]token-tray-\w{6}$/.test(folder)) await rm(folder, { recursive: true, force: true });
  }

  private take(socket: Socket): void {
    this.sockets.add(socket);
    const left = new AbortController();
    const timer = setTimeout(() => socket.destroy(), this.limits.patience);
    const parts: Buffer[] = [];
    let size = 0;
    const finish = (): void => {
      clearTimeout(timer);
      socket.removeListener('data', onData);
      socket.resume();
    };
    const onData = (part: Buffer): void => {
      size += part.length;
      if (size > longestRequest) return void socket.destroy();
      parts.push(part);
      if (!part.includes(0x0a)) return;
      finish();
      void this.answer(Buffer.concat(parts).toString('utf8'), socket, left.signal);
    };
    socket.on('data', onData);
    socket.on('error', () => undefined);
    // Half a line is nothing. Whoever has sent a whole one and hangs up does not want to sign in any more; what is there by
    // itself is still written.
    socket.on('end', () => {
      if (parts.some((part) => part.includes(0x0a))) left.abort();
      else socket.destroy();
    });
    socket.on('close', () => {
      clearTimeout(timer);
      this.sockets.delete(socket);
      left.abort();
    });
  }

  private async answer(text: string, socket: Socket, left: AbortSignal): Promise<void> {
    const send = (frame: Frame): void => {
      if (!socket.destroyed) socket.write(`${JSON.stringify(frame)}\n`);
    };
    const asked = this.read(text.slice(0, text.indexOf('\n')));
    if (asked === undefined) return void socket.destroy();
    // Whoever waits knows from now on who is there: a sign-in may take minutes.
    send({ kind: 'hello', proof: proofOf(this.key, 'program', asked.nonce) });
    const progress = (said: string): void => send({ kind: 'stderr', text: said });
    try {
      send({ kind: 'done', ...(await this.options.run(asked.request, progress, left)) });
    } catch (error) {
      this.options.log.error(`a command failed: ${errorName(error)}`);
      send({
        kind: 'done',
        exitCode: 1,
        stdout: '',
        stderr: 'ERROR: Something unforeseen went wrong in Token Tray.\n',
      });
    }
    if (!socket.destroyed) socket.end();
  }

  /** Undefined: whoever it is does not know the key, or speaks another language. */
  private read(line: string): { readonly nonce: string; readonly request: CommandLineRequest } | undefined {
    const [, nonce, proof, text] = requestLine.exec(line) ?? [];
    if (nonce === undefined || proof === undefined || text === undefined) return undefined;
    if (!isProof(proof, proofOf(this.key, 'client', nonce, text))) return undefined;
    const parsed = commandLineRequestSchema.safeParse(jsonOf(text));
    return parsed.success ? { nonce, request: parsed.data } : undefined;
  }
}

const requestLine = new RegExp(`^([\\w-]{${proofLength}}) ([\\w-]{${proofLength}}) (.*)$`, 's');

/**
 * The first of these folders that can be made, for its owner alone, whatever the umask. What the environment names may be
 * gone, or somebody else's: `su` keeps their `XDG_RUNTIME_DIR`. @throws what the system says to the last one
 */
async function firstMade([path = '', ...others]: readonly string[]): Promise<string> {
  try {
    return await mkdtemp(path);
  } catch (error) {
    if (others.length === 0) throw error;
    return firstMade(others);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
