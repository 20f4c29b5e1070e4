import type { FailureAdvice } from './failure-advice';

/**
 * What went wrong, by what the program does about it: whether a sign-in may help, whether another try may. Decided by
 * OAuth error, suberror, MSAL's error class and what the network said, never by an AADSTS number.
 */
export type FailureKind =
  | 'sign-in-needed'
  | 'second-factor'
  | 'consent'
  | 'blocked'
  | 'declined'
  | 'timed-out'
  | 'code-expired'
  | 'client-not-found'
  | 'credential'
  | 'wrong-tenant'
  | 'wrong-account'
  | 'resource'
  | 'offline'
  | 'network'
  | 'proxy-login'
  | 'certificate'
  | 'captive-portal'
  | 'throttled'
  | 'busy'
  | 'unknown';

/** What a button on the failure page does. */
export type FailureAction =
  | 'sign-in'
  | 'retry'
  | 'other-account'
  | 'choose-tenant'
  | 'switch-cloud'
  | 'change-client'
  | 'edit-preset'
  | 'edit-credential'
  | 'admin-consent'
  | 'copy-consent-link'
  | 'use-browser'
  | 'public-client-hint'
  | 'proxy-login'
  | 'open-sign-in-page'
  | 'app-registrations';

/** A certificate that was not trusted, as much of it as helps whoever has to mend it. */
export interface CertificateDetails {
  readonly host: string;
  readonly issuer: string;
  readonly subject: string;
  /** ms since the epoch */
  readonly validUntil: number;
}

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
  /** Until when the service wants to be left alone, in ms since the epoch. */
  readonly retryAfter?: number;
  /** How far this computer's clock is behind the service's, in ms, where that is more than five minutes. */
  readonly clockSkew?: number;
  /** Where the network ended: a host, a proxy. */
  readonly host?: string;
  readonly certificate?: CertificateDetails;
  /** How it was tried; absent for what needs no person. */
  readonly flow?: 'browser' | 'device-code';
}

export interface Failure {
  readonly kind: FailureKind;
  readonly details: FailureDetails;
}

/** What is involved in a failure, in the words of the window. */
export interface FailureNames {
  /** The preset that was asked for, or words for a plain sign-in. */
  readonly name: string;
  readonly tenant: string;
  readonly client: string;
  readonly cloud: string;
  readonly host: string;
  readonly issuer: string;
}

/** A failure as surfaces show it. */
export interface FailureView extends Failure {
  /** Chooses the words and the buttons. */
  readonly advice: FailureAdvice;
  readonly names: FailureNames;
  /** The preset that was asked for; absent for a plain sign-in. */
  readonly preset?: { readonly id: string; readonly name: string };
  /** The client application that was used. */
  readonly clientApplicationId?: string;
  /** At most three, the best first. */
  readonly actions: readonly FailureAction[];
}
