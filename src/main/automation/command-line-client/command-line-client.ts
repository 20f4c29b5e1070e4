import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { isatty } from 'node:tty';
import { isAnsweredHere } from '../command-line/az-commands';
import { isProof, proofOf } from '../command-line/proof';
import { readFrame } from '../command-line/frame';
import type { CommandLineRequest } from '../command-line/protocol';
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
  process.stdout.on('error', notWritten);
  process.stderr.on('error', () => undefined);
  const [first, ...rest] = options.argv;
  if (first === 'az' && !isAnsweredHere(rest)) {
    const { runRealAz } = await import('./real-az');
    return runRealAz(rest, options.execPath);
  }
  const input = wantsInput(options.argv) ? await readInput() : undefined;
  const request: CommandLineRequest = {
    argv: [...options.argv],
    folder: process.cwd(),
    isTerminal: isatty(1),
    version: options.version,
    ...(input === undefined ? {} : { input }),
  };
  const began = Date.now();
  for (;;) {
    const found = await reach(options);
    if (typeof found === 'string') return failed(found);
    const exitCode = await talk(found, JSON.stringify(request));
    if (exitCode !== 'turned-away') return exitCode;
    // So many commands at once that it takes no more of them for now, or it is just ending.
    if (Date.now() - began > answerPatience)
      return failed('Token Tray has too much to do. Try again in a moment.');
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
}

/** `| head -1` leaves early, and that is no failure; a full disk is one. */
function notWritten(error: NodeJS.ErrnoException): void {
  process.exit(error.code === 'EPIPE' ? 0 : failed(`The answer could not be written: ${error.message}`));
}

function failed(text: string): number {
  process.stderr.write(`ERROR: ${text}\n`);
  return 1;
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

/** @returns the exit code */
function talk({ socket, key }: Reached, request: string): Promise<number | 'turned-away'> {
  return new Promise((resolve) => {
    const nonce = randomBytes(32).toString('base64url');
    let text = '';
    let isKnown = false;
    let isOver = false;
    const end = (exitCode: number | 'turned-away'): void => {
      clearTimeout(silent);
      isOver = true;
      socket.destroy();
      resolve(exitCode);
    };
    const silent = setTimeout(
      () => end(failed('Token Tray does not answer. Quit it and start it again.')),
      answerPatience,
    );
    const take = (line: string): void => {
      const frame = readFrame(line);
      if (!isKnown) {
        isKnown = frame?.kind === 'hello' && isProof(frame.proof, proofOf(key, 'program', nonce));
        if (!isKnown) end(failed('Another program answers in the place of Token Tray. Start it again.'));
        clearTimeout(silent);
      } else if (frame?.kind === 'stderr') process.stderr.write(frame.text);
      else if (frame?.kind === 'done') {
        isOver = true;
        process.stderr.write(frame.stderr);
        // A pipe that is read slowly must have all of it before this process ends.
        process.stdout.write(frame.stdout, (error) => {
          // What came of it is up to whoever hears the error.
          if (!error) resolve(frame.exitCode);
        });
      }
    };
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) if (!isOver) take(line);
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (isOver) return;
      end(isKnown ? failed('Token Tray ended before it had answered.') : 'turned-away');
    });
    socket.write(`${nonce} ${proofOf(key, 'client', nonce, request)} ${request}\n`);
  });
}
