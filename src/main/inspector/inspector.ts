import { findToken } from '../../shared/inspector/find-token';
import type {
  InspectedOrigin,
  InspectedView,
  InspectionSlot,
  InspectionView,
  VerificationView,
} from '../../shared/inspector/inspection';
import { readToken } from '../../shared/inspector/read-token';
import type { KnownNames } from '../../shared/inspector/token-facts';
import type { Cloud } from '../identity/clouds';
import type { Fetch } from '../identity/network-client';
import type { After, Now } from '../ports';

export interface InspectorOptions {
  /** What is shown has changed; undefined: nothing is any more. */
  readonly changed: (view: InspectionView | undefined) => void;
  readonly names: KnownNames;
  readonly clouds: () => readonly Cloud[];
  readonly fetch: Fetch;
  readonly after: After;
  readonly now: Now;
}

interface Held {
  readonly token: string;
  readonly view: InspectedView;
}

/** How long a token is kept after it was looked into, in ms. */
export const keptFor = 10 * 60_000;

/**
 * Holds the tokens that the inspector shows, in memory only and for ten minutes at most. What is shown of them has neither
 * the token nor its signature.
 */
export class Inspector {
  private held: Readonly<Partial<Record<InspectionSlot, Held>>> = {};
  private count = 0;
  private stopTimer: (() => void) | undefined;

  constructor(private readonly options: InspectorOptions) {}

  /** Looks into a token that the program has got. */
  take(slot: InspectionSlot, token: string, origin: Extract<InspectedOrigin, { kind: 'preset' }>): void {
    this.put(slot, token, origin, undefined);
  }

  /** Looks for a token in what somebody has pasted, and into that. */
  takeText(slot: InspectionSlot, text: string): void {
    const { token, name, ...found } = findToken(text);
    const origin = { kind: 'pasted' as const, ...found, ...(name === undefined ? {} : { name }) };
    this.put(slot, token, origin, name);
  }

  /** The token itself, for the clipboard and for the field that reveals it. */
  token(slot: InspectionSlot): string | undefined {
    return this.held[slot]?.token;
  }

  view(slot: InspectionSlot): InspectedView | undefined {
    return this.held[slot]?.view;
  }

  /** Forgets one token. The second takes the place of the first. */
  forgetOne(slot: InspectionSlot): void {
    const { first, second } = this.held;
    const left = slot === 'first' ? second : first;
    this.set(left === undefined ? {} : { first: left });
  }

  forget(): void {
    if (Object.keys(this.held).length > 0) this.set({});
  }

  /** Forgets what is over its time. For after a sleep, which timers do not count. */
  forgetIfDue(): void {
    const now = this.options.now();
    const { first, second } = this.held;
    // A clock that was put back must not make it longer.
    const isKept = (held: Held | undefined): held is Held =>
      held !== undefined && held.view.forgottenOn > now && held.view.forgottenOn <= now + keptFor;
    const [one, other] = [first, second].filter(isKept);
    if (one === first && other === second) return this.schedule();
    this.set({
      ...(one === undefined ? {} : { first: one }),
      ...(other === undefined ? {} : { second: other }),
    });
  }

  /** Checks the signature with its issuer's keys. False: there is no signed token. */
  async verify(slot: InspectionSlot): Promise<boolean> {
    const held = this.held[slot];
    if (held?.view.token.kind !== 'signed') return false;
    const { facts, warnings } = held.view.token;
    const { origin, id } = held.view;
    this.setVerification(id, { state: 'checking' });
    // Brings jose, which most people never need.
    const { verifySignature } = await import('./verify-signature');
    const verdict = await verifySignature(
      {
        token: held.token,
        hasSignature: !warnings.some(({ kind }) => kind === 'unsigned'),
        issuer: facts.issuer,
        audience: facts.audience?.id,
        cloudId: origin.kind === 'preset' ? origin.cloudId : undefined,
      },
      { clouds: this.options.clouds(), fetch: this.options.fetch },
    );
    this.setVerification(id, verdict);
    return true;
  }

  private put(
    slot: InspectionSlot,
    token: string,
    origin: InspectedOrigin,
    name: Parameters<typeof readToken>[1],
  ): void {
    this.count += 1;
    const view: InspectedView = {
      id: this.count,
      origin,
      forgottenOn: this.options.now() + keptFor,
      token: readToken(token, name, this.options.names),
    };
    // Nothing is compared with nothing.
    const place = this.held.first === undefined ? 'first' : slot;
    this.set({ ...this.held, [place]: { token, view } });
  }

  /** What was checked may have made room for another token meanwhile. */
  private setVerification(id: number, verification: VerificationView): void {
    const withVerdict = Object.entries(this.held).map(([slot, held]) => [
      slot,
      held.view.id === id ? { ...held, view: { ...held.view, verification } } : held,
    ]);
    this.set(Object.fromEntries(withVerdict) as typeof this.held);
  }

  private set(held: typeof this.held): void {
    this.held = held;
    this.schedule();
    const { first, second } = held;
    if (first === undefined && second === undefined) return this.options.changed(undefined);
    this.options.changed({
      ...(first === undefined ? {} : { first: first.view }),
      ...(second === undefined ? {} : { second: second.view }),
    });
  }

  private schedule(): void {
    this.stopTimer?.();
    this.stopTimer = undefined;
    const ends = Object.values(this.held).map(({ view }) => view.forgottenOn);
    if (ends.length === 0) return;
    const left = Math.max(0, Math.min(...ends) - this.options.now());
    this.stopTimer = this.options.after(Math.min(left, keptFor), () => this.forgetIfDue());
  }
}
