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
  /** Seconds to wait before asking again. */
  readonly retryAfter?: number;
}

/** A refusal in the shape that Entra gives it. */
export class EntraError extends Error {
  constructor(readonly details: EntraErrorDetails) {
    super(`AADSTS${String(details.code)}: ${details.text}`);
    this.name = 'EntraError';
  }
}

/** A refusal that says no more than this. */
export const refusal = (error: string, code: number, text: string): EntraError =>
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
const secondFactorText = (audience: string): string =>
  `Due to a policy of your administrator, you must use multi-factor authentication to access '${audience}'.`;
/** The claims name the tenant's policy, so that they are good for this tenant only. */
export const secondFactorNeeded = (audience: string, tenantId: string) =>
  new EntraError({
    error: 'interaction_required',
    code: 50076,
    text: secondFactorText(audience),
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { capolids: { essential: true, values: [tenantId] } } }),
  });
export const contextNeeded = (audience: string, contexts: readonly string[]) =>
  new EntraError({
    error: 'interaction_required',
    code: 50076,
    text: secondFactorText(audience),
    suberror: 'basic_action',
    claims: JSON.stringify({ access_token: { acrs: { essential: true, values: contexts } } }),
  });
export const consentNeeded = (audience: string) =>
  new EntraError({
    error: 'invalid_grant',
    code: 65001,
    text: `The user has not consented to use the application with '${audience}'. Send an interactive authorization request.`,
    suberror: 'consent_required',
  });
export const serviceBusy = () =>
  new EntraError({
    error: 'temporarily_unavailable',
    code: 90033,
    text: 'A transient error has occurred. Please try again.',
    status: 503,
  });

export const tooManyRequests = (retryAfter: number) =>
  new EntraError({
    error: 'temporarily_unavailable',
    code: 90055,
    text: 'There are too many requests from this tenant. Please try again later.',
    status: 429,
    retryAfter,
  });

// Device code (RFC 8628, with Entra's names)
export const authorizationPending = () =>
  refusal('authorization_pending', 70016, 'The device code has not been used yet. Keep polling.');
export const slowDown = () =>
  refusal('slow_down', 70016, 'Polling too often. Wait longer between two requests.');
export const deviceCodeExpired = () => refusal('expired_token', 70020, 'The device code has expired.');
export const unknownDeviceCode = () =>
  refusal('bad_verification_code', 70018, 'The device code is not known.');
