/**
 * Stands in for Electron's own default app, which the fallback runtime lacks: `electron <folder>`, `-r <module>`
 * and `--version`, as upstream's https://github.com/electron/electron/blob/main/default_app/main.ts does them.
 */
import { app } from 'electron';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';

const require = createRequire(import.meta.url);
/** @typedef {{ setVersion(version: string): void, setAppPath(folder: string): void }} Undocumented */
const program = /** @type {import('electron').App & Undocumented} */ (app);

/** @returns {{ version?: boolean, folder?: string, modules: string[] }} */
function readArguments() {
  /** @type {string[]} */
  const modules = [];
  const args = process.argv.slice(1);
  for (let index = 0; index < args.length; index += 1) {
    const arg = String(args[index]);
    if (arg === '--version' || arg === '-v') return { version: true, modules };
    if (arg === '-r' || arg === '--require') modules.push(String(args[(index += 1)]));
    else if (!arg.startsWith('-')) return { folder: path.resolve(arg), modules };
  }
  return { modules };
}

/** @typedef {{ name?: string, productName?: string, version?: string, desktopName?: string }} AppPackage */

/** @param {string} folder */
function takeOnIdentity(folder) {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const file = path.join(folder, 'package.json');
  if (!existsSync(file)) return;
  /** @type {unknown} */
  const content = JSON.parse(readFileSync(file, 'utf8'));
  const appPackage = /** @type {AppPackage} */ (content);
  const { version, desktopName } = appPackage;
  const name = appPackage.productName ?? appPackage.name;
  if (version) program.setVersion(version);
  if (name) app.setName(name);
  app.setDesktopName(desktopName ?? `${app.getName()}.desktop`);
  // This package's own name was taken for it before the first line here ran.
  if (!app.commandLine.hasSwitch('user-data-dir')) {
    app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
  }
  program.setAppPath(folder);
}

const { version, folder, modules } = readArguments();
if (version) {
  console.log(`v${process.versions.electron}`);
  app.exit(0);
} else if (folder === undefined) {
  console.error('Name the folder of a program to start: electron <folder>');
  app.exit(1);
} else {
  for (const module of modules) require(path.resolve(module));
  takeOnIdentity(folder);
  try {
    // Awaited, so that `ready` waits for a main with top-level await, as upstream's does.
    await import(pathToFileURL(require.resolve(folder)).href);
  } catch (error) {
    console.error('The program could not be started:', error);
    app.exit(1);
  }
}
