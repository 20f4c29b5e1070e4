import { spawn } from 'node:child_process';
import { app } from 'electron';
import { runCommandLineClient } from './command-line-client';

/** Why a program with a tray cannot be started from here. */
const noDesktop = (): string | undefined =>
  process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
    ? 'Token Tray is not running, and cannot be started without a desktop (neither DISPLAY nor WAYLAND_DISPLAY is set).'
    : undefined;

/**
 * Electron's half of the command line: this process never becomes the program, and ends before Chromium has begun.
 * @param argv what was typed
 */
export async function runClient(argv: readonly string[]): Promise<void> {
  const exitCode = await runCommandLineClient({
    argv,
    userData: app.getPath('userData'),
    version: app.getVersion(),
    startProgram: () => startProgram(argv.length),
    cannotStart: noDesktop(),
    execPath: process.execPath,
  });
  process.exit(exitCode);
}

/** With whatever stood before the command: the folder of the program where it is not packaged, and Chromium's switches. */
function startProgram(words: number): void {
  const before = process.argv.slice(1, -words).filter((each) => each !== '--');
  // An AppImage's files are gone with the process that has unpacked them.
  const file = process.env['APPIMAGE'] ?? process.execPath;
  spawn(file, [...before, '--at-login'], { detached: true, stdio: 'ignore' }).unref();
}
