import type { Commands } from '../../commands';
import type { State } from '../../state';
import type { CommandLineRequest } from './protocol';
import type { DoctorFacts } from './doctor-facts';

/** What commands of the command line need of the program. */
export interface CommandLineServices {
  readonly state: State;
  readonly commands: Pick<
    Commands,
    | 'tokenForScript'
    | 'snippetForScript'
    | 'signInForScript'
    | 'signOut'
    | 'readFileForScript'
    | 'exportForScript'
    | 'importForScript'
  >;
  readonly doctorFacts: (left: AbortSignal) => Promise<DoctorFacts>;
}

/** One run of a command. */
export interface CommandLineRun extends CommandLineServices {
  readonly request: CommandLineRequest;
  /** What a person reads while it goes on; ends with a newline. */
  readonly progress: (text: string) => void;
  /** Whoever has asked is gone. */
  readonly left: AbortSignal;
}
