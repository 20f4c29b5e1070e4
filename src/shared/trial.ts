import type { ClaimsAsk } from './claims-challenge';
import type { Delivery } from './delivery';
import type { SampleRequest } from './preset';

/** What is shown of an answer at most, in bytes. */
export const mostShown = 1024 * 1024;

/** What is kept of an answer at most, in bytes, so that it can be saved. */
export const mostKept = 64 * 1024 * 1024;

/** The page on which a preset's sample requests are sent. */
export interface TrialView {
  readonly preset: { readonly id: string; readonly name: string };
  /** With all that is known filled in. */
  readonly requests: readonly SampleRequest[];
  /** The one that is chosen. */
  readonly index: number;
  /** Why there is nothing to send. */
  readonly unavailable?:
    { readonly why: 'no-requests' } | { readonly why: 'database'; readonly delivery: Delivery };
  readonly phase: TrialPhase;
  /** When the phase began, in ms since the epoch. */
  readonly since: number;
  /** Bytes of the answer so far. */
  readonly received: number;
  readonly answer?: TrialAnswer;
  readonly problem?: TrialProblem;
}

/** `token`: it is being got. `sending`: the answer has not begun. `receiving`: it has. `ended`: there is an answer or a problem. */
export type TrialPhase = 'ready' | 'token' | 'sending' | 'receiving' | 'ended' | 'cancelled';

export interface TrialAnswer {
  /** Of the request that it answers; what stands on the page may be another one by now. */
  readonly method: SampleRequest['method'];
  readonly url: string;
  readonly status: number;
  /** From sending to the first byte, and to the last, in ms. */
  readonly firstByteAfter: number;
  readonly total: number;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: TrialBody;
  readonly advice?: TrialAdvice;
}

export interface TrialBody {
  readonly kind: 'none' | 'json' | 'text' | 'binary';
  /** As the answer says it; empty where it does not. */
  readonly contentType: string;
  /** In bytes, as far as it was read. */
  readonly size: number;
  /** There was more than is kept. */
  readonly isCut: boolean;
  /** Of `json` and `text`; at most `mostShown`, without the token where the answer has it. */
  readonly text: string;
  /** There is more than `text`. */
  readonly isShortened: boolean;
}

/** Why there is no answer. */
export type TrialProblem =
  | { readonly kind: 'offline' | 'timed-out'; readonly host: string }
  /** Chromium's name for it. */
  | { readonly kind: 'network'; readonly host: string; readonly name: string }
  | {
      readonly kind: 'certificate';
      readonly host: string;
      readonly issuer?: string;
      readonly trouble: CertificateTrouble;
    }
  /** The registry did not exchange the token. */
  | { readonly kind: 'exchange'; readonly host: string; readonly status: number }
  /** Chromium does not send it. */
  | { readonly kind: 'unsendable'; readonly host: string };

export type CertificateTrouble =
  'unknown-issuer' | 'expired' | 'not-yet-valid' | 'wrong-host' | 'revoked' | 'other';

/** What an answer that is no success means, and what it says is missing. */
export type TrialAdvice =
  /** The API wants more of the token than it has. */
  | { readonly kind: 'challenge'; readonly asks: readonly ClaimsAsk[] }
  | { readonly kind: 'unauthorized'; readonly reason: UnauthorizedReason; readonly said?: string }
  | { readonly kind: 'forbidden'; readonly missing: MissingPermission }
  | { readonly kind: 'redirect'; readonly location: string; readonly host: string }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'throttled' | 'server'; readonly retryAfter?: number }
  | { readonly kind: 'other-client' };

export type UnauthorizedReason = 'audience' | 'expired' | 'tenant' | 'signature' | 'scheme' | 'unknown';

/** What a refusal says is missing, in the words of the service it came from. */
export type MissingPermission =
  /** An action of Azure's role-based access control, on a scope. */
  | {
      readonly kind: 'action';
      readonly action: string;
      readonly scope?: string;
      readonly isDataAction: boolean;
    }
  /** One of these permissions of an API (delegated or of an application). */
  | { readonly kind: 'permissions'; readonly anyOf: readonly string[]; readonly has: readonly string[] }
  /** One of these built-in roles. */
  | { readonly kind: 'roles'; readonly anyOf: readonly string[] }
  /** A permission of a vault's access policy. */
  | { readonly kind: 'access-policy'; readonly permission: string; readonly vault: string }
  /** A permission in Azure DevOps, Dataverse, or another service with permissions of its own. */
  | { readonly kind: 'permission'; readonly permission: string; readonly where?: string }
  /** A firewall or network rule, which no role opens. */
  | { readonly kind: 'network'; readonly address?: string }
  /** A policy of the organisation. */
  | { readonly kind: 'policy'; readonly policy?: string }
  /** It does not say. */
  | { readonly kind: 'unsaid'; readonly said?: string };
