/**
 * `npm test`: units, then end to end. `npm test -- unit …` and `npm test -- e2e …` run one of them, and what follows
 * is passed on to it; without either, arguments go to both as filters.
 */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { repositoryRoot } from './bundle.mjs';
import { prepareEndToEnd } from './prepare-e2e.mjs';
import { isStartedDirectly, runScript } from './script.mjs';
import { ensureSnippetTools } from './system-packages.mjs';

/** Folder for the runners' reports in JSON, read by test-counts.mjs. */
export const REPORTS_VARIABLE = 'TOKEN_TRAY_TEST_REPORTS';

/** @typedef {{ unit: boolean, e2e: boolean, rest: string[] }} Selection */

/**
 * @param {string[]} args
 * @returns {Selection}
 */
export function selectTests(args) {
  const [first, ...rest] = args;
  if (first === 'unit') return { unit: true, e2e: false, rest };
  if (first === 'e2e') return { unit: false, e2e: true, rest };
  return { unit: true, e2e: true, rest: args };
}

/**
 * @param {string[]} filters
 * @param {string | undefined} reports folder
 */
export function vitestArguments(filters, reports) {
  const report = reports
    ? ['--reporter=default', '--reporter=json', `--outputFile.json=${path.join(reports, 'vitest.json')}`]
    : [];
  return ['run', '--passWithNoTests', ...report, ...filters];
}

/**
 * @param {string[]} filters
 * @param {string | undefined} reports folder
 */
export function playwrightArguments(filters, reports) {
  const report = reports ? ['--reporter=list,json'] : [];
  const passWithNone = filters.length > 0 ? ['--pass-with-no-tests'] : [];
  return ['test', '-c', 'e2e/playwright.config.ts', ...passWithNone, ...report, ...filters];
}

/**
 * @param {string} script path under node_modules
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} [env]
 */
function run(script, args, env = {}) {
  const result = spawnSync(process.execPath, [path.join(repositoryRoot, 'node_modules', script), ...args], {
    cwd: repositoryRoot,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  return result.status ?? 1;
}

async function main() {
  const { unit, e2e, rest } = selectTests(process.argv.slice(2));
  const reports = process.env[REPORTS_VARIABLE];
  let exitCode = 0;
  if (unit) ensureSnippetTools();
  if (unit) exitCode = run('vitest/vitest.mjs', vitestArguments(rest, reports));
  if (e2e && process.platform !== 'linux') {
    console.log(
      'The end-to-end tests run on Linux only: they bring their own desktop session. They were not run.',
    );
  } else if (e2e) {
    const { distPath } = await prepareEndToEnd();
    const env = {
      // Found and checked just now: the runner need not look again.
      ELECTRON_OVERRIDE_DIST_PATH: distPath,
      ...(reports ? { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'playwright.json') } : {}),
    };
    exitCode = run('playwright/cli.js', playwrightArguments(rest, reports), env) || exitCode;
  }
  return exitCode;
}

if (isStartedDirectly(import.meta.url)) await runScript(main);
