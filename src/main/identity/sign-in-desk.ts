import type { DeviceCode } from './device-code-sign-in';
import type { SignIn, SignInFlow } from './sign-in';
import type { TokenAnswer } from './token-service';

/** A sign-in under way, as much of it as can be shown. */
export interface SignInProgress {
  readonly clientApplicationId: string;
  /** What it is for; absent for a plain sign-in. */
  readonly purpose: string | undefined;
  readonly flow: SignInFlow;
  readonly canSwitch: boolean;
  /** ms since the epoch */
  readonly endsOn: number;
  readonly browserFailed: boolean;
  readonly link: string | undefined;
  readonly deviceCode: DeviceCode | undefined;
}

/** Whose sign-in it is, and for what. */
export interface SignInOwner {
  readonly clientApplicationId: string;
  readonly purpose: string | undefined;
}

interface Running {
  readonly owner: SignInOwner;
  readonly signIn: SignIn;
  readonly finished: Promise<TokenAnswer>;
}

/** There is one browser and one person, so one sign-in at a time, whichever client application it is for. */
export class SignInDesk {
  private running: Running | undefined;

  constructor(private readonly changed: (progress: SignInProgress | undefined) => void) {}

  get current(): Pick<Running, 'owner' | 'finished'> | undefined {
    return this.running;
  }

  get link(): string | undefined {
    return this.running?.signIn.link;
  }

  get deviceCode(): DeviceCode | undefined {
    return this.running?.signIn.deviceCode;
  }

  /** Only to be called when no other one is under way. @throws what `finish` throws */
  async run(
    owner: SignInOwner,
    signIn: SignIn,
    finish: (signIn: SignIn) => Promise<TokenAnswer>,
  ): Promise<TokenAnswer> {
    const finished = finish(signIn);
    this.running = { owner, signIn, finished };
    this.report();
    try {
      return await finished;
    } finally {
      this.running = undefined;
      this.changed(undefined);
    }
  }

  /** Tells what can be shown of it now. */
  report(): void {
    if (this.running === undefined) return;
    const { owner, signIn } = this.running;
    this.changed({
      ...owner,
      flow: signIn.currentFlow,
      canSwitch: signIn.canSwitch,
      endsOn: signIn.endsOn,
      browserFailed: signIn.browserFailed,
      link: signIn.link,
      deviceCode: signIn.deviceCode,
    });
  }

  cancel(): void {
    this.running?.signIn.cancel();
  }

  openAgain(): void {
    this.running?.signIn.openAgain();
  }

  switchTo(flow: SignInFlow): void {
    this.running?.signIn.switchTo(flow);
  }
}
