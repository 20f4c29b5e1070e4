import type { TestInfo } from 'playwright/test';
import type { Comparison } from '../../build/bench-figures.mjs';

export const COMPARISON_ATTACHMENT = 'comparison';

/** Puts a comparison into the table at the end. */
export async function report(info: TestInfo, comparison: Comparison): Promise<void> {
  await info.attach(COMPARISON_ATTACHMENT, {
    body: JSON.stringify(comparison),
    contentType: 'application/json',
  });
}
