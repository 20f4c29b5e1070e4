import { connect, type Socket } from 'node:net';
import { isatty } from 'node:tty';
import type { CommandLineRequest, Frame } from '../command-line/protocol';
import { readRendezvous } from '../command-line/rendezvous';

export interface CommandLineClientOptions {
  readonly argv: readonly string[];
  readonly userData: string;
  readonly version: string;
  /** Starts the program without a window, apart from this process. */
  readonly startProgram: () => void;
  /** Why no program can be started here, in a plain sentence. */
  readonly cannotStart: string | undefined;
  /** This program, which must not be taken for the real az. */
  readonly execPath: string;
}

/** How long a program that was started may take until it can be talked to, in ms. */
const startPatience = 30_000;
/** How often to look for it, in ms. */
const lookEvery = 50;
/** How long a running program may take to say that it is there, in ms. */
const answerPatience = 15_000;
/** After how long that is said, in ms. */
const saidAfter = 2000;

/** What was given by standard input is at most this long, in bytes. */
const longestInput = 5 * 1024 * 1024;

/**
 * The process that a person or a script starts: it hands everything to the running program and writes what comes back.
 * @returns the exit code
 */
export async function runCommandLineClient(options: CommandLineClientOptions): Promise<number> {
  // `| head -1` leaves early, and that is no failure.
  process.stdout.on('error', () => process.exit(0));
  process.stderr.on('error', () => undefined);
  const input = wantsInput(options.argv) ? await readInput() : undefined;
  const found = await reach(options);
  if (typeof found === 'string') {
    process.stderr.write(`ERROR: ${found}\n`);
    return 1;
  }
  const request: CommandLineRequest = {
    key: found.key,
    argv: [...options.argv],
    folder: process.cwd(),
    isTerminal: isatty(1),
    version: options.version,
    ...(input === undefined ? {} : { input }),
  };
  return talk(found.socket, request, options.execPath);
}

/** Only what is asked for is read: a script's own input is not ours. */
const wantsInput = (argv: readonly string[]): boolean =>
  argv[0] === 'presets' && argv[1] === 'import' && argv.slice(2).includes('-');

async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    if (!Buffer.isBuffer(part)) continue;
    size += part.length;
    parts.push(part);
    if (size > longestInput) break;
  }
  return Buffer.concat(parts).toString('utf8');
}

interface Reached {
  readonly socket: Socket;
  readonly key: string;
}

/** The running program, started if it has to be. Text: why not. */
async function reach(options: CommandLineClientOptions): Promise<Reached | string> {
  const running = await tryToReach(options.userData);
  if (running !== undefined) return running;
  if (options.cannotStart !== undefined) return options.cannotStart;
  options.startProgram();
  const began = Date.now();
  let isSaid = false;
  while (Date.now() - began < startPatience) {
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
    const started = await tryToReach(options.userData);
    if (started !== undefined) return started;
    if (isSaid || Date.now() - began < saidAfter) continue;
    isSaid = true;
    process.stderr.write('Starting Token Tray…\n');
  }
  return 'Token Tray did not start. Start it from your desktop, and try again.';
}

async function tryToReach(userData: string): Promise<Reached | undefined> {
  const rendezvous = await readRendezvous(userData);
  if (rendezvous === undefined) return undefined;
  return new Promise((resolve) => {
    const socket = connect(rendezvous.path);
    socket.once('error', () => resolve(undefined));
    socket.once('connect', () => {
      socket.removeAllListeners('error');
      resolve({ socket, key: rendezvous.key });
    });
  });
}

function talk(socket: Socket, request: CommandLineRequest, execPath: string): Promise<number> {
  return new Promise((resolve) => {
    let text = '';
    let exitCode: number | undefined;
    const silent = setTimeout(() => {
      exitCode = 1;
      process.stderr.write('ERROR: Token Tray does not answer. Quit it and start it again.\n');
      socket.destroy();
      resolve(1);
    }, answerPatience);
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      clearTimeout(silent);
      text += part;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const frame = JSON.parse(line) as Frame;
        if (frame.kind === 'stderr') process.stderr.write(frame.text);
        else if (frame.kind === 'done') {
          process.stderr.write(frame.stderr);
          exitCode = frame.exitCode;
          // A pipe that is read slowly must have all of it before this process ends.
          process.stdout.write(frame.stdout, () => resolve(frame.exitCode));
        } else {
          exitCode = 0;
          socket.destroy();
          void import('./real-az').then(({ runRealAz }) => runRealAz(frame.argv, execPath)).then(resolve);
        }
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      clearTimeout(silent);
      if (exitCode !== undefined) return;
      process.stderr.write('ERROR: Token Tray ended before it had answered.\n');
      resolve(1);
    });
    socket.write(`${JSON.stringify(request)}\n`);
  });
}
