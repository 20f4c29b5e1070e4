import type { CopyFormat } from '../../shared/copy-format';
import type { CommandOutcome } from '../../shared/ipc';
import { beginAnew, timesHidden } from './uses';

/** How long to wait for a copy before closing, in ms. A cached token takes a few; a sign-in takes as long as it takes. */
const patience = 150;

const { tokenTray } = window;

/** How long to wait for a picture before closing without it, in ms. */
const paintsWithin = 50;

/** Resolves when what was drawn last has been painted. */
const painted = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
    setTimeout(resolve, paintsWithin);
  });

/**
 * Closes the palette, with nothing left in it of this use. A hidden page paints nothing, and what it painted last is
 * seen for a moment when it is shown again: https://github.com/electron/electron/issues/8410
 */
export function closePalette(): void {
  const hiddenBefore = timesHidden();
  beginAnew();
  void painted().then(async () => {
    // A hidden page's timers are late, and by now somebody may have opened the palette again.
    if (timesHidden() === hiddenBefore) await tokenTray.run('closePalette', {});
  });
}

export function openMainWindow(): void {
  void tokenTray.run('openMainWindow', {});
  closePalette();
}

function copy(presetId: string, format: CopyFormat | 'default'): Promise<CommandOutcome> {
  if (format === 'default') return tokenTray.run('copyInDefaultFormat', { presetId });
  if (format === 'token') return tokenTray.run('copyToken', { presetId });
  return tokenTray.run('copySnippet', { presetId, format });
}

/**
 * Copies and closes the palette. What takes longer than a moment goes on without it, and a notification says how it
 * ended. When the command is not taken, the palette stays, and the answer is why.
 */
export async function copyAndClose(
  presetId: string,
  format: CopyFormat | 'default',
): Promise<'closed' | 'refused' | 'failed'> {
  const hiddenBefore = timesHidden();
  const late = new Promise<'late'>((resolve) => setTimeout(() => resolve('late'), patience));
  const outcome = await Promise.race([
    // Main has logged what went wrong.
    copy(presetId, format).then(
      (answer) => answer.outcome,
      () => 'failed' as const,
    ),
    late,
  ]);
  if (outcome === 'refused' || outcome === 'failed') return outcome;
  if (timesHidden() === hiddenBefore) closePalette();
  return 'closed';
}
