import type { After, Now } from '../ports';

/** Time that goes by only when a test says so. */
export class FakeTimers {
  private awake = 0;
  private asleep = 0;

  readonly clock: Now = () => this.awake + this.asleep;
  private timers: { readonly at: number; readonly work: () => void }[] = [];

  readonly after: After = (ms, work) => {
    const timer = { at: this.awake + ms, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** How many timers have not run yet. */
  get waiting(): number {
    return this.timers.length;
  }

  /** Time goes by without any timer running; they run when time passes the next time, late by as much. */
  sleep(ms: number): void {
    this.asleep += ms;
  }

  /** The program does not run: time goes by, and timers that are due run when time passes the next time. */
  stall(ms: number): void {
    this.awake += ms;
  }

  /** Time goes by, and each timer runs when it is due. */
  pass(ms: number): void {
    const end = this.awake + ms;
    for (;;) {
      const next = this.timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      this.timers = this.timers.filter((timer) => timer !== next);
      this.awake = Math.max(this.awake, next.at);
      next.work();
    }
    this.awake = end;
  }
}
