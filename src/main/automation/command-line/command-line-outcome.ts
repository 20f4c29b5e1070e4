/** What a command comes to. What is `stdout` is the answer and nothing else. */
export interface CommandLineOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Ends a command: a plain sentence for stderr, and the exit code. 1: it did not work; 2: the arguments are wrong. */
export class CommandLineProblem extends Error {
  override readonly name = 'CommandLineProblem';

  constructor(
    text: string,
    readonly exitCode: 1 | 2,
    /** What an administrator asks for, a line each. */
    readonly details: readonly string[] = [],
  ) {
    super(text);
  }
}
