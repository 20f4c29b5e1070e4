import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The keyboard of the desktop: keys reach whatever has the focus, or has asked the X server for them. */
export class Keyboard {
  private readonly env: Record<string, string>;

  constructor(env: Record<string, string>) {
    this.env = env;
  }

  /**
   * Presses and lets go of keys held together.
   * @param keys names of X joined by `+`: `ctrl+alt+t`, `Return`, `Down`
   */
  async press(keys: string): Promise<void> {
    await this.xdotool('key', keys);
  }

  /** Presses keys again and again, as fast as X repeats those that are held down. */
  async hold(keys: string, times: number): Promise<void> {
    await this.xdotool('key', '--delay', '40', ...Array.from({ length: times }, () => keys));
  }

  /** Types a text, key by key. */
  async type(text: string): Promise<void> {
    await this.xdotool('type', '--', text);
  }

  private async xdotool(...args: string[]): Promise<void> {
    await run('xdotool', args, { env: this.env });
  }
}
