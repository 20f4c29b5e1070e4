/**
 * `npm run bench`: how long Token Tray takes to start and to copy, and what it holds in memory, each beside a reference
 * in the same run. It says where the program stands and never fails on a figure.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { repositoryRoot } from './bundle.mjs';
import { prepareEndToEnd } from './prepare-e2e.mjs';
import { runScript, SetUpError } from './script.mjs';

async function main() {
  if (process.platform !== 'linux') {
    throw new SetUpError('The bench runs on Linux only: it brings its own desktop session.');
  }
  const { distPath, version, official } = await prepareEndToEnd();
  console.log(`Electron ${version}${official ? '' : ', not the one that people get'}`);
  const playwright = path.join(repositoryRoot, 'node_modules/playwright/cli.js');
  const args = [playwright, 'test', '-c', 'e2e/bench/playwright.config.ts', ...process.argv.slice(2)];
  const result = spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    stdio: 'inherit',
    // Found and checked just now: the runner need not look again.
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: distPath },
  });
  return result.status ?? 1;
}

await runScript(main);
