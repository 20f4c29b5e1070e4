import type { SignInFlow, SignInFlows } from './identity/sign-in';

/** Which ways to sign in are used: what the settings say, or for one sign-in what the person has just asked for. */
export class SignInFlowChoice {
  private wanted: SignInFlow | undefined;

  constructor(
    private readonly setting: () => SignInFlows,
    /** The organisation has laid down which one is used. */
    private readonly isLocked: () => boolean = () => false,
  ) {}

  /** For the next sign-in only, and only while `work` goes on. */
  async once<Result>(flow: SignInFlow, work: () => Promise<Result>): Promise<Result> {
    this.wanted = this.isLocked() ? undefined : flow;
    try {
      return await work();
    } finally {
      this.wanted = undefined;
    }
  }

  take(): SignInFlows {
    const flow = this.wanted;
    this.wanted = undefined;
    return flow ?? this.setting();
  }
}
