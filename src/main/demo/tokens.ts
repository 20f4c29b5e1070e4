import { randomInt } from 'node:crypto';
import { base64url, errors, type JWTPayload } from 'jose';
import type { DemoAddresses } from './addresses';
import { adfsAppClaims, adfsIdClaims, adfsPersonClaims, adfsTrust } from './adfs-claims';
import { demoAdfs, demoTenants, sessionOf, type DemoPerson } from './directory';
import type { AppGrant, Grant } from './grants';
import { armAudiences, demoResources, graphAudiences } from './resources';
import type { SigningKey } from './signing-key';
import type { DemoState } from './state';
import { appClaims, idClaims, personClaims, type Standing } from './token-claims';
import { issuerOf } from './token-endpoints';

/** What MSAL names an account by: object id and tenant at home, also when the token is a guest's. */
export const clientInfo = (person: DemoPerson): string =>
  base64url.encode(JSON.stringify({ uid: person.id, utid: person.homeTenantId }));

export interface TokensParts {
  readonly key: SigningKey;
  readonly state: DemoState;
  readonly addresses: DemoAddresses;
  readonly now: () => number;
}

/** Makes the answers of the token endpoint, and checks tokens when they come back to the demo API. */
export class Tokens {
  constructor(private readonly parts: TokensParts) {}

  keySet() {
    return this.parts.key.keySet();
  }

  /** The answer to a person's application: access, id and, in most cases, a new refresh token. */
  async issue(grant: Grant) {
    const { person, tenant, keepsRefreshToken = false } = grant;
    const { state, now } = this.parts;
    const issuedAt = Math.floor(now() / 1000);
    const lifetime = lifetimeOf(grant);
    const [accessClaims, identity] = this.claimsOf(grant);
    return {
      ...validFor(grant, lifetime),
      scope: grant.scope.granted,
      access_token: await this.parts.key.sign(accessClaims, issuedAt, lifetime),
      ...(!keepsRefreshToken && {
        refresh_token: await state.addRefreshToken(sessionOf(person, tenant), now()),
      }),
      id_token: await this.parts.key.sign(identity, issuedAt, lifetime),
      ...(tenant !== demoAdfs && { client_info: clientInfo(person) }),
    };
  }

  /** The answer to an application that has signed in by itself: an access token and nothing else. */
  async issueToApp(grant: AppGrant) {
    const { key, addresses, now } = this.parts;
    const lifetime = lifetimeOf(grant);
    const claims =
      grant.tenant === demoAdfs
        ? adfsAppClaims(grant, addresses.adfs)
        : appClaims(grant, issuerOf(grant.tenant.id, addresses), isContinuous(grant));
    return {
      ...validFor(grant, lifetime),
      access_token: await key.sign(claims, Math.floor(now() / 1000), lifetime),
    };
  }

  /**
   * Checks signature, issuer, audience and time.
   *
   * @throws errors.JOSEError of jose, which says what is wrong.
   */
  async verify(token: string, audiences: readonly string[]): Promise<JWTPayload> {
    const { key, addresses, now } = this.parts;
    const issuers = [...demoTenants.map(({ id }) => issuerOf(id, addresses)), adfsTrust(addresses.adfs)];
    const payload = await key.verify(token, { issuers, audiences, now: now() });
    // An id token says who somebody is, not what may be done in their name.
    if (payload['scp'] === undefined && payload['roles'] === undefined) {
      throw new errors.JWTClaimValidationFailed('no permissions', payload, 'scp', 'missing');
    }
    return payload;
  }

  private claimsOf(grant: Grant): readonly [access: JWTPayload, identity: JWTPayload] {
    const { person, tenant } = grant;
    const { state, addresses } = this.parts;
    if (tenant === demoAdfs) {
      return [adfsPersonClaims(grant, addresses.adfs), adfsIdClaims(grant, addresses.adfs)];
    }
    const standing: Standing = {
      issuer: issuerOf(tenant.id, addresses),
      homeIssuer: issuerOf(person.homeTenantId, addresses),
      secondFactor: state.hasSecondFactor(person.id, tenant.id),
      contexts: state.contextsOf(person.id, tenant.id),
      continuousAccess: isContinuous(grant),
    };
    return [personClaims(grant, standing), idClaims(grant, standing)];
  }
}

type Lasting = Pick<Grant, 'tenant' | 'scope' | 'claims'>;

const isContinuous = ({ claims, scope, tenant }: Lasting): boolean =>
  tenant !== demoAdfs &&
  claims.continuousAccess &&
  (graphAudiences.includes(scope.audience) || armAudiences.includes(scope.audience));

/** In seconds: 60 to 90 minutes, 20 to 28 hours where access is evaluated continuously, or 6 minutes. */
function lifetimeOf(grant: Lasting): number {
  if (grant.scope.audience === demoResources.shortLived) return 360;
  if (grant.tenant === demoAdfs) return 3600;
  return isContinuous(grant) ? randomInt(72_000, 100_801) : randomInt(3_600, 5_401);
}

function validFor({ tenant }: Lasting, lifetime: number) {
  if (tenant === demoAdfs) return { token_type: 'bearer', expires_in: lifetime };
  return {
    token_type: 'Bearer',
    expires_in: lifetime,
    ext_expires_in: lifetime,
    ...(lifetime >= 7200 && { refresh_in: Math.floor(lifetime / 2) }),
  };
}
