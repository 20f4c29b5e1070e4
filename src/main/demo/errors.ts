import { randomUUID } from 'node:crypto';

export interface EntraErrorDetails {
  /** OAuth error code: what clients decide on. */
  readonly error: string;
  /** AADSTS number: what people look up. */
  readonly code: number;
  readonly text: string;
  readonly suberror?: string;
  /** Claims challenge to pass on to the browser sign-in, as JSON text. */
  readonly claims?: string;
  /** HTTP status, 400 unless given. */
  readonly status?: number;
}

/** A refusal in the shape that Entra gives it. */
export class EntraError extends Error {
  constructor(readonly details: EntraErrorDetails) {
    super(`AADSTS${String(details.code)}: ${details.text}`);
    this.name = 'EntraError';
  }
}

/** What Entra puts under every refusal, so that an administrator can find it in the sign-in log. */
export interface Trace {
  readonly correlationId: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** The JSON body of a refused token request. */
export function errorBody({ details, message }: EntraError, { correlationId, now }: Trace) {
  const traceId = randomUUID();
  const timestamp = `${new Date(now).toISOString().slice(0, 19).replace('T', ' ')}Z`;
  return {
    error: details.error,
    error_description: `${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
    error_codes: [details.code],
    timestamp,
    trace_id: traceId,
    correlation_id: correlationId,
    ...(details.suberror !== undefined && { suberror: details.suberror }),
    ...(details.claims !== undefined && { claims: details.claims }),
  };
}

const refusal = (error: string, code: number, text: string): EntraError =>
  new EntraError({ error, code, text });

// Malformed requests
export const invalidRequest = (text: string) => refusal('invalid_request', 900144, text);
export const unknownTenant = (tenant: string) =>
  refusal(
    'invalid_request',
    90002,
    `Tenant '${tenant}' not found. Check that you have the correct tenant ID.`,
  );
export const unknownClient = (clientId: string) =>
  refusal(
    'unauthorized_client',
    700016,
    `Application with identifier '${clientId}' was not found in the directory.`,
  );
export const wrongReplyAddress = (uri: string) =>
  refusal(
    'invalid_request',
    50011,
    `The redirect URI '${uri}' does not match the redirect URIs of the application.`,
  );
export const invalidScope = (scope: string) =>
  refusal(
    'invalid_scope',
    70011,
    `The provided value for the input parameter 'scope' is not valid: '${scope}'.`,
  );
export const severalResources = (audiences: readonly string[]) =>
  refusal('invalid_scope', 28000, `The scope asks for more than one resource: ${audiences.join(', ')}.`);
export const unsupportedGrant = (grant: string) =>
  refusal('unsupported_grant_type', 70003, `The grant type '${grant}' is not supported.`);

// Codes and refresh tokens
export const invalidGrant = (text: string) => refusal('invalid_grant', 70000, text);
export const codeRedeemed = () =>
  refusal('invalid_grant', 54005, 'OAuth2 authorization code was already redeemed. Ask for a new one.');
export const codeExpired = () => refusal('invalid_grant', 70008, 'The authorization code has expired.');
export const wrongVerifier = () =>
  refusal(
    'invalid_grant',
    501481,
    'The code_verifier does not match the code_challenge of the authorization request.',
  );
export const wrongRedirect = () =>
  refusal(
    'invalid_grant',
    500112,
    'The reply address does not match the one given when requesting the code.',
  );
export const sessionExpired = () =>
  refusal('invalid_grant', 700082, 'The refresh token has expired due to inactivity.');
export const sessionRevoked = () =>
  new EntraError({
    error: 'invalid_grant',
    code: 50173,
    text: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    suberror: 'bad_token',
  });

// Applications that sign in as themselves
export const secretWrong = (clientId: string) =>
  new EntraError({
    error: 'invalid_client',
    code: 7000215,
    text: `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${clientId}'.`,
    status: 401,
  });
export const secretExpired = (clientId: string) =>
  new EntraError({
    error: 'invalid_client',
    code: 7000222,
    text: `The provided client secret keys for app '${clientId}' are expired.`,
    status: 401,
  });
export const wrongAssertion = () =>
  new EntraError({
    error: 'invalid_client',
    code: 700027,
    text: 'The certificate with identifier used to sign the client assertion is not registered on application.',
    status: 401,
  });
export const assertionOutOfTime = () =>
  new EntraError({
    error: 'invalid_client',
    code: 700024,
    text: 'Client assertion is not within its valid time range.',
    status: 401,
  });
export const noDefaultScope = (scope: string) =>
  refusal(
    'invalid_scope',
    1002012,
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier.`,
  );

// What a person has to do, or cannot do
export const declined = () => refusal('access_denied', 65004, 'User declined to consent to access the app.');
export const noSession = () =>
  refusal('login_required', 50058, 'A silent sign-in was asked for, but nobody is signed in.');
export const notInTenant = (username: string, tenant: string) =>
  refusal(
    'interaction_required',
    50020,
    `User account '${username}' does not exist in tenant '${tenant}' and cannot access the application in that ` +
      'tenant. The account needs to be added as an external user in the tenant first.',
  );
export const secondFactorNeeded = (audience: string) =>
  new EntraError({
    error: 'interaction_required',
    code: 50076,
    text: `Due to a policy of your administrator, you must use multi-factor authentication to access '${audience}'.`,
    suberror: 'basic_action',
    claims: JSON.stringify({
      access_token: { capolids: { essential: true, values: ['20ef16eb-acbf-4e06-99a4-4d83fef9a0d5'] } },
    }),
  });
export const consentNeeded = (audience: string) =>
  new EntraError({
    error: 'invalid_grant',
    code: 65001,
    text: `The user has not consented to use the application with '${audience}'. Send an interactive authorization request.`,
    suberror: 'consent_required',
  });
const blockedText =
  'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.';
export const blockedSilently = () =>
  new EntraError({ error: 'invalid_grant', code: 53003, text: blockedText, suberror: 'message_only' });
export const blockedInBrowser = () => refusal('access_denied', 53003, blockedText);
export const serviceBusy = () =>
  new EntraError({
    error: 'temporarily_unavailable',
    code: 90033,
    text: 'A transient error has occurred. Please try again.',
    status: 503,
  });

// Device code (RFC 8628, with Entra's names)
export const authorizationPending = () =>
  refusal('authorization_pending', 70016, 'The device code has not been used yet. Keep polling.');
export const slowDown = () =>
  refusal('slow_down', 70016, 'Polling too often. Wait longer between two requests.');
export const deviceCodeExpired = () => refusal('expired_token', 70020, 'The device code has expired.');
export const unknownDeviceCode = () =>
  refusal('bad_verification_code', 70018, 'The device code is not known.');
