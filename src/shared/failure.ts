/**
 * What went wrong, by what a person can do about it. Decided by OAuth error, suberror and MSAL's error class; the
 * message catalogue has the words under `failure.<kind>.*`.
 */
export type FailureKind =
  | 'sign-in-needed'
  | 'second-factor'
  | 'consent'
  | 'blocked'
  | 'declined'
  | 'timed-out'
  | 'client-not-found'
  | 'wrong-tenant'
  | 'wrong-account'
  | 'resource'
  | 'offline'
  | 'network'
  | 'busy'
  | 'unknown';

/** What a button on the failure page does. */
export type FailureAction = 'sign-in' | 'retry' | 'change-client' | 'edit-preset';

/** For an administrator or a bug report. Holds no token and no account. */
export interface FailureDetails {
  /** The raw text, redacted. */
  readonly text: string;
  readonly errorClass: string;
  readonly error?: string;
  readonly suberror?: string;
  /** `AADSTS50076` */
  readonly code?: string;
  readonly correlationId?: string;
  readonly traceId?: string;
  /** ms since the epoch */
  readonly happenedOn: number;
}

export interface Failure {
  readonly kind: FailureKind;
  readonly details: FailureDetails;
}

/** A failure as surfaces show it. */
export interface FailureView extends Failure {
  /** The preset that was asked for; absent for a plain sign-in. */
  readonly preset?: { readonly id: string; readonly name: string };
  /** At most three, the best first. */
  readonly actions: readonly FailureAction[];
}

/** What to offer for a failure. A policy that blocks is not undone by trying again, so nothing is offered there. */
export function failureActions(kind: FailureKind, clientKind: string | undefined): readonly FailureAction[] {
  switch (kind) {
    case 'sign-in-needed':
    case 'second-factor':
    case 'consent':
    case 'declined':
    case 'timed-out':
    case 'wrong-tenant':
    case 'wrong-account':
      return ['sign-in'];
    case 'blocked':
      return clientKind === 'azure-cli' ? ['change-client'] : [];
    case 'client-not-found':
      return ['change-client'];
    case 'resource':
      return ['edit-preset'];
    case 'offline':
    case 'network':
    case 'busy':
    case 'unknown':
      return ['retry'];
  }
}
