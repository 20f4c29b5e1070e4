import type { ClientApplicationKind } from './client-application';
import type { Failure, FailureAction, FailureKind } from './failure';

/**
 * What to tell people, under `failure.<advice>.what` and `.do`. The kind of a failure decides what the program does; a
 * number only chooses better words and buttons among those that the kind allows, since Microsoft says the numbers "should
 * never be used by the client itself" to decide: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const advices = {
  // One for each kind, for what has no number or one that nobody knows
  'sign-in-needed': ['sign-in'],
  'second-factor': ['sign-in'],
  consent: ['sign-in', 'copy-consent-link'],
  blocked: [],
  declined: ['sign-in'],
  'timed-out': ['sign-in'],
  'code-expired': ['sign-in'],
  'client-not-found': ['change-client'],
  credential: ['edit-credential'],
  'wrong-tenant': ['sign-in', 'choose-tenant'],
  'wrong-account': ['sign-in', 'edit-preset'],
  resource: ['edit-preset', 'choose-tenant'],
  offline: ['retry'],
  network: ['retry'],
  'proxy-login': ['proxy-login'],
  certificate: ['retry'],
  'captive-portal': ['open-sign-in-page', 'retry'],
  throttled: ['retry'],
  busy: ['retry'],
  unknown: ['retry'],

  // Chosen by number
  'reply-address': ['public-client-hint', 'change-client'],
  'account-not-in-tenant': ['other-account', 'choose-tenant'],
  'account-locked': [],
  'password-expired': ['sign-in'],
  'account-disabled': ['other-account'],
  'tenant-missing': ['choose-tenant', 'change-client'],
  'second-factor-registration': ['sign-in'],
  'second-factor-stale': ['sign-in'],
  device: ['change-client'],
  'not-assigned': ['other-account'],
  'wrong-password': ['sign-in'],
  'session-revoked': ['sign-in'],
  'session-expired': ['sign-in'],
  'sign-in-frequency': ['sign-in'],
  'external-factor': ['sign-in'],
  'single-tenant-app': ['change-client'],
  'request-loop': [],
  'cross-tenant-policy': ['other-account', 'choose-tenant'],
  'not-preauthorised': ['change-client', 'edit-preset'],
  'consent-declined': ['sign-in'],
  'service-not-enabled': ['choose-tenant'],
  'permission-missing': ['app-registrations', 'edit-preset', 'change-client'],
  'scope-invalid': ['edit-preset'],
  'device-code-wrong': ['sign-in'],
  'device-code-blocked': ['use-browser'],
  'secret-wrong': ['edit-credential'],
  'secret-expired': ['edit-credential', 'app-registrations'],
  'assertion-time': ['edit-credential', 'retry'],
  'public-client-flows': ['public-client-hint', 'use-browser'],
  'tenant-not-found': ['change-client', 'choose-tenant'],
  'other-cloud': ['switch-cloud'],
  'admin-consent': ['admin-consent', 'copy-consent-link', 'sign-in'],

  // Chosen by what else is known
  'clock-skew': ['retry'],
  'keyring-locked': ['edit-credential'],
} as const satisfies Record<string, readonly FailureAction[]>;

export type FailureAdvice = keyof typeof advices;

/** Every advice there is. */
export const allAdvices = Object.keys(advices) as readonly FailureAdvice[];

// Each row is one of the published reference: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
const byNumber: readonly (readonly [FailureAdvice, readonly number[]])[] = [
  ['resource', [50001, 500011]],
  ['reply-address', [50011]],
  ['account-not-in-tenant', [50020, 50034, 51004, 90072, 16000]],
  ['account-locked', [50053]],
  ['password-expired', [50055, 50144]],
  ['account-disabled', [50057]],
  ['sign-in-needed', [50058]],
  ['tenant-missing', [50059, 90019]],
  ['second-factor-registration', [50072, 50079, 53004]],
  ['second-factor', [50074, 50076]],
  ['second-factor-stale', [50078]],
  ['device', [50097, 50129, 50155, 50187, 53000, 53001]],
  ['not-assigned', [50105]],
  ['wrong-password', [50126]],
  ['blocked', [50131, 53003, 530032, 530035]],
  ['session-revoked', [50132, 50133, 50173]],
  ['external-factor', [50158]],
  ['single-tenant-app', [50194]],
  ['request-loop', [50196]],
  ['cross-tenant-policy', [500212, 500213, 500021, 500022]],
  ['consent', [65001]],
  ['not-preauthorised', [65002]],
  ['consent-declined', [65004]],
  ['service-not-enabled', [650052]],
  ['permission-missing', [650056, 650057, 65005]],
  ['session-expired', [70008, 700082, 70000]],
  ['sign-in-frequency', [70043]],
  ['scope-invalid', [70011, 28002, 700022, 700023, 1002012]],
  ['device-code-wrong', [70016, 70018]],
  ['code-expired', [70019, 70020]],
  ['client-not-found', [700016, 70001, 7000112]],
  ['secret-wrong', [7000215]],
  ['secret-expired', [7000222]],
  ['assertion-time', [700024]],
  ['public-client-flows', [7000218]],
  ['tenant-not-found', [90002]],
  ['other-cloud', [90038, 900382, 900432, 1000104]],
  ['admin-consent', [90094, 90095]],
  ['busy', [90033, 90024, 90006]],
];

const adviceOfNumber: ReadonlyMap<number, FailureAdvice> = new Map(
  byNumber.flatMap(([advice, numbers]) => numbers.map((number) => [number, advice] as const)),
);

/** Every number that has words of its own. */
export const knownNumbers: readonly number[] = [...adviceOfNumber.keys()];

/** What makes a person try again or sign in again. */
const tryingAgain: ReadonlySet<FailureAction> = new Set<FailureAction>(['sign-in', 'retry', 'use-browser']);

/** Kinds that only a sign-in by a person ends. */
const endedBySigningIn: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'sign-in-needed',
  'second-factor',
  'consent',
  'wrong-tenant',
  'wrong-account',
]);

// What a policy blocks can only be said in other words, never with another way out by trying again.
const wordsForBlocked: ReadonlySet<FailureAdvice> = new Set<FailureAdvice>([
  'blocked',
  'device',
  'not-assigned',
  'account-locked',
  'cross-tenant-policy',
  'request-loop',
]);

/** Which words and buttons a failure gets. */
export function adviceOf({ kind, details }: Failure): FailureAdvice {
  const { clockSkew, code, flow } = details;
  if (kind === 'blocked' && flow === 'device-code') return 'device-code-blocked';
  const isAboutTime = kind === 'credential' || kind === 'sign-in-needed' || kind === 'unknown';
  if (clockSkew !== undefined && isAboutTime) return 'clock-skew';
  const number = Number(/^AADSTS(\d+)$/.exec(code ?? '')?.[1]);
  const advice = adviceOfNumber.get(number) ?? kind;
  return kind === 'blocked' && !wordsForBlocked.has(advice) ? 'blocked' : advice;
}

/** What to offer: at most three, the best first. */
export function failureActions(
  failure: Failure,
  advice: FailureAdvice,
  {
    clientKind,
    hasPreset,
  }: { readonly clientKind: ClientApplicationKind | undefined; readonly hasPreset: boolean },
): readonly FailureAction[] {
  const { kind } = failure;
  const isService = clientKind === 'service-principal';
  const wanted: readonly FailureAction[] = [
    ...advices[advice],
    // Another client application may be allowed what Azure CLI's is not.
    ...(kind === 'blocked' && clientKind === 'azure-cli' ? (['change-client'] as const) : []),
    // Where the words lead elsewhere, what the program itself can do is still there.
    ...(endedBySigningIn.has(kind) ? (['sign-in'] as const) : []),
  ];
  const fitting = wanted.filter((action) => {
    if (kind === 'blocked' && advice !== 'device-code-blocked' && tryingAgain.has(action)) return false;
    if (isService && (action === 'sign-in' || action === 'other-account')) return false;
    if (!isService && action === 'edit-credential') return false;
    return hasPreset || action !== 'edit-preset';
  });
  const offered = isService && fitting.length === 0 && kind !== 'blocked' ? (['retry'] as const) : fitting;
  const best = [...new Set(offered)].slice(0, 3);
  const signsIn = (action: FailureAction): boolean => action === 'sign-in' || action === 'other-account';
  const isLeftOut = offered.some(signsIn) && !best.some(signsIn);
  return isLeftOut ? [...best.slice(0, 2), 'sign-in'] : best;
}

/**
 * Where an administrator grants a client application what it asks for, for everybody in the tenant:
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function adminConsentLink(about: {
  /** https address before the tenant. */
  readonly authority: string;
  readonly tenant: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}): string {
  const { authority, tenant, clientId, scopes } = about;
  const link = new URL(`${authority}/${encodeURIComponent(tenant)}/v2.0/adminconsent`);
  link.searchParams.set('client_id', clientId);
  link.searchParams.set('scope', scopes.join(' '));
  link.searchParams.set('redirect_uri', 'http://localhost');
  return link.href;
}
