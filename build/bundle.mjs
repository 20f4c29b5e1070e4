/** Keeps `out/`, the bundled program, up to date with its sources. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { SetUpError } from './script.mjs';

export const repositoryRoot = fileURLToPath(new URL('../', import.meta.url));

const SOURCES = ['src', 'assets', 'electron.vite.config.ts', 'package-lock.json'];

/**
 * Times of change in milliseconds, of a file or of everything under a folder. Folders count too: their time
 * tells that a file was taken away.
 * @param {string} fileOrFolder
 * @returns {number[]}
 */
function changeTimes(fileOrFolder) {
  if (!existsSync(fileOrFolder)) return [];
  const stats = lstatSync(fileOrFolder);
  if (!stats.isDirectory()) return [stats.mtimeMs];
  return [
    stats.mtimeMs,
    ...readdirSync(fileOrFolder).flatMap((name) => changeTimes(path.join(fileOrFolder, name))),
  ];
}

/**
 * Times of change in milliseconds, of files only.
 * @param {string} folder
 * @returns {number[]}
 */
function fileTimes(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => lstatSync(path.join(entry.parentPath, entry.name)).mtimeMs);
}

/**
 * Whether the bundle is missing or older than what it is made of.
 * @param {string} root folder of the program
 */
export function isBundleStale(root) {
  const built = fileTimes(path.join(root, 'out'));
  if (built.length === 0) return true;
  const oldestBuilt = built.reduce((oldest, time) => Math.min(oldest, time));
  return SOURCES.flatMap((name) => changeTimes(path.join(root, name))).some((time) => time > oldestBuilt);
}

/**
 * Bundles the program if that is needed; silent when it is not.
 * @throws {SetUpError} when bundling fails; why has been printed by then
 */
export function ensureBundle() {
  if (!isBundleStale(repositoryRoot)) return;
  const electronVite = path.join(repositoryRoot, 'node_modules/electron-vite/bin/electron-vite.js');
  const build = spawnSync(process.execPath, [electronVite, 'build', '--logLevel', 'warn'], {
    cwd: repositoryRoot,
    stdio: 'inherit',
  });
  if (build.status !== 0) throw new SetUpError('Token Tray could not be built, see above.');
}
