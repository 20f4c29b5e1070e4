import { createHash, randomBytes, randomInt } from 'node:crypto';
import { base64url, calculateJwkThumbprint, importJWK, jwtVerify, SignJWT } from 'jose';
import type { ClaimsRequest } from './claims';
import {
  demoAdfsOrigin,
  demoAuthorityOrigin,
  demoClientId,
  demoServicePrincipal,
  demoTenants,
  type DemoDirectory,
  type DemoPerson,
} from './directory';
import { armAudiences, demoResources, graphAudiences, type RequestedScope } from './resources';
import type { DemoState } from './state';

/** Whose way of answering: AD FS gives no client_info, and its people have no tenant. */
export type IssuerStyle = 'entra' | 'adfs';

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
  async issue(grant: Grant, style: IssuerStyle = 'entra') {
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
      id_token: await this.sign(style === 'adfs' ? adfsIdClaims(grant) : idClaims(grant), issuedAt, lifetime),
      ...(style === 'entra' && { client_info: clientInfo(grant.person) }),
    };
  }

  /** The answer to an application that signs in as itself: an access token alone. */
  async issueForItself(scope: RequestedScope, claims: ClaimsRequest) {
    const issuedAt = Math.floor(this.now() / 1000);
    const lifetime = lifetimeOf({ scope, claims });
    const { clientId, objectId, tenantId } = demoServicePrincipal;
    return {
      token_type: 'Bearer',
      expires_in: lifetime,
      ext_expires_in: lifetime,
      access_token: await this.sign(
        {
          aud: scope.audience,
          iss: issuerOf(tenantId),
          appid: clientId,
          azp: clientId,
          idtyp: 'app',
          oid: objectId,
          sub: objectId,
          roles: ['Demo.Read.All'],
          tid: tenantId,
          uti: randomBytes(16).toString('base64url'),
          ver: '2.0',
        },
        issuedAt,
        lifetime,
      ),
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
      requiredClaims: ['exp', 'oid', 'tid'],
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
      ...(grant.claims.context !== undefined && { acrs: [grant.claims.context] }),
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

/** What an AD FS says of a person: nothing of tenants. */
const adfsIdClaims = ({ person, nonce }: Grant) => ({
  aud: demoClientId,
  iss: `${demoAdfsOrigin}/adfs`,
  sub: createHash('sha256').update(`adfs ${person.id}`).digest('base64url'),
  upn: person.username,
  unique_name: person.name,
  ...(nonce !== undefined && { nonce }),
});

type Asked = Pick<Grant, 'claims' | 'scope'>;

const isContinuous = ({ claims, scope }: Asked): boolean =>
  claims.continuousAccess && [...graphAudiences, ...armAudiences].includes(scope.audience);

/** In seconds: 60 to 90 minutes, 20 to 28 hours where access is evaluated continuously, or 6 minutes. */
function lifetimeOf(grant: Asked): number {
  if (grant.scope.audience === demoResources.shortLived) return 360;
  return isContinuous(grant) ? randomInt(72_000, 100_801) : randomInt(3_600, 5_401);
}
