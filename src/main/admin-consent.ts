import { redirectUri } from '../shared/well-known';

export interface ConsentRequest {
  /** https address of the token authority before the tenant. */
  readonly authority: string;
  /** A GUID, a domain or `organizations`. */
  readonly tenant: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

/**
 * Where an administrator allows a client application to use an API for everybody:
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent. Of the two forms this is the one that asks for the
 * scopes at hand and not for all that is registered; it wants an address to come back to, to the letter, and
 * `http://localhost` is what has to be registered for signing in anyway. Nothing listens there, so it ends on an empty page.
 */
export function adminConsentLink({ authority, tenant, clientId, scopes }: ConsentRequest): string {
  const query = {
    client_id: clientId,
    scope: scopes.length === 0 ? 'openid' : scopes.join(' '),
    redirect_uri: redirectUri,
  };
  const parts = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return `${authority}/${encodeURIComponent(tenant)}/v2.0/adminconsent?${parts.join('&')}`;
}
