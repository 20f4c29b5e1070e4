import type { SignInFlow, SignInFlows } from './identity/sign-in';

/** Which ways to sign in are used: what the settings say, or for one sign-in what the person has just asked for. */
export class SignInFlowChoice {
  private wanted: SignInFlow | undefined;

  constructor(private readonly setting: () => SignInFlows) {}

  /** For the next sign-in only. */
  once(flow: SignInFlow): void {
    this.wanted = flow;
  }

  take(): SignInFlows {
    const flow = this.wanted;
    this.wanted = undefined;
    return flow ?? this.setting();
  }
}
