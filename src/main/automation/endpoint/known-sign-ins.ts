import type { Now } from '../../ports';
import type { Refusal } from './reply';

/** How long the sign-in service is not asked again after it has said that only a sign-in helps, in ms. */
const askedAgainAfter = 5000;

export interface KnownSignIn {
  readonly refusal: Refusal;
  /** It was found out a moment ago: asking again would find the same. */
  readonly isFresh: boolean;
}

/**
 * Which tokens only a sign-in brings, so that whoever asks again is told at once, and the sign-in service is not asked with
 * each request of a loop.
 */
export class KnownSignIns {
  private readonly known = new Map<string, { readonly refusal: Refusal; readonly on: number }>();

  constructor(private readonly now: Now) {}

  find(key: string): KnownSignIn | undefined {
    const found = this.known.get(key);
    if (found === undefined) return undefined;
    const age = this.now() - found.on;
    return { refusal: found.refusal, isFresh: age >= 0 && age < askedAgainAfter };
  }

  note(key: string, refusal: Refusal): void {
    this.known.set(key, { refusal, on: this.now() });
  }

  forget(key: string): void {
    this.known.delete(key);
  }
}
