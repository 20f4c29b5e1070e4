import { AuthError, ClientAuthError, InteractionRequiredAuthError, ServerError } from '@azure/msal-node';
import { describe, expect, it } from 'vitest';
import type { FailureKind } from '../../shared/failure';
import { failureView } from '../../shared/failure-advice';
import {
  DeviceCodeExpired,
  KeyringLocked,
  NoBrowser,
  SignInTimedOut,
  tokenFailure,
  TokenFailure,
} from './failures';
import { CredentialMissing } from './service-principal';
import { CertificateProblem, NotJson, ProxyLoginNeeded, TimedOut } from './network-errors';

const happenedOn = Date.UTC(2026, 10, 22);
const sent = '11111111-1111-4111-8111-111111111111';
const traceId = '5e1b6b1e-6d6f-4c39-a1f8-1d3c2b4a5e00';

const interaction = (code: string, suberror?: string, claims?: string): AuthError =>
  new InteractionRequiredAuthError(code, '', `AADSTS50000: words`, suberror, '', '', claims);
const server = (code: string, suberror?: string): AuthError =>
  new ServerError(code, '', 'AADSTS1234: words', suberror);
const client = (code: string, message = ''): AuthError => new AuthError(code, '', message);

function caused(cause: Error): AuthError {
  return Object.assign(client('network_error', cause.message), { cause });
}

const table: [string, unknown, FailureKind, boolean][] = [
  ['a second factor is missing', interaction('interaction_required', 'basic_action'), 'second-factor', true],
  [
    'more has to be done in the browser',
    interaction('interaction_required', 'additional_action'),
    'second-factor',
    true,
  ],
  ['the password was changed', interaction('invalid_grant', 'bad_token'), 'sign-in-needed', true],
  ['consent is missing', interaction('invalid_grant', 'consent_required'), 'consent', true],
  ['consent is missing, said the short way', interaction('consent_required'), 'consent', true],
  ['Conditional Access has said no', interaction('invalid_grant', 'message_only'), 'blocked', false],
  [
    'Conditional Access has said no, as a server error',
    server('access_denied', 'message_only'),
    'blocked',
    false,
  ],
  ['nothing is cached', interaction('no_tokens_found'), 'sign-in-needed', true],
  ['a session is missing', interaction('login_required'), 'sign-in-needed', true],
  ['the refresh token is dead', server('invalid_grant'), 'sign-in-needed', true],
  ['the person declined in the browser', server('access_denied'), 'declined', false],
  ['the client application is not in the tenant', server('unauthorized_client'), 'client-not-found', false],
  ['the client application is a confidential one', server('invalid_client'), 'client-not-found', false],
  ['the resource is not known', server('invalid_resource'), 'resource', false],
  ['the scope is wrong', server('invalid_scope'), 'resource', false],
  ['the service is busy', server('temporarily_unavailable'), 'busy', false],
  ['the service failed', server('server_error'), 'busy', false],
  ['there is no network', client('network_error', 'net::ERR_INTERNET_DISCONNECTED'), 'offline', false],
  ['no name is found', client('network_error', 'getaddrinfo ENOTFOUND login.example'), 'offline', false],
  ['a proxy is in the way', client('network_error', 'net::ERR_PROXY_CONNECTION_FAILED'), 'network', false],
  ['discovery fails', new ClientAuthError('endpoints_resolution_error', ''), 'network', false],
  ['something else than JSON comes', client('token_parsing_error'), 'network', false],
  [
    'a captive portal answers',
    caused(new NotJson('login.example', 'text/html', 200)),
    'captive-portal',
    false,
  ],
  ['a gateway is broken', caused(new NotJson('login.example', 'text/html', 502)), 'busy', false],
  [
    'a proxy wants a password',
    caused(new ProxyLoginNeeded('proxy.example', 8080, 'r', false)),
    'proxy-login',
    false,
  ],
  [
    'a certificate is not trusted',
    caused(
      new CertificateProblem(
        'login.example',
        'Contoso Root',
        'login.example',
        0,
        'net::ERR_CERT_AUTHORITY_INVALID',
      ),
    ),
    'certificate',
    false,
  ],
  [
    'a certificate is not trusted, and no more is known',
    client('network_error', 'net::ERR_CERT_DATE_INVALID'),
    'certificate',
    false,
  ],
  ['the answer takes too long', caused(new TimedOut('login.example')), 'network', false],
  ['nobody types the code in time', new DeviceCodeExpired(), 'code-expired', false],
  ['the code has expired at the service', server('expired_token'), 'code-expired', false],
  // MSAL polls itself, and has the service's error in the text of its own.
  ['the code was declined', client('post_request_failed', 'authorization_declined'), 'declined', false],
  [
    'the code has expired while polling',
    client('post_request_failed', 'expired_token'),
    'code-expired',
    false,
  ],
  ['the code is wrong', client('post_request_failed', 'bad_verification_code'), 'code-expired', false],
  ['MSAL waits by itself', new ServerError('90033 90024', '', 'AADSTS90033: busy'), 'throttled', false],
  ['MSAL waits by itself, not knowing why', new ServerError('', '', ''), 'throttled', false],
  ['there are too many requests', Object.assign(server('server_error'), { status: 429 }), 'throttled', false],
  ['the service wants slower polling', server('slow_down'), 'throttled', false],
  ['the browser comes back for more', server('interaction_required'), 'sign-in-needed', true],
  ['the browser comes back without consent', server('consent_required'), 'consent', true],
  ['the request is not understood', server('invalid_request'), 'invalid-request', false],
  ['the tenant does not exist', server('invalid_tenant'), 'tenant', false],
  ['the issuer is another', new AuthError('issuer_validation_failed', ''), 'cloud', false],
  ['the authority is none', new AuthError('untrusted_authority', ''), 'cloud', false],
  ['there is no browser', new NoBrowser(), 'no-browser', false],
  ['the keyring is locked', new KeyringLocked(), 'keyring-locked', false],
  ['the credential is gone', new CredentialMissing('nothing is saved'), 'credential', false],
  ['nobody finished in time', new SignInTimedOut(), 'timed-out', false],
  ['MSAL has a new error', client('something_new'), 'unknown', false],
  ['something else breaks', new TypeError('x is not a function'), 'unknown', false],
  ['what is thrown is no error', 'text', 'unknown', false],
  ['nothing at all is thrown', undefined, 'unknown', false],
];

describe('a failure on the way to a token', () => {
  it.each(table)('when %s is told as what a person can do', (_name, error, kind, interactionNeeded) => {
    const { failure, interaction: needed } = tokenFailure(error, happenedOn);
    expect(failure.kind).toBe(kind);
    expect(needed.needed).toBe(interactionNeeded);
  });

  it('is decided by its shape, so that a second copy of MSAL changes nothing', () => {
    for (const [name, error, kind] of table) {
      if (!(error instanceof AuthError)) continue;
      const copy = Object.assign(new Error(error.message), error);
      expect(tokenFailure(copy, happenedOn).failure.kind, name).toBe(kind);
    }
  });

  it('is not decided by its AADSTS number, which is Microsoft’s to change', () => {
    const kinds = ['AADSTS50076', 'AADSTS65001', 'AADSTS53003', 'AADSTS9999999', 'no number'].map(
      (text) => tokenFailure(new ServerError('invalid_grant', '', text), happenedOn).failure.kind,
    );
    expect(new Set(kinds)).toEqual(new Set(['sign-in-needed']));
  });

  it('is about the credential of an application that signs in as itself', () => {
    const kindOf = (error: unknown, isServicePrincipal: boolean) =>
      tokenFailure(error, 0, { isServicePrincipal }).failure.kind;
    expect(kindOf(server('invalid_client'), true)).toBe('credential');
    expect(kindOf(server('invalid_client'), false)).toBe('client-not-found');
    expect(kindOf(server('invalid_scope'), true)).toBe('resource');
  });

  it('is a pause where the service has asked for one, and only until it is over', () => {
    const kindAt = (now: number, tooMany: boolean) =>
      tokenFailure(server('temporarily_unavailable'), now, { pause: { until: 1000, tooMany } }).failure;
    expect(kindAt(999, true)).toMatchObject({ kind: 'throttled', details: { retryAfter: 1000 } });
    expect(kindAt(999, false).kind).toBe('busy');
    expect(kindAt(1000, true).kind).toBe('busy');
    const pause = { until: 1000, tooMany: true };
    expect(tokenFailure(interaction('invalid_grant', 'bad_token'), 0, { pause }).failure.kind).toBe(
      'sign-in-needed',
    );
  });

  it('is the clock’s fault for what is signed here, and a matter of words where a person signs in', () => {
    const clockSkew = 600_000;
    const signed = tokenFailure(server('invalid_client'), 0, { clockSkew, isServicePrincipal: true });
    expect(signed.failure).toMatchObject({ kind: 'clock-skew', details: { clockSkew } });
    const person = tokenFailure(server('invalid_grant'), 0, { clockSkew });
    expect(person.interaction.needed).toBe(true);
    expect(person.failure.kind).toBe('sign-in-needed');
    const { advice, actions } = failureView(person.failure, { names: {} });
    expect(advice).toBe('clock-skew');
    expect(actions[0]).toBe('sign-in');
    const revoked = tokenFailure(interaction('invalid_grant', 'bad_token'), 0, { clockSkew });
    expect(failureView(revoked.failure, { names: {} }).advice).toBe('session-ended');
  });

  it('is never a sign-in for an application that has no person', () => {
    for (const [, error] of table)
      expect(tokenFailure(error, 0, { isServicePrincipal: true }).interaction.needed).toBe(false);
    expect(tokenFailure(server('access_denied'), 0, { isServicePrincipal: true }).failure.kind).toBe(
      'blocked',
    );
  });

  it('is a useful page whatever comes', () => {
    let seed = 1;
    const random = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const pick = <Value>(values: readonly Value[]): Value | undefined => values[random(values.length)];
    const codes = [
      'invalid_grant',
      'access_denied',
      'invalid_client',
      'interaction_required',
      'toString',
      '__proto__',
      '',
    ];
    const suberrors = [
      'message_only',
      'basic_action',
      'bad_token',
      'consent_required',
      'constructor',
      undefined,
    ];
    for (let round = 0; round < 5000; round += 1) {
      const Class = pick([AuthError, ServerError, InteractionRequiredAuthError]) ?? AuthError;
      const code = random(3) === 0 ? random(1e9).toString(36) : (pick(codes) ?? '');
      const error = new Class(code, '', `AADSTS${String(random(10_000_000))}: words`, pick(suberrors));
      const { failure, interaction: asked } = tokenFailure(error, 0);
      const { actions } = failureView(failure, { names: {} });
      if (failure.kind === 'blocked') {
        expect(asked.needed).toBe(false);
        expect(actions.filter((action) => /sign-in$|retry|other-account|use-/.test(action))).toEqual([]);
      }
      if (asked.needed) expect(actions[0]).toMatch(/^(sign-in|other-account|use-browser|use-device-code)$/);
    }
  });

  it('names the certificate and the proxy that are in the way', () => {
    const certificate = new CertificateProblem(
      'login.example',
      'Contoso Root',
      'login.example',
      5,
      'net::ERR_CERT_AUTHORITY_INVALID',
    );
    expect(tokenFailure(caused(certificate), 0).failure.details).toMatchObject({
      host: 'login.example',
      certificate: { host: 'login.example', issuer: 'Contoso Root', subject: 'login.example', validUntil: 5 },
    });
    const proxy = new ProxyLoginNeeded('proxy.example', 8080, 'r', true);
    expect(tokenFailure(caused(proxy), 0).failure.details.host).toBe('proxy.example:8080');
  });

  it('stays the one it is when it is caught a second time', () => {
    const first = tokenFailure(interaction('invalid_grant', 'message_only'), happenedOn);
    expect(tokenFailure(first, happenedOn + 1)).toBe(first);
    expect(first).toBeInstanceOf(TokenFailure);
  });

  it('passes on the claims that the next sign-in has to bring', () => {
    const claims = '{"access_token":{"polids":{"essential":true}}}';
    expect(
      tokenFailure(interaction('interaction_required', 'basic_action', claims), 0).interaction.claims,
    ).toBe(claims);
    expect(tokenFailure(interaction('interaction_required', 'basic_action', ''), 0).interaction).toEqual({
      needed: true,
    });
  });
});

describe('the details for an administrator', () => {
  it('hold everything that is needed to find it in the sign-in log', () => {
    const text = `AADSTS50076: You must use multi-factor. Trace ID: ${traceId} Timestamp: 2026-11-22 15:53:00Z`;
    const error = new InteractionRequiredAuthError(
      'interaction_required',
      'from-the-answer',
      text,
      'basic_action',
    );
    expect(tokenFailure(error, happenedOn, { correlationId: sent }).failure.details).toMatchObject({
      errorClass: 'InteractionRequiredAuthError',
      error: 'interaction_required',
      suberror: 'basic_action',
      code: 'AADSTS50076',
      correlationId: 'from-the-answer',
      traceId,
      happenedOn,
    });
  });

  it('name the correlation id that was sent where the error has none', () => {
    expect(
      tokenFailure(server('invalid_grant'), 0, { correlationId: sent }).failure.details.correlationId,
    ).toBe(sent);
    expect(tokenFailure(new TypeError('x'), 0, { correlationId: sent }).failure.details.correlationId).toBe(
      sent,
    );
    expect(tokenFailure(new TypeError('x'), 0).failure.details).not.toHaveProperty('correlationId');
  });

  it('take the code from MSAL where the text has none, a number at run time', () => {
    const error = Object.assign(new ServerError('invalid_grant', '', 'words'), { errorNo: 700082 });
    expect(tokenFailure(error, 0).failure.details.code).toBe('AADSTS700082');
  });

  it('hold no token, no secret and no account, and nothing that is empty', () => {
    const token = `eyJhbGciOiJub25lIn0.${'a'.repeat(40)}.${'b'.repeat(40)}`;
    const text = `zoe@contoso.com failed with ${token} and {"refresh_token":"0.AX-secret"}`;
    const { details } = tokenFailure(new ServerError('x', '', text, ''), 0).failure;
    expect(JSON.stringify(details)).not.toMatch(/zoe|eyJ|aaaa|bbbb|0\.AX/);
    expect(Object.values(details).filter((value) => value === '' || value === undefined)).toEqual([]);
  });

  it('keep the error itself for whoever catches it', () => {
    const error = server('invalid_grant');
    expect(tokenFailure(error, 0).cause).toBe(error);
  });
});
