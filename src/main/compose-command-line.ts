import { CommandLineServer } from './automation/command-line/command-line-server';
import type { CommandLineServices } from './automation/command-line/command-line-services';
import { errorName } from './error-words';
import type { Log } from './ports';

export interface CommandLineParts extends CommandLineServices {
  readonly userData: string;
  readonly runtimeFolder: string | undefined;
  readonly platform: NodeJS.Platform;
  readonly log: Log;
}

/** What answers the command line. What carries commands out is loaded with the first one. */
export function composeCommandLine({
  userData,
  runtimeFolder,
  platform,
  log,
  ...services
}: CommandLineParts): CommandLineServer {
  return new CommandLineServer({
    userData,
    runtimeFolder,
    platform,
    log,
    run: async (request, progress, left) => {
      const { runCommandLine } = await import('./automation/command-line/run-command-line');
      return runCommandLine({ ...services, request, progress, left });
    },
  });
}

/** Without it the program goes on: only the command line does not reach it. */
export async function startCommandLine(server: CommandLineServer, log: Log): Promise<void> {
  try {
    await server.start();
  } catch (error) {
    log.error(`the command line cannot be answered: ${errorName(error)}`);
  }
}
