import type { ClaimsRequest } from './claims';
import { strictTenantId, type DemoDirectory, type DemoPerson } from './directory';
import { blockedSilently, consentNeeded, notInTenant, secondFactorNeeded, type EntraError } from './errors';
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

export const isBlocked = ({ audience }: Access): boolean => audience === demoResources.blocked;

export const needsSecondFactor = ({ person, tenant, audience, claims }: Access, state: DemoState): boolean =>
  (audience === demoResources.mfa || claims.secondFactor || tenant.id === strictTenantId) &&
  !state.hasSecondFactor(person.id, tenant.id);

export const needsConsent = ({ person, tenant, audience }: Access, state: DemoState): boolean =>
  audience === demoResources.consent && !state.hasConsented(person.id, tenant.id, audience);

/** Why this cannot be given without showing the person a page; undefined if it can. */
export function silentRefusal(access: Access, state: DemoState): EntraError | undefined {
  if (!isMember(access)) return notInTenant(access.person.username, access.tenant.name);
  if (isBlocked(access)) return blockedSilently();
  if (needsSecondFactor(access, state)) return secondFactorNeeded(access.audience);
  if (needsConsent(access, state)) return consentNeeded(access.audience);
  return undefined;
}
