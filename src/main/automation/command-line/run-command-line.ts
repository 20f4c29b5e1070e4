import { withoutAbbreviations } from './abbreviations';
import { buildAz, buildProgram, nothingWritten, outcomeOf, type Written } from './build-program';
import type { CommandLineOutcome } from './command-line-outcome';
import type { CommandLineRun } from './command-line-services';
import type { Command } from 'commander';

/** Carries out one command line. */
export async function runCommandLine(run: CommandLineRun): Promise<CommandLineOutcome> {
  const { argv } = run.request;
  if (run.state.value.forbidden.includes('commandLine'))
    return {
      exitCode: 1,
      stdout: '',
      stderr: 'ERROR: Your organisation does not allow the command line of Token Tray.\n',
    };
  const written = nothingWritten();
  if (argv[0] !== 'az') return parse(argv, buildProgram(run, written), written);
  return parse(argv.slice(1), buildAz(run, written), written);
}

async function parse(
  argv: readonly string[],
  program: Command,
  written: Written,
): Promise<CommandLineOutcome> {
  const details = argv.includes('--debug') || argv.includes('--verbose');
  try {
    await program.parseAsync([...withoutAbbreviations(argv, program)], { from: 'user' });
    return written;
  } catch (error) {
    return outcomeOf(error, written, details);
  }
}
