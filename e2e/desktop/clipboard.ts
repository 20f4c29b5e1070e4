import { execFile } from 'node:child_process';
import { startDaemon } from './processes';
import { lookAgain, waitUntil } from './wait-until';

/** The X clipboard, as another program sees it. */
export class Clipboard {
  private readonly env: Record<string, string>;

  constructor(env: Record<string, string>) {
    this.env = env;
  }

  /** The text on the clipboard, empty when there is none. */
  read(): Promise<string> {
    return this.request('UTF8_STRING');
  }

  /** Names of the formats that the clipboard's owner offers. */
  async targets(): Promise<string[]> {
    return (await this.request('TARGETS')).split('\n').filter((line) => line !== '');
  }

  /** Waits for a text on the clipboard. */
  waitFor(isWanted: (text: string) => boolean): Promise<string> {
    return waitUntil('a text on the clipboard', () => this.read(), isWanted, lookAgain);
  }

  /** Copies as another program would, and returns when it is on the clipboard. */
  async write(text: string): Promise<void> {
    // xclip answers for the text as long as it is on the clipboard, so it stays; -quiet keeps it in the foreground.
    const owner = startDaemon(['xclip', '-selection', 'clipboard', '-in', '-quiet'], this.env, [
      'pipe',
      'ignore',
      'ignore',
    ]);
    owner.stdin?.end(text);
    await this.waitFor((current) => current === text);
  }

  private request(target: string): Promise<string> {
    const args = ['-selection', 'clipboard', '-out', '-target', target];
    return new Promise((resolve) => {
      // It fails where nothing is on the clipboard, or nothing of that kind.
      execFile('xclip', args, { env: this.env, timeout: 10_000 }, (error, stdout) =>
        resolve(error ? '' : stdout),
      );
    });
  }
}
