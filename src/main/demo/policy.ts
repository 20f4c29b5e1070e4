import type { ClaimsRequest } from './claims';
import type { DemoDirectory, DemoPerson } from './directory';
import { consentNeeded, contextNeeded, notInTenant, secondFactorNeeded, type EntraError } from './errors';
import { hopelessness } from './hopeless-resources';
import { demoResources } from './resources';
import type { DemoState } from './state';

/** Who wants a token for what. */
export interface Access {
  readonly person: DemoPerson;
  readonly tenant: DemoDirectory;
  readonly audience: string;
  readonly claims: ClaimsRequest;
}

export const isMember = ({ person, tenant }: Access): boolean => person.objectIds.has(tenant.id);

/** Why the browser ends the sign-in without asking anything; undefined if it goes on. */
export function refusalInBrowser(access: Access): EntraError | undefined {
  if (!isMember(access)) return notInTenant(access.person.username, access.tenant.name);
  return hopelessness(access.audience)?.inBrowser();
}

export const needsSecondFactor = (access: Access, state: DemoState): boolean =>
  missesFactor(access, state) || missingContexts(access, state).length > 0;

export const needsConsent = ({ person, tenant, audience }: Access, state: DemoState): boolean =>
  audience === demoResources.consent && !state.hasConsented(person.id, tenant.id, audience);

/** Why this cannot be given without showing the person a page; undefined if it can. */
export function silentRefusal(access: Access, state: DemoState): EntraError | undefined {
  const { person, tenant, audience } = access;
  if (!isMember(access)) return notInTenant(person.username, tenant.name);
  const hopeless = hopelessness(audience);
  if (hopeless) return hopeless.silently();
  if (missesFactor(access, state)) return secondFactorNeeded(audience, tenant.id);
  const contexts = missingContexts(access, state);
  if (contexts.length > 0) return contextNeeded(audience, contexts);
  if (needsConsent(access, state)) return consentNeeded(audience);
  return undefined;
}

/** Why an application is not given this; nobody is there to approve or consent, so that nothing is asked of it. */
export const appRefusal = (audience: string): EntraError | undefined => hopelessness(audience)?.silently();

const missesFactor = ({ person, tenant, audience, claims }: Access, state: DemoState): boolean =>
  (audience === demoResources.mfa || tenant.alwaysSecondFactor || claims.secondFactor) &&
  !state.hasSecondFactor(person.id, tenant.id);

function missingContexts({ person, tenant, claims }: Access, state: DemoState): readonly string[] {
  const reached = state.contextsOf(person.id, tenant.id);
  return claims.contexts.filter((context) => !reached.includes(context));
}
