/** `node build/test-counts.mjs <folder>`: one line, `N passed, N failed`, over the reports of both test runners. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { isStartedDirectly, readJson, runScript } from './script.mjs';

/** @typedef {{ passed: number, failed: number }} Counts */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: { status: string, assertionResults: { status: string }[] }[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number }, errors: unknown[] }} PlaywrightReport */

/**
 * A test file that does not even load has no tests, and counts as one that failed.
 * @param {VitestReport} report
 * @returns {Counts}
 */
export function countVitest({ numPassedTests, numFailedTests, testResults }) {
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return { passed: numPassedTests, failed: numFailedTests + brokenFiles.length };
}

/**
 * A test that passed only when repeated counts as failed; so does every error outside of tests.
 * @param {PlaywrightReport} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Counts} count
 * @returns {Counts}
 */
function countFile(file, count) {
  return existsSync(file) ? count(/** @type {Report} */ (readJson(file))) : { passed: 0, failed: 0 };
}

/**
 * @param {string} folder
 * @returns {Counts}
 */
export function countReports(folder) {
  const unit = countFile(path.join(folder, 'vitest.json'), countVitest);
  const endToEnd = countFile(path.join(folder, 'playwright.json'), countPlaywright);
  return { passed: unit.passed + endToEnd.passed, failed: unit.failed + endToEnd.failed };
}

if (isStartedDirectly(import.meta.url)) {
  await runScript(() => {
    const { passed, failed } = countReports(String(process.argv[2]));
    // Failures the reports cannot know of: steps before the tests, or a runner that ended early.
    const otherFailures = Number(process.argv[3] ?? 0);
    console.log(`${passed} passed, ${failed + otherFailures} failed`);
    return failed + otherFailures > 0 ? 1 : 0;
  });
}
