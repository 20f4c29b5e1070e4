import { createHash, randomBytes } from 'node:crypto';
import { demoClientId, objectIdIn } from './directory';
import type { AppGrant, Grant } from './grants';
import { demoServicePrincipal, servicePrincipalRoles } from './service-principal';

/** What else there is to know of a person when a token is made for them. */
export interface Standing {
  readonly issuer: string;
  /** Who has issued the identity of a guest. */
  readonly homeIssuer: string;
  readonly secondFactor: boolean;
  /** Authentication contexts reached. */
  readonly contexts: readonly string[];
  readonly continuousAccess: boolean;
}

/** What Entra says in an access token of a person. */
export function personClaims(grant: Grant, standing: Standing) {
  const { person, tenant, scope } = grant;
  const { issuer, homeIssuer, secondFactor, contexts, continuousAccess } = standing;
  const guest = tenant.id !== person.homeTenantId;
  return {
    ...identityClaims(grant, scope.audience, issuer),
    acct: guest ? 1 : 0,
    acr: '1',
    ...(contexts.length > 0 && { acrs: contexts }),
    aio: randomBytes(48).toString('base64url'),
    amr: secondFactor ? ['pwd', 'mfa'] : ['pwd'],
    appid: demoClientId,
    appidacr: '0',
    azp: demoClientId,
    azpacr: '0',
    family_name: person.surname,
    given_name: person.givenName,
    ...(guest && { idp: homeIssuer }),
    idtyp: 'user',
    ipaddr: '127.0.0.1',
    scp: scope.permissions.join(' '),
    unique_name: person.username,
    upn: guest ? `${person.username.replace('@', '_')}#EXT#@${tenant.domain}` : person.username,
    ...(continuousAccess && capable),
  };
}

/** What Entra says in an id token. */
export const idClaims = (grant: Grant, { issuer }: Standing) => ({
  ...identityClaims(grant, demoClientId, issuer),
  ...(grant.nonce !== undefined && { nonce: grant.nonce }),
});

/** What Entra says in a token that an application has got for itself: roles instead of permissions, and nobody's name. */
export function appClaims(grant: AppGrant, issuer: string, continuousAccess: boolean) {
  const { clientId, name, objectId } = demoServicePrincipal;
  const proof = grant.proof === 'secret' ? '1' : '2';
  return {
    aud: grant.scope.audience,
    iss: issuer,
    aio: randomBytes(48).toString('base64url'),
    app_displayname: name,
    appid: clientId,
    appidacr: proof,
    azp: clientId,
    azpacr: proof,
    idtyp: 'app',
    oid: objectId,
    roles: servicePrincipalRoles,
    sub: objectId,
    tid: grant.tenant.id,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
    ...(continuousAccess && capable),
  };
}

const capable = { xms_cc: ['CP1'] };

function identityClaims({ person, tenant }: Grant, audience: string, issuer: string) {
  const oid = objectIdIn(person, tenant);
  return {
    aud: audience,
    iss: issuer,
    name: person.name,
    oid,
    preferred_username: person.username,
    sub: createHash('sha256').update(`${demoClientId} ${audience} ${oid}`).digest('base64url'),
    tid: tenant.id,
    uti: randomBytes(16).toString('base64url'),
    ver: '2.0',
  };
}
