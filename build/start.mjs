/** `npm start`: starts Token Tray from its sources, with everything it needs put in place first. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { ensureBundle, repositoryRoot } from './bundle.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';
import { isStartedDirectly, runScript, SetUpError } from './script.mjs';
import { ensureRuntimeLibraries } from './system-packages.mjs';

const USERNS_RESTRICTED_BY_APPARMOR = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const USERNS_ALLOWED = '/proc/sys/kernel/unprivileged_userns_clone';

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {string | undefined} why no tray can be shown
 */
export function noDesktopMessage(env) {
  if (env['DISPLAY'] || env['WAYLAND_DISPLAY']) return undefined;
  return (
    'Token Tray needs a desktop to show its tray icon, and this terminal is not part of one ' +
    '(neither DISPLAY nor WAYLAND_DISPLAY is set). Start it from a terminal window on your desktop.'
  );
}

/**
 * @typedef {object} SandboxFacts
 * @property {boolean} isRoot
 * @property {string | undefined} restrictedByAppArmor content of the kernel's setting, undefined where it has none
 * @property {string | undefined} usernsAllowed the same
 * @property {{ uid: number, mode: number } | undefined} helper owner and mode of chrome-sandbox
 * @property {string} helperPath
 */

/**
 * @param {SandboxFacts} facts
 * @returns {string | undefined} what to do where Chromium would end at once because it cannot make its sandbox
 */
export function noSandboxMessage({ isRoot, restrictedByAppArmor, usernsAllowed, helper, helperPath }) {
  const isRestricted = restrictedByAppArmor?.trim() === '1' || usernsAllowed?.trim() === '0';
  const isHelperReady = helper?.uid === 0 && (helper.mode & 0o7777) === 0o4755;
  if (isRoot || !isRestricted || isHelperReady) return undefined;
  return [
    'This system does not let ordinary programs make the sandbox that keeps web content apart.',
    'Electron brings a helper for that. Give it the rights it needs with these two commands, then start again:',
    `  sudo chown root:root '${helperPath}'`,
    `  sudo chmod 4755 '${helperPath}'`,
  ].join('\n');
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** @param {string} distPath */
function checkDesktop(distPath) {
  const helperPath = path.join(distPath, 'chrome-sandbox');
  const problem =
    noDesktopMessage(process.env) ??
    noSandboxMessage({
      isRoot: process.getuid?.() === 0,
      restrictedByAppArmor: readIfThere(USERNS_RESTRICTED_BY_APPARMOR),
      usernsAllowed: readIfThere(USERNS_ALLOWED),
      helper: existsSync(helperPath) ? statSync(helperPath) : undefined,
      helperPath,
    });
  if (problem !== undefined) throw new SetUpError(problem);
}

/**
 * @param {string} executable
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function runToEnd(executable, args) {
  const child = spawn(executable, args, { stdio: 'inherit' });
  // Ctrl+C in a terminal reaches the child by itself; staying here lets it end in its own way.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('SIGHUP', () => child.kill('SIGHUP'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      resolve(signal === null ? (code ?? 1) : 128 + constants.signals[signal]),
    );
  });
}

async function main() {
  const { executable, distPath } = await ensureElectronRuntime();
  if (process.platform === 'linux') {
    ensureRuntimeLibraries(executable);
    checkDesktop(distPath);
  }
  ensureBundle();
  const isRootOnLinux = process.platform === 'linux' && process.getuid?.() === 0;
  // https://crbug.com/638180: Chromium refuses to start as root with its sandbox.
  const sandbox = isRootOnLinux ? ['--no-sandbox'] : [];
  return runToEnd(executable, [...sandbox, repositoryRoot, ...process.argv.slice(2)]);
}

if (isStartedDirectly(import.meta.url)) await runScript(main);
