import { createHash, randomBytes, randomInt } from 'node:crypto';
import { base64url, calculateJwkThumbprint, importJWK, jwtVerify, SignJWT } from 'jose';
import type { ClaimsRequest } from './claims';
import {
  demoAuthorityOrigin,
  demoClientId,
  demoTenants,
  type DemoDirectory,
  type DemoPerson,
} from './directory';
import { demoResources, graphAudiences, type RequestedScope } from './resources';
import type { DemoState } from './state';

/** Everything that decides what a token says. */
export interface Grant {
  readonly person: DemoPerson;
  readonly tenant: DemoDirectory;
  readonly scope: RequestedScope;
  readonly claims: ClaimsRequest;
  readonly nonce?: string;
}

export const issuerOf = (tenantId: string): string => `${demoAuthorityOrigin}/${tenantId}/v2.0`;

/** What MSAL names an account by: object id and tenant at home, also when the token is a guest's. */
export const clientInfo = (person: DemoPerson): string =>
  base64url.encode(JSON.stringify({ uid: person.id, utid: person.homeTenantId }));

/** Signs tokens and checks them again when they come back to the demo API. */
export class Tokens {
  private constructor(
    private readonly state: DemoState,
    private readonly key: CryptoKey | Uint8Array,
    private readonly publicKey: CryptoKey | Uint8Array,
    private readonly keyId: string,
    private readonly now: () => number,
  ) {}

  static async create(state: DemoState, now: () => number): Promise<Tokens> {
    const { kty, n, e } = state.signingKey;
    const publicKey = await importJWK({ kty, n, e }, 'RS256');
    const keyId = await calculateJwkThumbprint({ kty, n, e });
    return new Tokens(state, await importJWK(state.signingKey, 'RS256'), publicKey, keyId, now);
  }

  /** The JSON Web Key Set that others check the demo's signatures with. */
  keySet() {
    const { kty, n, e } = this.state.signingKey;
    return { keys: [{ kty, n, e, use: 'sig', alg: 'RS256', kid: this.keyId }] };
  }

  /** The answer of the token endpoint: access, id and a new refresh token. */
  async issue(grant: Grant) {
    const issuedAt = Math.floor(this.now() / 1000);
    const lifetime = lifetimeOf(grant);
    const refreshToken = await this.state.addRefreshToken(grant.person.id, this.now());
    return {
      token_type: 'Bearer',
      scope: grant.scope.granted,
      expires_in: lifetime,
      ext_expires_in: lifetime,
      ...(lifetime >= 7200 && { refresh_in: Math.floor(lifetime / 2) }),
      access_token: await this.sign(this.accessClaims(grant), issuedAt, lifetime),
      refresh_token: refreshToken,
      id_token: await this.sign(idClaims(grant), issuedAt, lifetime),
      client_info: clientInfo(grant.person),
    };
  }

  /**
   * Checks signature, issuer, audience and time.
   *
   * @throws errors.JOSEError of jose, which says what is wrong.
   */
  async verify(token: string, audiences: readonly string[]) {
    const { payload } = await jwtVerify(token, this.publicKey, {
      algorithms: ['RS256'],
      issuer: demoTenants.map(({ id }) => issuerOf(id)),
      audience: [...audiences],
      currentDate: new Date(this.now()),
      requiredClaims: ['exp', 'oid', 'tid', 'scp'],
    });
    return payload;
  }

  private sign(claims: Record<string, unknown>, issuedAt: number, lifetime: number): Promise<string> {
    return new SignJWT(claims)
      .setProtectedHeader({ typ: 'JWT', alg: 'RS256', kid: this.keyId })
      .setIssuedAt(issuedAt)
      .setNotBefore(issuedAt)
      .setExpirationTime(issuedAt + lifetime)
      .sign(this.key);
  }

  private accessClaims(grant: Grant) {
    const { person, tenant, scope } = grant;
    const guest = tenant.id !== person.homeTenantId;
    const secondFactor = this.state.hasSecondFactor(person.id, tenant.id);
    return {
      ...identityClaims(grant, scope.audience),
      acct: guest ? 1 : 0,
      acr: '1',
      aio: randomBytes(48).toString('base64url'),
      amr: secondFactor ? ['pwd', 'mfa'] : ['pwd'],
      appid: demoClientId,
      appidacr: '0',
      azp: demoClientId,
      azpacr: '0',
      family_name: person.surname,
      given_name: person.givenName,
      ...(guest && { idp: issuerOf(person.homeTenantId) }),
      idtyp: 'user',
      ipaddr: '127.0.0.1',
      scp: scope.permissions.join(' '),
      unique_name: person.username,
      upn: guest ? `${person.username.replace('@', '_')}#EXT#@${tenant.domain}` : person.username,
      ...(isContinuous(grant) && { xms_cc: ['CP1'] }),
    };
  }
}

function identityClaims({ person, tenant }: Grant, audience: string) {
  const oid = person.objectIds.get(tenant.id) ?? person.id;
  return {
    aud: audience,
    iss: issuerOf(tenant.id),
    name: person.name,
    oid,
    preferred_username: person.username,
    sub: createHash('sha256').update(`${demoClientId} ${audience} ${oid}`).digest('base64url'),
    tid: tenant.id,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  };
}

const idClaims = (grant: Grant) => ({
  ...identityClaims(grant, demoClientId),
  ...(grant.nonce !== undefined && { nonce: grant.nonce }),
});

const isContinuous = ({ claims, scope }: Grant): boolean =>
  claims.continuousAccess && graphAudiences.includes(scope.audience);

/** In seconds: 60 to 90 minutes, 20 to 28 hours where access is evaluated continuously, or 6 minutes. */
function lifetimeOf(grant: Grant): number {
  if (grant.scope.audience === demoResources.shortLived) return 360;
  return isContinuous(grant) ? randomInt(72_000, 100_801) : randomInt(3_600, 5_401);
}
