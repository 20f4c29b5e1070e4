import { spawn } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ensureElectronRuntime } from '../../build/electron-runtime.mjs';
import type { DesktopSession } from '../desktop/desktop-session';
import { killProcesses, processTree, waitForEnd } from '../desktop/processes';
import type { TrayIcon } from '../desktop/status-notifier';
import { lookAgain, waitUntil } from '../desktop/wait-until';

/** A program to measure. */
export interface TrayProgram {
  appFolder: string;
  /** Data of the program as it was left; each start has a copy of its own. */
  profile: string;
  /** Throws when what has started is not what was meant to be measured. */
  check: (icon: TrayIcon) => Promise<void>;
}

export interface Readings {
  /** From starting the process until its icon is registered with the tray, in ms. */
  startToTray: number;
  /** Proportional set size of all its processes when it has come to rest, in MiB. */
  idleMemory: number;
}

const BETWEEN_READINGS_MS = 1_000;
const MOST_READINGS = 16;
/** V8 tidies up when nothing has happened for half a minute. */
const AFTER_START_MS = 45_000;

/** Memory that other processes share (program text, mostly) counts in part only, by how many share it. */
function proportionalSetSize(root: number): number {
  const kibibytes = processTree(root).map(({ pid }) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]);
  });
  return kibibytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** Memory, in MiB, as soon as it changes by less than 1 % in a second; after 15 s as it is. */
export async function settledMemory(root: number): Promise<number> {
  let current = proportionalSetSize(root);
  for (let reading = 1; reading < MOST_READINGS; reading += 1) {
    await delay(BETWEEN_READINGS_MS);
    const before = current;
    current = proportionalSetSize(root);
    if (Math.abs(current - before) < before / 100) break;
  }
  return current;
}

/** What the threads of a program have done. */
export interface Work {
  /** On a processor, in ms. */
  processorTime: number;
  /** How often a thread that had nothing to do was woken up. */
  wakeUps: number;
}

/** By thread, so that one that ends takes nothing away from what the others have done. */
function workDone(root: number): Map<string, Work> {
  const threads = processTree(root).flatMap(({ pid }) =>
    readdirSync(`/proc/${pid}/task`).map((thread) => `/proc/${pid}/task/${thread}`),
  );
  return new Map(
    threads.map((thread) => {
      const [nanoseconds] = readFileSync(`${thread}/schedstat`, 'utf8').split(' ');
      const status = readFileSync(`${thread}/status`, 'utf8');
      const wakeUps = Number(/^voluntary_ctxt_switches:\s+(\d+)$/m.exec(status)?.[1]);
      return [thread, { processorTime: Number(nanoseconds) / 1e6, wakeUps }];
    }),
  );
}

/** What a program does within a time, per second of it. */
async function workWithin(root: number, ms: number): Promise<Work> {
  const before = workDone(root);
  await delay(ms);
  const sum: Work = { processorTime: 0, wakeUps: 0 };
  for (const [thread, { processorTime, wakeUps }] of workDone(root)) {
    sum.processorTime += processorTime - (before.get(thread)?.processorTime ?? 0);
    sum.wakeUps += wakeUps - (before.get(thread)?.wakeUps ?? 0);
  }
  const seconds = ms / 1000;
  return { processorTime: sum.processorTime / seconds, wakeUps: sum.wakeUps / seconds };
}

/**
 * Starts a program as a person's session would, without a debugger, and ends it after the work with it.
 * @param work is given the process, its icon, and how long it took to show it, in ms
 */
export async function whileRunning<Result>(
  desktop: DesktopSession,
  program: TrayProgram,
  work: (root: number, icon: TrayIcon, startToTray: number) => Promise<Result>,
): Promise<Result> {
  const { executable } = await ensureElectronRuntime();
  const profile = path.join(desktop.folder, 'profile-in-use');
  rmSync(profile, { recursive: true, force: true });
  cpSync(program.profile, profile, { recursive: true });
  const args = [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--password-store=gnome-libsecret',
    `--user-data-dir=${profile}`,
    program.appFolder,
  ];
  await waitUntil(
    'the tray to be empty',
    async () => (await desktop.tray.icons()).length,
    (count) => count === 0,
    lookAgain,
  );
  const started = performance.now();
  const child = spawn(executable, args, { env: desktop.env, cwd: desktop.home, stdio: 'ignore' });
  const icon = await desktop.tray.icon();
  const startToTray = performance.now() - started;
  if (child.pid === undefined) throw new Error('The program did not start.');
  const result = await work(child.pid, icon, startToTray);
  const processes = processTree(child.pid);
  killProcesses(processes);
  await waitForEnd(processes);
  return result;
}

/** Measures how a program starts, and what it holds in memory when it has come to rest. */
export function measure(desktop: DesktopSession, program: TrayProgram): Promise<Readings> {
  return whileRunning(desktop, program, async (root, icon, startToTray) => {
    const idleMemory = await settledMemory(root);
    await program.check(icon);
    return { startToTray, idleMemory };
  });
}

/** Measures what a program does while nobody does anything with it, once all that the start has left to do is done. */
export function measureIdling(desktop: DesktopSession, program: TrayProgram, ms: number): Promise<Work> {
  return whileRunning(desktop, program, async (root, icon) => {
    await delay(AFTER_START_MS);
    await program.check(icon);
    const work = await workWithin(root, ms);
    const types = processTree(root).map(({ type }) => type);
    if (types.includes('renderer')) throw new Error('Without a window there is a renderer.');
    return work;
  });
}
