import { cpus, loadavg } from 'node:os';
import type { FullResult, Reporter, TestCase, TestResult } from 'playwright/types/testReporter';
import { comparisonTable } from '../../build/bench-figures.mjs';
import type { Comparison } from '../../build/bench-figures.mjs';
import { COMPARISON_ATTACHMENT } from './comparison';

/** Prints what the bench files have measured, in one table at the end. */
export default class TableReporter implements Reporter {
  private readonly comparisons: Comparison[] = [];

  onTestEnd(_test: TestCase, { attachments }: TestResult): void {
    for (const { name, body } of attachments) {
      if (name === COMPARISON_ATTACHMENT && body)
        this.comparisons.push(JSON.parse(body.toString()) as Comparison);
    }
  }

  onEnd({ status }: FullResult): void {
    if (this.comparisons.length === 0) return;
    const processors = cpus();
    const load = loadavg()[0]?.toFixed(1) ?? '';
    process.stdout.write(
      [
        '',
        'Medians, quartiles in parentheses.',
        `${processors.length} × ${processors[0]?.model ?? 'unknown processor'}, load ${load} in the last minute.`,
        '',
        comparisonTable(this.comparisons),
        '',
        'A copy is timed in the window, from the command until the answer is back: it takes at most that long.',
        'Pages that programs share are divided among them, so other Electrons that run now make the memory look smaller.',
        '',
        ...(status === 'passed' ? [] : ['Not everything could be measured, see above.', '']),
      ].join('\n'),
    );
  }
}
