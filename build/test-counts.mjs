/**
 * `node build/test-counts.mjs <folder> [<failed step> …]`: what failed, by the reports of both test runners and by name of
 * the steps beside them, and then one line, `N passed, N failed`.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { stripVTControlCharacters } from 'node:util';
import { repositoryRoot } from './bundle.mjs';
import { isStartedDirectly, readJson, runScript } from './script.mjs';

/** @typedef {{ name: string, message: string }} Failure */
/** @typedef {{ passed: number, failures: Failure[] }} Outcome */

/** @typedef {{ status: string, ancestorTitles: string[], title: string, failureMessages: string[] }} VitestTest */
/** @typedef {{ name: string, status: string, message: string, assertionResults: VitestTest[] }} VitestFile */
/** @typedef {{ numPassedTests: number, testResults: VitestFile[] }} VitestReport */

/** @typedef {{ message?: string }} PlaywrightError */
/** @typedef {{ status: string, results: { errors: PlaywrightError[] }[] }} PlaywrightTest */
/** @typedef {{ title: string, specs: { title: string, tests: PlaywrightTest[] }[], suites?: PlaywrightSuite[] }} PlaywrightSuite */
/** @typedef {{ stats: { expected: number }, suites: PlaywrightSuite[], errors: PlaywrightError[] }} PlaywrightReport */

/** @param {string[]} titles */
const fullName = (titles) => titles.join(' > ');

/**
 * A test file that fails without a test that does, as it does not load or what it does afterwards fails, counts as one.
 * @param {VitestReport} report
 * @returns {Outcome}
 */
export function vitestOutcome({ numPassedTests, testResults }) {
  const failures = testResults
    .filter(({ status }) => status === 'failed')
    .flatMap(({ name, message, assertionResults }) => {
      const file = path.relative(repositoryRoot, name);
      const tests = assertionResults.filter(({ status }) => status === 'failed');
      return tests.length === 0
        ? [{ name: file, message: message || 'failed outside of its tests' }]
        : tests.map(({ ancestorTitles, title, failureMessages }) => ({
            name: fullName([file, ...ancestorTitles, title]),
            message: failureMessages[0] ?? '',
          }));
    });
  return { passed: numPassedTests, failures };
}

/**
 * A test that passed only when repeated counts as failed; so does every error outside of tests.
 * @param {PlaywrightReport} report
 * @returns {Outcome}
 */
export function playwrightOutcome({ stats, suites, errors }) {
  const outside = errors.map(({ message = '' }) => ({ name: 'end to end, outside of the tests', message }));
  const failures = suites.flatMap((suite) => playwrightFailures(suite, []));
  return { passed: stats.expected, failures: [...failures, ...outside] };
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} above
 * @returns {Failure[]}
 */
function playwrightFailures({ title, specs, suites = [] }, above) {
  const titles = [...above, title];
  const failed = specs.flatMap((spec) =>
    spec.tests
      .filter(({ status }) => status === 'unexpected' || status === 'flaky')
      .map(({ results }) => ({
        name: fullName([...titles, spec.title]),
        message: results.flatMap(({ errors }) => errors)[0]?.message ?? '',
      })),
  );
  return [...failed, ...suites.flatMap((suite) => playwrightFailures(suite, titles))];
}

/**
 * @template Report
 * @param {string} file
 * @param {(report: Report) => Outcome} read
 * @returns {Outcome}
 */
function readReport(file, read) {
  return existsSync(file) ? read(/** @type {Report} */ (readJson(file))) : { passed: 0, failures: [] };
}

/**
 * @param {string} folder
 * @returns {Outcome}
 */
export function readReports(folder) {
  const unit = readReport(path.join(folder, 'vitest.json'), vitestOutcome);
  const endToEnd = readReport(path.join(folder, 'playwright.json'), playwrightOutcome);
  return { passed: unit.passed + endToEnd.passed, failures: [...unit.failures, ...endToEnd.failures] };
}

/**
 * What a message begins with. The first line of a property's says nothing but that it failed: the seed comes after it.
 * @param {string} message
 */
function headline(message) {
  const [first = '', second = ''] = stripVTControlCharacters(message).split('\n');
  return second.startsWith('{ seed: ') ? `${first} ${second}` : first;
}

/**
 * @param {Outcome} outcome
 * @param {string[]} failedSteps which the reports cannot know of: steps beside the tests, or a runner that ended early
 */
export function summary({ passed, failures }, failedSteps) {
  const failed = [
    ...failures.map(
      ({ name, message }) => `Failed: ${stripVTControlCharacters(name)}\n  ${headline(message)}`,
    ),
    ...failedSteps.map((step) => `Failed: ${step}`),
  ];
  return [...failed, `${passed} passed, ${failed.length} failed`].join('\n');
}

if (isStartedDirectly(import.meta.url)) {
  await runScript(() => {
    const [folder = '', ...failedSteps] = process.argv.slice(2);
    const outcome = readReports(folder);
    console.log(summary(outcome, failedSteps));
    return outcome.failures.length + failedSteps.length > 0 ? 1 : 0;
  });
}
