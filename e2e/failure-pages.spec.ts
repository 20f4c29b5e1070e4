import { exampleView, failureExamples } from '../src/main/test-support/failure-examples';
import type { FailureView } from '../src/shared/failure';
import { failureWords } from '../src/shared/failure-words';
import { ipcChannels } from '../src/shared/ipc-channels';
import type { Snapshot } from '../src/shared/snapshot';
import type { SnapshotUpdate } from '../src/shared/snapshot-update';
import { expect, test } from './desktop/fixtures';
import type { Program } from './desktop/program';
import { lookAt } from './look';
import { enterDemo, whenTenantsAreRead } from './person';

/** Shows the window a failure that nothing has led to: there are more of them than a test could bring about. */
async function showFailure(program: Program, snapshot: Snapshot, failure: FailureView): Promise<void> {
  await program.app.evaluate(
    ({ BrowserWindow }, { channel, update }) => {
      for (const window of BrowserWindow.getAllWindows()) window.webContents.send(channel, update);
    },
    {
      channel: ipcChannels.snapshotUpdate,
      update: { kind: 'whole', snapshot: { ...snapshot, failure } } satisfies SnapshotUpdate,
    },
  );
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme });
    test.setTimeout(360_000);

    test('every failure page looks right to a person and to axe', async ({ program, desktop }) => {
      const page = await enterDemo(program, desktop);
      const look = lookAt(page, colorScheme);
      // What the sign-in still finds out would take the place of what is shown.
      await whenTenantsAreRead(page);
      const snapshot = await page.evaluate(() => window.tokenTray.getSnapshot());
      for (const [index, example] of failureExamples.entries()) {
        const view = exampleView(example);
        // Each is another one to the window.
        const details = { ...view.details, happenedOn: view.details.happenedOn + index };
        await showFailure(program, snapshot, { ...view, details });
        const sheet = page.getByRole('dialog');
        const { what } = failureWords(view, () => '');
        await expect(sheet.getByRole('heading', { level: 2 })).toHaveText(what);
        await expect(sheet.getByRole('button', { name: 'Copy for my administrator' })).toBeVisible();
        await expect
          .poll(() => sheet.getByRole('button').count())
          .toBeGreaterThanOrEqual(view.actions.length + 2);
        await look(`failure-page-${String(index).padStart(2, '0')}-${example.advice}`);
      }
    });
  });
}
