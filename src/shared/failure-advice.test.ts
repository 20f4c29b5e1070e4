import { describe, expect, it } from 'vitest';
import {
  failureKinds,
  type Failure,
  type FailureAction,
  type FailureDetails,
  type FailureKind,
} from './failure';
import { adviceFor, failureActions, failureView, isPolicyCode } from './failure-advice';
import { adviceRow, failureAdvices } from './failure-advices';

const clientKinds = ['organisation', 'azure-cli', 'demo', 'service-principal', undefined] as const;
const flows = ['browser', 'device-code', undefined] as const;

const failureOf = (kind: FailureKind, more: Partial<FailureDetails> = {}): Failure => ({
  kind,
  details: { text: '', errorClass: 'ServerError', happenedOn: 0, ...more },
});
const codeOf = (number: number | string): string => `AADSTS${String(number)}`;

/** Each row of the table of codes, with a kind that its OAuth error usually leads to. */
const table: readonly (readonly [FailureKind, readonly number[], string])[] = [
  ['resource', [50001, 500011], 'resource'],
  ['invalid-request', [50011], 'redirect-missing'],
  ['sign-in-needed', [50020, 50034, 51004, 90072, 16000], 'account-not-in-tenant'],
  ['sign-in-needed', [50053], 'account-locked'],
  ['sign-in-needed', [50055, 50144], 'password-expired'],
  ['sign-in-needed', [50057], 'account-disabled'],
  ['sign-in-needed', [50058], 'sign-in-needed'],
  ['invalid-request', [50059, 90019], 'tenant-needed'],
  ['second-factor', [50072, 50079, 53004], 'second-factor-missing'],
  ['second-factor', [50074, 50076], 'second-factor'],
  ['second-factor', [50078], 'second-factor-stale'],
  ['sign-in-needed', [50097, 50129, 50155, 50187, 53000, 53001], 'device-sign-in'],
  ['blocked', [50097, 50129, 50155, 50187, 53000, 53001], 'device-not-managed'],
  ['sign-in-needed', [50105], 'not-assigned'],
  ['sign-in-needed', [50126], 'wrong-password'],
  ['blocked', [50131, 53003, 530032, 530035], 'blocked'],
  ['sign-in-needed', [50132, 50133, 50173], 'session-revoked'],
  ['second-factor', [50158], 'second-factor-external'],
  ['invalid-request', [50194], 'single-tenant-client'],
  ['sign-in-needed', [50196], 'request-loop'],
  ['blocked', [500212, 500213], 'cross-tenant'],
  ['blocked', [500021, 500022], 'tenant-restricted'],
  ['consent', [65001], 'consent'],
  ['invalid-request', [65002], 'not-preauthorised'],
  ['declined', [65004], 'consent-declined'],
  ['declined', [650052], 'service-not-enabled'],
  ['resource', [650056, 650057, 65005], 'permission-missing'],
  ['sign-in-needed', [70008, 700082, 70000], 'session-ended'],
  ['sign-in-needed', [70043], 'sign-in-frequency'],
  ['resource', [70011, 28002, 700022, 700023], 'scope'],
  ['code-expired', [70016], 'device-code-pending'],
  ['code-expired', [70018], 'device-code-wrong'],
  ['code-expired', [70019], 'device-code-expired'],
  ['client-not-found', [700016, 70001], 'client-not-found'],
  ['client-not-found', [7000112], 'client-disabled'],
  ['credential', [7000215], 'secret-wrong'],
  ['credential', [7000222], 'secret-expired'],
  ['client-not-found', [7000218], 'public-client-off'],
  ['invalid-request', [90002], 'tenant'],
  ['invalid-request', [90038, 900382, 900432, 1000104], 'cloud'],
  ['consent', [90094, 90095], 'admin-consent'],
  ['busy', [90033, 90024, 90006], 'busy'],
];

const tableCodes = table.flatMap(([, numbers]) => numbers.map(codeOf));
const allCodes = [
  ...new Set([
    ...tableCodes,
    ...failureAdvices.flatMap((advice) => (adviceRow(advice).codes ?? []).map(codeOf)),
  ]),
];

/** Every failure that differs in what advice goes by. */
function everyFailure(visit: (failure: Failure, clientKind: (typeof clientKinds)[number]) => void): void {
  for (const kind of failureKinds)
    for (const code of [...allCodes, codeOf(9_999_999), undefined])
      for (const flow of flows)
        for (const clientKind of clientKinds)
          visit(
            failureOf(kind, {
              ...(code === undefined ? {} : { code }),
              ...(flow === undefined ? {} : { flow }),
            }),
            clientKind,
          );
}

const actionsOf = (failure: Failure, clientKind: (typeof clientKinds)[number]): readonly FailureAction[] =>
  failureActions(adviceFor(failure, clientKind), failure, clientKind, true);

describe('advice by number', () => {
  it.each(table)('%s with %j is told as %s', (kind, numbers, advice) => {
    for (const number of numbers)
      expect(adviceFor(failureOf(kind, { code: codeOf(number) }), 'organisation')).toBe(advice);
  });

  it('is the kind’s own for a number that nobody knows, and for none', () => {
    for (const kind of failureKinds) {
      const none = adviceFor(failureOf(kind), 'organisation');
      expect(adviceFor(failureOf(kind, { code: codeOf(9_999_999) }), 'organisation')).toBe(none);
      expect(adviceFor(failureOf(kind, { code: 'MSIS9605' }), 'organisation')).toBe(none);
    }
  });

  it('does not speak of signing in where a rule has said no, nor of rules where a sign-in is asked for', () => {
    expect(adviceFor(failureOf('blocked', { code: codeOf(50076) }), 'organisation')).toBe('blocked');
    expect(adviceFor(failureOf('sign-in-needed', { code: codeOf(53003) }), 'organisation')).toBe(
      'sign-in-needed',
    );
    expect(adviceFor(failureOf('sign-in-needed', { code: codeOf(53002) }), 'organisation')).toBe(
      'sign-in-needed',
    );
  });

  it('counts for nothing where more is known than a number can say', () => {
    for (const kind of ['offline', 'captive-portal', 'wrong-tenant', 'throttled', 'clock-skew'] as const)
      expect(adviceFor(failureOf(kind, { code: codeOf(50076) }), 'organisation')).toBe(kind);
  });

  it('is unambiguous within a stance', () => {
    const seen = new Map<string, string>();
    for (const advice of failureAdvices) {
      const { codes = [], fits = ['sign-in', 'other'] } = adviceRow(advice);
      for (const key of codes.flatMap((code) => fits.map((stance) => `${stance} ${String(code)}`))) {
        expect(seen.get(key), `${key} of ${advice}`).toBeUndefined();
        seen.set(key, advice);
      }
    }
  });
});

describe('advice without a number', () => {
  it.each([
    ['sign-in-needed', { suberror: 'user_password_expired' }, 'password-expired'],
    ['sign-in-needed', { suberror: 'bad_token' }, 'session-ended'],
    ['resource', { error: 'invalid_scope' }, 'scope'],
    ['client-not-found', { error: 'invalid_client' }, 'public-client-off'],
    ['code-expired', { error: 'bad_verification_code' }, 'device-code-wrong'],
    ['code-expired', { error: 'authorization_pending' }, 'device-code-pending'],
    ['credential', { errorClass: 'CredentialMissing' }, 'credential-missing'],
    ['network', { networkError: 'ERR_TUNNEL_CONNECTION_FAILED' }, 'proxy-unreachable'],
    ['network', { networkError: 'ERR_CONNECTION_TIMED_OUT' }, 'network-timeout'],
    ['network', { networkError: 'ETIMEDOUT' }, 'network-timeout'],
    ['network', { error: 'token_parsing_error' }, 'unexpected-answer'],
    ['offline', { networkError: 'ENOTFOUND' }, 'host-not-found'],
    ['certificate', { networkError: 'CERT_HAS_EXPIRED' }, 'certificate-expired'],
    ['certificate', { networkError: 'ERR_TLS_CERT_ALTNAME_INVALID' }, 'certificate-name'],
    ['certificate', { networkError: 'SELF_SIGNED_CERT_IN_CHAIN' }, 'certificate'],
    ['proxy-login', { proxyWasWrong: true }, 'proxy-login-wrong'],
  ] as const)('%s with %j is told as %s', (kind, more, advice) => {
    expect(adviceFor(failureOf(kind, more), 'organisation')).toBe(advice);
  });
});

describe('what is offered', () => {
  /** Those failures for which the actions are not right. */
  function wrong(
    isRight: (actions: readonly FailureAction[], failure: Failure, clientKind?: string) => boolean,
  ) {
    const found: string[] = [];
    everyFailure((failure, clientKind) => {
      const actions = actionsOf(failure, clientKind);
      if (isRight(actions, failure, clientKind)) return;
      const { code, flow } = failure.details;
      found.push([failure.kind, code, flow, clientKind, ':', ...actions].join(' '));
    });
    return found;
  }
  const signsIn: readonly FailureAction[] = ['sign-in', 'other-account', 'use-browser', 'use-device-code'];

  it('never asks again where a rule has said no, whatever the number; after a code there is the browser', () => {
    const again = ['sign-in', 'retry', 'other-account', 'use-device-code', 'retry-keyring'];
    expect(
      wrong((actions, { kind, details }) => {
        if (kind !== 'blocked') return true;
        if (actions.some((action) => again.includes(action))) return false;
        return !actions.includes('use-browser') || details.flow === 'device-code';
      }),
    ).toEqual([]);
  });

  it('begins with something that signs in where only that helps, and never for a service principal', () => {
    const needed = ['sign-in-needed', 'second-factor', 'consent', 'wrong-tenant', 'wrong-account'];
    expect(
      wrong((actions, { kind }, clientKind) => {
        if (clientKind === 'service-principal') return !actions.some((action) => signsIn.includes(action));
        return !needed.includes(kind) || signsIn.some((action) => action === actions[0]);
      }),
    ).toEqual([]);
  });

  it('is at most three things, none twice, and each one possible', () => {
    expect(
      wrong((actions, _failure, clientKind) => {
        if (actions.length > 3 || new Set(actions).size !== actions.length) return false;
        if (actions.includes('edit-credential')) return clientKind === 'service-principal';
        const isMicrosofts = clientKind === 'azure-cli';
        return !isMicrosofts || !actions.some((action) => /consent|registrations/.test(action));
      }),
    ).toEqual([]);
  });

  it('is always something but where a rule has said no', () => {
    expect(wrong((actions, { kind }) => actions.length > 0 || kind === 'blocked')).toEqual([]);
  });

  it('opens the preset’s form only where there is a preset', () => {
    const failure = failureOf('resource');
    expect(failureView(failure, { names: {} }).actions).not.toContain('edit-preset');
    const preset = { id: 'graph', name: 'Graph' };
    expect(failureView(failure, { names: {}, preset }).actions[0]).toBe('edit-preset');
  });

  it('is another client application to those whose Azure CLI’s is blocked', () => {
    const blocked = failureOf('blocked', { code: codeOf(53003) });
    expect(actionsOf(blocked, 'azure-cli')).toEqual(['change-client']);
    expect(actionsOf(blocked, 'organisation')).toEqual([]);
  });
});

it('takes for a rule only what a rule has said', () => {
  expect([53003, 530032, 530035, 50131, 53000].map((number) => isPolicyCode(codeOf(number)))).not.toContain(
    false,
  );
  expect([65004, 50105, 9_999_999].map((number) => isPolicyCode(codeOf(number)))).not.toContain(true);
  expect(isPolicyCode(undefined)).toBe(false);
});
