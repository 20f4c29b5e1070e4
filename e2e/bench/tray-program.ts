import { spawn } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
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

/** Memory that other processes share (program text, mostly) counts in part only, by how many share it. */
function proportionalSetSize(root: number): number {
  const kibibytes = processTree(root).map(({ pid }) => {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB$/m.exec(rollup)?.[1]);
  });
  return kibibytes.reduce((sum, one) => sum + one, 0) / 1024;
}

/** Memory, in MiB, as soon as it changes by less than 1 % in a second; after 15 s as it is. */
async function settledMemory(root: number): Promise<number> {
  let current = proportionalSetSize(root);
  for (let reading = 1; reading < MOST_READINGS; reading += 1) {
    await delay(BETWEEN_READINGS_MS);
    const before = current;
    current = proportionalSetSize(root);
    if (Math.abs(current - before) < before / 100) break;
  }
  return current;
}

/** Starts a program as a person's session would, without a debugger, measures it and ends it. */
export async function measure(desktop: DesktopSession, program: TrayProgram): Promise<Readings> {
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
  const idleMemory = await settledMemory(child.pid);
  await program.check(icon);
  const processes = processTree(child.pid);
  killProcesses(processes);
  await waitForEnd(processes);
  return { startToTray, idleMemory };
}
