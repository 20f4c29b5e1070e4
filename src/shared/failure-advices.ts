import type { FailureAction } from './failure';

/**
 * What the failure's kind allows to be said and offered:
 * - `sign-in`: a person has to sign in, so something that does so comes first;
 * - `blocked`: a rule has said no, so nothing that asks again is offered;
 * - `other`: whatever helps.
 */
export type Stance = 'sign-in' | 'blocked' | 'other';

export interface AdviceRow {
  /** Best first. What the kind or the client application rules out is left away. */
  readonly actions: readonly FailureAction[];
  /** The AADSTS numbers that choose it. They choose words, and never what the program does. */
  readonly codes?: readonly number[];
  /** Which stances its words are true in; absent: all but `blocked`. */
  readonly fits?: readonly Stance[];
}

const always: readonly Stance[] = ['sign-in', 'blocked', 'other'];

/**
 * What to tell people, and what to offer. The words are under `failure.<advice>.what` and `.do`. Unless a row says
 * otherwise, what its numbers mean is from https://learn.microsoft.com/entra/identity-platform/reference-error-codes
 */
const rows = {
  // Signing in again helps

  // 50058: nobody is signed in to the browser
  'sign-in-needed': { actions: ['sign-in'], codes: [50058] },
  // 70000, 70008, 700082, 50089: tokens and flows that have run out
  'session-ended': { actions: ['sign-in'], codes: [70000, 70008, 700082, 50089] },
  // 50132, 50133: the password was changed · 50173: somebody has revoked the sessions
  'session-revoked': { actions: ['sign-in'], codes: [50132, 50133, 50173] },
  // 70043; 70044 is the same for the session in the browser:
  // https://learn.microsoft.com/entra/identity/conditional-access/concept-session-lifetime
  'sign-in-frequency': { actions: ['sign-in'], codes: [70043, 70044] },
  // 50055: in the cloud · 50144: in the organisation's own directory
  'password-expired': { actions: ['sign-in'], codes: [50055, 50144] },
  // 50126; 50056: it has none · 50064: the same from another place
  'wrong-password': { actions: ['sign-in', 'other-account'], codes: [50126, 50056, 50064] },
  // 50053: too many wrong passwords, or an address that attacks came from
  'account-locked': { actions: ['sign-in', 'other-account'], codes: [50053] },
  // 50057
  'account-disabled': { actions: ['other-account'], codes: [50057] },
  // 50074, 50076: it is needed for this resource
  'second-factor': { actions: ['sign-in'], codes: [50074, 50076] },
  // 50078: it was too long ago
  'second-factor-stale': { actions: ['sign-in'], codes: [50078] },
  // 50072, 50079: it is not set up yet · 53004: the same, refused because of a risk
  'second-factor-missing': { actions: ['sign-in'], codes: [50072, 50079, 53004] },
  // 50158: Conditional Access sends people to another provider
  'second-factor-external': { actions: ['sign-in'], codes: [50158] },

  // Devices

  // 50097, 50155, 50187: the device has to show who it is and did not · 50129: not registered · 53000: not compliant ·
  // 53001: not joined · 135011: disabled
  'device-not-managed': {
    actions: ['change-client'],
    codes: [50097, 50129, 50155, 50187, 53000, 53001, 135011],
    fits: ['blocked', 'other'],
  },
  'device-sign-in': {
    actions: ['sign-in'],
    codes: [50097, 50129, 50155, 50187, 53000, 53001, 135011],
    fits: ['sign-in'],
  },
  // A code is typed elsewhere, so that the rule sees no device:
  // https://learn.microsoft.com/entra/identity/conditional-access/concept-authentication-flows
  'device-unseen': { actions: ['use-browser'], fits: always },

  // Rules that say no

  // 53003, 530032, 530035, 50131 and all that have no row of their own
  blocked: { actions: [], fits: ['blocked'] },
  'blocked-client': { actions: ['change-client'], fits: ['blocked'] },
  // https://learn.microsoft.com/entra/identity/conditional-access/policy-block-authentication-flows
  'blocked-device-code': { actions: ['use-browser'], fits: ['blocked'] },
  // 53002
  'client-not-approved': { actions: ['change-client'], codes: [53002], fits: ['blocked', 'other'] },
  // 50105: nobody has assigned the account to the application, which insists on it
  'not-assigned': { actions: ['other-account'], codes: [50105] },
  // 500021, 500022, 50002: the network's proxy lets people sign in to certain tenants only:
  // https://learn.microsoft.com/entra/identity/enterprise-apps/tenant-restrictions
  'tenant-restricted': { actions: ['choose-tenant'], codes: [500021, 500022, 50002], fits: always },
  // 500212: the account's own tenant does not let it out · 500213: the other one does not let it in
  'cross-tenant': { actions: ['choose-tenant'], codes: [500212, 500213], fits: always },

  // Whose account, which tenant, which cloud

  // 50020, 50034, 51004, 90072, 16000; 16003, 50014: a guest who is not there, or not yet
  'account-not-in-tenant': {
    actions: ['other-account', 'choose-tenant'],
    codes: [50020, 50034, 51004, 90072, 16000, 16003, 50014],
  },
  // 50059, 90019: neither the request nor the account says which tenant
  'tenant-needed': { actions: ['change-client'], codes: [50059, 90019] },
  // 50194
  'single-tenant-client': { actions: ['change-client'], codes: [50194] },
  // 90002; 50128: the domain of a user name is nobody's
  tenant: { actions: ['change-client', 'choose-tenant', 'switch-cloud'], codes: [90002, 50128] },
  // 90038, 900382, 900432, 1000104
  cloud: { actions: ['switch-cloud'], codes: [90038, 900382, 900432, 1000104] },
  // The address of a custom cloud is none that MSAL takes, or what answers there says it is another one
  'cloud-address': { actions: ['switch-cloud'] },
  'wrong-tenant': { actions: ['sign-in', 'choose-tenant'] },
  'wrong-account': { actions: ['sign-in', 'edit-preset'] },

  // Permissions

  // 65001
  consent: { actions: ['sign-in', 'copy-consent-link'], codes: [65001] },
  // 65004
  'consent-declined': { actions: ['sign-in'], codes: [65004] },
  // 90094, 90095: only an administrator can; the second comes where people can ask for it
  'admin-consent': { actions: ['copy-consent-link', 'admin-consent', 'sign-in'], codes: [90094, 90095] },
  // The link is for an application of the organisation's own, and there is none
  'consent-without-link': { actions: ['sign-in'] },
  'admin-consent-without-link': { actions: ['sign-in', 'change-client'] },
  // 65002: one of Microsoft's own applications, and Microsoft has not allowed it
  'not-preauthorised': { actions: ['change-client', 'edit-preset'], codes: [65002] },
  // 650052
  'service-not-enabled': { actions: ['edit-preset'], codes: [650052] },
  // 650056, 650057, 65005: the registration does not list the API
  'permission-missing': {
    actions: ['app-registrations', 'retry', 'change-client'],
    codes: [650056, 650057, 65005],
  },

  // The client application and its credential

  // 700016; 70001 in older answers
  'client-not-found': { actions: ['change-client', 'choose-tenant'], codes: [700016, 70001] },
  // 7000112
  'client-disabled': { actions: ['change-client'], codes: [7000112] },
  // 7000218: a secret was expected:
  // https://learn.microsoft.com/entra/identity-platform/msal-client-application-configuration
  'public-client-off': { actions: ['public-client-hint', 'app-registrations', 'retry'], codes: [7000218] },
  // 50011; 900971: it has no address at all
  'redirect-missing': {
    actions: ['public-client-hint', 'app-registrations', 'retry'],
    codes: [50011, 900971],
  },
  credential: { actions: ['edit-credential', 'app-registrations', 'retry'] },
  'credential-missing': { actions: ['edit-credential'] },
  // 7000215; 70002 in older answers
  'secret-wrong': { actions: ['edit-credential', 'app-registrations'], codes: [7000215, 70002] },
  // 7000222
  'secret-expired': { actions: ['edit-credential', 'app-registrations'], codes: [7000222] },
  // 700027: no such key is registered · 50012, 700030: the certificate is not one that may be used
  'certificate-unknown': {
    actions: ['edit-credential', 'app-registrations', 'retry'],
    codes: [700027, 50012, 700030],
  },
  'service-principal': { actions: ['retry', 'edit-credential', 'app-registrations'] },

  // What was asked for

  // 50001, 500011
  resource: { actions: ['edit-preset', 'choose-tenant', 'switch-cloud'], codes: [50001, 500011] },
  // 70011, 28002; 28003: none · 700022: several resources · 700023: no resource
  scope: { actions: ['edit-preset'], codes: [70011, 28002, 28003, 700022, 700023] },
  'invalid-request': { actions: ['edit-preset', 'change-client'] },
  // 50196
  'request-loop': { actions: ['retry'], codes: [50196] },

  // On the way through browser or code

  declined: { actions: ['sign-in', 'other-account'] },
  'timed-out': { actions: ['sign-in', 'use-device-code'] },
  'no-browser': { actions: ['use-device-code', 'retry'] },
  // 70019; 70020 is what the same is called since
  'device-code-expired': { actions: ['use-device-code', 'use-browser'], codes: [70019, 70020] },
  // 70018
  'device-code-wrong': { actions: ['use-device-code', 'use-browser'], codes: [70018] },
  // 70016: not an end, so it is seen only where the waiting was given up
  'device-code-pending': { actions: ['use-device-code', 'use-browser'], codes: [70016] },

  // This computer and its network, by Chromium's names:
  // https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h

  offline: { actions: ['retry'] },
  'host-not-found': { actions: ['retry', 'switch-cloud'] },
  network: { actions: ['retry'] },
  'network-timeout': { actions: ['retry'] },
  'unexpected-answer': { actions: ['open-sign-in-page', 'retry'] },
  'captive-portal': { actions: ['open-sign-in-page', 'retry'] },
  'proxy-unreachable': { actions: ['retry'] },
  'proxy-login': { actions: ['proxy-login'] },
  'proxy-login-wrong': { actions: ['proxy-login'] },
  certificate: { actions: ['retry'] },
  'certificate-expired': { actions: ['retry'] },
  'certificate-name': { actions: ['retry'] },
  // 700024: what a service principal signs is not valid yet, or not any more:
  // https://learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/error-code-aadsts700024-client-assertion-not-within-valid-time-range
  'clock-skew': { actions: ['retry'], codes: [700024] },
  'keyring-locked': { actions: ['retry-keyring'] },

  // The service itself

  // 90006, 90024, 90033; 90012, 90090, 50033: in passing, too
  busy: { actions: ['retry'], codes: [90006, 90024, 90033, 90012, 90090, 50033] },
  // 90055: the tenant as a whole
  throttled: { actions: ['retry'], codes: [90055] },
  unknown: { actions: ['retry'] },
} as const satisfies Record<string, AdviceRow>;

/** Chooses the words and the buttons. */
export type FailureAdvice = keyof typeof rows;

/** All there are. */
export const failureAdvices = Object.keys(rows) as readonly FailureAdvice[];

/** The row of an advice; the table itself has narrower types. */
export const adviceRow = (advice: FailureAdvice): AdviceRow => rows[advice];
