import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { countPlaywright, countReports, countVitest } from './test-counts.mjs';
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

describe('counts', () => {
  const vitest = {
    numPassedTests: 7,
    numFailedTests: 1,
    testResults: [
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
      { status: 'failed', assertionResults: [{ status: 'failed' }] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  const playwright = { stats: { expected: 3, unexpected: 1, flaky: 1 }, errors: ['set-up failed'] };

  it('takes a test file that does not load for a failure', () => {
    expect(countVitest(vitest)).toEqual({ passed: 7, failed: 2 });
  });

  it('takes flaky tests and errors outside of tests for failures', () => {
    expect(countPlaywright(playwright)).toEqual({ passed: 3, failed: 3 });
  });

  it('sums the reports that are there', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'reports-'));
    expect(countReports(folder)).toEqual({ passed: 0, failed: 0 });
    writeFileSync(path.join(folder, 'vitest.json'), JSON.stringify(vitest));
    writeFileSync(path.join(folder, 'playwright.json'), JSON.stringify(playwright));
    expect(countReports(folder)).toEqual({ passed: 10, failed: 5 });
    rmSync(folder, { recursive: true });
  });
});
