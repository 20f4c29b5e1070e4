import type { CommandArguments, CommandName, CommandOutcome } from '../../shared/ipc';
import { showToast } from './toast/toast-store';
import { t } from '../../shared/messages';

/**
 * Gives a command and says so when it was not taken. What it leads to comes with the next snapshot; only forms need
 * the outcome. Never rejects.
 */
export async function runCommand<Name extends CommandName>(
  name: Name,
  args: CommandArguments<Name>,
): Promise<CommandOutcome> {
  let outcome: CommandOutcome;
  try {
    outcome = await window.tokenTray.run(name, args);
  } catch {
    // Main has logged why.
    outcome = { outcome: 'refused' };
  }
  const text = saidOf(outcome);
  if (text !== undefined) showToast({ text });
  return outcome;
}

/** For event handlers, which have nothing to do with the outcome. */
export function command<Name extends CommandName>(name: Name, args: CommandArguments<Name>): void {
  void runCommand(name, args);
}

function saidOf({ outcome }: CommandOutcome): string | undefined {
  switch (outcome) {
    case 'refused':
      return t('toast.refused');
    case 'clipboard-held':
      return t('toast.clipboard-held');
    case 'failed':
      return t('toast.failed');
    case 'done':
    case 'invalid':
      return undefined;
  }
}
