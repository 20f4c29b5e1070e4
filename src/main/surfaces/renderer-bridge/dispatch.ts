import {
  commandArguments,
  type CommandMap,
  type CommandName,
  type CommandOutcome,
} from '../../../shared/ipc';
import { errorName } from '../../error-words';
import type { Log } from '../../ports';

const isCommandName = (name: unknown): name is CommandName =>
  typeof name === 'string' && Object.hasOwn(commandArguments, name);

/** Runs a command that came from outside, if it is one, and if its arguments fit its schema. */
export async function dispatch(
  commands: CommandMap,
  name: unknown,
  args: unknown,
  log: Log,
): Promise<CommandOutcome> {
  if (!isCommandName(name)) {
    log.warn('refused: a command that does not exist');
    return { outcome: 'refused' };
  }
  const parsed = commandArguments[name].safeParse(args);
  if (!parsed.success) {
    log.warn(`refused: ${name} with arguments of a wrong form`);
    return { outcome: 'refused' };
  }
  // The compiler cannot see that method and schema were picked by the same name.
  const command = commands[name].bind(commands) as (args: unknown) => Promise<CommandOutcome>;
  try {
    return await command(parsed.data);
  } catch (error) {
    log.error(`${name} failed: ${errorName(error)}`);
    return { outcome: 'failed' };
  }
}
