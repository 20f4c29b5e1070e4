import { EntraError, refusal } from './errors';

// What Entra answers to applications that come with a credential of their own.
const invalidClient = (code: number, text: string) =>
  new EntraError({ error: 'invalid_client', code, text, status: 401 });

export const noCredential = () =>
  invalidClient(
    7000216,
    "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
  );
/** The application is registered with a credential, and has come without. */
export const credentialMissing = () =>
  invalidClient(
    7000218,
    "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
  );
export const wrongSecret = (clientId: string) =>
  invalidClient(
    7000215,
    'Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, ' +
      `not the client secret ID, for a secret added to app '${clientId}'.`,
  );
export const secretExpired = (clientId: string) =>
  invalidClient(7000222, `The provided client secret keys for app '${clientId}' are expired.`);
export const unknownCertificate = (clientId: string) =>
  invalidClient(
    700027,
    `The certificate with identifier used to sign the client assertion is not registered on application '${clientId}'.`,
  );
export const certificateExpired = () =>
  invalidClient(700027, 'Client assertion failed signature validation. Reason: The key used is expired.');
export const wrongSignature = () =>
  invalidClient(700027, 'Client assertion failed signature validation. Reason: Invalid signature.');
export const assertionOutOfTime = () =>
  invalidClient(
    700024,
    'Client assertion is not within its valid time range. Check the clock of the computer.',
  );
export const wrongAudience = () =>
  invalidClient(700023, 'Client assertion audience claim does not match Realm issuer.');
export const malformedAssertion = () =>
  invalidClient(50027, 'The client assertion cannot be read as a JWT of this application.');

export const defaultScopeNeeded = (scope: string) =>
  refusal(
    'invalid_scope',
    1002012,
    `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with ` +
      '/.default suffixed to the resource identifier (application ID URI).',
  );
export const noTenantNamed = () =>
  refusal(
    'invalid_request',
    50059,
    'No tenant-identifying information found in either the request or implied by any provided credentials.',
  );
