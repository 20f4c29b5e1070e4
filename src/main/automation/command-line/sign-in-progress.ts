import type { SignInView } from '../../../shared/snapshot';
import type { CommandLineRun } from './command-line-services';

/** Says what a person has to do to sign in, until it is called back. */
export function followSignIn({ state, progress }: Pick<CommandLineRun, 'state' | 'progress'>): () => void {
  const said = new Set<string>();
  return state.subscribe(({ signIn }) => {
    const text = signIn === undefined ? undefined : wordsOf(signIn);
    if (text === undefined || said.has(text)) return;
    said.add(text);
    progress(`${text}\n`);
  });
}

function wordsOf({ flow, deviceCode, browserFailed, linkReady }: SignInView): string | undefined {
  if (deviceCode !== undefined)
    return `To sign in, open ${deviceCode.verificationUri} and enter the code ${deviceCode.userCode}.`;
  if (flow === 'device-code') return undefined;
  if (browserFailed)
    return "No browser could be opened. End this with Ctrl+C and try 'token-tray sign-in --device-code'.";
  return linkReady ? 'Sign in in the browser that has just opened.' : undefined;
}
