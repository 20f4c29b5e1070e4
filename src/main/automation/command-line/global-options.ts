import { InvalidArgumentError, Option, type Command } from 'commander';
import jmespath from 'jmespath';
import { outputFormats, type OutputFormat } from './output/answer';

export interface GlobalOptions {
  readonly output: OutputFormat;
  readonly query?: string;
  readonly debug?: boolean;
  readonly verbose?: boolean;
  readonly onlyShowErrors?: boolean;
}

function parseFormat(text: string): OutputFormat {
  const found = outputFormats.find((each) => each === text.toLowerCase());
  if (found === undefined) throw new InvalidArgumentError(`Allowed values: ${outputFormats.join(', ')}.`);
  return found;
}

function parseQuery(text: string): string {
  try {
    jmespath.search(null, text);
  } catch (error) {
    // What only does not fit the `null` is for later.
    if (error instanceof Error && ['ParserError', 'LexerError'].includes(error.name))
      throw new InvalidArgumentError('This is no JMESPath expression: https://jmespath.org.');
  }
  return text;
}

/** Those that every command of az has. */
export const withGlobalOptions = (command: Command): Command =>
  command
    .addOption(
      new Option('-o, --output <format>', `output format: ${outputFormats.join(', ')}`)
        .default('json')
        .argParser(parseFormat),
    )
    .addOption(new Option('--query <JMESPath>', 'JMESPath query of the answer').argParser(parseQuery))
    .option('--verbose', 'more about what went wrong')
    .option('--debug', 'all about what went wrong; never a token')
    .option('--only-show-errors', 'no warnings');
