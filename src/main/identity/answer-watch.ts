import type { Fetch } from './network-client';

/** Clocks that differ by less than this do no harm, in ms: what Entra and others allow. */
const harmlessSkew = 5 * 60_000;

/** What the answers of a sign-in service tell beside what they say: its time, and whether it wants a pause. */
export class AnswerWatch {
  private skew: number | undefined;
  private asked: { readonly until: number; readonly tooMany: boolean } | undefined;

  constructor(
    private readonly now: () => number,
    /** The clocks differ harmfully from now on, or no longer. */
    private readonly skewChanged: (clockSkew: number | undefined) => void = () => undefined,
  ) {}

  /** How far this computer's clock is behind, in ms, where that is more than five minutes. */
  get clockSkew(): number | undefined {
    return this.skew;
  }

  /** The pause that is asked for now, if there is one. */
  get pause(): { readonly until: number; readonly tooMany: boolean } | undefined {
    return this.asked !== undefined && this.asked.until > this.now() ? this.asked : undefined;
  }

  /** The same `fetch`, watched. */
  watched(fetch: Fetch): Fetch {
    return async (url, init) => {
      const sentOn = this.now();
      const response = await fetch(url, init);
      this.look(response, sentOn);
      return response;
    };
  }

  private look({ headers, status }: Response, sentOn: number): void {
    const now = this.now();
    const date = Date.parse(headers.get('date') ?? '');
    if (!Number.isNaN(date)) this.setSkew(date - (sentOn + now) / 2);
    const retryAfter = headers.get('retry-after');
    if ((status === 429 || status === 503) && retryAfter !== null) {
      const seconds = Number(retryAfter);
      const until = Number.isNaN(seconds) ? Date.parse(retryAfter) : now + seconds * 1000;
      if (!Number.isNaN(until)) this.asked = { until, tooMany: status === 429 };
    } else if (status < 400) this.asked = undefined;
  }

  private setSkew(skew: number): void {
    const harmful = Math.abs(skew) > harmlessSkew ? Math.round(skew) : undefined;
    const changed = (harmful === undefined) !== (this.skew === undefined);
    this.skew = harmful;
    if (changed) this.skewChanged(harmful);
  }
}
