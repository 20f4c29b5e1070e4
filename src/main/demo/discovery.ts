import { demoAdfsOrigin, demoAuthorityOrigin, type TenantChoice } from './directory';

const host = new URL(demoAuthorityOrigin).host;

/** OpenID Connect discovery of one tenant, or of all, where Entra answers with a template. */
export function openIdConfiguration(choice: TenantChoice, segment: string) {
  const tenant = choice.kind === 'one' ? choice.tenant.id : segment;
  const base = `${demoAuthorityOrigin}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['none'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    code_challenge_methods_supported: ['S256'],
    issuer: `${demoAuthorityOrigin}/${choice.kind === 'one' ? tenant : '{tenantid}'}/v2.0`,
    request_uri_parameter_supported: false,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: [
      'sub',
      'iss',
      'aud',
      'exp',
      'iat',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'oid',
    ],
    tenant_region_scope: null,
    cloud_instance_name: host,
  };
}

/** The same for the AD FS. */
export function adfsConfiguration() {
  const base = `${demoAdfsOrigin}/adfs`;
  return {
    issuer: base,
    authorization_endpoint: `${base}/oauth2/authorize/`,
    token_endpoint: `${base}/oauth2/token/`,
    device_authorization_endpoint: `${base}/oauth2/devicecode`,
    end_session_endpoint: `${base}/oauth2/logout`,
    jwks_uri: `${base}/discovery/keys`,
    response_types_supported: ['code'],
    response_modes_supported: ['form_post'],
    grant_types_supported: ['authorization_code', 'refresh_token', 'client_credentials', 'device_code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid', 'profile', 'email'],
  };
}

/** What MSAL asks an authority it does not know: which hosts are the same cloud. */
export function instanceDiscovery() {
  return {
    tenant_discovery_endpoint: `${demoAuthorityOrigin}/common/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
