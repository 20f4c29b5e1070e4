import { describe, expect, it } from 'vitest';
import type { Failure, FailureDetails, FailureKind } from './failure';
import { adminConsentLink, adviceOf, allAdvices, failureActions, knownNumbers } from './failure-advice';
import { en } from './messages/en';

const kinds: readonly FailureKind[] = [
  'sign-in-needed',
  'second-factor',
  'consent',
  'blocked',
  'declined',
  'timed-out',
  'code-expired',
  'client-not-found',
  'credential',
  'wrong-tenant',
  'wrong-account',
  'resource',
  'offline',
  'network',
  'proxy-login',
  'certificate',
  'captive-portal',
  'throttled',
  'busy',
  'unknown',
];
const signInEnds: readonly FailureKind[] = [
  'sign-in-needed',
  'second-factor',
  'consent',
  'wrong-tenant',
  'wrong-account',
];
const clientKinds = ['organisation', 'azure-cli', 'demo', undefined] as const;

const failure = (kind: FailureKind, details: Partial<FailureDetails> = {}): Failure => ({
  kind,
  details: { text: '', errorClass: '', happenedOn: 0, ...details },
});
const actionsOf = (
  each: Failure,
  clientKind: Parameters<typeof failureActions>[2]['clientKind'] = 'organisation',
  hasPreset = true,
) => failureActions(each, adviceOf(each), { clientKind, hasPreset });

/** Every number that is known, and some that nobody knows. */
const codes = [...knownNumbers, 1, 50000, 99999999].map((number) => `AADSTS${number}`);
const everything = kinds.flatMap((kind) => [undefined, ...codes].map((code) => ({ kind, code })));
const of = ({ kind, code }: (typeof everything)[number]): Failure =>
  failure(kind, code === undefined ? {} : { code });

// shared/facts: the rows of Microsoft's table of codes, each with the words that it needs.
const rows: readonly (readonly [string, readonly number[], FailureKind, string])[] = [
  ['resource unknown', [50001, 500011], 'resource', 'resource'],
  ['reply address', [50011], 'unknown', 'reply-address'],
  ['account not there', [50020, 50034, 51004, 90072, 16000], 'sign-in-needed', 'account-not-in-tenant'],
  ['locked', [50053], 'sign-in-needed', 'account-locked'],
  ['password expired', [50055, 50144], 'sign-in-needed', 'password-expired'],
  ['disabled', [50057], 'sign-in-needed', 'account-disabled'],
  ['no session', [50058], 'sign-in-needed', 'sign-in-needed'],
  ['no tenant', [50059, 90019], 'unknown', 'tenant-missing'],
  ['register a factor', [50072, 50079, 53004], 'second-factor', 'second-factor-registration'],
  ['second factor', [50074, 50076], 'second-factor', 'second-factor'],
  ['second factor is stale', [50078], 'second-factor', 'second-factor-stale'],
  ['device', [50097, 50129, 50155, 50187, 53000, 53001], 'blocked', 'device'],
  ['not assigned', [50105], 'blocked', 'not-assigned'],
  ['wrong password', [50126], 'sign-in-needed', 'wrong-password'],
  ['policy', [50131, 53003, 530032, 530035], 'blocked', 'blocked'],
  ['revoked', [50132, 50133, 50173], 'sign-in-needed', 'session-revoked'],
  ['external factor', [50158], 'second-factor', 'external-factor'],
  ['single tenant', [50194], 'unknown', 'single-tenant-app'],
  ['loop', [50196], 'unknown', 'request-loop'],
  ['cross tenant', [500212, 500213, 500021, 500022], 'blocked', 'cross-tenant-policy'],
  ['consent', [65001], 'consent', 'consent'],
  ['first party', [65002], 'unknown', 'not-preauthorised'],
  ['declined', [65004], 'declined', 'consent-declined'],
  ['service not enabled', [650052], 'unknown', 'service-not-enabled'],
  ['permission', [650056, 650057, 65005], 'resource', 'permission-missing'],
  ['session expired', [70008, 700082, 70000], 'sign-in-needed', 'session-expired'],
  ['frequency', [70043], 'sign-in-needed', 'sign-in-frequency'],
  ['scope', [70011, 28002, 700022, 700023], 'resource', 'scope-invalid'],
  ['device code', [70018], 'unknown', 'device-code-wrong'],
  ['device code over', [70019], 'code-expired', 'code-expired'],
  ['client', [700016, 70001, 7000112], 'client-not-found', 'client-not-found'],
  ['secret', [7000215], 'credential', 'secret-wrong'],
  ['secret over', [7000222], 'credential', 'secret-expired'],
  ['public client', [7000218], 'client-not-found', 'public-client-flows'],
  ['tenant', [90002], 'unknown', 'tenant-not-found'],
  ['cloud', [90038, 900382, 900432, 1000104], 'unknown', 'other-cloud'],
  ['administrator', [90094, 90095], 'consent', 'admin-consent'],
  ['busy', [90033, 90024, 90006], 'busy', 'busy'],
];

describe('the words for a failure', () => {
  it.each(rows)('when it is about %s fit its number', (_name, numbers, kind, advice) => {
    for (const number of numbers) expect(adviceOf(failure(kind, { code: `AADSTS${number}` }))).toBe(advice);
  });

  it('are those of its kind where the number is unknown or there is none', () => {
    for (const kind of kinds)
      for (const code of [undefined, 'AADSTS99999999', 'AADSTS', 'nonsense'])
        expect(adviceOf(failure(kind, code === undefined ? {} : { code }))).toBe(kind);
  });

  it('say that the clock is wrong where that explains it, and only there', () => {
    const late = { clockSkew: 600_000, code: 'AADSTS700024' };
    expect(adviceOf(failure('credential', late))).toBe('clock-skew');
    expect(adviceOf(failure('blocked', late))).toBe('blocked');
    expect(adviceOf(failure('second-factor', { clockSkew: 600_000 }))).toBe('second-factor');
  });

  it('are short, two sentences or three, and begin without jargon', () => {
    for (const advice of allAdvices) {
      const what = en[`failure.${advice}.what`];
      expect(what.length, advice).toBeLessThanOrEqual(110);
      expect(en[`failure.${advice}.do`].length, advice).toBeLessThanOrEqual(220);
      expect(what, advice).toMatch(/\.$/);
      expect(what, advice).not.toMatch(/OAuth|token endpoint|AADSTS|MSAL|\bscopes?\b|\bclaims?\b|\bgrant\b/i);
    }
  });
});

describe('the buttons of a failure', () => {
  it('are three at most, and each once', () => {
    for (const each of everything)
      for (const clientKind of clientKinds) {
        const actions = actionsOf(of(each), clientKind);
        expect(actions.length).toBeLessThanOrEqual(3);
        expect(new Set(actions).size).toBe(actions.length);
      }
  });

  it('never try again against a policy, whatever its number', () => {
    for (const code of [undefined, ...codes]) {
      const actions = actionsOf(of({ kind: 'blocked', code }));
      expect(actions.filter((action) => ['sign-in', 'retry', 'use-browser'].includes(action))).toEqual([]);
    }
    expect(actionsOf(failure('blocked'), 'azure-cli')).toEqual(['change-client']);
    expect(actionsOf(failure('blocked'))).toEqual([]);
  });

  it('go over to the browser where a policy blocks the code', () => {
    expect(actionsOf(failure('blocked', { flow: 'device-code' }))).toEqual(['use-browser']);
    expect(actionsOf(failure('blocked', { flow: 'browser' }))).toEqual([]);
  });

  it('sign in where only that helps, whatever the number', () => {
    for (const kind of signInEnds)
      for (const code of [undefined, ...codes]) {
        const actions = actionsOf(of({ kind, code }));
        expect(actions.some((action) => action === 'sign-in' || action === 'other-account')).toBe(true);
      }
  });

  it('sign nobody in for an application that signs in as itself', () => {
    for (const each of everything) {
      const actions = actionsOf(of(each), 'service-principal');
      expect(actions).not.toContain('sign-in');
      expect(actions).not.toContain('other-account');
    }
    expect(actionsOf(failure('credential'), 'service-principal')[0]).toBe('edit-credential');
  });

  it('edit no preset where there is none', () => {
    expect(actionsOf(failure('resource'), 'organisation', false)).not.toContain('edit-preset');
    expect(actionsOf(failure('resource'))[0]).toBe('edit-preset');
  });
});

describe('the link for an administrator', () => {
  it('names tenant, client and what is asked for', () => {
    const link = new URL(
      adminConsentLink({
        authority: 'https://login.microsoftonline.com',
        tenant: 'contoso.com',
        clientId: 'client & id',
        scopes: ['https://vault.azure.net/.default'],
      }),
    );
    expect(link.origin + link.pathname).toBe(
      'https://login.microsoftonline.com/contoso.com/v2.0/adminconsent',
    );
    expect(Object.fromEntries(link.searchParams)).toEqual({
      client_id: 'client & id',
      scope: 'https://vault.azure.net/.default',
      redirect_uri: 'http://localhost',
    });
  });

  it('stays at the authority, whatever the tenant is called', () => {
    const link = adminConsentLink({
      authority: 'https://a.example',
      tenant: '../x?y#z',
      clientId: 'c',
      scopes: [],
    });
    expect(new URL(link).pathname).toBe('/..%2Fx%3Fy%23z/v2.0/adminconsent');
  });
});
