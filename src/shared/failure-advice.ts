import type { ClientApplicationKind } from './client-application';
import type { Failure, FailureAction, FailureDetails, FailureKind, FailureView } from './failure';
import { adviceRow, failureAdvices, type FailureAdvice, type Stance } from './failure-advices';

/** What a failure came from. */
export interface FailureSetting extends Pick<FailureView, 'preset' | 'names' | 'place'> {
  readonly clientKind?: ClientApplicationKind | undefined;
}

/** A failure with what to tell people and what to offer. */
export function failureView(failure: Failure, { clientKind, ...setting }: FailureSetting): FailureView {
  const advice = adviceFor(failure, clientKind);
  const actions = failureActions(advice, failure, clientKind, setting.preset !== undefined);
  return { ...failure, advice, actions, ...setting };
}

/**
 * Chooses the words: by what is known for certain, else by the AADSTS number where its words are true in view of the
 * kind, else by error and suberror, else by the kind alone. So an unknown number costs nothing.
 */
export function adviceFor(
  { kind, details }: Failure,
  clientKind: ClientApplicationKind | undefined,
): FailureAdvice {
  const stance = stanceOf(kind);
  if (clientKind === 'service-principal' && stance === 'sign-in') return 'service-principal';
  if (sayEnough.has(kind)) return byFacts(kind, details);
  const advice =
    (byCode.get(details.code ?? '') ?? []).find((each) => fits(each, stance)) ??
    (isAboutTime(details) ? 'clock-skew' : byError(kind, details));
  return suiting(advice, details, clientKind);
}

/** The buttons for an advice, the best first. */
export function failureActions(
  advice: FailureAdvice,
  { kind, details }: Failure,
  clientKind: ClientApplicationKind | undefined,
  hasPreset: boolean,
): readonly FailureAction[] {
  const possible = adviceRow(advice).actions.filter((action) => isPossible(action, clientKind, hasPreset));
  const stance = stanceOf(kind);
  if (clientKind === 'service-principal') {
    const again = possible.map((action) => (action === 'sign-in' ? 'retry' : action));
    return stance === 'blocked'
      ? again.filter((action) => !asksAgain.has(action))
      : firstThree(orRetry(again));
  }
  switch (stance) {
    case 'blocked':
      return possible.filter(
        // What a rule says to a code it need not say to the browser.
        (action) => !asksAgain.has(action) || (action === 'use-browser' && details.flow === 'device-code'),
      );
    case 'sign-in': {
      const first = possible.find((action) => signsIn.has(action)) ?? 'sign-in';
      return firstThree([first, ...possible]);
    }
    case 'other':
      return firstThree(orRetry(possible));
  }
}

/** Numbers by which the browser brings back that a rule, and not a person, has said no. */
export const isPolicyCode = (code: string | undefined): boolean =>
  code !== undefined && policyCodes.has(code);

// Conditional Access and security defaults, risk, tenant restrictions, cross-tenant access.
const policyCodes: ReadonlySet<string> = new Set(
  [
    50131, 53000, 53001, 53002, 53003, 530032, 530034, 530035, 53011, 50002, 500021, 500022, 500212, 500213,
  ].map((code) => `AADSTS${code}`),
);

function stanceOf(kind: FailureKind): Stance {
  switch (kind) {
    case 'sign-in-needed':
    case 'second-factor':
    case 'consent':
    case 'wrong-tenant':
    case 'wrong-account':
      return 'sign-in';
    case 'blocked':
      return 'blocked';
    default:
      return 'other';
  }
}

/** Refused without any other reason while the clocks differ: what is from another time is not taken. */
const isAboutTime = ({ clockSkew, error, suberror }: FailureDetails): boolean =>
  clockSkew !== undefined &&
  suberror === undefined &&
  (error === 'invalid_grant' || error === 'invalid_client');

const fits = (advice: FailureAdvice, stance: Stance): boolean =>
  (adviceRow(advice).fits ?? ['sign-in', 'other']).includes(stance);

const byCode: ReadonlyMap<string, readonly FailureAdvice[]> = (() => {
  const found = new Map<string, FailureAdvice[]>();
  for (const advice of failureAdvices) {
    for (const number of adviceRow(advice).codes ?? []) {
      const code = `AADSTS${number}`;
      found.set(code, [...(found.get(code) ?? []), advice]);
    }
  }
  return found;
})();

/** What these kinds say is more than any number in the text can. */
const sayEnough: ReadonlySet<FailureKind> = new Set<FailureKind>([
  'wrong-tenant',
  'wrong-account',
  'timed-out',
  'no-browser',
  'offline',
  'network',
  'proxy-login',
  'certificate',
  'captive-portal',
  'clock-skew',
  'keyring-locked',
  'throttled',
]);

function byFacts(kind: FailureKind, details: FailureDetails): FailureAdvice {
  switch (kind) {
    case 'offline':
      return /NAME_NOT_RESOLVED|ENOTFOUND/.test(details.networkError ?? '') ? 'host-not-found' : 'offline';
    case 'network':
      return networkAdvice(details);
    case 'proxy-login':
      return details.proxyWasWrong === true ? 'proxy-login-wrong' : 'proxy-login';
    case 'certificate':
      return certificateAdvice(details.certificate?.reason ?? details.networkError ?? '');
    default:
      return usual[kind];
  }
}

function networkAdvice({ error, networkError = '' }: FailureDetails): FailureAdvice {
  if (error === 'token_parsing_error') return 'unexpected-answer';
  if (/PROXY|TUNNEL|PAC_/.test(networkError)) return 'proxy-unreachable';
  return /TIMED_?OUT|TIMEOUT/.test(networkError) ? 'network-timeout' : 'network';
}

/** By Chromium's names and OpenSSL's. */
function certificateAdvice(reason: string): FailureAdvice {
  if (/DATE_INVALID|EXPIRED|NOT_YET_VALID/i.test(reason)) return 'certificate-expired';
  return /COMMON_NAME|ALTNAME|HOSTNAME/i.test(reason) ? 'certificate-name' : 'certificate';
}

function byError(kind: FailureKind, { error, suberror, errorClass }: FailureDetails): FailureAdvice {
  switch (kind) {
    case 'sign-in-needed':
      if (suberror === 'user_password_expired') return 'password-expired';
      return suberror === 'bad_token' ? 'session-ended' : 'sign-in-needed';
    case 'resource':
      return error === 'invalid_scope' ? 'scope' : 'resource';
    case 'client-not-found':
      // No credential was sent, and one was expected: there is no other reason for it here.
      return error === 'invalid_client' ? 'public-client-off' : 'client-not-found';
    case 'credential':
      return errorClass === 'CredentialMissing' ? 'credential-missing' : 'credential';
    case 'code-expired':
      if (error === 'authorization_pending') return 'device-code-pending';
      return error === 'bad_verification_code' ? 'device-code-wrong' : 'device-code-expired';
    default:
      return usual[kind];
  }
}

/** The words for a kind of which nothing else is known. */
const usual: Readonly<Record<FailureKind, FailureAdvice>> = {
  'sign-in-needed': 'sign-in-needed',
  'second-factor': 'second-factor',
  consent: 'consent',
  'wrong-tenant': 'wrong-tenant',
  'wrong-account': 'wrong-account',
  blocked: 'blocked',
  declined: 'declined',
  'timed-out': 'timed-out',
  'code-expired': 'device-code-expired',
  'no-browser': 'no-browser',
  'client-not-found': 'client-not-found',
  credential: 'credential',
  resource: 'resource',
  'invalid-request': 'invalid-request',
  tenant: 'tenant',
  cloud: 'cloud-address',
  offline: 'offline',
  network: 'network',
  'proxy-login': 'proxy-login',
  certificate: 'certificate',
  'captive-portal': 'captive-portal',
  'clock-skew': 'clock-skew',
  'keyring-locked': 'keyring-locked',
  busy: 'busy',
  throttled: 'throttled',
  unknown: 'unknown',
};

/** The same said for the flow and the client application that were used. */
function suiting(
  advice: FailureAdvice,
  { flow }: FailureDetails,
  clientKind: ClientApplicationKind | undefined,
): FailureAdvice {
  switch (advice) {
    case 'blocked':
      if (flow === 'device-code') return 'blocked-device-code';
      return clientKind === 'azure-cli' ? 'blocked-client' : 'blocked';
    case 'device-not-managed':
    case 'device-sign-in':
      return flow === 'device-code' ? 'device-unseen' : advice;
    case 'consent':
    case 'admin-consent':
      return hasOwnRegistration(clientKind) ? advice : `${advice}-without-link`;
    case 'permission-missing':
    case 'public-client-off':
    case 'redirect-missing':
      // What is registered for Microsoft's own client application nobody else can change.
      return clientKind === 'azure-cli' ? 'not-preauthorised' : advice;
    default:
      return advice;
  }
}

/** Asks for the same token once more. */
const asksAgain: ReadonlySet<FailureAction> = new Set<FailureAction>([
  'sign-in',
  'retry',
  'other-account',
  'use-browser',
  'use-device-code',
  'retry-keyring',
]);

const signsIn: ReadonlySet<FailureAction> = new Set<FailureAction>([
  'sign-in',
  'other-account',
  'use-browser',
  'use-device-code',
]);

function isPossible(
  action: FailureAction,
  clientKind: ClientApplicationKind | undefined,
  hasPreset: boolean,
): boolean {
  switch (action) {
    case 'edit-preset':
      return hasPreset;
    case 'edit-credential':
      return clientKind === 'service-principal';
    case 'other-account':
    case 'use-browser':
    case 'use-device-code':
    case 'public-client-hint':
      return clientKind !== 'service-principal';
    case 'admin-consent':
    case 'copy-consent-link':
    case 'app-registrations':
      return hasOwnRegistration(clientKind);
    default:
      return true;
  }
}

/** Whether somebody in the organisation can see and change its app registration. */
const hasOwnRegistration = (clientKind: ClientApplicationKind | undefined): boolean =>
  clientKind !== 'azure-cli' && clientKind !== 'demo';

/** Where nothing of what the words speak of can be done here, it may have been done elsewhere. */
const orRetry = (actions: readonly FailureAction[]): readonly FailureAction[] =>
  actions.length === 0 ? ['retry'] : actions;

const firstThree = (actions: readonly FailureAction[]): readonly FailureAction[] =>
  [...new Set(actions)].slice(0, 3);
