import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { lookAgain, waitUntil } from './wait-until';

/** A process as /proc shows it. */
export interface ProcessInfo {
  pid: number;
  parent: number;
  /** Chromium's `--type=`; `main` for one without. */
  type: string;
  commandLine: string[];
}

function readProcess(pid: number): ProcessInfo | undefined {
  try {
    const commandLine = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split(/[\0 ]/).filter(Boolean);
    // The name, in parentheses, may hold spaces; a dead process not yet reaped has state Z.
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    if (state === 'Z') return undefined;
    const type = commandLine.find((arg) => arg.startsWith('--type='))?.slice('--type='.length) ?? 'main';
    return { pid, parent: Number(parent), type, commandLine };
  } catch {
    return undefined;
  }
}

function allProcesses(): ProcessInfo[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.map((pid) => readProcess(Number(pid))).filter((found) => found !== undefined);
}

/** A process and all that it started, as long as their parents live. */
export function processTree(root: number): ProcessInfo[] {
  const all = allProcesses();
  return withChildren(
    all.filter(({ pid }) => pid === root),
    all,
  );
}

/** These of all processes, and all that they started, each once. */
function withChildren(roots: readonly ProcessInfo[], all: readonly ProcessInfo[]): ProcessInfo[] {
  const found = new Set(roots);
  // Grows while it is walked.
  for (const { pid } of found) for (const each of all) if (each.parent === pid) found.add(each);
  return [...found];
}

/**
 * Processes with a line in the environment they were started with, whoever their parent is by now, and what they have
 * started: Chromium's own processes write their title over their environment.
 */
export function processesWithEnvironment(name: string, value: string): ProcessInfo[] {
  const line = `${name}=${value}`;
  const all = allProcesses();
  const marked = all.filter(({ pid }) => {
    try {
      return readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(line);
    } catch {
      return false;
    }
  });
  return withChildren(marked, all);
}

/** Kills processes that may be gone already. */
export function killProcesses(processes: readonly { pid: number }[]): void {
  for (const { pid } of processes) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended by itself.
    }
  }
}

/** Waits until none of these processes is left. */
export async function waitForEnd(processes: readonly { pid: number }[]): Promise<void> {
  const left = () => processes.map(({ pid }) => readProcess(pid)).filter((found) => found !== undefined);
  await waitUntil('processes to end', left, (found) => found.length === 0, lookAgain);
}

/**
 * Starts a part of the desktop. It is killed with this process, whatever happens to it.
 * @param command program and arguments
 */
export function startDaemon(
  command: readonly string[],
  env: Record<string, string>,
  stdio: StdioOptions,
): ChildProcess {
  return spawn('setpriv', ['--pdeathsig', 'KILL', '--', ...command], { env, stdio });
}

/** First line a daemon writes to one of its pipes. Rejects when the daemon ends without one. */
export function firstLine(daemon: ChildProcess, pipe: number): Promise<string> {
  const stream = daemon.stdio[pipe];
  if (!stream || !('read' in stream)) throw new Error(`There is no pipe ${pipe} to read from.`);
  return new Promise((resolve, reject) => {
    let text = '';
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) resolve(text.split('\n', 1).join(''));
    });
    daemon.once('exit', (code) =>
      reject(new Error(`${daemon.spawnargs.join(' ')} ended with ${String(code)}.`)),
    );
  });
}
