import type { ClientApplicationDraft } from '../../../shared/client-application';
import { runCommand } from '../run-command';
import { usePending } from '../use-pending';

/** The ways to begin that need no more than a click, and the one with a form. */
export interface WaysIn {
  /** What is under way. */
  readonly pending: 'organisation' | 'azure-cli' | 'demo' | undefined;
  readonly chooseOrganisation: (draft: ClientApplicationDraft) => void;
  readonly chooseAzureCli: () => void;
  readonly chooseDemo: () => void;
}

/** Adds a client application of one kind; one at a time. */
export function useWaysIn(): WaysIn {
  const { pending, start } = usePending<NonNullable<WaysIn['pending']>>();
  return {
    pending,
    chooseOrganisation: (draft) => start('organisation', () => runCommand('chooseOrganisationApp', draft)),
    chooseAzureCli: () => start('azure-cli', () => runCommand('chooseAzureCli', {})),
    chooseDemo: () => start('demo', () => runCommand('chooseDemo', {})),
  };
}
