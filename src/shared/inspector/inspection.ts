import type { CloudId } from '../preset';
import type { MalformedProblem } from './decode-token';
import type { TokenName, TokenPlace } from './find-token';
import type { OpaqueHint } from './opaque-tokens';
import type { TokenFacts } from './token-facts';

/** What the inspector shows: one token, or two side by side. Neither a token nor its signature is in here, ever. */
export interface InspectionView {
  readonly first?: InspectedView;
  readonly second?: InspectedView;
}

export const inspectionSlots = ['first', 'second'] as const;
export type InspectionSlot = (typeof inspectionSlots)[number];

/** Why there is nothing to look into. */
export type InspectProblem = 'inspect-empty' | 'inspect-too-long' | 'inspect-clipboard-empty';

/** Where a token came from. */
export type InspectedOrigin =
  | { readonly kind: 'preset'; readonly presetId: string; readonly name: string; readonly cloudId: CloudId }
  | {
      readonly kind: 'pasted';
      readonly place: TokenPlace;
      readonly name?: TokenName;
      readonly others: number;
    };

export interface InspectedView {
  /** Of this token among all that were inspected since the start. */
  readonly id: number;
  readonly origin: InspectedOrigin;
  /** ms since the epoch; when it is forgotten by itself */
  readonly forgottenOn: number;
  readonly token: TokenView;
  readonly verification?: VerificationView;
}

export type TokenView =
  | {
      readonly kind: 'signed';
      readonly header: PartView;
      readonly payload: PartView;
      readonly facts: TokenFacts;
      readonly warnings: readonly TokenWarning[];
    }
  | { readonly kind: 'encrypted'; readonly header: PartView }
  | { readonly kind: 'opaque'; readonly hint: OpaqueHint; readonly length: number }
  | { readonly kind: 'malformed'; readonly problem: MalformedProblem };

/** Header or payload. */
export interface PartView {
  /** As it was written, with only its blanks changed. */
  readonly json: string;
  readonly claims: readonly ClaimView[];
}

export interface ClaimView {
  readonly name: string;
  /** A text as it reads; anything else as JSON on one line. */
  readonly text: string;
  readonly isText: boolean;
  /** Of a list of texts, numbers and the like: each as it reads. */
  readonly items?: readonly string[];
  /** ms since the epoch, of one that is a time. */
  readonly time?: number;
  /** Another member has the same name: programs differ in which one they take. */
  readonly isRepeated: boolean;
}

/** What somebody who looks at the token should know. */
export type TokenWarning =
  | { readonly kind: 'unsigned' }
  | { readonly kind: 'repeated-names'; readonly names: string }
  | { readonly kind: 'big-numbers'; readonly names: string }
  | { readonly kind: 'distributed-claims'; readonly names: string }
  | { readonly kind: 'holds-tokens' }
  /** Its times make no sense: it ends before it begins. */
  | { readonly kind: 'times-crossed' };

export type VerificationView =
  | { readonly state: 'checking' }
  | {
      readonly state: 'good';
      readonly keyId: string;
      /** The host that has published the key. */
      readonly by: string;
    }
  | { readonly state: 'not-good'; readonly reason: 'unsigned' | 'signature' | 'other-issuer' }
  | { readonly state: 'unknown'; readonly reason: UncheckedReason; readonly detail?: string };

export type UncheckedReason =
  /** Microsoft Graph changes the header of its tokens before they are signed, and only it knows how. */
  | 'graph-only'
  | 'issuer-missing'
  | 'issuer-unknown'
  | 'issuer-differs'
  | 'tenant-not-found'
  | 'key-not-found'
  | 'algorithm'
  | 'offline'
  | 'unexpected-answer';
