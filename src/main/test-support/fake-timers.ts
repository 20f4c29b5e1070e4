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

  pass(ms: number): void {
    this.awake += ms;
    const due = this.timers.filter(({ at }) => at <= this.awake);
    this.timers = this.timers.filter(({ at }) => at > this.awake);
    due.forEach(({ work }) => work());
  }
}
