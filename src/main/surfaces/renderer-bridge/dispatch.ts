import {
  commandArguments,
  type CommandMap,
  type CommandName,
  type CommandOutcome,
} from '../../../shared/ipc';
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
  return run(commands, name, args, log);
}

async function run<Name extends CommandName>(
  commands: CommandMap,
  name: Name,
  args: unknown,
  log: Log,
): Promise<CommandOutcome> {
  const parsed = commandArguments[name].safeParse(args);
  if (!parsed.success) {
    log.warn(`refused: ${name} with arguments of a wrong form`);
    return { outcome: 'refused' };
  }
  // The schema was picked by the same name, which the compiler cannot follow through the two look-ups.
  return commands[name](parsed.data as Parameters<CommandMap[Name]>[0]);
}
