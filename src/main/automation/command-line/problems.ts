import type { ScriptAnswer } from '../../script-tokens';
import { scriptFailure } from '../../script-failure';
import type { AppState } from '../../state';
import { CommandLineProblem } from './command-line-outcome';

/** What to do, where a sign-in is all it takes; az's own command has no `--interactive`. */
function signInHint([command]: readonly string[]): string {
  if (command === 'sign-in') return '';
  return command === 'az'
    ? " Run 'token-tray sign-in'."
    : " Run 'token-tray sign-in', or this again with --interactive.";
}

/** Why there is no token, as an error of the command line. @param argv what was typed */
export function noToken(
  state: AppState,
  answer: Exclude<ScriptAnswer, { outcome: 'token' }>,
  argv: readonly string[],
): CommandLineProblem {
  const { text, rows } = scriptFailure(state, answer);
  const signInHelps =
    answer.outcome === 'not-signed-in' || (answer.outcome === 'failed' && answer.failure.interaction.needed);
  return new CommandLineProblem(
    signInHelps ? `${text}${signInHint(argv)}` : text,
    1,
    rows.map(({ name, value }) => `${name}: ${value}`),
  );
}
