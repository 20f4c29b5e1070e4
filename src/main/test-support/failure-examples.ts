import type { ClientApplicationKind } from '../../shared/client-application';
import type { Failure, FailureDetails, FailureKind, FailureView } from '../../shared/failure';
import { failureView } from '../../shared/failure-advice';
import type { FailureAdvice } from '../../shared/failure-advices';

/** A failure that gets this advice. */
export interface FailureExample {
  readonly advice: FailureAdvice;
  readonly failure: Failure;
  readonly clientKind: ClientApplicationKind;
}

const happenedOn = Date.UTC(2026, 10, 22, 15, 53);

const answer = (
  advice: FailureAdvice,
  kind: FailureKind,
  error: string,
  number?: number,
  more: Partial<FailureDetails> = {},
  clientKind: ClientApplicationKind = 'organisation',
): FailureExample => {
  const code = number === undefined ? undefined : `AADSTS${String(number)}`;
  const words = code === undefined ? 'The request was refused.' : `${code}: The request was refused.`;
  const ids = {
    correlationId: '7a0f64b0-5f9e-4b55-8cbb-19a0d7cb4c11',
    traceId: '5e1b6b1e-6d6f-4c39-a1f8-1d3c2b4a5e00',
  };
  const text = `${error}: ${words} Trace ID: ${ids.traceId} Correlation ID: ${ids.correlationId}`;
  const details = { text, errorClass: 'ServerError', error, ...ids, happenedOn, ...more };
  return {
    advice,
    failure: { kind, details: code === undefined ? details : { ...details, code } },
    clientKind,
  };
};

const fault = (
  advice: FailureAdvice,
  kind: FailureKind,
  errorClass: string,
  more: Partial<FailureDetails> = {},
  clientKind: ClientApplicationKind = 'organisation',
): FailureExample => {
  const text = more.networkError === undefined ? errorClass : `net::${more.networkError}`;
  return { advice, failure: { kind, details: { text, errorClass, happenedOn, ...more } }, clientKind };
};

const device = { flow: 'device-code' } as const;
const browser = { flow: 'browser' } as const;
const host = 'login.microsoftonline.com';
const certificate = { host, issuer: 'Contoso Inspection CA', subject: host };
const unreachable = { host, error: 'network_error' } as const;

/** One for each advice, so that each page can be shown. */
export const failureExamples: readonly FailureExample[] = [
  answer('sign-in-needed', 'sign-in-needed', 'login_required', 50058),
  answer('session-ended', 'sign-in-needed', 'invalid_grant', 700082),
  answer('session-revoked', 'sign-in-needed', 'invalid_grant', 50173, { suberror: 'bad_token' }),
  answer('sign-in-frequency', 'sign-in-needed', 'invalid_grant', 70043, { suberror: 'bad_token' }),
  answer('password-expired', 'sign-in-needed', 'invalid_grant', 50055),
  answer('wrong-password', 'sign-in-needed', 'invalid_grant', 50126),
  answer('account-locked', 'sign-in-needed', 'invalid_grant', 50053),
  answer('account-disabled', 'sign-in-needed', 'invalid_grant', 50057),
  answer('second-factor', 'second-factor', 'interaction_required', 50076, { suberror: 'basic_action' }),
  answer('second-factor-stale', 'second-factor', 'interaction_required', 50078),
  answer('second-factor-missing', 'second-factor', 'interaction_required', 50079),
  answer('second-factor-external', 'second-factor', 'interaction_required', 50158),
  answer('device-not-managed', 'blocked', 'interaction_required', 53000, { suberror: 'message_only' }),
  answer('device-sign-in', 'sign-in-needed', 'interaction_required', 50097),
  answer('device-unseen', 'blocked', 'access_denied', 53000, device),
  answer('blocked', 'blocked', 'invalid_grant', 53003, { suberror: 'message_only' }),
  answer('blocked-client', 'blocked', 'access_denied', 53003, browser, 'azure-cli'),
  answer('blocked-device-code', 'blocked', 'access_denied', 530035, device),
  answer('client-not-approved', 'blocked', 'access_denied', 53002, browser),
  answer('not-assigned', 'sign-in-needed', 'interaction_required', 50105),
  answer('tenant-restricted', 'blocked', 'access_denied', 500021, browser),
  answer('cross-tenant', 'blocked', 'access_denied', 500212, browser),
  answer('account-not-in-tenant', 'sign-in-needed', 'interaction_required', 50020),
  answer('tenant-needed', 'invalid-request', 'invalid_request', 50059),
  answer('single-tenant-client', 'invalid-request', 'invalid_request', 50194),
  answer('tenant', 'invalid-request', 'invalid_request', 90002),
  answer('cloud', 'invalid-request', 'invalid_request', 90038),
  answer('cloud-address', 'cloud', 'issuer_validation_failed', undefined, {
    errorClass: 'ClientConfigurationError',
  }),
  fault('wrong-tenant', 'wrong-tenant', 'TokenFailure'),
  fault('wrong-account', 'wrong-account', 'TokenFailure'),
  answer('consent', 'consent', 'invalid_grant', 65001, { suberror: 'consent_required' }),
  answer('consent-declined', 'declined', 'access_denied', 65004, browser),
  answer('admin-consent', 'consent', 'consent_required', 90094, browser),
  answer(
    'consent-without-link',
    'consent',
    'invalid_grant',
    65001,
    { suberror: 'consent_required' },
    'azure-cli',
  ),
  answer('admin-consent-without-link', 'consent', 'consent_required', 90094, browser, 'azure-cli'),
  answer('not-preauthorised', 'invalid-request', 'invalid_request', 65002, browser, 'azure-cli'),
  answer('service-not-enabled', 'declined', 'access_denied', 650052, browser),
  answer('permission-missing', 'resource', 'invalid_resource', 650057),
  answer('client-not-found', 'client-not-found', 'unauthorized_client', 700016),
  answer('client-disabled', 'client-not-found', 'unauthorized_client', 7000112),
  answer('public-client-off', 'client-not-found', 'invalid_client', 7000218),
  answer('redirect-missing', 'invalid-request', 'invalid_request', 50011),
  answer('credential', 'credential', 'invalid_client', undefined, {}, 'service-principal'),
  fault('credential-missing', 'credential', 'CredentialMissing', {}, 'service-principal'),
  answer('secret-wrong', 'credential', 'invalid_client', 7000215, {}, 'service-principal'),
  answer('secret-expired', 'credential', 'invalid_client', 7000222, {}, 'service-principal'),
  answer('certificate-unknown', 'credential', 'invalid_client', 700027, {}, 'service-principal'),
  answer('service-principal', 'sign-in-needed', 'invalid_grant', undefined, {}, 'service-principal'),
  answer('resource', 'resource', 'invalid_resource', 500011),
  answer('scope', 'resource', 'invalid_scope', 70011),
  answer('invalid-request', 'invalid-request', 'invalid_request', 900144),
  answer('request-loop', 'sign-in-needed', 'invalid_grant', 50196),
  answer('declined', 'declined', 'access_denied', undefined, browser),
  fault('timed-out', 'timed-out', 'SignInTimedOut', browser),
  fault('no-browser', 'no-browser', 'NoBrowser', browser),
  fault('device-code-expired', 'code-expired', 'DeviceCodeExpired', device),
  answer('device-code-wrong', 'code-expired', 'bad_verification_code', 70018, device),
  answer('device-code-pending', 'code-expired', 'authorization_pending', 70016, device),
  fault('offline', 'offline', 'AuthError', { ...unreachable, networkError: 'ERR_INTERNET_DISCONNECTED' }),
  fault('host-not-found', 'offline', 'AuthError', { ...unreachable, networkError: 'ERR_NAME_NOT_RESOLVED' }),
  fault('network', 'network', 'AuthError', { ...unreachable, networkError: 'ERR_CONNECTION_RESET' }),
  fault('network-timeout', 'network', 'AuthError', { ...unreachable, networkError: 'TIMED_OUT' }),
  fault('unexpected-answer', 'network', 'AuthError', { host, error: 'token_parsing_error' }),
  fault('captive-portal', 'captive-portal', 'AuthError', { host, error: 'token_parsing_error' }),
  fault('proxy-unreachable', 'network', 'AuthError', {
    ...unreachable,
    networkError: 'ERR_PROXY_CONNECTION_FAILED',
  }),
  fault('proxy-login', 'proxy-login', 'AuthError', {
    host: 'proxy.contoso.com:8080',
  }),
  fault('proxy-login-wrong', 'proxy-login', 'AuthError', {
    host: 'proxy.contoso.com:8080',
    proxyWasWrong: true,
  }),
  fault('certificate', 'certificate', 'AuthError', {
    ...unreachable,
    certificate: { ...certificate, reason: 'ERR_CERT_AUTHORITY_INVALID' },
  }),
  fault('certificate-expired', 'certificate', 'AuthError', {
    ...unreachable,
    certificate: {
      ...certificate,
      reason: 'ERR_CERT_DATE_INVALID',
      validUntil: Date.UTC(2026, 10, 1),
    },
  }),
  fault('certificate-name', 'certificate', 'AuthError', {
    ...unreachable,
    certificate: { ...certificate, reason: 'ERR_CERT_COMMON_NAME_INVALID' },
  }),
  answer(
    'clock-skew',
    'clock-skew',
    'invalid_client',
    700024,
    { clockSkew: 12 * 60_000 },
    'service-principal',
  ),
  fault('keyring-locked', 'keyring-locked', 'KeyringLocked'),
  answer('busy', 'busy', 'temporarily_unavailable', 90033),
  answer('throttled', 'throttled', 'temporarily_unavailable', undefined, { retryAfter: happenedOn + 42_000 }),
  fault('unknown', 'unknown', 'TypeError'),
];

/** An example as the page shows it, for a preset of somebody at Contoso. */
export const exampleView = ({ failure, clientKind }: FailureExample): FailureView =>
  failureView(failure, {
    clientKind,
    preset: { id: 'key-vault', name: 'Key Vault' },
    names: {
      tenant: 'Contoso',
      client: clientKind === 'azure-cli' ? 'Azure CLI’s client' : 'Contoso Tools',
      cloud: 'Azure public cloud',
      account: 'zoe@contoso.com',
    },
    place: {
      clientApplicationId: 'client-1',
      clientId: '12345678-90ab-cdef-1234-567890abcdef',
      tenant: '9f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f',
      accountId: 'client-1 zoe',
    },
  });
