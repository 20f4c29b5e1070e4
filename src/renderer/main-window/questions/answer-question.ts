import type { CommandArguments, CommandOutcome } from '../../../shared/ipc';
import type { Question } from '../../../shared/question';
import { runCommand } from '../run-command';

/** Never rejects. */
export const answerQuestion = (
  { id }: Question,
  answer: CommandArguments<'answerQuestion'>['answer'],
): Promise<CommandOutcome> => runCommand('answerQuestion', { questionId: id, answer });
