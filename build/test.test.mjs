import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from './bundle.mjs';
import { playwrightOutcome, readReports, summary, vitestOutcome } from './test-counts.mjs';
import { playwrightArguments, selectTests, vitestArguments } from './test.mjs';

describe('what npm test runs', () => {
  it('is everything without arguments', () => {
    expect(selectTests([])).toEqual({ unit: true, e2e: true, rest: [] });
  });

  it('is one half when named, with the rest passed on', () => {
    expect(selectTests(['unit', 'src/shared'])).toEqual({ unit: true, e2e: false, rest: ['src/shared'] });
    expect(selectTests(['e2e', '-g', 'tray'])).toEqual({ unit: false, e2e: true, rest: ['-g', 'tray'] });
  });

  it('filters both halves otherwise, and a half with no match is fine', () => {
    expect(selectTests(['clipboard'])).toEqual({ unit: true, e2e: true, rest: ['clipboard'] });
    expect(vitestArguments(['clipboard'], undefined)).toEqual(['run', '--passWithNoTests', 'clipboard']);
    expect(playwrightArguments(['clipboard'], undefined)).toContain('--pass-with-no-tests');
    expect(playwrightArguments([], undefined)).not.toContain('--pass-with-no-tests');
  });

  it('reports in JSON beside the usual output when asked to', () => {
    expect(vitestArguments([], '/reports')).toContain('--outputFile.json=/reports/vitest.json');
    expect(playwrightArguments([], '/reports')).toContain('--reporter=list,json');
  });
});

describe('what came of the tests', () => {
  /** @param {string} status @param {string} title @param {string[]} failureMessages */
  const unitTest = (status, title, ...failureMessages) => ({
    status,
    title,
    ancestorTitles: ['a clock'],
    failureMessages,
  });
  /** @param {string} name */
  const file = (name) => path.join(repositoryRoot, 'src', name);
  const vitest = {
    numPassedTests: 7,
    testResults: [
      {
        name: file('a.test.ts'),
        status: 'passed',
        message: '',
        assertionResults: [unitTest('passed', 'ticks')],
      },
      {
        name: file('b.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [
          unitTest('passed', 'ticks'),
          unitTest('failed', 'strikes', 'AssertionError: expected 1 to be 2\n    at b.test.ts:1:1'),
          unitTest(
            'failed',
            'rings',
            'Error: Property failed after 3 tests\n{ seed: 7, path: "2" }\nCounterexample: …',
          ),
        ],
      },
      { name: file('c.test.ts'), status: 'failed', message: 'no such module\nat', assertionResults: [] },
      {
        name: file('d.test.ts'),
        status: 'failed',
        message: '',
        assertionResults: [unitTest('passed', 'ticks')],
      },
    ],
  };
  /** @param {string} status @param {string[]} messages */
  const endToEndTest = (status, ...messages) => ({
    status,
    results: messages.map((message) => ({ errors: [{ message }] })),
  });
  const playwright = {
    stats: { expected: 3 },
    suites: [
      {
        title: 'tray.spec.ts',
        specs: [{ title: 'is there', tests: [endToEndTest('flaky', 'Error: not yet', 'never read')] }],
        suites: [
          {
            title: 'its menu',
            specs: [
              {
                title: 'opens',
                tests: [
                  endToEndTest('expected'),
                  endToEndTest('unexpected', '\u001b[31mError:\u001b[39m shut\nCall log'),
                ],
              },
            ],
          },
        ],
      },
    ],
    errors: [{ message: 'Error: set-up failed' }],
  };

  it('names each unit test that failed, and each file that failed without one', () => {
    expect(summary(vitestOutcome(vitest), []).split('\n')).toEqual([
      'Failed: src/b.test.ts > a clock > strikes',
      '  AssertionError: expected 1 to be 2',
      'Failed: src/b.test.ts > a clock > rings',
      '  Error: Property failed after 3 tests { seed: 7, path: "2" }',
      'Failed: src/c.test.ts',
      '  no such module',
      'Failed: src/d.test.ts',
      '  failed outside of its tests',
      '7 passed, 4 failed',
    ]);
  });

  it('names each end-to-end test that failed once, and errors outside of tests', () => {
    expect(summary(playwrightOutcome(playwright), []).split('\n')).toEqual([
      'Failed: tray.spec.ts > is there',
      '  Error: not yet',
      'Failed: tray.spec.ts > its menu > opens',
      '  Error: shut',
      'Failed: end to end, outside of the tests',
      '  Error: set-up failed',
      '3 passed, 3 failed',
    ]);
  });

  it('names the other steps that failed', () => {
    expect(summary({ passed: 5, failures: [] }, ['npm run check'])).toBe(
      'Failed: npm run check\n5 passed, 1 failed',
    );
    expect(summary({ passed: 5, failures: [] }, [])).toBe('5 passed, 0 failed');
  });

  it('is read from the reports that are there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
    expect(readReports(folder)).toEqual({ passed: 0, failures: [] });
    writeFileSync(path.join(folder, 'vitest.json'), JSON.stringify(vitest));
    writeFileSync(path.join(folder, 'playwright.json'), JSON.stringify(playwright));
    expect(summary(readReports(folder), []).split('\n').at(-1)).toBe('10 passed, 7 failed');
    rmSync(folder, { recursive: true });
  });
});
