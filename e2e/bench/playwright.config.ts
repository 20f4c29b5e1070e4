import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  testMatch: '**/*.bench.ts',
  outputDir: '../results/bench',
  globalSetup: '../global-setup.ts',
  // One at a time: two programs that start at once would measure each other.
  workers: 1,
  retries: 0,
  reporter: [['list'], ['./table-reporter.ts']],
  timeout: 15 * 60_000,
  expect: { timeout: 10_000 },
});
