import { resolve } from 'node:path';

/** What only the program's own starts have; see `start-arguments.ts`. */
const startSwitches = new Set(['--at-login', '--palette', '--copy-last']);

/** Those that a person types for the command line before any command. */
const ownSwitches = new Set(['--help', '-h', '--version', '-v']);

/**
 * The arguments of a command line; undefined: this is a start of the program itself. Whoever starts a packaged program
 * gives them after its path, and otherwise after the path of its folder. A `--` before them is dropped: behind it Chromium
 * takes nothing for its own, nor refuses a switch behind an address, as Electron does on Windows.
 */
export function commandLineArguments(
  argv: readonly string[],
  /** Of the program, where it is not packaged. */
  folder: string | undefined,
): readonly string[] | undefined {
  const given = argv.slice(1);
  const own = folder === undefined ? given : given.slice(folderIndex(given, folder) + 1);
  const first = own.findIndex((each) => each === '--' || ownSwitches.has(each) || !each.startsWith('-'));
  const before = first < 0 ? own : own.slice(0, first);
  if (first < 0 || before.some((each) => startSwitches.has(each))) return undefined;
  const rest = own.slice(first);
  const words = rest[0] === '--' ? rest.slice(1) : rest;
  return words.length === 0 ? undefined : words;
}

function folderIndex(given: readonly string[], folder: string): number {
  const index = given.findIndex((each) => resolve(each) === folder);
  return index < 0 ? given.findIndex((each) => !each.startsWith('-')) : index;
}
