import type { After } from '../ports';

/** Time that goes by only when a test says so. */
export class FakeTimers {
  private now = 0;
  private timers: { readonly at: number; readonly work: () => void }[] = [];

  readonly after: After = (ms, work) => {
    const timer = { at: this.now + ms, work };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((other) => other !== timer);
    };
  };

  /** How many timers have not run yet. */
  get waiting(): number {
    return this.timers.length;
  }

  pass(ms: number): void {
    this.now += ms;
    const due = this.timers.filter(({ at }) => at <= this.now);
    this.timers = this.timers.filter(({ at }) => at > this.now);
    due.forEach(({ work }) => work());
  }
}
