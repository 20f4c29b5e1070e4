import { writeFile } from 'node:fs/promises';
import { expect, test as base } from 'playwright/test';
import type { TestInfo } from 'playwright/test';
import { DesktopSession } from './desktop-session';
import { launchProgram } from './program';
import type { LaunchOptions, Program } from './program';
import type { TrayIcon } from './status-notifier';

export { expect };

/** Set with `test.use({ … })`; Playwright's own `colorScheme` is the desktop's, too. */
export interface DesktopFixtureOptions {
  keyring: boolean;
  windowManager: boolean;
  /** Whether the test makes windows complain on purpose. Otherwise it fails when one does. */
  windowsMayComplain: boolean;
}

export interface DesktopFixtures {
  /** This test's own desktop. */
  desktop: DesktopSession;
  /** Starts a program on it; whatever still runs at the end of the test is ended. */
  launch: (options?: LaunchOptions) => Promise<Program>;
  /** Token Tray, started. */
  program: Program;
  /** The icon of the started program. */
  tray: TrayIcon;
}

async function attachTraces(
  programs: readonly Program[],
  desktop: DesktopSession,
  info: TestInfo,
): Promise<void> {
  const opened = desktop.browser.openedUrls();
  if (opened.length > 0) await info.attach('opened-urls.txt', { body: opened.join('\n') });
  for (const [index, program] of programs.entries()) {
    const body = JSON.stringify(program.windowProblems, undefined, 2);
    await info.attach(`program-${index}-window-problems.json`, { body });
    await writeFile(info.outputPath(`program-${index}.log`), program.terminalOutput());
    for (const [number, page] of program.app.windows().entries()) {
      const file = info.outputPath(`program-${index}-window-${number}.png`);
      await page.screenshot({ path: file, timeout: 2_000 }).catch(() => undefined);
    }
  }
}

export const test = base.extend<DesktopFixtureOptions & DesktopFixtures>({
  keyring: [true, { option: true }],
  windowManager: [false, { option: true }],
  windowsMayComplain: [false, { option: true }],

  desktop: async ({ keyring, windowManager, colorScheme }, use) => {
    const desktop = await DesktopSession.start({
      keyring,
      windowManager,
      colorScheme: colorScheme ?? 'no-preference',
    });
    await use(desktop);
    await desktop.stop();
  },

  launch: async ({ desktop, windowsMayComplain }, use, info) => {
    const programs: Program[] = [];
    await use(async (options) => {
      const program = await launchProgram(desktop, options);
      programs.push(program);
      return program;
    });
    if (info.status !== info.expectedStatus) await attachTraces(programs, desktop, info);
    for (const program of programs) await program.kill();
    if (!windowsMayComplain) expect(programs.flatMap(({ windowProblems }) => windowProblems)).toEqual([]);
  },

  program: async ({ launch }, use) => use(await launch()),

  // The icon is there only after the program has started.
  tray: async ({ desktop, program: _started }, use) => use(await desktop.tray.icon()),
});
