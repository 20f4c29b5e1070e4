import type { Now } from '../../ports';

/**
 * Lets so many through in each second, by key: a bucket that fills up evenly, so that a burst as large as a second's worth
 * is let through at once.
 */
export class RateLimit {
  private readonly buckets = new Map<string, { left: number; filledOn: number }>();

  constructor(
    /** In each second. */
    private readonly rate: number,
    /** In ms; only differences matter. */
    private readonly clock: Now,
  ) {}

  /** Whether there is room for one more, which is taken. */
  take(key: string): boolean {
    const now = this.clock();
    const bucket = this.buckets.get(key) ?? { left: this.rate, filledOn: now };
    const filled = bucket.left + (Math.max(0, now - bucket.filledOn) / 1000) * this.rate;
    const left = Math.min(this.rate, filled);
    const isThere = left >= 1;
    this.buckets.set(key, { left: isThere ? left - 1 : left, filledOn: now });
    return isThere;
  }
}
