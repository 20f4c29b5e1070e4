import { Argument, Command, CommanderError } from 'commander';
import { copyFormats } from '../../../shared/copy-format';
import { CommandLineProblem, type CommandLineOutcome } from './command-line-outcome';
import type { CommandLineRun } from './command-line-services';
import { accountListAnswer, accountShow } from './commands/accounts';
import { cloudList } from './commands/clouds';
import { doctorAnswer, doctorText, findings } from './commands/doctor';
import {
  getAccessToken,
  withAzTokenOptions,
  withTokenOptions,
  type TokenOptions,
} from './commands/get-access-token';
import { presetExport, presetImport, presetList, presetShow } from './commands/presets';
import { signIn, type SignInOptions } from './commands/sign-in';
import { signOut, type SignOutOptions } from './commands/sign-out';
import { completionScript, shells, type CompletionShell } from './completion';
import { withGlobalOptions, type GlobalOptions } from './global-options';
import type { Answer, WrittenAnswer } from './output/answer';
import { formatOutput } from './output/format-output';
import { QueryProblem } from './output/query';

/** What a run writes, as it comes. */
export interface Written {
  exitCode: number;
  stdout: string;
  stderr: string;
}

export const nothingWritten = (): Written => ({ exitCode: 0, stdout: '', stderr: '' });

const examples = `
Examples:
  token-tray get-access-token --resource https://vault.azure.net
  token-tray get-access-token --preset "Key Vault" --query accessToken -o tsv
  token-tray get-access-token --preset "Key Vault" --format curl
  token-tray account list -o table
  token-tray doctor

Token Tray has to be signed in: token-tray sign-in. Nothing here opens a browser unless you say --interactive or sign-in.
`;

/** The commands of the command line. Each writes to `written`; none writes anywhere else. */
export function buildProgram(run: CommandLineRun, written: Written): Command {
  const program = rootCommand('token-tray', written)
    .description('Tokens of Microsoft Entra ID from Token Tray, for scripts.')
    .version(run.state.value.appVersion, '-v, --version')
    .addHelpText('after', examples);
  const write = writer(run, written);
  withTokenOptions(program.command('get-access-token'))
    .description('a token, as az account get-access-token gives it')
    .addHelpText('after', `\nFormats: ${copyFormats.join(', ')}, or the name of a template.\n`)
    .action((options: TokenOptions) => write.written(options, () => getAccessToken(options, run)));
  addAccount(program, run, write);
  addPresets(program, run, write);
  withGlobalOptions(program.command('sign-in'))
    .description('sign in, in the browser or with a code')
    .option('--device-code', 'with a code, on any device')
    .option('-t, --tenant <tenant>', 'to this tenant')
    .option('--client <client>', 'with another client application')
    .option('--scope <scopes...>', 'for these scopes, with what they ask for')
    .action((options: GlobalOptions & SignInOptions) => write.answer(options, () => signIn(options, run)));
  withGlobalOptions(program.command('sign-out'))
    .description('sign the account in use out, or another one')
    .option('--account <account>', 'user name')
    .option('--client <client>', 'of this client application')
    .action((options: GlobalOptions & SignOutOptions) => signOut(options, run));
  const clouds = program.command('clouds').description('clouds');
  withGlobalOptions(clouds.command('list'))
    .description('all clouds, and the one in use')
    .action((options: GlobalOptions) => write.answer(options, () => cloudList(run.state.value)));
  addDoctor(program, run, written, write);
  program
    .command('completion')
    .description('completion for a shell')
    .addArgument(new Argument('<shell>', 'which shell').choices(shells))
    .action((shell: CompletionShell) => {
      written.stdout += completionScript(shell, program);
    });
  // Before the options of its own are read: they are az's.
  program
    .command('az')
    .description('answers as az does, and gives all else to the real one')
    .allowUnknownOption();
  return program;
}

/** What `token-tray az` answers itself, with az's own options and no others. */
export function buildAz(run: CommandLineRun, written: Written): Command {
  const az = rootCommand('az', written);
  const write = writer(run, written);
  const account = az.command('account');
  withAzTokenOptions(account.command('get-access-token')).action((options: TokenOptions) =>
    write.written(options, () => getAccessToken(options, run)),
  );
  addAccountCommands(account, run, write);
  return az;
}

function rootCommand(name: string, written: Written): Command {
  return new Command(name)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => {
        written.stdout += text;
      },
      writeErr: (text) => {
        written.stderr += text;
      },
      outputError: (text, out) => out(text.replace(/^error: /i, 'ERROR: ')),
    })
    .showSuggestionAfterError()
    .configureHelp({ sortSubcommands: false });
}

interface Writer {
  answer(options: GlobalOptions, make: () => Answer | Promise<Answer>): Promise<void>;
  written(options: GlobalOptions, make: () => WrittenAnswer | Promise<WrittenAnswer>): Promise<void>;
}

function writer({ request }: CommandLineRun, written: Written): Writer {
  const put = (options: GlobalOptions, answer: Answer): void => {
    const { output: format, query } = options;
    written.stdout += formatOutput(answer, { format, query, isTerminal: request.isTerminal });
  };
  return {
    answer: async (options, make) => put(options, await make()),
    written: async (options, make) => {
      const { answer, text, warning } = await make();
      if (answer !== undefined) put(options, answer);
      if (text !== undefined) written.stdout += text;
      if (warning !== undefined && options.onlyShowErrors !== true) written.stderr += `WARNING: ${warning}\n`;
    },
  };
}

function addAccount(program: Command, run: CommandLineRun, write: Writer): void {
  addAccountCommands(
    program.command('account').description('accounts and subscriptions, without any token'),
    run,
    write,
  );
}

function addAccountCommands(account: Command, { state }: CommandLineRun, write: Writer): void {
  withGlobalOptions(account.command('list'))
    .description('accounts of the cloud in use, with a line for each subscription')
    .option('--all', 'of all clouds, with subscriptions that cannot be used')
    .option('--refresh', 'the same: Token Tray keeps them up to date')
    .action((options: GlobalOptions & { readonly all?: boolean }) =>
      write.written(options, () => accountListAnswer(state.value, options.all === true)),
    );
  withGlobalOptions(account.command('show'))
    .description('the account in use')
    .option('-s, --subscription <subscription>', 'id or name of another one')
    .option('-n, --name <subscription>', 'the same')
    .action((options: GlobalOptions & { readonly subscription?: string; readonly name?: string }) =>
      write.answer(options, () => accountShow(state.value, options.subscription ?? options.name)),
    );
}

function addPresets(program: Command, run: CommandLineRun, write: Writer): void {
  const presets = program.command('presets').description('saved APIs');
  withGlobalOptions(presets.command('list'))
    .description('all presets of the cloud in use')
    .action((options: GlobalOptions) => write.answer(options, () => presetList(run)));
  withGlobalOptions(presets.command('show'))
    .description('all of one preset')
    .argument('<preset>', 'name or id')
    .action((name: string, options: GlobalOptions) => write.answer(options, () => presetShow(name, run)));
  withGlobalOptions(presets.command('export'))
    .description('a file to share; never with a secret')
    .argument('[presets...]', 'names or ids; none: all')
    .option('--file <file>', 'where to; absent: standard output')
    .action((names: readonly string[], options: GlobalOptions & { readonly file?: string }) =>
      write.written(options, () => presetExport(names, options.file, run)),
    );
  withGlobalOptions(presets.command('import'))
    .description('presets from a file, also of Postman or REST Client')
    .argument('<file>', '- for standard input')
    .option('--replace', 'what is there already becomes what the file has')
    .option('--keep-both', 'what is there already stays, beside what the file has')
    .action(
      (file: string, options: GlobalOptions & { readonly replace?: boolean; readonly keepBoth?: boolean }) =>
        write.answer(options, () =>
          presetImport(file, options.replace ? 'replace' : options.keepBoth ? 'keep-both' : 'refuse', run),
        ),
    );
}

function addDoctor(program: Command, run: CommandLineRun, written: Written, write: Writer): void {
  withGlobalOptions(program.command('doctor'))
    .description('what is wrong, and what to do')
    .action(async (options: GlobalOptions, command: Command) => {
      const all = findings(run.state.value, await run.doctorFacts(run.left));
      if (all.some(({ result }) => result === 'failed')) written.exitCode = 1;
      if (command.getOptionValueSource('output') === 'default' && options.query === undefined) {
        written.stdout += doctorText(all);
        return;
      }
      await write.answer(options, () => doctorAnswer(all));
    });
}

/** What was thrown, as what is written. @throws what nobody has foreseen */
export function outcomeOf(error: unknown, written: Written, details: boolean): CommandLineOutcome {
  if (error instanceof CommanderError) return { ...written, exitCode: error.exitCode === 0 ? 0 : 2 };
  if (error instanceof CommandLineProblem) {
    // The code, the correlation id and the time are always there: whoever asks for help needs them.
    const lines = [
      `ERROR: ${error.message}`,
      ...(details ? error.details : error.details.slice(0, 6)).map((each) => `  ${each}`),
    ];
    return { ...written, exitCode: error.exitCode, stderr: `${written.stderr}${lines.join('\n')}\n` };
  }
  if (error instanceof QueryProblem)
    return { ...written, exitCode: 1, stderr: `${written.stderr}ERROR: --query: ${error.message}\n` };
  throw error;
}
