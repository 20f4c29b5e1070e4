import { spawn } from 'node:child_process';
import path from 'node:path';
import { _electron, errors } from 'playwright/test';
import type { ConsoleMessage, ElectronApplication, Page } from 'playwright/test';
import { ensureElectronRuntime } from '../../build/electron-runtime.mjs';
import type { DesktopSession } from './desktop-session';
import { killProcesses, processTree, waitForEnd } from './processes';
import type { ProcessInfo } from './processes';
import { lookAgain, waitUntil } from './wait-until';

const repositoryRoot = path.resolve(import.meta.dirname, '../..');

/** What to start, and how. */
export interface LaunchOptions {
  /** Folder of the program; Token Tray's own by default. Not used with `executable`. */
  appFolder?: string;
  /** A packaged program to start instead of a folder. */
  executable?: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** How long it may take until it can be talked to, in ms; it is ended then. */
  timeout?: number;
}

/** Something that went wrong in a window and that no test should overlook. */
export interface WindowProblem {
  kind: 'console error' | 'page error' | 'content security policy';
  text: string;
  url: string;
}

/** How a process ended. */
export interface Ending {
  code: number | null;
  stdout: string;
  stderr: string;
}

interface StartCommand {
  executable: string;
  args: string[];
  env: Record<string, string>;
}

async function startCommand(session: DesktopSession, options: LaunchOptions): Promise<StartCommand> {
  const program = options.executable ? [] : [options.appFolder ?? repositoryRoot];
  return {
    executable: options.executable ?? (await ensureElectronRuntime()).executable,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      // This screen has no graphics card, and drawing in a process of its own costs twice.
      '--disable-gpu',
      `--password-store=${session.options.keyring ? 'gnome-libsecret' : 'basic'}`,
      ...program,
      ...(options.args ?? []),
    ],
    env: { ...session.env, ...options.env },
  };
}

/** Starts the program on the desktop, as it is. It may still be starting up when this returns. */
export async function launchProgram(session: DesktopSession, options: LaunchOptions = {}): Promise<Program> {
  const command = await startCommand(session, options);
  const launch = (timeout: number): Promise<ElectronApplication> =>
    _electron.launch({
      executablePath: command.executable,
      args: command.args,
      env: command.env,
      cwd: session.home,
      // Playwright would switch the sandbox off, and tell pages that the system is light.
      chromiumSandbox: process.getuid?.() !== 0,
      colorScheme: null,
      timeout,
    });
  const app = await launch(options.timeout ?? ANSWERS_WITHIN_MS).catch((error: unknown) => {
    // The debugger of a program that starts beside a busy processor now and then does not answer. Playwright has ended it.
    if (options.timeout === undefined && error instanceof errors.TimeoutError)
      return launch(2 * ANSWERS_WITHIN_MS);
    throw error;
  });
  return new Program(app, command, session);
}

/** How long a program may take to be there, in ms. */
const ANSWERS_WITHIN_MS = 30_000;

/** A running program and its windows. */
export class Program {
  readonly app: ElectronApplication;
  readonly pid: number;
  /** What went wrong in any of its windows so far. */
  readonly windowProblems: WindowProblem[] = [];
  private readonly command: StartCommand;
  private readonly session: DesktopSession;
  private readonly ended: Promise<void>;
  private output = '';

  constructor(app: ElectronApplication, command: StartCommand, session: DesktopSession) {
    this.app = app;
    this.command = command;
    this.session = session;
    const child = app.process();
    if (child.pid === undefined) throw new Error('The program did not start.');
    this.pid = child.pid;
    this.ended = new Promise((resolve) => child.once('exit', () => resolve()));
    const record = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout?.on('data', record);
    child.stderr?.on('data', record);
    app.on('window', (page) => void this.watch(page));
    for (const page of app.windows()) void this.watch(page);
  }

  /** All that the program wrote to its terminal. */
  terminalOutput(): string {
    return this.output;
  }

  /** Folder of the program's data, as it says itself. */
  userDataDir(): Promise<string> {
    return this.app.evaluate(({ app }) => app.getPath('userData'));
  }

  /** Waits for a window whose page's URL matches. */
  async window(url: RegExp): Promise<Page> {
    const pages = () => this.app.windows().filter((page) => !page.isClosed());
    const urls = () => pages().map((page) => page.url());
    await waitUntil(`a window of ${String(url)}`, urls, (all) => all.some((one) => url.test(one)), lookAgain);
    // One that has crashed may still be listed before the one that took its place.
    const page = pages().findLast((one) => url.test(one.url()));
    if (page === undefined) throw new Error('The window was there a moment ago.');
    await page.waitForLoadState('domcontentloaded');
    return page;
  }

  mainWindow(): Promise<Page> {
    return this.window(/^app:\/\/token-tray\/main-window\b/);
  }

  /** The program's processes, by Chromium's names: `main`, `renderer`, `utility`, `zygote`, … */
  processes(): ProcessInfo[] {
    return processTree(this.pid);
  }

  /** Waits until the program's processes are the wanted ones: none for a window, say. */
  waitForProcesses(isWanted: (processes: ProcessInfo[]) => boolean): Promise<ProcessInfo[]> {
    return waitUntil('processes of the program', () => this.processes(), isWanted, lookAgain);
  }

  /** Starts the program once more in the same way, and waits for that second one to end. */
  startSecondInstance(args: readonly string[] = []): Promise<Ending> {
    const { executable, args: firstArgs, env } = this.command;
    const second = spawn(executable, [...firstArgs, ...args], { env, cwd: this.session.home });
    let stdout = '';
    let stderr = '';
    second.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    second.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    return new Promise((resolve, reject) => {
      second.once('error', reject);
      second.once('close', (code) => resolve({ code, stdout, stderr }));
    });
  }

  /** Waits until the program has ended by itself, with all its processes. */
  async waitForExit(): Promise<void> {
    const processes = this.processes();
    await this.ended;
    await waitForEnd(processes);
  }

  /** Quits the program as its menu does, and waits until all of it has ended. */
  async quit(): Promise<void> {
    const exit = this.waitForExit();
    await this.app.close();
    await exit;
  }

  /** Ends the program with no chance to save or say anything. */
  async kill(): Promise<void> {
    const processes = this.processes();
    killProcesses(processes);
    await waitForEnd(processes);
  }

  private async watch(page: Page): Promise<void> {
    const report = (kind: WindowProblem['kind'], text: string) =>
      this.windowProblems.push({ kind, text, url: page.url() });
    const onConsole = (message: ConsoleMessage) => {
      const text = message.text();
      if (text.includes('Content Security Policy')) report('content security policy', text);
      else if (message.type() === 'error') report('console error', text);
    };
    page.on('console', onConsole);
    page.on('pageerror', (error) => report('page error', String(error.stack ?? error)));
    // A window may have said something before Playwright got hold of it.
    for (const message of await page.consoleMessages().catch(() => [])) {
      if (!this.windowProblems.some(({ text }) => text === message.text())) onConsole(message);
    }
  }
}
