import { accountKey } from '../../../../shared/account-key';
import { identityOf } from '../../../identities';
import { CommandLineProblem } from '../command-line-outcome';
import type { CommandLineRun } from '../command-line-services';
import { whoseToken } from '../who';

export interface SignOutOptions {
  readonly account?: string;
  readonly client?: string;
}

/** The account in use, or another one. @throws CommandLineProblem */
export async function signOut(
  options: SignOutOptions,
  { state, commands, progress }: CommandLineRun,
): Promise<void> {
  const { identity } = whoseToken(state.value, options);
  const found = identityOf(state.value, { identity });
  const { account } = found ?? {};
  if (found === undefined || account === undefined) throw new CommandLineProblem('Nobody is signed in.', 1);
  const { outcome } = await commands.signOut({
    accountId: accountKey(found.clientApplication.id, account.id),
  });
  if (outcome !== 'done')
    throw new CommandLineProblem(
      'A service principal is signed in as long as its client application is there. Remove that in Token Tray.',
      1,
    );
  progress(`Signed out ${account.username}.\n`);
}
