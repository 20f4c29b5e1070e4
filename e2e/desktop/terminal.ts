import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { startDaemon } from './processes';
import { fileChanges, lookAgain, waitUntil } from './wait-until';

const run = promisify(execFile);

// Writes down each key at once, not each line. What a key means to a terminal (`Ctrl+C`) is written down, too.
const script = 'stty raw -echo && exec cat > "$0"';

/** A terminal on the desktop: another program, which has the focus and shows what reached it. */
export class Terminal {
  private readonly env: Record<string, string>;
  private readonly title: string;
  private readonly file: string;
  /** The number of its X window, once it has been seen with the focus. */
  private window = '';

  private constructor(env: Record<string, string>, folder: string) {
    this.env = env;
    this.title = `terminal-${randomUUID()}`;
    this.file = path.join(folder, this.title);
  }

  /**
   * Opens one and waits until it has the focus. Needs a window manager, which gives it.
   * @param folder for what is typed
   */
  static async open(env: Record<string, string>, folder: string): Promise<Terminal> {
    const terminal = new Terminal(env, folder);
    const { title, file } = terminal;
    startDaemon(['xterm', '-T', title, '-e', 'sh', '-c', script, file], env, ['ignore', 'ignore', 'ignore']);
    await waitUntil('the terminal', () => existsSync(file), Boolean, fileChanges(folder));
    await terminal.waitForFocus();
    return terminal;
  }

  /** Whether what is typed goes to it. */
  async hasFocus(): Promise<boolean> {
    try {
      const active = await this.xdotool('getactivewindow');
      if ((await this.xdotool('getwindowname', active)) !== this.title) return false;
      this.window = active;
      return true;
    } catch {
      // No window is active, or it has just gone.
      return false;
    }
  }

  async waitForFocus(): Promise<void> {
    await waitUntil('the terminal to have the focus', () => this.hasFocus(), Boolean, lookAgain);
  }

  /** Gives it the focus, as a click on it does. */
  async focus(): Promise<void> {
    // By its number: a search by its title reads every window, and fails when one of them closes meanwhile.
    await this.xdotool('windowactivate', '--sync', this.window);
    await this.waitForFocus();
  }

  /** All that was typed into it so far, keys that write nothing as a terminal gets them. */
  typed(): string {
    return readFileSync(this.file, 'utf8');
  }

  /** Waits until this is all that was typed into it. */
  async waitForTyped(text: string): Promise<void> {
    await waitUntil(
      'what was typed into the terminal',
      () => this.typed(),
      (typed) => typed === text,
      lookAgain,
    );
  }

  private async xdotool(...args: string[]): Promise<string> {
    const { stdout } = await run('xdotool', args, { env: this.env });
    return stdout.trim();
  }
}
