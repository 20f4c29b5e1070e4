import { z } from 'zod';
import type { Failure, FailureDetails, FailureKind } from '../../shared/failure';
import { CertificateProblem, NotJson, ProxyLoginNeeded, TimedOut } from './network-errors';
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
});
type MsalError = z.infer<typeof msalErrorSchema>;

interface Verdict {
  readonly kind: FailureKind;
  readonly interactionNeeded: boolean;
}

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

/**
 * Turns whatever was thrown on the way to a token into a failure. Decided by error class, OAuth error and suberror:
 * https://learn.microsoft.com/entra/identity-platform/reference-error-codes says AADSTS numbers are not to be relied on.
 */
export function tokenFailure(error: unknown, happenedOn: number, context: FailureContext = {}): TokenFailure {
  if (error instanceof TokenFailure) return error;
  const parsed = msalErrorSchema.safeParse(error);
  const msal = parsed.success ? parsed.data : undefined;
  const { kind, interactionNeeded } = paused(verdict(error, msal, context), context, happenedOn);
  const claims = msal?.claims;
  const text = error instanceof Error ? error.message : String(error);
  const failure: Failure = {
    kind,
    details: {
      text: redact(text),
      errorClass: error instanceof Error ? error.name : typeof error,
      ...definedOnly(detailsOf(error, msal, text, context)),
      happenedOn,
    },
  };
  return new TokenFailure(failure, { needed: interactionNeeded, ...(claims ? { claims } : {}) }, error);
}

function detailsOf(
  error: unknown,
  msal: MsalError | undefined,
  text: string,
  { clockSkew, correlationId, flow, pause }: FailureContext,
) {
  const cause = networkCause(error);
  const certificate = cause instanceof CertificateProblem ? certificateDetails(cause) : undefined;
  const host = cause === undefined ? undefined : cause.host;
  return {
    error: msal?.errorCode,
    suberror: filled(msal?.subError),
    code: aadstsCode(msal, text),
    // MSAL leaves it empty where it has none.
    correlationId: filled(msal?.correlationId) ?? correlationId,
    traceId: /Trace ID:\s*([0-9a-f-]{36})/i.exec(text)?.[1],
    retryAfter: pause?.until,
    clockSkew,
    host: cause instanceof ProxyLoginNeeded ? `${cause.host}:${cause.port}` : host,
    certificate,
    flow,
  };
}

const filled = (text: string | undefined): string | undefined => (text === '' ? undefined : text);

const certificateDetails = ({ host, issuer, subject, validUntil }: CertificateProblem) => ({
  host,
  issuer: redact(issuer),
  subject: redact(subject),
  validUntil,
});

/** What the network said, which MSAL's error may carry as its cause. */
function networkCause(
  error: unknown,
): CertificateProblem | NotJson | ProxyLoginNeeded | TimedOut | undefined {
  for (let each = error; each instanceof Error; each = each.cause) {
    if (
      each instanceof CertificateProblem ||
      each instanceof NotJson ||
      each instanceof ProxyLoginNeeded ||
      each instanceof TimedOut
    )
      return each;
  }
  return undefined;
}

/** A service that has asked for a pause is busy, whatever it calls that. */
function paused(found: Verdict, { pause }: FailureContext, now: number): Verdict {
  if (pause === undefined || pause.until <= now || found.interactionNeeded) return found;
  const isAboutService = found.kind === 'busy' || found.kind === 'unknown' || found.kind === 'captive-portal';
  return isAboutService ? final(pause.tooMany ? 'throttled' : 'busy') : found;
}

const definedOnly = <Fields extends object>(
  fields: Fields,
): { [Name in keyof Fields]?: Exclude<Fields[Name], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: Exclude<Fields[Name], undefined>;
  };

function aadstsCode(msal: MsalError | undefined, text: string): string | undefined {
  const inText = /\bAADSTS\d{4,8}\b/.exec(text)?.[0];
  if (inText !== undefined) return inText;
  return msal?.errorNo === undefined || msal.errorNo === '' ? undefined : `AADSTS${msal.errorNo}`;
}

const final = (kind: FailureKind): Verdict => ({ kind, interactionNeeded: false });
const signIn = (kind: FailureKind): Verdict => ({ kind, interactionNeeded: true });

function verdict(error: unknown, msal: MsalError | undefined, context: FailureContext): Verdict {
  if (error instanceof SignInTimedOut) return final('timed-out');
  if (error instanceof DeviceCodeExpired) return final('code-expired');
  const cause = networkCause(error);
  if (cause !== undefined) return final(kindOfNetwork(cause));
  if (context.isServicePrincipal === true && isAboutCredential(error, msal)) return final('credential');
  if (msal === undefined) return final('unknown');
  if (msal.name === 'InteractionRequiredAuthError') return interactionRequired(msal);
  return otherError(error, msal);
}

function kindOfNetwork(cause: CertificateProblem | NotJson | ProxyLoginNeeded | TimedOut): FailureKind {
  if (cause instanceof ProxyLoginNeeded) return 'proxy-login';
  if (cause instanceof CertificateProblem) return 'certificate';
  if (cause instanceof TimedOut) return 'network';
  if (cause.status === 429 || cause.status >= 500) return 'busy';
  return cause.contentType.includes('html') ? 'captive-portal' : 'network';
}

const isAboutCredential = (error: unknown, msal: MsalError | undefined): boolean =>
  msal?.errorCode === 'invalid_client' || (error instanceof Error && error.name === 'CredentialMissing');

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

function otherError(error: unknown, { errorCode, subError }: MsalError): Verdict {
  if (subError === 'message_only') return final('blocked');
  switch (errorCode) {
    // A refresh token that is dead without a suberror comes as a plain ServerError.
    case 'invalid_grant':
      return signIn('sign-in-needed');
    case 'access_denied':
      // What the browser brings back has no suberror, so here the number is all that tells a policy from a person.
      return final(isBlockedByPolicy(error) ? 'blocked' : 'declined');
    // At the page for a device code: Entra's name for it.
    case 'authorization_declined':
      return final('declined');
    case 'unauthorized_client':
    case 'invalid_client':
      return final('client-not-found');
    case 'invalid_resource':
    case 'invalid_scope':
      return final('resource');
    case 'temporarily_unavailable':
    case 'server_error':
      return final('busy');
    case 'network_error':
    case 'endpoints_resolution_error':
    case 'openid_config_error':
      return final(isCertificate(error) ? 'certificate' : isOffline(error) ? 'offline' : 'network');
    case 'token_parsing_error':
      return final('network');
    case 'expired_token':
    case 'device_code_expired':
      return final('code-expired');
    default:
      return final('unknown');
  }
}

const isBlockedByPolicy = (error: unknown): boolean =>
  error instanceof Error && /\bAADSTS(53003|530032|530035|50131)\b/.test(error.message);

/** Chromium's names for certificates that are not trusted. */
const isCertificate = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('ERR_CERT_');

/** Chromium's names for "there is no network at all", which `net.fetch` puts into its messages. */
const isOffline = (error: unknown): boolean =>
  error instanceof Error &&
  /ERR_INTERNET_DISCONNECTED|ERR_NAME_NOT_RESOLVED|ENOTFOUND|ENETUNREACH/.test(error.message);
