import type { TestProgram } from '../../test-program';
import type { CommandLineOutcome } from './command-line-outcome';
import type { DoctorFacts } from './doctor-facts';
import { runCommandLine } from './run-command-line';

export const healthy: DoctorFacts = {
  versions: { program: '1.2.3', electron: '45.4.1', system: 'Linux 6.1' },
  hasKeyring: true,
  proxy: 'DIRECT',
  reached: [{ what: 'sign-in', cloud: 'Demo', address: 'https://login.example/', took: 12 }],
  clockSkew: 0,
};

interface Wish {
  readonly input?: string;
  readonly isTerminal?: boolean;
  readonly facts?: DoctorFacts;
  readonly left?: AbortSignal;
}

/** One command over the program, without a socket; `progress` is what a person reads while it goes on. */
export async function typed(
  program: TestProgram,
  line: string | readonly string[],
  { input, isTerminal = false, facts = healthy, left = new AbortController().signal }: Wish = {},
): Promise<CommandLineOutcome & { readonly progress: string }> {
  let progress = '';
  const outcome = await runCommandLine({
    state: program.state,
    commands: program.commands,
    doctorFacts: () => Promise.resolve(facts),
    request: {
      argv: typeof line === 'string' ? line.split(' ') : [...line],
      folder: program.folder,
      isTerminal,
      version: '1.2.3',
      ...(input === undefined ? {} : { input }),
    },
    progress: (text) => (progress += text),
    left,
  });
  return { ...outcome, progress };
}

export const json = ({ stdout }: CommandLineOutcome): unknown => JSON.parse(stdout);
