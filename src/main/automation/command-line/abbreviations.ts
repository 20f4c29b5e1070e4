import type { Command } from 'commander';
import { CommandLineProblem } from './command-line-outcome';

/**
 * Options in full, where a beginning says which: az takes `--res` for nothing, since two options begin with it, and
 * `--outp` for `--output`. @throws CommandLineProblem for a beginning of several
 */
export function withoutAbbreviations(argv: readonly string[], program: Command): readonly string[] {
  let command = program;
  const expanded: string[] = [];
  let isOver = false;
  for (const word of argv) {
    isOver ||= word === '--';
    if (isOver || !word.startsWith('--')) {
      command = command.commands.find((each) => each.name() === word) ?? command;
      expanded.push(word);
      continue;
    }
    const [name = '', ...value] = word.split('=');
    expanded.push([fullName(name, command), ...value].join('='));
  }
  return expanded;
}

function fullName(name: string, { options }: Command): string {
  const names = [...options.flatMap(({ long }) => (long ? [long] : [])), '--help'];
  if (names.includes(name)) return name;
  const fitting = names.filter((each) => each.startsWith(name));
  if (fitting.length > 1)
    throw new CommandLineProblem(`ambiguous option: ${name} could match ${fitting.join(', ')}`, 2);
  return fitting[0] ?? name;
}
