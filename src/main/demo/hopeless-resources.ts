import { consentNeeded, EntraError, refusal, serviceBusy, tooManyRequests } from './errors';
import { demoResources } from './resources';

/** How a resource refuses everybody, whatever they do. */
export interface Hopelessness {
  readonly silently: () => EntraError;
  readonly inBrowser: () => EntraError;
}

const byPolicy = (code: number, text: string): Hopelessness => ({
  silently: () => new EntraError({ error: 'invalid_grant', code, text, suberror: 'message_only' }),
  inBrowser: () => refusal('access_denied', code, text),
});

const notPreauthorised =
  'Consent between first party application and first party resource must be configured via preauthorization.';

const hopeless: Readonly<Record<string, Hopelessness>> = {
  [demoResources.blocked]: byPolicy(
    53003,
    'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
  ),
  [demoResources.device]: byPolicy(
    53000,
    'Device is not in required device state: compliant. The user must enroll their device with an approved MDM provider.',
  ),
  [demoResources.notPreauthorised]: {
    silently: () => refusal('invalid_grant', 65002, notPreauthorised),
    inBrowser: () => refusal('access_denied', 65002, notPreauthorised),
  },
  [demoResources.adminConsent]: {
    silently: () => consentNeeded(demoResources.adminConsent),
    inBrowser: () =>
      refusal(
        'access_denied',
        90094,
        'Admin consent is required for the permissions requested by this application.',
      ),
  },
};

/** Undefined for resources that are given to somebody. */
export const hopelessness = (audience: string): Hopelessness | undefined => hopeless[audience];

/** What the token endpoint answers whoever asks, though the browser sign-in works; undefined for other resources. */
export function overload(audience: string | undefined): EntraError | undefined {
  if (audience === demoResources.busy) return serviceBusy();
  return audience === demoResources.throttled ? tooManyRequests(30) : undefined;
}
