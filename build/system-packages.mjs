/** What Token Tray and its tests need from the operating system on Linux, installed or named for the person to install. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { SetUpError } from './script.mjs';

/** Packages that provide one needed thing: the first one that can be installed here is taken. @typedef {string[]} Alternatives */
/** @typedef {{ name: string, packages: Alternatives }} Missing */

/**
 * Debian and Ubuntu packages by library. Those renamed for 64-bit time (Debian 13, Ubuntu 24.04) are listed
 * under both names, and which one exists is asked of apt.
 * @type {Record<string, Alternatives>}
 */
const LIBRARY_PACKAGES = {
  'libasound.so.2': ['libasound2t64', 'libasound2'],
  'libatk-1.0.so.0': ['libatk1.0-0t64', 'libatk1.0-0'],
  'libatk-bridge-2.0.so.0': ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  'libatspi.so.0': ['libatspi2.0-0t64', 'libatspi2.0-0'],
  'libcairo.so.2': ['libcairo2'],
  'libcups.so.2': ['libcups2t64', 'libcups2'],
  'libdbus-1.so.3': ['libdbus-1-3'],
  'libdrm.so.2': ['libdrm2'],
  'libexpat.so.1': ['libexpat1'],
  'libgbm.so.1': ['libgbm1'],
  'libgcc_s.so.1': ['libgcc-s1'],
  'libgio-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libglib-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgobject-2.0.so.0': ['libglib2.0-0t64', 'libglib2.0-0'],
  'libgtk-3.so.0': ['libgtk-3-0t64', 'libgtk-3-0'],
  'libnotify.so.4': ['libnotify4'],
  'libnspr4.so': ['libnspr4'],
  'libnss3.so': ['libnss3'],
  'libnssutil3.so': ['libnss3'],
  'libpango-1.0.so.0': ['libpango-1.0-0'],
  'libsecret-1.so.0': ['libsecret-1-0'],
  'libsmime3.so': ['libnss3'],
  'libudev.so.1': ['libudev1'],
  'libX11.so.6': ['libx11-6'],
  'libxcb.so.1': ['libxcb1'],
  'libXcomposite.so.1': ['libxcomposite1'],
  'libXdamage.so.1': ['libxdamage1'],
  'libXext.so.6': ['libxext6'],
  'libXfixes.so.3': ['libxfixes3'],
  'libxkbcommon.so.0': ['libxkbcommon0'],
  'libXrandr.so.2': ['libxrandr2'],
  'libXss.so.1': ['libxss1'],
  'libXtst.so.6': ['libxtst6'],
};

/** Loaded while running, so that ldd does not name them. */
const LIBRARIES_LOADED_LATER = [
  'libgtk-3.so.0',
  'libnotify.so.4',
  'libsecret-1.so.0',
  'libXss.so.1',
  'libXtst.so.6',
];

const CHROMIUMS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const TEST_FONT = '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf';

/** @type {{ commands: string[], packages: Alternatives }[]} */
const TEST_TOOLS = [
  { commands: ['Xvfb'], packages: ['xvfb'] },
  { commands: ['dbus-daemon'], packages: ['dbus-daemon', 'dbus'] },
  { commands: ['gnome-keyring-daemon'], packages: ['gnome-keyring'] },
  { commands: ['xdotool'], packages: ['xdotool'] },
  { commands: ['xterm'], packages: ['xterm'] },
  { commands: ['xclip'], packages: ['xclip'] },
  { commands: ['xdg-open'], packages: ['xdg-utils'] },
  { commands: ['openbox'], packages: ['openbox'] },
  { commands: ['curl'], packages: ['curl'] },
  { commands: ['openssl'], packages: ['openssl'] },
  { commands: ['certutil'], packages: ['libnss3-tools'] },
  { commands: CHROMIUMS, packages: ['chromium', 'chromium-browser'] },
];

/**
 * Programs that run snippets and completions in unit tests, or that unit tests compare with. Go is used where it is there: with 460 MB it is too much to bring along.
 * @type {{ name: string, file: string, packages: Alternatives }[]}
 */
const SNIPPET_TOOLS = [
  { name: 'dash', file: 'dash', packages: ['dash'] },
  { name: 'zsh', file: 'zsh', packages: ['zsh'] },
  { name: 'curl', file: 'curl', packages: ['curl'] },
  { name: 'wget', file: 'wget', packages: ['wget'] },
  { name: 'HTTPie', file: 'http', packages: ['httpie'] },
  // Debian's own Python: another one on PATH does not know Debian's modules.
  {
    name: 'Python requests',
    file: '/usr/lib/python3/dist-packages/requests',
    packages: ['python3-requests'],
  },
  // What the command line is compared with: 49 packages, 18 MB to download.
  {
    name: 'Azure CLI',
    file: '/usr/lib/python3/dist-packages/azure/cli/core/__init__.py',
    packages: ['azure-cli'],
  },
  { name: 'fish', file: 'fish', packages: ['fish'] },
  { name: 'Mono', file: 'mono', packages: ['mono-runtime'] },
  { name: 'Mono’s C# compiler', file: 'mcs', packages: ['mono-mcs'] },
  {
    name: 'Mono’s HttpClient',
    file: '/usr/lib/mono/4.5/System.Net.Http.dll',
    packages: ['libmono-system-net-http4.0-cil'],
  },
];

/** Library names in the output of `ldd` that were not found. @param {string} lddOutput */
export function librariesNotFound(lddOutput) {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => String(match[1]));
}

/**
 * Library names the dynamic linker knows for one architecture.
 * @param {string} ldconfigOutput of `ldconfig -p`
 * @param {string} arch as in `process.arch`
 */
export function librariesInLinkerCache(ldconfigOutput, arch) {
  const tag = arch === 'arm64' ? 'AArch64' : 'x86-64';
  const lines = ldconfigOutput.split('\n').filter((line) => line.includes(`,${tag}`));
  return new Set(lines.map((line) => line.trim().split(' ')[0]));
}

/** @param {string[]} libraries @returns {Missing[]} */
export function packagesForLibraries(libraries) {
  return libraries.map((name) => ({ name, packages: LIBRARY_PACKAGES[name] ?? [] }));
}

/** Package names with something to install, from the output of `apt-cache policy`. @param {string} policyOutput */
export function installablePackages(policyOutput) {
  const found = policyOutput.matchAll(/^(\S+):\n(?: {2}.*\n)*? {2}Candidate: (?!\(none\))/gm);
  return new Set([...found].map((match) => String(match[1])));
}

/**
 * One package for each missing thing. Where apt knows none of the names, the last one is the oldest and best guess.
 * @param {Missing[]} missing
 * @param {Set<string>} installable
 */
export function choosePackages(missing, installable) {
  const chosen = missing.map(
    ({ packages }) => packages.find((name) => installable.has(name)) ?? packages.at(-1),
  );
  return [...new Set(chosen.filter((name) => name !== undefined))].sort();
}

/** @param {string[]} packages */
export function installCommand(packages) {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

/** Where a command is on PATH. @param {string} command */
export function findCommand(command) {
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    const file = path.join(folder, command);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not in this folder
    }
  }
  return undefined;
}

/** The Chromium on this machine that plays the system browser in tests. */
export function findChromium() {
  return CHROMIUMS.map(findCommand).find((file) => file !== undefined);
}

/** @param {string} command @param {string[]} args */
function outputOf(command, args) {
  const result = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  return result.error === undefined ? result.stdout : '';
}

/** @param {string} executable @returns {Missing[]} */
function missingLibraries(executable) {
  const notFound = librariesNotFound(outputOf('ldd', [executable]));
  // Debian keeps /sbin off the PATH of ordinary users.
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => existsSync(file)) ?? 'ldconfig';
  const known = librariesInLinkerCache(outputOf(ldconfig, ['-p']), process.arch);
  const notLoadable = LIBRARIES_LOADED_LATER.filter((name) => !known.has(name));
  return packagesForLibraries([...new Set([...notFound, ...notLoadable])]);
}

/** @returns {Missing[]} */
function missingTestTools() {
  /** @type {Missing[]} */
  const missing = TEST_TOOLS.filter(({ commands }) => !commands.some(findCommand)).map(
    ({ commands, packages }) => ({
      name: String(commands[0]),
      packages,
    }),
  );
  if (!existsSync(TEST_FONT)) missing.push({ name: 'the font DejaVu Sans', packages: ['fonts-dejavu-core'] });
  return missing;
}

/** @returns {Missing[]} */
function missingSnippetTools() {
  return SNIPPET_TOOLS.filter(({ file }) =>
    file.startsWith('/') ? !existsSync(file) : findCommand(file) === undefined,
  ).map(({ name, packages }) => ({ name, packages }));
}

/** @param {Missing[]} missing */
function aptChoice(missing) {
  const names = missing.flatMap(({ packages }) => packages);
  return choosePackages(missing, installablePackages(outputOf('apt-cache', ['policy', ...names])));
}

/** @param {string[]} args */
function apt(args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const result = spawnSync('apt-get', ['-qq', ...args], { env, encoding: 'utf8' });
  if (result.status !== 0) throw new SetUpError(`apt-get ${args.join(' ')} failed:\n${result.stderr.trim()}`);
}

/** @param {Missing[]} missing @param {string} purpose */
function listMissing(missing, purpose) {
  const lines = missing.map(
    ({ name, packages }) => `  - ${name}${packages[0] ? ` (Debian: ${packages.at(-1)})` : ''}`,
  );
  return [`Missing on this system for ${purpose}:`, ...lines].join('\n');
}

/**
 * Nothing when nothing is missing; root on Debian and Ubuntu gets it installed.
 * @param {() => Missing[]} look
 * @param {string} purpose
 */
function ensureInstalled(look, purpose) {
  const missing = look();
  if (missing.length === 0) return;
  const withoutPackage = missing.filter(({ packages }) => packages.length === 0);
  if (findCommand('apt-get') === undefined || withoutPackage.length > 0) {
    throw new SetUpError(listMissing(missing, purpose));
  }
  if (process.getuid?.() !== 0) {
    throw new SetUpError(
      `${listMissing(missing, purpose)}\nInstall them with:\n  ${installCommand(aptChoice(missing))}`,
    );
  }
  apt(['update']);
  const packages = aptChoice(missing);
  console.error(`Installing system packages for ${purpose}: ${packages.join(' ')}`);
  apt(['install', '-y', '--no-install-recommends', ...packages]);
  const still = look();
  if (still.length > 0) throw new SetUpError(listMissing(still, purpose));
}

/**
 * The shared libraries Electron needs on Linux. Silent when they are all there.
 * @param {string} executable Electron's
 * @throws {SetUpError} naming what to install, where this script may not install it
 */
export function ensureRuntimeLibraries(executable) {
  if (process.platform === 'linux') ensureInstalled(() => missingLibraries(executable), 'Token Tray');
}

/**
 * The programs a desktop session without a screen is made of. Silent when they are all there.
 * @throws {SetUpError} naming what to install, where this script may not install it
 */
export function ensureTestTools() {
  ensureInstalled(missingTestTools, 'the end-to-end tests');
}

/**
 * The programs that unit tests run snippets with. Where they cannot be installed they are named, and the tests that need
 * them are skipped: a person without them still wants the others.
 */
export function ensureSnippetTools() {
  if (process.platform !== 'linux' || missingSnippetTools().length === 0) return;
  try {
    ensureInstalled(missingSnippetTools, 'the tests of snippets');
  } catch (error) {
    if (!(error instanceof SetUpError)) throw error;
    console.error(`${error.message}\nTests that need them are skipped.`);
  }
}
