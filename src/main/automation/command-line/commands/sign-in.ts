import { clientNameOf } from '../../../identities';
import { parseAccess } from '../../../../shared/scopes';
import { CommandLineProblem } from '../command-line-outcome';
import type { CommandLineRun } from '../command-line-services';
import type { Answer } from '../output/answer';
import { noToken } from '../problems';
import { followSignIn } from '../sign-in-progress';
import { whoseToken } from '../who';
import { accountList } from './accounts';

export interface SignInOptions {
  readonly deviceCode?: boolean;
  readonly tenant?: string;
  readonly client?: string;
  readonly scope?: readonly string[];
}

/** Opens the browser, or says a code to type, and waits. @throws CommandLineProblem */
export async function signIn(options: SignInOptions, run: CommandLineRun): Promise<Answer> {
  const { state, commands, left, progress } = run;
  const { identity } = whoseToken(state.value, {
    ...(options.client === undefined ? {} : { client: options.client }),
    ...(options.tenant === undefined ? {} : { tenant: options.tenant }),
  });
  const unfollow = followSignIn(run);
  try {
    const answer = await commands.signInForScript({
      identity,
      flow: options.deviceCode === true ? 'device-code' : undefined,
      scopes: options.scope === undefined ? undefined : scopesOf(options.scope),
      left,
    });
    if (answer.outcome !== 'signed-in') throw noToken(state.value, answer, run.request.argv);
    const account = answer.identity.account;
    const signedIn = accountList(state.value).filter(({ user }) => {
      const { username } = account ?? {};
      return typeof user === 'object' && user !== null && 'name' in user && user['name'] === username;
    });
    progress(`Signed in to ${clientNameOf(answer.identity.clientApplication)}.\n`);
    return { value: signedIn };
  } finally {
    unfollow();
  }
}

function scopesOf(texts: readonly string[]): readonly string[] {
  const read = parseAccess('scopes', texts.join(' '));
  if (!read.ok)
    throw new CommandLineProblem(
      '--scope has to be scopes of one API, such as https://graph.microsoft.com/.default.',
      1,
    );
  return read.scopes;
}
