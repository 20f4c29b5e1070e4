import { defineConfig } from 'playwright/test';

export default defineConfig({
  testDir: '.',
  outputDir: 'results',
  globalSetup: './global-setup.ts',
  fullyParallel: true,
  // Each test has a desktop of its own, so they only share the processor.
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  // How long is waited in vain. Nothing is measured by these: a busy machine is slow.
  timeout: 120_000,
  expect: { timeout: 20_000 },
});
