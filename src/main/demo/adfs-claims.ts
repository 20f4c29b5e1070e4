import { createHash, randomUUID } from 'node:crypto';
import { demoAdfs, demoClientId, objectIdIn } from './directory';
import type { AppGrant, Grant } from './grants';
import { demoServicePrincipal } from './service-principal';

/** Whom an AD FS names as the issuer of access tokens: not itself, as in id tokens, but its trust service. */
export const adfsTrust = (adfs: string): string => `${adfs.replace(/^https:/, 'http:')}/services/trust`;

/** What AD FS says in an access token of a person: no tenant, no object id. */
export const adfsPersonClaims = ({ person, scope }: Grant, adfs: string) => ({
  aud: scope.audience,
  iss: adfsTrust(adfs),
  appid: demoClientId,
  apptype: 'Public',
  // Two tokens of one second are two.
  jti: randomUUID(),
  authmethod: 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport',
  scp: scope.permissions.join(' '),
  unique_name: accountName(person.username),
  upn: person.username,
  ver: '1.0',
});

/** What AD FS says in an id token. MSAL takes `sub` for the account. */
export const adfsIdClaims = ({ person, nonce }: Grant, adfs: string) => ({
  aud: demoClientId,
  iss: adfs,
  appid: demoClientId,
  apptype: 'Public',
  sub: createHash('sha256').update(objectIdIn(person, demoAdfs)).digest('base64'),
  unique_name: accountName(person.username),
  upn: person.username,
  ...(nonce !== undefined && { nonce }),
  ver: '1.0',
});

/** What AD FS says in a token that an application has got for itself. */
export const adfsAppClaims = ({ scope }: AppGrant, adfs: string) => ({
  aud: scope.audience,
  iss: adfsTrust(adfs),
  appid: demoServicePrincipal.clientId,
  apptype: 'Confidential',
  authmethod: 'http://schemas.microsoft.com/ws/2008/06/identity/authenticationmethod/clientcredentials',
  roles: ['application'],
  sub: demoServicePrincipal.objectId,
  ver: '1.0',
});

/** As Windows writes it: DOMAIN\account. */
const accountName = (username: string): string => `FJORD\\${username.split('@')[0] ?? username}`;
