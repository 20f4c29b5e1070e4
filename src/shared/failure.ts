import type { FailureAdvice } from './failure-advices';

/**
 * What went wrong, by what the program does about it: whether a sign-in is asked for, what the preset's row says, whether
 * trying again later is worth it. Decided by OAuth error, suberror and MSAL's error class; what a person is told and
 * offered is `FailureAdvice`.
 */
export const failureKinds = [
  'sign-in-needed',
  'second-factor',
  'consent',
  'wrong-tenant',
  'wrong-account',
  'blocked',
  'declined',
  'timed-out',
  'code-expired',
  'no-browser',
  'client-not-found',
  'credential',
  'resource',
  'invalid-request',
  'tenant',
  'cloud',
  'offline',
  'network',
  'proxy-login',
  'certificate',
  'captive-portal',
  'clock-skew',
  'keyring-locked',
  'busy',
  'throttled',
  'unknown',
] as const;

export type FailureKind = (typeof failureKinds)[number];

/** What a button on the failure page does. The words are under `failure-sheet.<action>`. */
export type FailureAction = CommandedFailureAction | PageFailureAction | OtherFailureAction;

/** Those that main carries out, by the command `failureAction`. */
export const commandedFailureActions = [
  'other-account',
  'admin-consent',
  'copy-consent-link',
  'use-browser',
  'use-device-code',
  /** Of a network that wants people to sign in to it first. */
  'open-sign-in-page',
] as const;
export type CommandedFailureAction = (typeof commandedFailureActions)[number];

/** Those for which there are commands anyway. The first is for the same preset and tenant. */
type OtherFailureAction = 'sign-in' | 'retry' | 'retry-keyring' | 'app-registrations' | 'proxy-login';

/** Those that open a page or a sheet of the window. */
export type PageFailureAction =
  | 'change-client'
  | 'edit-preset'
  | 'choose-tenant'
  | 'switch-cloud'
  | 'public-client-hint'
  | 'edit-credential';

/** For an administrator or a bug report. Holds no token and no account. */
export interface FailureDetails {
  /** The raw text, redacted. */
  readonly text: string;
  readonly errorClass: string;
  readonly error?: string;
  readonly suberror?: string;
  /** `AADSTS50076`; at an AD FS `MSIS9605` */
  readonly code?: string;
  readonly correlationId?: string;
  readonly traceId?: string;
  /** ms since the epoch */
  readonly happenedOn: number;
  /** How the sign-in went that failed; absent: nobody was asked. */
  readonly flow?: 'browser' | 'device-code';
  /** Trying again before this is refused; ms since the epoch. */
  readonly retryAfter?: number;
  /** How far this computer's clock is behind the sign-in service's, in ms; below 0: ahead. */
  readonly clockSkew?: number;
  /** What was to be reached; of a proxy with its port. */
  readonly host?: string;
  /** What Chromium or Node calls it: `ERR_TUNNEL_CONNECTION_FAILED`. */
  readonly networkError?: string;
  readonly certificate?: CertificateDetails;
  /** A proxy has refused what it was given the last time. */
  readonly proxyWasWrong?: true;
}

/** A certificate that was not trusted. */
export interface CertificateDetails {
  readonly host: string;
  readonly issuer?: string;
  readonly subject?: string;
  /** ms since the epoch */
  readonly validUntil?: number;
  /** `ERR_CERT_AUTHORITY_INVALID` */
  readonly reason: string;
}

export interface Failure {
  readonly kind: FailureKind;
  readonly details: FailureDetails;
}

/** What the things involved are called, as far as they are known. */
export interface FailureNames {
  readonly tenant?: string;
  readonly client?: string;
  readonly cloud?: string;
  /** On the page only; what is copied for an administrator has no account in it. */
  readonly account?: string;
}

/** What was asked for a token, by the ids that an administrator and the window's pages know it by. */
export interface FailurePlace {
  readonly clientApplicationId: string;
  readonly clientId: string;
  /** A GUID, a domain or `organizations`. */
  readonly tenant: string;
  /** See `accountKey`. */
  readonly accountId?: string;
}

/** A failure as surfaces show it. */
export interface FailureView extends Failure {
  /** The preset that was asked for; absent for a plain sign-in. */
  readonly preset?: { readonly id: string; readonly name: string };
  readonly advice: FailureAdvice;
  /** At most three, the best first. */
  readonly actions: readonly FailureAction[];
  readonly names: FailureNames;
  /** Absent: the client application is gone. */
  readonly place?: FailurePlace;
}
