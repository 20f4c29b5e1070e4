import { z } from 'zod';
import type { Failure, FailureDetails, FailureKind } from '../../shared/failure';
import { isPolicyCode } from '../../shared/failure-advice';
import { networkCause, type NetworkCause } from './network-causes';
import { redact } from './redact';

/**
 * Why no token could be had. `failure` is for surfaces and holds no token and no account.
 */
export class TokenFailure extends Error {
  override readonly name = 'TokenFailure';

  constructor(
    readonly failure: Failure,
    /** A sign-in in the browser may help; with these claims, if there are any. */
    readonly interaction: { readonly needed: boolean; readonly claims?: string },
    cause?: unknown,
  ) {
    super(failure.kind, { cause });
  }
}

/** The person ended the sign-in in Token Tray. That is no failure to tell them about. */
export class SignInCancelled extends Error {
  override readonly name = 'SignInCancelled';
}

/** Nobody finished the sign-in in the browser in time. */
export class SignInTimedOut extends Error {
  override readonly name = 'SignInTimedOut';
}

/** Nobody typed the device code in time. */
export class DeviceCodeExpired extends Error {
  override readonly name = 'DeviceCodeExpired';
}

/** The system has no browser, or would not open it, and nobody has used the link instead. */
export class NoBrowser extends Error {
  override readonly name = 'NoBrowser';
}

/** What is needed is kept encrypted, and there is no key today. */
export class KeyringLocked extends Error {
  override readonly name = 'KeyringLocked';
}

/** The person goes on with the other way to sign in. Never leaves `SignIn`. */
export class FlowSwitched extends Error {
  override readonly name = 'FlowSwitched';
}

/** MSAL's errors by their shape. `errorNo` is a number at run time though typed as text. */
const msalErrorSchema = z.object({
  name: z.string(),
  errorCode: z.string(),
  errorMessage: z.string().optional().catch(undefined),
  subError: z.string().optional().catch(undefined),
  claims: z.string().optional().catch(undefined),
  correlationId: z.string().optional().catch(undefined),
  errorNo: z.union([z.string(), z.number()]).optional().catch(undefined),
  status: z.number().optional().catch(undefined),
});
type MsalError = z.infer<typeof msalErrorSchema>;

/** What is known beside the error itself. */
export interface FailureContext {
  /** The one sent with the request, for errors that carry none. */
  readonly correlationId?: string | undefined;
  /** How far this computer's clock is behind the service's, in ms, where that is more than five minutes. */
  readonly clockSkew?: number | undefined;
  /** Until when the service has asked for a pause, in ms since the epoch, and whether that was for too many requests. */
  readonly pause?: { readonly until: number; readonly tooMany: boolean } | undefined;
  readonly flow?: FailureDetails['flow'];
  /** An application that signs in as itself: what is wrong with it is its credential. */
  readonly isServicePrincipal?: boolean;
}

interface Verdict {
  readonly kind: FailureKind;
  readonly interactionNeeded: boolean;
}

/**
 * Turns whatever was thrown on the way to a token into a failure. Decided by error class, OAuth error and suberror:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes says AADSTS numbers are not to be relied on.
 */
export function tokenFailure(error: unknown, happenedOn: number, context: FailureContext = {}): TokenFailure {
  if (error instanceof TokenFailure) return error;
  const parsed = msalErrorSchema.safeParse(error);
  const msal = parsed.success ? meantBy(parsed.data) : undefined;
  const text = error instanceof Error ? error.message : String(error);
  const code = codeOf(msal, text);
  const network = networkCause(error);
  const found = verdict(error, { msal, code, network, context });
  const { kind, interactionNeeded } = paused(found, context, happenedOn);
  const claims = msal?.claims;
  const failure: Failure = {
    kind,
    details: {
      ...detailsOf(msal, text, code, context),
      errorClass: error instanceof Error ? error.name : typeof error,
      ...network?.details,
      happenedOn,
    },
  };
  return new TokenFailure(failure, { needed: interactionNeeded, ...(claims ? { claims } : {}) }, error);
}

/** Some of MSAL's errors have the OAuth error elsewhere. */
function meantBy(msal: MsalError): MsalError {
  // While a device code is polled for: the service's error is the message of one of MSAL's own.
  const polled =
    /\b(authorization_declined|access_denied|expired_token|code_expired|bad_verification_code)\b/;
  if (msal.errorCode === 'post_request_failed')
    return { ...msal, errorCode: polled.exec(msal.errorMessage ?? '')?.[1] ?? msal.errorCode };
  // Refused by MSAL itself, since the service has asked for a pause: then the error is AADSTS numbers, or nothing.
  if (msal.name === 'ServerError' && /^[\d ]*$/.test(msal.errorCode)) {
    const number = msal.errorCode.split(' ')[0] ?? '';
    return {
      ...msal,
      errorCode: 'temporarily_unavailable',
      status: 429,
      errorNo: filled(msal.errorNo) ?? number,
    };
  }
  return msal;
}

const filled = <Text extends string | number>(text: Text | undefined): Text | undefined =>
  text === '' ? undefined : text;

function detailsOf(
  msal: MsalError | undefined,
  text: string,
  code: string | undefined,
  { correlationId: sent, clockSkew, flow, pause }: FailureContext,
): Omit<FailureDetails, 'errorClass' | 'happenedOn'> {
  // MSAL leaves it empty where it has none.
  const correlationId = filled(msal?.correlationId) ?? sent;
  const traceId = /Trace ID:\s*([0-9a-f-]{36})/i.exec(text)?.[1];
  return {
    text: redact(text),
    ...(msal === undefined ? {} : { error: redact(msal.errorCode) }),
    ...(msal?.subError ? { suberror: redact(msal.subError) } : {}),
    ...(code === undefined ? {} : { code }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(traceId === undefined ? {} : { traceId }),
    ...(flow === undefined ? {} : { flow }),
    ...(clockSkew === undefined ? {} : { clockSkew }),
    ...(pause === undefined ? {} : { retryAfter: pause.until }),
  };
}

/** Of Entra, or of an AD FS. */
function codeOf(msal: MsalError | undefined, text: string): string | undefined {
  const inText = /\b(AADSTS\d{4,8}|MSIS\d{3,5})\b/.exec(text)?.[0];
  if (inText !== undefined) return inText;
  const number = String(msal?.errorNo ?? '');
  return /^\d{4,8}$/.test(number) ? `AADSTS${number}` : undefined;
}

/** A service that has asked for a pause is busy, whatever it calls that. */
function paused(found: Verdict, { pause }: FailureContext, now: number): Verdict {
  if (pause === undefined || pause.until <= now || found.interactionNeeded) return found;
  return pausing.has(found.kind) ? final(pause.tooMany ? 'throttled' : 'busy') : found;
}

const pausing: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'busy',
  'throttled',
  'captive-portal',
  'unknown',
]);

const final = (kind: FailureKind): Verdict => ({ kind, interactionNeeded: false });
const signIn = (kind: FailureKind): Verdict => ({ kind, interactionNeeded: true });

interface Evidence {
  readonly msal: MsalError | undefined;
  readonly code: string | undefined;
  readonly network: NetworkCause | undefined;
  readonly context: FailureContext;
}

function verdict(error: unknown, evidence: Evidence): Verdict {
  const { msal, network, context } = evidence;
  if (error instanceof Error) {
    const kind = ownErrors[error.name];
    if (kind !== undefined) return final(kind);
  }
  if (network !== undefined && mayBeNetwork(msal)) return final(network.kind);
  if (msal === undefined) return final('unknown');
  if (isAboutSignature(msal, context)) return final('clock-skew');
  const answer =
    msal.name === 'InteractionRequiredAuthError' ? interactionRequired(msal) : otherError(msal, evidence);
  // A service principal has no person to ask.
  return context.isServicePrincipal === true ? final(answer.kind) : answer;
}

/** Token Tray's own, by name, so that another part of the program may have a class of its own for it. */
const ownErrors: Readonly<Partial<Record<string, FailureKind>>> = {
  SignInTimedOut: 'timed-out',
  DeviceCodeExpired: 'code-expired',
  NoBrowser: 'no-browser',
  KeyringLocked: 'keyring-locked',
  CredentialMissing: 'credential',
};

/** An answer of the service counts more than what a text sounds like. */
const mayBeNetwork = (msal: MsalError | undefined): boolean =>
  msal === undefined || networkErrors.has(msal.errorCode);

const networkErrors: ReadonlySet<string> = new Set([
  'network_error',
  'no_network_connectivity',
  'endpoints_resolution_error',
  'openid_config_error',
  'token_parsing_error',
  'post_request_failed',
]);

/** A service principal signs what it sends; with a wrong clock that is not valid yet, or not any more. */
const isAboutSignature = (
  { errorCode, subError }: MsalError,
  { clockSkew, isServicePrincipal }: FailureContext,
): boolean =>
  clockSkew !== undefined &&
  isServicePrincipal === true &&
  !subError &&
  (errorCode === 'invalid_client' || errorCode === 'invalid_grant');

function interactionRequired({ errorCode, subError }: MsalError): Verdict {
  switch (subError) {
    // "The error is only a message": Conditional Access has said no, and asking again gives the same answer.
    // https://learn.microsoft.com/entra/identity-platform/v2-conditional-access-dev-guide
    case 'message_only':
      return final('blocked');
    case 'consent_required':
      return signIn('consent');
    case 'basic_action':
    case 'additional_action':
      return signIn('second-factor');
    default:
      return signIn(errorCode === 'consent_required' ? 'consent' : 'sign-in-needed');
  }
}

function otherError(msal: MsalError, { code, context }: Evidence): Verdict {
  const { errorCode, subError, status } = msal;
  const { isServicePrincipal = false } = context;
  if (subError === 'message_only') return final('blocked');
  switch (errorCode) {
    // A refresh token that is dead without a suberror comes as a plain ServerError, and so does what the browser brings.
    case 'invalid_grant':
    case 'interaction_required':
    case 'login_required':
    case 'consent_required':
      return interactionRequired(msal);
    case 'access_denied':
    case 'authorization_declined':
      // What the browser brings back has no suberror, so here the number is all that tells a policy from a person.
      return final(isServicePrincipal || isPolicyCode(code) ? 'blocked' : 'declined');
    case 'unauthorized_client':
      return final('client-not-found');
    case 'invalid_client':
    case 'invalid_client_credential':
      return final(isServicePrincipal ? 'credential' : 'client-not-found');
    case 'invalid_resource':
    case 'invalid_target':
    case 'invalid_scope':
      return final('resource');
    case 'invalid_tenant':
    case 'missing_tenant_id_error':
      return final('tenant');
    case 'invalid_request':
    case 'unsupported_grant_type':
    case 'unsupported_response_type':
      return final('invalid-request');
    case 'expired_token':
    case 'code_expired':
    case 'device_code_expired':
    case 'user_timeout_reached':
    case 'bad_verification_code':
    case 'authorization_pending':
      return final('code-expired');
    case 'slow_down':
      return final('throttled');
    case 'temporarily_unavailable':
    case 'server_error':
      return final(status === 429 ? 'throttled' : 'busy');
    case 'authority_mismatch':
    case 'authority_uri_insecure':
    case 'invalid_authority_metadata':
    case 'issuer_validation_failed':
    case 'untrusted_authority':
      return final('cloud');
    case 'no_network_connectivity':
      return final('offline');
    default:
      return final(networkErrors.has(errorCode) ? 'network' : status === 429 ? 'throttled' : 'unknown');
  }
}
