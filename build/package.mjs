/**
 * Builds the program and packs it:
 *
 *     node build/package.mjs                 a release for this machine: on Linux dist/linux-unpacked and a tar.gz
 *     node build/package.mjs AppImage deb    the targets named, of electron-builder.yml
 *     node build/package.mjs --test          only a folder, dist/test/, with the inspector the end-to-end tests need
 */
import { build } from 'electron-builder';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBundle } from './bundle.mjs';
import { ensureElectronRuntime } from './electron-runtime.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** @param {{ test: boolean, targets: string[] }} options */
async function makePackage({ test, targets }) {
  const runtime = await ensureElectronRuntime();
  if (!test && !runtime.official) {
    throw new Error(
      'A release is built with the official Electron that package.json names, and this machine has only another one.',
    );
  }
  // While tests run, other programs run from out/: it is left alone unless something has changed.
  if (test) ensureBundle();
  else execFileSync('npx', ['--no-install', 'electron-vite', 'build'], { cwd: root, stdio: 'inherit' });

  const onLinux = process.platform === 'linux';
  const output = join(root, 'dist', ...(test ? ['test'] : []));
  await build({
    projectDir: root,
    publish: 'never',
    // A directory needs no helper programs; every other target downloads one.
    ...(onLinux && { linux: targets.length > 0 ? targets : ['dir'] }),
    ...(process.platform === 'darwin' && { mac: test ? ['dir'] : targets }),
    ...(process.platform === 'win32' && { win: test ? ['dir'] : targets }),
    config: {
      extends: 'electron-builder.yml',
      directories: { output },
      // Everything is in out/: without this electron-builder still walks the whole of node_modules.
      beforeBuild: () => false,
      ...(test && { electronFuses: { enableNodeCliInspectArguments: true } }),
      ...(!runtime.official && {
        electronDist: runtime.distPath,
        electronVersion: runtime.version,
        afterPack: removeDefaultApp,
      }),
    },
  });
  if (onLinux && targets.length === 0 && !test) packTarGz(output);
}

/**
 * electron-builder removes these from an Electron it has downloaded, but not from a folder it is given.
 * @param {{ appOutDir: string }} context
 */
function removeDefaultApp({ appOutDir }) {
  for (const name of ['resources/default_app.asar', 'version', 'default-app-stamp']) {
    rmSync(join(appOutDir, name), { force: true });
  }
}

/**
 * electron-builder's own tar.gz target downloads a 7-Zip for what every Linux can do.
 * @param {string} output
 */
function packTarGz(output) {
  /** @type {unknown} */
  const content = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, version } = /** @type {{ name: string, version: string }} */ (content);
  const folder = process.arch === 'x64' ? 'linux-unpacked' : `linux-${process.arch}-unpacked`;
  const top = `${name}-${version}`;
  const archive = join(output, `${top}-linux-${process.arch}.tar.gz`);
  execFileSync(
    'tar',
    ['--owner=0', '--group=0', `--transform=s|^${folder}|${top}|`, '-czf', archive, '-C', output, folder],
    { stdio: 'inherit' },
  );
  console.log(`Packed ${basename(archive)}`);
}

const args = process.argv.slice(2);
try {
  await makePackage({ test: args.includes('--test'), targets: args.filter((arg) => !arg.startsWith('--')) });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
