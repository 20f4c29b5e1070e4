import type { CopyFormat } from '../../shared/copy-format';
import type { CommandOutcome } from '../../shared/ipc';

/** How long to wait for a copy before closing, in ms. A cached token takes a few; a sign-in takes as long as it takes. */
const patience = 150;

const { tokenTray } = window;

export function closePalette(): void {
  void tokenTray.run('closePalette', {});
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
  closePalette();
  return 'closed';
}
